"""What becomes of a paper: refused, signed by hand, filed by an authority, received."""

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from liaison_desktop.domain.archive import Dispatch
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.papers import Paper
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.dialogs.sign import Signer
from liaison_desktop.ui.forms.articles import GrowingText
from liaison_desktop.ui.forms.editors import DayEdit, choice_editor
from liaison_desktop.ui.forms.files import FileEdit
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.check_list import CheckList, CheckRow
from liaison_desktop.ui.widgets.file_drop import FileDrop
from liaison_desktop.ui.wording import today

_DAYS = ("paper_day_early", "paper_day_in_future")


class RefusalDialog(FormDialog):
    """Who would not sign, why, and when that was said."""

    def __init__(
        self,
        paper: Paper,
        signers: Sequence[Signer],
        context: Context,
        parent: QWidget | None,
    ) -> None:
        """``signers``: those who have neither signed nor refused."""
        _ = context.look.catalogue.gettext
        told = _("The place stays empty and the register tells why. This cannot be taken back.")
        super().__init__(_("Refused to sign"), _("&Note"), context, parent, explanation=told)
        self._paper = paper
        self.who = choice_editor(_words(signers, context.look))
        self.reason = GrowingText("")
        self.day = DayEdit(context.look, today())
        self.add(_("Who"), self.who, answers=("refused_already", "paper_field_done"))
        self.add(_("Reason"), self.reason, answers=("refusal_without_reason",))
        self.add(_("On"), self.day, answers=_DAYS)
        self.finish()

    def work(self) -> Callable[[], Changes]:
        """Note it."""
        from liaison_desktop.services.archiving import RefuseSignature

        command = RefuseSignature(
            paper_id=self._paper.id,
            field=self.who.currentData(),
            reason=self.reason.toPlainText(),
            refused_on=self.day.day or today(),
        )
        archiving = self.context.services.archive_work.archiving
        return lambda: archiving.refuse(command)


class SignedByHandDialog(FormDialog):
    """Who signed the printed paper, when, and the scan of it."""

    def __init__(
        self,
        paper: Paper,
        signers: Sequence[Signer],
        context: Context,
        parent: QWidget | None,
    ) -> None:
        """``signers``: those who have neither signed nor refused."""
        _ = context.look.catalogue.gettext
        told = _(
            "Print the paper, let it be signed, and keep the scan here. The register tells who"
            " signed by hand and when. This cannot be taken back."
        )
        super().__init__(_("Signed by hand"), _("&Keep"), context, parent, explanation=told)
        self._paper = paper
        self.who = CheckList(_("Who signed"))
        self.who.show_rows(
            CheckRow(signer.field, words, signer.office or "–", ticked=True)
            for words, signer in zip(
                (context.look.formats.isolate(one.name or one.field) for one in signers),
                signers,
                strict=True,
            )
        )
        self.scan = FileEdit(_("Scans (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)"), context.look)
        self.day = DayEdit(context.look, today())
        self.add(_("Who signed"), self.who, answers=("signed_by_nobody", "paper_field_done"))
        self.add(
            _("Scan"),
            self.scan,
            advice=_("It can be dropped here as well."),
            answers=("attachment_too_large",),
        )
        self.add(_("Signed on"), self.day, answers=_DAYS)
        FileDrop(self).dropped.connect(lambda paths: self.scan.choose(paths[0]))
        self.finish()

    def send(self) -> None:
        """Keep it, if there is a scan."""
        if self.scan.path is None:
            words = self.look.catalogue.gettext("Choose the scan first.")
            self.field_of(self.scan).refuse(words)
            return
        super().send()

    def work(self) -> Callable[[], Changes]:
        """Keep it."""
        from liaison_desktop.services.archiving import SignedByHand

        scan = self.scan.path
        assert scan is not None  # noqa: S101 - ``send`` has looked
        fields = cast("frozenset[str]", self.who.ticked)
        command = SignedByHand(
            paper_id=self._paper.id,
            signed_on=dict.fromkeys(sorted(fields), self.day.day or today()),
            scan=scan,
        )
        archiving = self.context.services.archive_work.archiving
        return lambda: archiving.signed_by_hand(command)


class FilingDialog(FormDialog):
    """Under which number an authority keeps a paper, and since when."""

    def __init__(
        self,
        paper: Paper,
        known: Sequence[str],
        context: Context,
        parent: QWidget | None,
    ) -> None:
        """``known``: names of authorities that can be offered."""
        _ = context.look.catalogue.gettext
        told = _("The register names it from then on. This cannot be taken back.")
        title = _("Filed with the authority")
        super().__init__(title, _("&Note"), context, parent, explanation=told)
        self._paper = paper
        self.authority = QLineEdit(next(iter(known), ""))
        self.authority.setCompleter(QCompleter(list(known), self.authority))
        self.number = QLineEdit()
        self.day = DayEdit(context.look, today())
        self.add(_("Authority"), self.authority, answers=("filing_incomplete",))
        self.add_beside(
            (_("Its number"), self.number, ("filed_already",)), (_("Of"), self.day, _DAYS)
        )
        self.finish()

    def work(self) -> Callable[[], Changes]:
        """Note it."""
        from liaison_desktop.services.archiving import FileWithAuthority

        command = FileWithAuthority(
            paper_id=self._paper.id,
            authority=self.authority.text(),
            number=self.number.text(),
            filed_on=self.day.day or today(),
        )
        archiving = self.context.services.archive_work.archiving
        return lambda: archiving.file(command)


class ReceiptDialog(FormDialog):
    """When a recipient confirmed a paper, and with which words or number."""

    def __init__(self, dispatch: Dispatch, context: Context, parent: QWidget | None) -> None:
        _ = context.look.catalogue.gettext
        told = _("From {name}").format(name=context.look.formats.isolate(dispatch.name))
        super().__init__(_("Receipt"), _("&Note"), context, parent, explanation=told, width=420)
        self._dispatch = dispatch
        self.day = DayEdit(context.look, dispatch.received_on or today())
        self.receipt = QLineEdit(dispatch.receipt)
        self.add(_("Confirmed on"), self.day, answers=("receipt_early", "receipt_in_future"))
        self.add(_("Number or words"), self.receipt)
        self.finish()

    def work(self) -> Callable[[], Changes]:
        """Note it."""
        from liaison_desktop.services.distributing import NoteReceipt

        command = NoteReceipt(
            dispatch_id=self._dispatch.id,
            received_on=self.day.day or today(),
            receipt=self.receipt.text(),
        )
        distributing = self.context.services.archive_work.distributing
        return lambda: distributing.note_receipt(command)


def _words(signers: Sequence[Signer], look: Look) -> list[tuple[str, str]]:
    """Each signer in words, with the field."""
    _ = look.catalogue.gettext
    isolate = look.formats.isolate
    told = _("{name}, {function}")
    return [
        (
            told.format(name=isolate(one.name), function=isolate(one.office))
            if one.office
            else isolate(one.name),
            one.field,
        )
        for one in signers
    ]
