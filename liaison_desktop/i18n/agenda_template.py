"""The usual titles of an agenda, in the language of the papers."""

from liaison_desktop.domain.agenda import ItemKind
from liaison_desktop.domain.meetings import Meeting, MeetingKind
from liaison_desktop.domain.planning import OpenAction
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.i18n.marking import NP_

_FIRST = ((NP_("paper", "Announcements by the chair"), ItemKind.INFORMATION),)
_CONSTITUTING = (
    (NP_("paper", "Election of the chair"), ItemKind.ELECTION),
    (NP_("paper", "Election of the vice-chair"), ItemKind.ELECTION),
    (NP_("paper", "Rules of procedure"), ItemKind.DECISION),
)
_LAST = (
    (NP_("paper", "Any other business"), ItemKind.ANY_OTHER),
    (NP_("paper", "Next meeting"), ItemKind.INFORMATION),
)


class AgendaTemplate:
    """Titles of items that come in by themselves."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._formats = Formats(catalogue.language)

    def first(self, kind: MeetingKind) -> tuple[tuple[str, ItemKind], ...]:
        """What an agenda begins with, behind the approval of minutes."""
        return self._told(_CONSTITUTING if kind is MeetingKind.CONSTITUTIVE else _FIRST)

    def last(self) -> tuple[tuple[str, ItemKind], ...]:
        """What it ends with."""
        return self._told(_LAST)

    def approval(self, meeting: Meeting) -> str:
        """The title under which the minutes of a meeting are approved."""
        minutes = meeting.label or self._formats.long_date(meeting.date)
        title = self._catalogue.pgettext("paper", "Approval of the minutes of {minutes}")
        return title.format(minutes=self._formats.isolate(minutes))

    def open_actions(self) -> str:
        """The title under which is told how far actions are."""
        return self._catalogue.pgettext("paper", "Actions of earlier meetings")

    def open_action(self, one: OpenAction) -> str:
        """What is to be done, by whom, until when."""
        due = one.action.due
        parts = (
            one.action.text,
            one.responsible,
            self._formats.long_date(due) if due else "",
        )
        return " · ".join(self._formats.isolate(part) for part in parts if part)

    def _told(self, titles: tuple[tuple[str, ItemKind], ...]) -> tuple[tuple[str, ItemKind], ...]:
        return tuple((self._catalogue.pgettext("paper", title), kind) for title, kind in titles)
