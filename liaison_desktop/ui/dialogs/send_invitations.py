"""Calling the members: who gets it, in which language, as drafts or through a mail server."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QLineEdit, QProgressBar, QWidget

from liaison_desktop.domain.addresses import Mailbox
from liaison_desktop.domain.calling import Medium
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import MeetingState
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.dialogs.recipients import RecipientList
from liaison_desktop.ui.forms.editors import choice_editor
from liaison_desktop.ui.forms.field import PassphraseEdit
from liaison_desktop.ui.jobs import Job, JobProgress
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.mail_choices import account_of, account_words, remember_sender
from liaison_desktop.ui.widgets.text import TextKind, label

if TYPE_CHECKING:
    from liaison_desktop.services.calling import Called
    from liaison_desktop.services.invitations import Invitations
    from liaison_desktop.services.letters import CallMembers

_STEPS = 100


class _Listener:
    """Tells how far sending is, and whether somebody wants it to stop."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self.stopped = False

    @property
    def cancelled(self) -> bool:
        return self.stopped or self._job.cancelled

    def step(self, done: int, total: int, what: str) -> None:
        self._job.step(done, total, what)


class SendInvitationsDialog(FormDialog):
    """Nothing goes out before the button is pressed under the list of who gets it."""

    def __init__(self, view: "Invitations", context: Context, parent: QWidget | None) -> None:
        _ = context.look.catalogue.gettext
        title, told = _title(view, context)
        super().__init__(title, _("&Write drafts …"), context, parent, explanation=told, width=640)
        self._view = view
        self._listener: _Listener | None = None
        self._job: Job | None = None
        self._folder: Path | None = None
        settings, look = context.desk.settings, context.look
        name = look.formats.language_name
        self.medium = choice_editor(_ways(look))
        self.language = choice_editor(
            ((name(each), each) for each in LANGUAGES), view.meeting.language
        )
        self.sender_name = QLineEdit(settings.mail_name)
        self.sender_address = QLineEdit(settings.mail_address)
        self.password = PassphraseEdit(look)
        self.recipients = RecipientList(view, look)
        self._lay_out()
        self.medium.currentIndexChanged.connect(lambda _index: self._follow())
        context.jobs.advanced.connect(self._advance)
        self.finish()
        self._follow()
        self.recipients.setFocus()

    def _lay_out(self) -> None:
        _ = self.look.catalogue.gettext
        self.add(_("Who gets it"), self.recipients, answers=("call_nobody",))
        self.add_beside((_("How"), self.medium, ()), (_("Language"), self.language, ()))
        self.add_beside(
            (_("Your name"), self.sender_name, ()),
            (_("Your e-mail address"), self.sender_address, ("mail_address_malformed",)),
        )
        drafts = _(
            "One file for each person is written into a folder. Open each in your mail program"
            " and send it there; the list of what was written is kept as proof."
        )
        server = account_words(self.context.desk.settings, self.look)
        self._drafts = label(drafts, TextKind.QUIET, wrap=True)
        self._server = label(server, TextKind.QUIET, wrap=True)
        self.body.addWidget(self._drafts)
        self.body.addWidget(self._server)
        self.password_field = self.add(
            _("Password of the mail server"),
            self.password,
            advice=_("It is used for this once and kept nowhere."),
            answers=("mail_login_refused", "mail_password_letters"),
        )
        self._bar = QProgressBar()
        self._bar.setAccessibleName(_("Progress"))
        self._bar.setRange(0, _STEPS)
        self._bar.hide()
        self.body.addWidget(self._bar)

    def send(self) -> None:
        """Ask for a folder, or send through the server."""
        if self.medium.currentData() is Medium.DRAFT:
            _ = self.look.catalogue.gettext
            folder = QFileDialog.getExistingDirectory(
                self, _("Folder for the drafts"), str(Path.home())
            )
            if folder:
                self.write_drafts(Path(folder))
        else:
            self.send_mail()

    def write_drafts(self, folder: Path) -> None:
        """Write the drafts into a folder."""
        self._folder = folder
        remember_sender(self.context.desk, self._sender)
        super().send()

    def work(self) -> "Callable[[], Called]":
        """Write the drafts."""
        folder, command = self._folder, self._command()
        assert folder is not None  # noqa: S101 - ``write_drafts`` was told
        calling = self.context.services.calling_work.calling
        return lambda: calling.draft(command, folder)

    def send_mail(self) -> None:
        """Send through the server; what becomes of each message is told in the list."""
        remember_sender(self.context.desk, self._sender)
        for field in self._unique():
            field.accept()
        try:
            account = account_of(self.context.desk.settings)
        except UserError as problem:
            self.refuse(problem)
            return
        _ = self.look.catalogue.gettext
        command, password = self._command(), self.password.text()
        calling = self.context.services.calling_work.calling

        def run(job: Job) -> "Called":
            self._listener = _Listener(job)
            return calling.send(command, account, password, self._listener)

        self._send.setEnabled(False)
        self._bar.setValue(0)
        self._bar.show()
        self.fit()
        self._job = self.context.jobs.write(
            run,
            self._sent,
            owner=self,
            label=_("Sending …"),
            changes=lambda called: called.changes,
            failed=self._not_sent,
        )

    def changes(self, result: "Called") -> Changes:
        """What the drafts touched."""
        return result.changes

    def reject(self) -> None:
        """Close; while mail is going out, stop after the message under way."""
        if self._listener is not None and not self._send.isEnabled():
            self._listener.stopped = True
        else:
            super().reject()

    def _finished(self, result: "Called") -> None:
        catalogue = self.look.catalogue
        words = catalogue.ngettext(
            "{count} draft was written into {folder}.",
            "{count} drafts were written into {folder}.",
            result.reached,
        ).format(count=result.reached, folder=self.look.formats.isolate(str(self._folder)))
        self.context.desk.tell(words)
        super()._finished(result)

    def _sent(self, called: "Called") -> None:
        self.password.clear()
        self._end_sending()
        missed = called.left + sum(each.problem is not None for each in called.deliveries)
        words = self.look.catalogue.ngettext(
            "{count} message went out.", "{count} messages went out.", called.reached
        ).format(count=called.reached)
        if not missed:
            self.context.desk.tell(words)
            self.accept()
            return
        left = self.look.catalogue.ngettext(
            "{count} person has not got one yet; you can go on with that.",
            "{count} people have not got one yet; you can go on with them.",
            missed,
        ).format(count=missed)
        self._refusal.setText(f"{words} {left}")
        self._refusal.show()
        self.recipients.show_deliveries(called.deliveries)
        self.fit()

    def _not_sent(self, problem: UserError) -> None:
        self._end_sending()
        self.refuse(problem)

    def _end_sending(self) -> None:
        self._listener = None
        self._send.setEnabled(True)
        self._bar.hide()

    def _advance(self, job: Job, news: JobProgress) -> None:
        if job is self._job and news.total:
            self._bar.setValue(round(_STEPS * news.done / news.total))

    def _follow(self) -> None:
        """Show what belongs to the way that is chosen."""
        _ = self.look.catalogue.gettext
        drafts = self.medium.currentData() is Medium.DRAFT
        self._drafts.setVisible(drafts)
        self._server.setVisible(not drafts)
        asks = bool(self.context.desk.settings.mail_user)
        self.password_field.setVisible(not drafts and asks)
        self._send.setText(_("&Write drafts …") if drafts else _("&Send"))
        self.fit()

    @property
    def _sender(self) -> Mailbox:
        name, address = self.sender_name.text(), self.sender_address.text()
        return Mailbox(name=name.strip(), address=address.strip())

    def _command(self) -> "CallMembers":
        from liaison_desktop.services.letters import CallMembers

        return CallMembers(
            meeting_id=self._view.meeting.id,
            chosen=cast("frozenset[tuple[UUID, UUID]]", self.recipients.ticked),
            sender=self._sender,
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
