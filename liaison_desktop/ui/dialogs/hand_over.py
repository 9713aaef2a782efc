"""Handing a paper to authorities and others, each with its transmittal slip."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from liaison_desktop.domain.archive import DispatchMedium, Recipient
from liaison_desktop.domain.mail_account import MailAccount
from liaison_desktop.domain.papers import Paper, PaperKind
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.posting import Posted, PostingDialog
from liaison_desktop.ui.forms.paper_recipients import PaperRecipients
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import row

if TYPE_CHECKING:
    from liaison_desktop.services.distributing import HandOver
    from liaison_desktop.services.posting import Delivery
    from liaison_desktop.services.progress import Progress


class HandOverDialog(PostingDialog):
    """Who gets the paper, in which edition, and how."""

    def __init__(
        self,
        paper: Paper,
        known: Sequence[Recipient],
        context: Context,
        parent: QWidget | None,
    ) -> None:
        """``known``: who can be offered."""
        look = context.look
        _ = look.catalogue.gettext
        super().__init__(
            _("Hand over {paper}").format(paper=look.formats.isolate(paper.title)),
            context,
            parent,
            [(look.labels.label(each), each) for each in reversed(DispatchMedium)],
            explanation=_(
                "Each recipient gets the file with a transmittal slip. Which file went to whom is"
                " kept with its digest; receipts can be noted when they come."
            ),
            drafts=DispatchMedium.DRAFT,
            server=DispatchMedium.SMTP,
        )
        self._paper = paper
        editions = paper.kind is PaperKind.MINUTES
        offered = known or (Recipient(name=""),)
        self.recipients = PaperRecipients(offered, look, editions=editions)
        self.recipients.arranged.connect(self.fit)
        more = button(_("&Add a recipient"), self.add_recipient, look, icon=Icon.ADD)
        answers = ("handover_nobody", "handover_without_name", "handover_not_minutes")
        self.add(_("Who gets it"), self.recipients, answers=answers)
        self.body.addLayout(row(more, None))
        self.add(_("How"), self.medium)
        self.add_posting()

    def add_recipient(self) -> None:
        """Put an empty line below the others, and the cursor there."""
        self.recipients.add_recipient(Recipient(name="")).setFocus()

    def drafts(self, folder: Path) -> Callable[[], Posted]:
        """Write the drafts."""
        command = self._command()
        distributing = self.context.services.archive_work.distributing
        return lambda: distributing.draft(command, folder)

    def sending(self, account: MailAccount, password: str) -> "Callable[[Progress], Posted]":
        """Send through the server."""
        command = self._command()
        distributing = self.context.services.archive_work.distributing
        return lambda progress: distributing.send(command, account, password, progress)

    def otherwise(self) -> None:
        """Ask for a folder."""
        _ = self.look.catalogue.gettext
        folder = QFileDialog.getExistingDirectory(self, _("Folder for the files"), str(Path.home()))
        if folder:
            self.write_drafts(Path(folder))

    def work(self) -> Callable[[], object]:
        """Write drafts or bare files."""
        folder = self._folder
        assert folder is not None  # noqa: S101 - somebody was asked for one
        if self.medium.currentData() is not DispatchMedium.FOLDER:
            return self.drafts(folder)
        command = self._command()
        distributing = self.context.services.archive_work.distributing
        return lambda: distributing.into_folder(command, folder)

    def other_verb(self, _way: object) -> str:
        """What the button says for bare files."""
        return self.look.catalogue.gettext("&Write files …")

    def told(self, result: object) -> str:
        """What is said when the files are written."""
        if self.medium.currentData() is not DispatchMedium.FOLDER:
            return super().told(result)
        words = self.look.catalogue.gettext("Paper and slip for each were written into {folder}.")
        return words.format(folder=self.look.formats.isolate(str(self._folder)))

    def show_deliveries(self, deliveries: "Sequence[Delivery]") -> None:
        """Leave those whom it reached out of what is tried again."""
        reached = {(each.name, each.address) for each in deliveries if each.problem is None}
        for line in tuple(self.recipients.rows):
            if (line.recipient.name, line.recipient.address) in reached:
                self.recipients.remove_row(line)

    def _command(self) -> "HandOver":
        from liaison_desktop.services.distributing import HandOver

        bare = self.medium.currentData() is DispatchMedium.FOLDER
        return HandOver(
            paper_id=self._paper.id,
            recipients=self.recipients.value,
            sender=None if bare else self.from_whom,
        )
