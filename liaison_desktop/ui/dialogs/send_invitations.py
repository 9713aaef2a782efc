"""Calling the members: who gets it, in which language, as drafts or through a mail server."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.calling import Medium
from liaison_desktop.domain.mail_account import MailAccount
from liaison_desktop.domain.meetings import MeetingState
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.posting import Posted, PostingDialog
from liaison_desktop.ui.dialogs.recipients import RecipientList
from liaison_desktop.ui.forms.editors import choice_editor
from liaison_desktop.ui.look import Look

if TYPE_CHECKING:
    from liaison_desktop.services.invitations import Invitations
    from liaison_desktop.services.letters import CallMembers
    from liaison_desktop.services.posting import Delivery
    from liaison_desktop.services.progress import Progress


class SendInvitationsDialog(PostingDialog):
    """Nothing goes out before the button is pressed under the list of who gets it."""

    def __init__(self, view: "Invitations", context: Context, parent: QWidget | None) -> None:
        _ = context.look.catalogue.gettext
        title, told = _title(view, context)
        super().__init__(
            title,
            context,
            parent,
            _ways(context.look),
            explanation=told,
            drafts=Medium.DRAFT,
            server=Medium.SMTP,
        )
        self._view = view
        name = context.look.formats.language_name
        self.language = choice_editor(
            ((name(each), each) for each in LANGUAGES), view.meeting.language
        )
        self.recipients = RecipientList(view, context.look)
        self.add(_("Who gets it"), self.recipients, answers=("call_nobody",))
        self.add_beside((_("How"), self.medium, ()), (_("Language"), self.language, ()))
        self.add_posting()
        self.recipients.setFocus()

    def drafts(self, folder: Path) -> Callable[[], Posted]:
        """Write the drafts."""
        command = self._command()
        calling = self.context.services.calling_work.calling
        return lambda: calling.draft(command, folder)

    def sending(self, account: MailAccount, password: str) -> "Callable[[Progress], Posted]":
        """Send through the server."""
        command = self._command()
        calling = self.context.services.calling_work.calling
        return lambda progress: calling.send(command, account, password, progress)

    def show_deliveries(self, deliveries: "Sequence[Delivery]") -> None:
        """Show what became of each message beside its recipient."""
        self.recipients.show_deliveries(deliveries)

    def _command(self) -> "CallMembers":
        from liaison_desktop.services.letters import CallMembers

        return CallMembers(
            meeting_id=self._view.meeting.id,
            chosen=cast("frozenset[tuple[UUID, UUID]]", self.recipients.ticked),
            sender=self.from_whom,
            language=self.language.currentData(),
        )


def _ways(look: Look) -> tuple[tuple[str, Medium], ...]:
    _ = look.catalogue.gettext
    return (
        (_("Drafts for my mail program"), Medium.DRAFT),
        (_("Through a mail server"), Medium.SMTP),
    )


def _title(view: "Invitations", context: Context) -> tuple[str, str]:
    """What is sent, and why."""
    _ = context.look.catalogue.gettext
    if view.meeting.state is MeetingState.CANCELLED:
        return _("Call the meeting off"), _(
            "Those who were called are told that the meeting does not take place."
        )
    if view.outdated:
        return _("Send an update"), _(
            "What was sent before no longer holds. Everybody gets a message that replaces it."
        )
    return _("Call the members"), _(
        "Each person gets a message of their own with the convocation as a PDF and an entry for"
        " the calendar. Nobody sees the address of anybody else."
    )
