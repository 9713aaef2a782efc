"""Today: the next meeting, what waits, who sits here, what was decided last."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.decisions import Outcome
from liaison_desktop.domain.listings import DecisionRow, PageRequest
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.screens.list_screen import MARGIN
from liaison_desktop.ui.screens.screen import PrimaryAction, Screen
from liaison_desktop.ui.screens.task_lines import TaskLine
from liaison_desktop.ui.screens.today_cards import (
    composition_card,
    decisions_card,
    next_meeting_card,
)
from liaison_desktop.ui.widgets.card import Card, Scroll, clear, column, row
from liaison_desktop.ui.widgets.empty_state import EmptyState
from liaison_desktop.ui.widgets.text import TextKind, hairline, label
from liaison_desktop.ui.wording import today

if TYPE_CHECKING:
    from liaison_desktop.services.today import Overview

_SIDE_WIDTH = 356
_GAP = 18
_DECISIONS_READ = 20
_DECISIONS_SHOWN = 4
_DECIDED = frozenset({Outcome.ADOPTED, Outcome.REJECTED, Outcome.NOT_QUORATE})


@dataclass(frozen=True, slots=True)
class _Day:
    overview: "Overview"
    decisions: tuple[DecisionRow, ...]


class TodayScreen(Screen):
    """What needs me now."""

    touched_by = frozenset(Kind)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        _ = self.look.catalogue.gettext
        self.subtitle = self.look.formats.full_date(today())
        self.primary = PrimaryAction(_("Import a file"), Icon.IMPORT, context.desk.import_file)
        self._main = column(gap=_GAP)
        self._side = column(gap=_GAP)
        side = QWidget()
        side.setFixedWidth(_SIDE_WIDTH)
        side.setLayout(self._side)
        columns = row(gap=_GAP)
        columns.addLayout(self._main, 1)
        columns.addWidget(side)
        scroll = Scroll(start=MARGIN, above=22, gutter=MARGIN)
        scroll.box.addLayout(columns)
        box = row(scroll)
        self.setLayout(box)

    @property
    def title(self) -> str:
        """The place."""
        return self.look.catalogue.gettext("Today")

    def refresh(self) -> None:
        """Read what needs the secretary."""
        services, committee_id = self.context.services, self.committee_id
        request = PageRequest(committee_id=committee_id, limit=_DECISIONS_READ)

        def read() -> _Day:
            overview = services.today.overview(committee_id, today())
            decisions = services.meetings.decisions(request).rows
            decided = [row for row in decisions if row.outcome in _DECIDED]
            return _Day(overview, tuple(decided[:_DECISIONS_SHOWN]))

        self.context.jobs.read(read, self._show, owner=self)

    def _show(self, day: _Day) -> None:
        overview = day.overview
        clear(self._main)
        clear(self._side)
        if overview.next_meeting is not None:
            card = next_meeting_card(
                overview.next_meeting,
                overview.days_until or 0,
                self.context,
                expected=overview.forecast,
            )
            self._main.addWidget(card)
        self._main.addWidget(self._tasks(overview))
        self._main.addStretch(1)
        if overview.composition:
            self._side.addWidget(composition_card(overview.composition, self.committee, self.look))
        if day.decisions:
            self._side.addWidget(decisions_card(day.decisions, self.context))
        self._side.addStretch(1)

    def _tasks(self, overview: "Overview") -> QWidget:
        _ = self.look.catalogue.gettext
        card = Card(pad=0, gap=0)
        card.box.setContentsMargins(1, 0, 1, 1)
        title = label(_("Needs you"), TextKind.SUBHEADING)
        title.setContentsMargins(16, 14, 16, 12)
        card.box.addWidget(title)
        for task in overview.tasks:
            card.box.addWidget(hairline())
            card.box.addWidget(TaskLine(task, self.context, city=self.committee is None))
        if not overview.tasks:
            card.box.addWidget(hairline())
            done = EmptyState(
                Icon.CHECK,
                _("Nothing waits for you"),
                _("No signature, no overdue action, no end of a term or an agreement."),
                self.look,
            )
            done.setMinimumHeight(200)
            card.box.addWidget(done)
        return card
