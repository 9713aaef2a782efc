"""Meetings: the list, and the record of one."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.listings import MeetingRow, Page, PageRequest
from liaison_desktop.domain.meetings import MeetingState, MinutesState
from liaison_desktop.ui.context import Context, Place
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.models.paged import Face
from liaison_desktop.ui.screens.list_screen import ListScreen
from liaison_desktop.ui.screens.meeting_record import MeetingRecordView
from liaison_desktop.ui.screens.screen import PrimaryAction
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import clear
from liaison_desktop.ui.widgets.empty_state import EmptyState
from liaison_desktop.ui.wording import MEETING_TONES, meeting_title

if TYPE_CHECKING:
    from liaison_desktop.services.meetings import MeetingRecord


class MeetingsScreen(ListScreen):
    """Meetings and their records."""

    touched_by = frozenset({Kind.MEETING, Kind.PAPER, Kind.COMMITTEE})

    def __init__(self, context: Context) -> None:
        _ = context.look.catalogue.gettext
        empty = EmptyState(
            Icon.MEETINGS,
            _("No meetings yet"),
            _("Import a committee file: it brings the committee’s meetings along."),
            context.look,
            [button(_("&Import a file"), context.desk.import_file, context.look, icon=Icon.IMPORT)],
        )
        super().__init__(context, hint=_("Search in meetings"), empty=empty)

    @property
    def title(self) -> str:
        """The place."""
        return self.look.catalogue.gettext("Meetings")

    def page(self, request: PageRequest) -> Page[MeetingRow]:
        """A page of meetings."""
        return self.context.services.meetings.page(request)

    def face(self, row: MeetingRow) -> Face:
        """A meeting in the list."""
        day = self.look.formats.long_date(row.date)
        where = "" if self.committee else f"{self.look.formats.isolate(row.city)} · "
        draft = row.state is MeetingState.HELD and row.minutes_state is not MinutesState.FINAL
        state = row.minutes_state if draft else row.state
        return Face(
            id=row.id,
            title=meeting_title(row, self.look),
            subtitle=f"{where}{day}",
            chip=self.look.labels.label(state),
            tone=Tone.CARE if draft else MEETING_TONES[row.state],
        )

    def load(self, target: UUID) -> "Callable[[], MeetingRecord]":
        """Read the record."""
        return lambda: self.context.services.meetings.record(target)

    def show_record(self, record: "MeetingRecord") -> None:
        """Show the record."""
        clear(self.detail_box)
        self.detail_box.addWidget(MeetingRecordView(record, self.context))
        self._head(record)

    def show_nothing(self) -> None:
        """Show an empty place."""
        clear(self.detail_box)
        self.primary = None
        self.headed.emit()

    def _head(self, record: "MeetingRecord") -> None:
        _ = self.look.catalogue.gettext
        meeting = record.meeting
        self.primary = None
        if meeting.state is MeetingState.HELD:
            self.primary = PrimaryAction(
                _("Open the minutes"),
                Icon.MINUTES,
                lambda: self.context.desk.go(Place.MINUTES, meeting.id),
            )
        self.headed.emit()
