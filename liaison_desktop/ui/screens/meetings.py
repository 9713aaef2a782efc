"""Meetings: the list, and the record of one."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.listings import MeetingRow, Page, PageRequest
from liaison_desktop.domain.meetings import Meeting, MeetingState, MinutesState
from liaison_desktop.ui.context import Context, Place
from liaison_desktop.ui.dialogs.plan_meeting import PlanMeetingDialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.models.paged import Face
from liaison_desktop.ui.rich.reading import blocks_of
from liaison_desktop.ui.screens.calendar_acts import calendar_actions
from liaison_desktop.ui.screens.list_screen import GUTTER, ListScreen
from liaison_desktop.ui.screens.meeting_acts import call_again, keep_as_template
from liaison_desktop.ui.screens.meeting_plan import MeetingPlanView
from liaison_desktop.ui.screens.meeting_record import MeetingRecordView
from liaison_desktop.ui.screens.meeting_session import MeetingSessionView
from liaison_desktop.ui.screens.screen import MoreAction, PrimaryAction
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.empty_state import EmptyState
from liaison_desktop.ui.wording import MEETING_TONES, meeting_title

if TYPE_CHECKING:
    from liaison_desktop.services.meetings import MeetingRecord

_AHEAD = frozenset({MeetingState.PLANNED, MeetingState.CONVENED})
View = TypeVar("View", bound=QWidget)


class MeetingsScreen(ListScreen):
    """Meetings and their records."""

    touched_by = frozenset(
        {
            Kind.MEETING,
            Kind.PAPER,
            Kind.COMMITTEE,
            Kind.PRIVATE_NOTE,
            Kind.LETTER,
            Kind.REPLY,
        }
    )

    def __init__(self, context: Context) -> None:
        look = context.look
        _ = look.catalogue.gettext
        empty = EmptyState(
            Icon.MEETINGS,
            _("No meetings yet"),
            _("Plan one. Or import a committee file, which brings the committee’s meetings along."),
            look,
            [
                button(_("&Plan a meeting"), self.plan, context.look, icon=Icon.ADD),
                button(
                    _("&Import a file"), context.desk.import_file, context.look, icon=Icon.IMPORT
                ),
            ],
        )
        super().__init__(context, hint=_("Search in meetings"), empty=empty)
        self._left: UUID | None = None
        self._views: list[QWidget] = []
        self._plan = PrimaryAction(_("New meeting"), Icon.ADD, self.plan)
        self.primary = self._plan
        # What reads Markdown takes as long to load as the window may stand still.
        context.jobs.read(lambda: blocks_of(""), self._prepare, owner=self)

    @cached_property
    def plan_view(self) -> MeetingPlanView:
        """A meeting that is to come."""
        return self._added(MeetingPlanView(self.context, self._go_on, gutter=GUTTER))

    @cached_property
    def session_view(self) -> MeetingSessionView:
        """A meeting in session."""
        view = MeetingSessionView(self.context, self._leave_session, gutter=GUTTER)
        return self._added(view)

    @cached_property
    def record_view(self) -> MeetingRecordView:
        """A meeting that was held."""
        return self._added(MeetingRecordView(self.context))

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
        """Show what is planned, or the record of what was held."""
        meeting = record.meeting
        ahead = meeting.state in _AHEAD
        begun = meeting.state is MeetingState.OPEN or (ahead and bool(meeting.attendees))
        in_session = begun and meeting.id != self._left
        view: MeetingPlanView | MeetingSessionView | MeetingRecordView
        if in_session:
            view = self.session_view
        elif ahead or begun:
            view = self.plan_view
        else:
            view = self.record_view
        view.show_record(record)
        entered = in_session and not view.isVisible()
        for each in self._views:
            each.setVisible(each is view)
        self.show_list(shown=not in_session)
        if entered:
            self.session_view.take_keys()
        self._head(record)

    def show_nothing(self) -> None:
        """Show an empty place."""
        for view in self._views:
            view.hide()
        self.show_list(shown=True)
        self.primary, self.more = self._plan, ()
        self.headed.emit()

    def plan(self) -> None:
        """Ask for a new meeting of the committee in view, or of one that is chosen."""
        if self.committee is not None:
            self._ask((self.committee,))
        else:
            committees = self.context.services.committees
            self.context.jobs.read(committees.all, self._ask, owner=self)

    def open(self, target: UUID) -> None:
        """Open a meeting; one in session is shown in session again."""
        self._left = None
        super().open(target)

    def _prepare(self, _loaded: object) -> None:
        self.context.jobs.build(self._make_views(), owner=self)

    def _make_views(self) -> Iterator[None]:
        """Each in a piece of its own, before somebody asks for it."""
        _ = self.session_view
        yield
        _ = self.plan_view
        yield

    def _added(self, view: View) -> View:
        view.hide()
        self.detail_box.addWidget(view)
        self._views.append(view)
        return view

    def _leave_session(self) -> None:
        """Show the list again; the meeting goes on."""
        self._left = self.current
        self.refresh()

    def _go_on(self) -> None:
        self._left = None
        self.refresh()

    def _ask(self, committees: tuple[Committee, ...]) -> None:
        if not committees:
            self.context.desk.found_committee()
            return
        dialog = PlanMeetingDialog(committees, self.context, self)
        dialog.planned.connect(self.open)
        dialog.open()

    def _again(self, meeting: Meeting) -> tuple[MoreAction, ...]:
        """A meeting that was closed by mistake goes on, as long as its minutes are a draft."""
        if meeting.minutes_state is not MinutesState.DRAFT:
            return ()
        session = self.context.services.meeting_work.session

        def reopen() -> None:
            self._left = None
            self.context.jobs.change(lambda: session.reopen(meeting.id), owner=self)

        return (MoreAction(self.look.catalogue.gettext("Open the meeting again"), reopen),)

    def _head(self, record: "MeetingRecord") -> None:
        _ = self.look.catalogue.gettext
        meeting = record.meeting
        further = (
            keep_as_template(meeting, self.context, self),
            *calendar_actions(meeting, self.context, self),
        )
        self.primary, self.more = self._plan, further
        if meeting.state is MeetingState.HELD:
            self.more = (
                MoreAction(self._plan.text, self.plan),
                *self._again(meeting),
                *call_again(meeting, self.context, self, self.open),
                *further,
            )
            self.primary = PrimaryAction(
                _("Open the minutes"),
                Icon.MINUTES,
                lambda: self.context.desk.go(Place.MINUTES, meeting.id),
            )
        self.headed.emit()
