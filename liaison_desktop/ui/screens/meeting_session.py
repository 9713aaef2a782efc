"""A meeting in session: agenda, the item under way, the roll call, all by keyboard."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.meetings import Meeting, MeetingState
from liaison_desktop.domain.session import standing
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.officers import OpenMeetingDialog
from liaison_desktop.ui.dialogs.session import ClockDialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.models.paged import Face
from liaison_desktop.ui.screens.item_panel import ItemPanel
from liaison_desktop.ui.screens.roll_panel import RollPanel
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.agenda_list import AgendaList
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Card, Scroll, clear, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.text import TextKind, label
from liaison_desktop.ui.wording import MEETING_TONES, meeting_title, now

if TYPE_CHECKING:
    from liaison_desktop.services.meetings import MeetingRecord

_AGENDA_WIDTH = 264
_GAP = 16


class MeetingSessionView(QWidget):
    """The head with the next step; below it three columns."""

    def __init__(self, context: Context, back: Callable[[], None], *, gutter: int) -> None:
        """``back``: shows the list of meetings again."""
        super().__init__()
        self._context = context
        self._back = back
        self._record: MeetingRecord | None = None
        _ = context.look.catalogue.gettext
        self._head = row(gap=8)
        self.items = AgendaList(_("Agenda"), context.look)
        self.items.currentRowChanged.connect(lambda _row: self._show_item())
        self.panel = ItemPanel(context)
        self.roll = RollPanel(context)
        agenda = Card(pad=0, gap=0)
        scroll = Scroll(gap=0)
        scroll.box.addWidget(self.items)
        scroll.box.addStretch(1)
        agenda.box.addWidget(scroll)
        agenda.setFixedWidth(_AGENDA_WIDTH)
        columns = row(agenda, gap=_GAP)
        columns.addWidget(self.panel, 1)
        columns.addWidget(self.roll)
        box = column(row(self._head, gutter, gap=0), row(columns, gutter, gap=0), gap=_GAP)
        box.setStretch(1, 1)
        mirrored = context.look.direction == Qt.LayoutDirection.RightToLeft
        # As in ListScreen: a splitter is one pixel too wide in a mirrored window.
        box.setContentsMargins(0, 0, 1 if mirrored else 0, 0)
        self.setLayout(box)
        self._listen()

    def show_record(self, record: "MeetingRecord") -> None:
        """Show the meeting as it stands."""
        self._record = record
        pressed = self._head_has_focus()
        self._show_head(record.meeting)
        self.items.blockSignals(True)
        faces = [self._face(item) for item in record.meeting.items]
        self.items.show_faces(faces, locked=True)
        self.items.blockSignals(False)
        self._show_item()
        if pressed:
            # The button that was pressed is gone: the keys go on where the meeting does.
            self.take_keys()

    def take_keys(self) -> None:
        """Let the keys go to the roll call before the opening, to the text after it."""
        meeting = self._record.meeting if self._record else None
        begun = meeting is not None and meeting.state is MeetingState.OPEN
        (self.panel.editor.text if begun else self.roll.seats).setFocus()

    @property
    def item(self) -> AgendaItem | None:
        """The item under way."""
        if self._record is None or not self._record.meeting.items:
            return None
        return self._record.meeting.items[max(self.items.currentRow(), 0)]

    def step(self, by: int) -> None:
        """Go on to the next item, or back."""
        row_ = min(max(self.items.currentRow() + by, 0), self.items.count() - 1)
        self.items.setCurrentRow(row_)
        self.panel.editor.text.setFocus()

    def _listen(self) -> None:
        acts: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Ctrl+D", self.panel.decide),
            ("Ctrl+T", self.panel.assign),
            ("Ctrl+Down", partial(self.step, 1)),
            ("Ctrl+Up", partial(self.step, -1)),
            ("Ctrl+R", self.roll.seats.setFocus),
            ("Ctrl+E", self.panel.editor.text.setFocus),
        )
        for keys, act in acts:
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _head_has_focus(self) -> bool:
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self._head.indexOf(focused) >= 0

    def _show_item(self) -> None:
        item = self.item
        if self._record is None:
            return
        self.roll.show_meeting(self._record.meeting, item)
        self.panel.setVisible(item is not None)
        if item is not None:
            self.panel.show_item(self._record, item)

    def _face(self, item: AgendaItem) -> Face:
        look = self._context.look
        _ = look.catalogue.gettext
        about = look.labels.label(item.kind)
        if item.minutes_allotted:
            minutes = _("{minutes} min").format(minutes=item.minutes_allotted)
            about = f"{about} · {minutes}"
        if item.postponed:
            about = f"{_('postponed')} · {about}"
        return Face(id=item.id, title=item.title, subtitle=about, lead=item.number)

    def _show_head(self, meeting: Meeting) -> None:
        look = self._context.look
        _ = look.catalogue.gettext
        clear(self._head)
        self._head.addWidget(button(_("All &meetings"), self._back, look))
        title = label(meeting_title(meeting, look), TextKind.TITLE)
        self._head.addWidget(title)
        words, tone = look.labels.label(meeting.state), MEETING_TONES[meeting.state]
        if meeting.state is MeetingState.OPEN and meeting.opened:
            at = look.formats.isolate(look.formats.time(meeting.opened))
            words = _("in session since {time}").format(time=at)
            if meeting.in_writing:
                until = look.formats.long_date(meeting.date)
                words = _("votes come in until {day}").format(day=until)
        if meeting.paused:
            words, tone = _("Break"), Tone.CARE
        self._head.addWidget(Chip(words, tone, look))
        self._head.addStretch(1)
        self._add_steps(meeting, self._head)

    def _add_steps(self, meeting: Meeting, head: QHBoxLayout) -> None:
        look, session = self._context.look, self._context.services.meeting_work.session
        _ = look.catalogue.gettext
        if meeting.state is not MeetingState.OPEN:
            opens = _("&Open the meeting …")
            if meeting.in_writing:
                opens = _("&Begin the procedure …")
            head.addWidget(button(opens, self._open, look, primary=True))
        elif meeting.paused:
            resume = partial(self._change, lambda: session.resume(meeting.id, now()))
            head.addWidget(button(_("&Go on"), resume, look, primary=True))
        elif meeting.in_writing:
            count = button(
                _("&Count the votes …"), self._close, look, icon=Icon.CHECK, primary=True
            )
            head.addWidget(count)
        else:
            pause = partial(self._change, lambda: session.pause(meeting.id, now()))
            head.addWidget(button(_("&Break"), pause, look))
            head.addWidget(
                button(_("&Close the meeting …"), self._close, look, icon=Icon.CHECK, primary=True)
            )

    def _open(self) -> None:
        _ = self._context.look.catalogue.gettext
        if self._record is None:
            return
        told = ""
        stands = standing(self._record.meeting, None)
        if self._record.meeting.in_writing:
            told = _("The motions went out. Whoever answers is marked in the roll call.")
        elif not stands.quorate:
            told = _(
                "The committee is not quorate: {present} of {base} seats are represented,"
                " {required} are needed. What is voted on would be void."
            ).format(present=stands.present, base=stands.basis, required=stands.required)
        OpenMeetingDialog(
            self._record.meeting, self._context, self.window(), explanation=told
        ).open()

    def _close(self) -> None:
        _ = self._context.look.catalogue.gettext
        self.panel.flush()
        told = _("What was written becomes the draft of the minutes.")
        title, verb = _("Close the meeting"), _("&Close")
        if self._record is not None and self._record.meeting.in_writing:
            title, verb = _("Count the votes"), _("&Count")
        work = self._context.services.meeting_work.session.close
        if self._record is not None:
            ClockDialog(
                title,
                verb,
                work,
                self._record.meeting,
                self._context,
                self.window(),
                explanation=told,
            ).open()

    def _change(self, work: Callable[[], Changes]) -> None:
        self._context.jobs.change(work, owner=self)
