"""The guests of the meeting in session, below its roll call."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.sheet import Guest
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.guests import GuestsDialog
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import clear, column, row
from liaison_desktop.ui.widgets.text import TextKind, label


class GuestLines(QWidget):
    """Each guest by name, organisation and reason, and a button to change the list."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        _ = context.look.catalogue.gettext
        self._context = context
        self._meeting: Meeting | None = None
        self._guests = column(gap=8)
        ask = button(_("G&uests …"), self.ask, context.look)
        head = row(gap=8)
        head.addWidget(label(_("Guests"), TextKind.SUBHEADING), 1)
        head.addWidget(ask)
        self.setLayout(column(head, self._guests, gap=8))

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the guests of a meeting."""
        self._meeting = meeting
        clear(self._guests)
        for guest in meeting.guests:
            self._guests.addLayout(self._line(guest))
        if not meeting.guests:
            words = self._context.look.catalogue.gettext("No guests.")
            self._guests.addWidget(label(words, TextKind.QUIET))

    def ask(self) -> None:
        """Ask who is there without a vote."""
        if self._meeting is not None:
            GuestsDialog(self._meeting, self._context, self.window()).open()

    def _line(self, guest: Guest) -> QVBoxLayout:
        isolate = self._context.look.formats.isolate
        about = " · ".join(isolate(one) for one in (guest.organisation, guest.reason) if one)
        line = column(label(isolate(guest.name), TextKind.STRONG, wrap=True), gap=0)
        if about:
            line.addWidget(label(about, TextKind.SMALL, wrap=True))
        return line
