"""Attendance: how often members, organisations and constituencies were represented."""

from datetime import date
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QWidget

from liaison_desktop.domain.attendance_statistics import Period, whole_year
from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.errors import UserError
from liaison_desktop.ui.context import Context, Place
from liaison_desktop.ui.forms.editors import DayEdit, choice_editor
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.screens.attendance_cards import cards
from liaison_desktop.ui.screens.list_screen import MARGIN
from liaison_desktop.ui.screens.screen import PrimaryAction, Screen
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Scroll, clear, column, row
from liaison_desktop.ui.widgets.empty_state import EmptyState
from liaison_desktop.ui.widgets.text import TextKind, label
from liaison_desktop.ui.wording import today

if TYPE_CHECKING:
    from liaison_desktop.domain.attendance_statistics import AttendanceStatistics

_GAP = 18


class _Span(Enum):
    """The periods to choose from."""

    THIS_YEAR = auto()
    LAST_YEAR = auto()
    ALL = auto()
    DAYS = auto()


class AttendanceScreen(Screen):
    """The figures of one committee in a period."""

    touched_by = frozenset({Kind.MEETING, Kind.MEMBERSHIP, Kind.SEAT, Kind.PERSON, Kind.COMMITTEE})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._asked: tuple[UUID, Period] | None = None
        _ = self.look.catalogue.gettext
        self.spans = choice_editor(
            (
                (_("This year"), _Span.THIS_YEAR),
                (_("Last year"), _Span.LAST_YEAR),
                (_("All meetings so far"), _Span.ALL),
                (_("From … to …"), _Span.DAYS),
            )
        )
        self.spans.setAccessibleName(_("Period"))
        self.first = DayEdit(self.look, date(today().year, 1, 1))
        self.first.setAccessibleName(_("First day"))
        self.last = DayEdit(self.look, today())
        self.last.setAccessibleName(_("Last day"))
        self._days = QWidget()
        self._days.setLayout(row(self.first, label("–"), self.last, gap=8))
        self._days.hide()
        self._bar = QWidget()
        line = row(label(_("Period"), TextKind.QUIET), self.spans, self._days, None, gap=12)
        line.setContentsMargins(MARGIN, 18, MARGIN, 0)
        self._bar.setLayout(line)
        self._scroll = Scroll(start=MARGIN, above=18, gutter=MARGIN, gap=_GAP)
        self.setLayout(column(self._bar, self._scroll, gap=0))
        self.spans.currentIndexChanged.connect(lambda _place: self._choose())
        self.first.dateChanged.connect(lambda _day: self.refresh())
        self.last.dateChanged.connect(lambda _day: self.refresh())

    @property
    def title(self) -> str:
        """The place."""
        return self.look.catalogue.gettext("Attendance")

    @property
    def period(self) -> Period:
        """What is chosen; raises ``UserError("period_ends_before")``."""
        year = today().year
        match self.spans.currentData():
            case _Span.THIS_YEAR:
                return whole_year(year)
            case _Span.LAST_YEAR:
                return whole_year(year - 1)
            case _Span.DAYS:
                return Period(first=self.first.day, last=self.last.day)
        return Period()

    def show_committee(self, committee: Committee | None) -> None:
        """Show one committee's figures, or that one is to be chosen."""
        self.subtitle = committee.name if committee else ""
        self.primary = None
        super().show_committee(committee)
        self.headed.emit()

    def refresh(self) -> None:
        """Count anew."""
        self._bar.setVisible(self.committee is not None)
        if self.committee is None:
            self._asked = None
            self._tell_nothing(with_committee=False)
            return
        try:
            period = self.period
        except UserError as error:
            self.context.desk.fail(error)
            return
        service, committee_id = self.context.services.meeting_work.attendance, self.committee.id
        asked = self._asked = (committee_id, period)

        def show(found: "AttendanceStatistics") -> None:
            # Reads may end in another order than they began.
            if asked == self._asked:
                self._show(found)

        self.context.jobs.read(lambda: service.statistics(committee_id, period), show, owner=self)

    def ask_for_file(self) -> None:
        """Ask where the figures are to be saved."""
        _ = self.look.catalogue.gettext
        if self.committee is None:
            return
        name = f"{self.committee.key}-{self.title}.xlsx"
        path, _chosen = QFileDialog.getSaveFileName(
            self, _("Save the figures"), str(Path.home() / name), _("Tables (*.xlsx *.csv)")
        )
        if path:
            self.save(Path(path))

    def save(self, path: Path) -> None:
        """Write the figures of what is chosen."""
        if self.committee is None:
            return
        _ = self.look.catalogue.gettext
        service, committee_id, period = (
            self.context.services.meeting_work.attendance,
            self.committee.id,
            self.period,
        )
        told = _("Saved as {path}.")
        self.context.jobs.write(
            lambda _job: service.save(committee_id, period, path),
            lambda saved: self.context.desk.tell(
                told.format(path=self.look.formats.isolate(str(saved)))
            ),
            owner=self,
            label=_("Saving the figures …"),
        )

    def _choose(self) -> None:
        self._days.setVisible(self.spans.currentData() is _Span.DAYS)
        self.refresh()

    def _show(self, found: "AttendanceStatistics") -> None:
        if not found.whole.meetings:
            self._tell_nothing(with_committee=True)
            return
        _ = self.look.catalogue.gettext
        self.primary = PrimaryAction(_("Save the figures …"), Icon.FILE, self.ask_for_file)
        self.headed.emit()
        clear(self._scroll.box)
        for card in cards(found, self.look):
            self._scroll.box.addWidget(card)
        self._scroll.box.addStretch(1)

    def _tell_nothing(self, *, with_committee: bool) -> None:
        _ = self.look.catalogue.gettext
        self.primary = None
        self.headed.emit()
        clear(self._scroll.box)
        if with_committee:
            go = button(
                _("To the &meetings"), lambda: self.context.desk.go(Place.MEETINGS), self.look
            )
            words = (
                _("No meeting to count in this period"),
                _("Figures come from meetings that were held, by their attendance sheets."),
            )
            state = EmptyState(Icon.TERM, *words, self.look, [go])
        else:
            words = (
                _("Choose a committee"),
                _("How often its members were there is counted one committee at a time."),
            )
            state = EmptyState(Icon.COMMITTEE, *words, self.look)
        self._scroll.box.addWidget(state)
