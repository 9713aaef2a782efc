"""A meeting to which the members were called, their answers, and the dialogs about it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QDialog, QWidget

from liaison_desktop.domain.addresses import Mailbox
from liaison_desktop.domain.calling import Answer, Medium
from liaison_desktop.domain.errors import UserError
from liaison_desktop.services.answering import NoteReply, RepliesTaken
from liaison_desktop.services.letters import CallMembers
from liaison_desktop.services.posting import Delivery
from liaison_desktop.services.services import Services
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.letters import LettersDialog
from liaison_desktop.ui.dialogs.replies_taken import RepliesTakenDialog
from liaison_desktop.ui.dialogs.send_invitations import SendInvitationsDialog
from liaison_desktop.ui.dialogs.session import SubstituteDialog
from tools.picture_meetings import meeting_ahead

_SENDER = Mailbox(name="Noemi Castelverde", address="segreteria@example.org")
_ANSWERS = (
    *(Answer.ACCEPTED, Answer.ACCEPTED, Answer.DECLINED, Answer.DELEGATED, Answer.ACCEPTED),
    *(Answer.TENTATIVE, Answer.ACCEPTED),
)


def call_members(services: Services) -> None:
    """Half of the members have been written to, and some have answered."""
    meeting = services.meetings.by_ref(meeting_ahead(services))
    work = services.calling_work
    view = work.invitations.of_meeting(meeting.id)
    pending = [one.invitee for one in view.pending if not one.invitee.substitute]
    chosen = frozenset((one.seat_id, one.person_id) for one in pending[:6])
    command = CallMembers(meeting_id=meeting.id, chosen=chosen, sender=_SENDER)
    with TemporaryDirectory() as folder:
        work.calling.draft(command, Path(folder))
    for seat, answer in zip(view.seats, _ANSWERS, strict=False):
        substitute = "Ada Fabbri" if answer is Answer.DELEGATED else ""
        work.answering.note(
            NoteReply(
                meeting_id=meeting.id,
                seat_id=seat.holder.seat_id,
                answer=answer,
                substitute=substitute,
            )
        )


def calling(
    services: Services, context: Context, window: QWidget
) -> Mapping[str, Callable[[], QDialog]]:
    """A name for each picture, and what makes the dialog."""
    meeting = services.meetings.by_ref(meeting_ahead(services))
    view = services.calling_work.invitations.of_meeting(meeting.id)

    def sending(*, failed: bool) -> QDialog:
        dialog = SendInvitationsDialog(view, context, window)
        dialog.medium.choose(Medium.SMTP)
        if failed:
            reason = "550 No such user here"
            invitee = view.pending[0].invitee
            problem = UserError("mail_refused", reason=reason)
            dialog.recipients.show_deliveries(
                [Delivery(name=invitee.name, address=invitee.address, problem=problem)]
            )
        return dialog

    def replies() -> QDialog:
        refused = (
            (Path("antwort.ics"), UserError("reply_from_stranger", address="ada@example.org")),
            (Path("foto.eml"), UserError("reply_none")),
        )
        taken = RepliesTaken(changes=services.undo.undo(), taken=(), refused=refused)
        services.undo.redo()
        return RepliesTakenDialog(taken, context.look, window)

    return {
        "dialog-calling-drafts": lambda: SendInvitationsDialog(view, context, window),
        "dialog-calling-server": lambda: sending(failed=False),
        "dialog-calling-refused": lambda: sending(failed=True),
        "dialog-calling-proof": lambda: LettersDialog(view.letters, context.look, window),
        "dialog-calling-replies": replies,
        "dialog-calling-substitute": lambda: SubstituteDialog(
            view.seats[0].holder.name, context, window, offered=("Ada Fabbri", "Nour Saleh")
        ),
    }
