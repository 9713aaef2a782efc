"""How minutes tell where they were approved."""

from datetime import date

from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.formats import Formats


def approval_words(language: str, day: date | None = None, number: str = "") -> str:
    """Where, in the language of the minutes: on a later day, or at once if there is none.

    ``number``: of the decision that approved them.
    """
    catalogue = Catalogue(language)
    if day is None:
        return catalogue.pgettext("paper", "at the end of the meeting itself")
    words = catalogue.pgettext("paper", "in the meeting of {day}")
    if number:
        words = catalogue.pgettext("paper", "in the meeting of {day}, decision {number}")
    return words.format(day=Formats(language).long_date(day), number=number)
