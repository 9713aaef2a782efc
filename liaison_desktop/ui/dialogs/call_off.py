"""Telling those who were called that a meeting does not take place."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.send_invitations import SendInvitationsDialog

if TYPE_CHECKING:
    from liaison_desktop.services.invitations import Invitations


def call_off(meeting_id: UUID, context: Context, parent: QWidget) -> None:
    """Offer to tell them, where anybody was written to and does not know it yet."""

    def offer(view: "Invitations") -> None:
        if view.pending:
            SendInvitationsDialog(view, context, parent.window()).open()

    invitations = context.services.calling_work.invitations
    context.jobs.read(lambda: invitations.of_meeting(meeting_id), offer, owner=parent)
