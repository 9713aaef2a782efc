"""Who is at a meeting without a vote."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.sheet import Guest
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.guests import Guests
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import row

_WIDTH = 680


class GuestsDialog(FormDialog):
    """The guests of a meeting; one line is always there to be filled in."""

    def __init__(self, meeting: Meeting, context: Context, parent: QWidget | None) -> None:
        _ = context.look.catalogue.gettext
        told = _("They are named on the attendance sheet and in the minutes; they have no vote.")
        super().__init__(_("Guests"), _("&Save"), context, parent, explanation=told, width=_WIDTH)
        self._meeting_id = meeting.id
        self.guests = Guests(meeting.guests or (Guest(name=""),), context.look)
        self.more = button(_("&Add a guest"), self.add_guest, context.look, icon=Icon.ADD)
        self.body.addWidget(self.guests)
        self.body.addLayout(row(self.more, None))
        self.guests.arranged.connect(self.fit)
        self.finish()
        first, *_others = self.guests.rows
        (self.more if meeting.guests else first).setFocus()

    def add_guest(self) -> None:
        """Put an empty line below the others, and the cursor there."""
        self.guests.add_guest(Guest(name="")).setFocus()

    def work(self) -> Callable[[], Changes]:
        """Keep the list."""
        session = self.context.services.meeting_work.session
        meeting_id, guests = self._meeting_id, self.guests.value
        return lambda: session.set_guests(meeting_id, guests)
