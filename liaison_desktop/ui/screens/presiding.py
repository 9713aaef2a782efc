"""Who presides over the meeting in session and who takes its minutes."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.meetings import Meeting, MeetingState
from liaison_desktop.domain.presiding import serving, with_officers
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.officers import HandChairDialog, TakeMinutesDialog
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import column, row
from liaison_desktop.ui.widgets.text import TextKind, label


class PresidingLines(QWidget):
    """The chair and the minute-taker at an item, each with a button for somebody else."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        look = context.look
        _ = look.catalogue.gettext
        self._context = context
        self._meeting: Meeting | None = None
        self._item: AgendaItem | None = None
        self._chair = label("", TextKind.STRONG, wrap=True)
        self._gone = label(_("The chair is not there: hand it over."), TextKind.ERROR, wrap=True)
        self._writer = label("", TextKind.STRONG, wrap=True)
        self._hand = button(_("&Hand over …"), self.hand_chair, look)
        self._hand.setAccessibleName(_("Hand over the chair"))
        self._take = button(_("Ch&ange …"), self.take_minutes, look)
        self._take.setAccessibleName(_("Who takes the minutes"))
        self.setLayout(
            column(
                _line(label(_("Chair"), TextKind.SMALL), self._chair, self._hand),
                self._gone,
                _line(label(_("Minutes are taken by"), TextKind.SMALL), self._writer, self._take),
                gap=8,
            )
        )

    def show_meeting(self, meeting: Meeting, item: AgendaItem | None, item_no: int | None) -> None:
        """Show who does it at an item; before the opening (``None``), who will."""
        self._meeting, self._item = meeting, item
        _ = self._context.look.catalogue.gettext
        ahead = meeting.state is not MeetingState.OPEN
        officers = with_officers(meeting) if ahead else meeting
        chair = officers.chair_seat_id if item_no is None else officers.chair_at(item_no)
        came = serving(meeting, item_no)
        self._chair.setText(self._name(chair))
        self._gone.setVisible(not ahead and chair is not None and chair not in came)
        self._hand.setText(_("C&hoose …") if ahead or chair is None else _("&Hand over …"))
        self._writer.setText(self._name(officers.secretary_seat_id))
        self._hand.setEnabled(bool(came) and (ahead or item is not None))
        # Nobody hands over in the middle where nobody meets.
        self._hand.setVisible(ahead or not meeting.in_writing)
        self._take.setEnabled(bool(came))

    def hand_chair(self) -> None:
        """Ask who presides."""
        if self._meeting is not None:
            HandChairDialog(self._meeting, self._item, self._context, self.window()).open()

    def take_minutes(self) -> None:
        """Ask who takes the minutes."""
        if self._meeting is not None:
            TakeMinutesDialog(self._meeting, self._context, self.window()).open()

    def _name(self, seat_id: UUID | None) -> str:
        if self._meeting is None or seat_id is None:
            return self._context.look.catalogue.gettext("Nobody yet.")
        return self._context.look.formats.isolate(self._meeting.attendee(seat_id).present_name)


def _line(name: QWidget, value: QWidget, made: QPushButton) -> QHBoxLayout:
    line = row(gap=8)
    line.addLayout(column(name, value, gap=0), 1)
    line.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
    return line
