"""How long the item under way is taking, against the minutes it was given."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.item_time import minutes_taken
from liaison_desktop.domain.meetings import Meeting, MeetingState
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.card import clear, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.wording import now

_TICK_MS = 1000
_DWELL_MS = 3000
"""Whoever only passes an item on the way to another does not take it up."""


class ItemClock(QWidget):
    """A chip that ticks while the meeting is open and no break goes on.

    An item at which the meeting dwells for the first time is noted as taken up.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._meeting: Meeting | None = None
        self._item: AgendaItem | None = None
        self._since = now()
        self._shown = ("", Tone.NEUTRAL)
        self._box = row()
        self.setLayout(self._box)
        self.tick = QTimer(self)
        self.tick.setInterval(_TICK_MS)
        self.tick.timeout.connect(self._draw)
        self.dwell = QTimer(self)
        self.dwell.setSingleShot(True)
        self.dwell.setInterval(_DWELL_MS)
        self.dwell.timeout.connect(self._take_up)

    @property
    def words(self) -> str:
        """What the chip says; empty = the item was not taken up yet."""
        return self._shown[0]

    def show_item(self, meeting: Meeting, item: AgendaItem) -> None:
        """Show an item's time."""
        if self._item is None or self._item.id != item.id:
            self.dwell.stop()
        self._meeting, self._item = meeting, item
        self._run()

    def showEvent(self, event: QShowEvent) -> None:
        """Tick where somebody sees it."""
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest where nobody does."""
        super().hideEvent(event)
        self._run()

    def _run(self) -> None:
        """Start and stop what has to run."""
        meeting, item = self._meeting, self._item
        runs = self.isVisible() and meeting is not None and _under_way(meeting)
        started = item is not None and item.started is not None
        _keep(self.tick, runs=runs and started)
        if runs and not started and not self.dwell.isActive():
            self._since = now()
        _keep(self.dwell, runs=runs and not started)
        self._draw()

    def _draw(self) -> None:
        if self._meeting is None or self._item is None:
            return
        shown = self._told(self._meeting, self._item)
        if shown == self._shown:
            return
        self._shown = words, tone = shown
        clear(self._box)
        if words:
            self._box.addWidget(Chip(words, tone, self._context.look))

    def _told(self, meeting: Meeting, item: AgendaItem) -> tuple[str, Tone]:
        _ = self._context.look.catalogue.gettext
        if item.started is None:
            return "", Tone.NEUTRAL
        taken, allotted = minutes_taken(meeting, item.started, now()), item.minutes_allotted
        if allotted is None:
            return _("{minutes} min").format(minutes=taken), Tone.NEUTRAL
        words = _("{minutes} of {allotted} min").format(minutes=taken, allotted=allotted)
        return words, Tone.CARE if taken > allotted else Tone.NEUTRAL

    def _take_up(self) -> None:
        if self._meeting is None or self._item is None:
            return
        session = self._context.services.meeting_work.session
        meeting_id, item_id, since = self._meeting.id, self._item.id, self._since
        self._context.jobs.change(lambda: session.take_up(meeting_id, item_id, since), owner=self)


def _under_way(meeting: Meeting) -> bool:
    return meeting.state is MeetingState.OPEN and not meeting.paused


def _keep(timer: QTimer, *, runs: bool) -> None:
    """Let a timer run or rest; one that runs already goes on."""
    if not runs:
        timer.stop()
    elif not timer.isActive():
        timer.start()
