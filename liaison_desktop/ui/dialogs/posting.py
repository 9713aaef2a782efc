"""Sending messages: how, in whose name, in which language, as drafts or through a mail server."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from liaison_desktop.domain.addresses import Mailbox
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.mail_account import MailAccount
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.editors import choice_editor
from liaison_desktop.ui.forms.field import PassphraseEdit
from liaison_desktop.ui.mail_choices import account_of, account_words, remember_sender
from liaison_desktop.ui.widgets.sending_bar import SendingBar
from liaison_desktop.ui.widgets.text import TextKind, label

if TYPE_CHECKING:
    from liaison_desktop.services.posting import Delivery
    from liaison_desktop.services.progress import Progress


class Posted(Protocol):
    """What became of messages; ``left``: how many were not reached before it stopped."""

    @property
    def changes(self) -> Changes:
        """What was touched."""

    @property
    def deliveries(self) -> "tuple[Delivery, ...]":
        """What became of each that was tried."""

    @property
    def left(self) -> int:
        """How many were not tried."""

    @property
    def reached(self) -> int:
        """How many went out."""


class PostingDialog(FormDialog):
    """Nothing goes out before the button is pressed.

    Whoever makes one of it says what is sent: ``drafts`` and ``sending``, and what to show of what
    became of it: ``show_deliveries``.

    Attributes:
        medium: how; drafts and the server are those of ``drafts`` and ``sending``, any other way is
            carried out by ``otherwise``.
    """

    def __init__(
        self,
        title: str,
        context: Context,
        parent: QWidget | None,
        ways: Sequence[tuple[str, Any]],
        *,
        explanation: str,
        drafts: Any,
        server: Any,
    ) -> None:
        """``ways``: each with its words; ``drafts`` and ``server``: those two among them."""
        _ = context.look.catalogue.gettext
        drafting = _("&Write drafts …")
        super().__init__(title, drafting, context, parent, explanation=explanation, width=640)
        self._drafts_way, self._server_way = drafts, server
        self._folder: Path | None = None
        settings = context.desk.settings
        self.medium = choice_editor(ways)
        self.sender_name = QLineEdit(settings.mail_name)
        self.sender_address = QLineEdit(settings.mail_address)
        self.password = PassphraseEdit(context.look)

    def add_posting(self) -> None:
        """Put the fields for sending below what was added so far, and the buttons below those."""
        _ = self.look.catalogue.gettext
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
        self._bar = SendingBar(self.context.jobs, self.look)
        self.body.addWidget(self._bar)
        self.medium.currentIndexChanged.connect(lambda _index: self._follow())
        self.finish()
        self._follow()

    def drafts(self, folder: Path) -> Callable[[], Posted]:
        """What writes the drafts."""
        raise NotImplementedError

    def sending(self, account: MailAccount, password: str) -> "Callable[[Progress], Posted]":
        """What sends the messages."""
        raise NotImplementedError

    def otherwise(self) -> None:
        """Do what was chosen, where it is neither drafts nor the server."""
        raise NotImplementedError

    def show_deliveries(self, deliveries: "Sequence[Delivery]") -> None:
        """Show what became of each message."""
        raise NotImplementedError

    @property
    def from_whom(self) -> Mailbox:
        """In whose name."""
        name, address = self.sender_name.text(), self.sender_address.text()
        return Mailbox(name=name.strip(), address=address.strip())

    def send(self) -> None:
        """Ask for a folder, send through the server, or do it otherwise."""
        way = self.medium.currentData()
        if way is self._server_way:
            self.send_mail()
        elif way is not self._drafts_way:
            self.otherwise()
        else:
            _ = self.look.catalogue.gettext
            folder = QFileDialog.getExistingDirectory(
                self, _("Folder for the drafts"), str(Path.home())
            )
            if folder:
                self.write_drafts(Path(folder))

    def write_drafts(self, folder: Path) -> None:
        """Write the drafts into a folder."""
        self._folder = folder
        remember_sender(self.context.desk, self.from_whom)
        super().send()

    def work(self) -> Callable[[], Any]:
        """Write the drafts."""
        folder = self._folder
        assert folder is not None  # noqa: S101 - ``write_drafts`` was told
        return self.drafts(folder)

    def send_mail(self) -> None:
        """Send through the server; what becomes of each message is told in the list."""
        remember_sender(self.context.desk, self.from_whom)
        for field in self._unique():
            field.accept()
        try:
            account = account_of(self.context.desk.settings)
        except UserError as problem:
            self.refuse(problem)
            return
        _ = self.look.catalogue.gettext
        send = self.sending(account, self.password.text())

        self._send.setEnabled(False)
        self._bar.begin()
        self.fit()
        self.context.jobs.write(
            lambda job: send(self._bar.follow(job)),
            self._sent,
            owner=self,
            label=_("Sending …"),
            changes=lambda posted: posted.changes,
            failed=self._not_sent,
            broken=self._end_sending,
        )

    def changes(self, result: Any) -> Changes:
        """What the drafts touched."""
        changes: Changes = result if isinstance(result, Changes) else result.changes
        return changes

    def reject(self) -> None:
        """Close; while mail is going out, stop after the message under way."""
        if self._bar.isVisible():
            self._bar.stop()
        else:
            super().reject()

    def told(self, result: Any) -> str:
        """What is said when the drafts are written."""
        return self.look.catalogue.ngettext(
            "{count} draft was written into {folder}.",
            "{count} drafts were written into {folder}.",
            result.reached,
        ).format(count=result.reached, folder=self.look.formats.isolate(str(self._folder)))

    def _finished(self, result: Any) -> None:
        self.context.desk.tell(self.told(result))
        super()._finished(result)

    def _sent(self, posted: Posted) -> None:
        self.password.clear()
        self._end_sending()
        missed = posted.left + sum(each.problem is not None for each in posted.deliveries)
        words = self.look.catalogue.ngettext(
            "{count} message went out.", "{count} messages went out.", posted.reached
        ).format(count=posted.reached)
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
        self.show_deliveries(posted.deliveries)
        self.fit()

    def _not_sent(self, problem: UserError) -> None:
        self._end_sending()
        self.refuse(problem)

    def _end_sending(self) -> None:
        self._send.setEnabled(True)
        self._bar.hide()

    def _follow(self) -> None:
        """Show what belongs to the way that is chosen."""
        _ = self.look.catalogue.gettext
        way = self.medium.currentData()
        drafts, server = way is self._drafts_way, way is self._server_way
        self._drafts.setVisible(drafts)
        self._server.setVisible(server)
        for editor in (self.sender_name, self.sender_address):
            self.field_of(editor).setVisible(drafts or server)
        asks = bool(self.context.desk.settings.mail_user)
        self.password_field.setVisible(server and asks)
        words = {self._drafts_way: _("&Write drafts …"), self._server_way: _("&Send")}
        self._send.setText(words.get(way) or self.other_verb(way))
        self.fit()

    def other_verb(self, _way: Any) -> str:
        """What the button says, where it is neither drafts nor the server."""
        return self._verb
