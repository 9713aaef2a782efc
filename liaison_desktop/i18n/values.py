"""Values inside sentences: what a parameter of an error or a notice looks like in words."""

import datetime
from enum import Enum
from pathlib import Path

from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.i18n.labels import Labels


def in_words(value: object, catalogue: Catalogue) -> object:
    """Dates, times, yes, no and values of the domain in the reader’s language.

    Names, paths and what a server said are isolated, so that they do not disturb an Arabic line.
    """
    if isinstance(value, tuple):
        return Formats(catalogue.language).list([str(in_words(one, catalogue)) for one in value])
    if isinstance(value, Enum):
        return Labels(catalogue).label(value)
    if isinstance(value, bool):
        return catalogue.gettext("yes") if value else catalogue.gettext("no")
    if isinstance(value, datetime.date):
        return Formats(catalogue.language).long_date(value)
    if isinstance(value, datetime.time):
        return Formats(catalogue.language).time(value)
    if isinstance(value, str | Path):
        return Formats(catalogue.language).isolate(str(value))
    return value
