"""Signing a paper: as whom, with which key, provable for how long."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QProgressBar, QWidget

from liaison_desktop.domain.changes import Changes, Kind
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.papers import Paper
from liaison_desktop.i18n.errors import sentence
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.dialog import Dialog
from liaison_desktop.ui.forms.endurance import EnduranceForm
from liaison_desktop.ui.forms.field import Field
from liaison_desktop.ui.forms.signing_key import SigningKeyForm
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.jobs import Job
from liaison_desktop.ui.widgets.buttons import button

if TYPE_CHECKING:
    from liaison_desktop.services.keys import AddKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who can sign a field of a paper: the name, if it is known, and what they sign as."""

    field: str
    name: str
    office: str


class SignDialog(Dialog):
    """Choose the signatory, the key and the level, give the passphrase, sign."""

    def __init__(
        self,
        paper: Paper,
        signers: Sequence[Signer],
        context: Context,
        parent: QWidget | None,
    ) -> None:
        """``signers``: in their order; the first who has not signed is chosen."""
        _ = context.look.catalogue.gettext
        title = _("Sign {paper}").format(paper=context.look.formats.isolate(paper.title))
        super().__init__(title, context.look, parent, width=560)
        self._context = context
        self._paper = paper
        self._job: Job | None = None
        self._signers = {signer.field: signer for signer in signers}
        self.who = QComboBox()
        for signer in signers:
            if signer.field in paper.unsigned_fields:
                self.who.addItem(self._names(signer), signer.field)
        self.keys = SigningKeyForm(context)
        self.endurance = EnduranceForm(context.look, context.desk)
        self._lay_out()
        self.who.currentIndexChanged.connect(lambda _place: self._follow())
        self.keys.resized.connect(self._fit)
        self.endurance.resized.connect(self._fit)
        self._follow()

    @property
    def error(self) -> str:
        """What is said to be wrong."""
        return self.keys.error or self.endurance.error

    def choose_file(self, path: Path) -> None:
        """Sign with the key of a PKCS#12 file."""
        self.keys.choose_file(path)

    def sign(self) -> None:
        """Sign with what was chosen; what is missing is said in its place."""
        from liaison_desktop.services.register import SignPaper

        key = self.keys.value
        if key is None:
            self._fit()
            return
        command = SignPaper(
            paper_id=self._paper.id,
            field=self.who.currentData(),
            key=key,
            lasting=self.endurance.value,
        )
        self.endurance.remember()
        self._wait(waiting=True)
        services = self._context.services
        self._job = self._context.jobs.write(
            lambda job: services.register.sign(command, job),
            self._signed,
            owner=self,
            label=self.look.catalogue.gettext("Signing …"),
            changes=lambda paper: Changes({Kind.PAPER: frozenset({paper.id})}),
            failed=self._refuse,
            broken=lambda: self._wait(waiting=False),
        )

    def reject(self) -> None:
        """Close; a signature that is being made is given up."""
        if self._job is not None:
            self._job.cancel()
        super().reject()

    def _lay_out(self) -> None:
        _ = self.look.catalogue.gettext
        self.box.addWidget(Field(_("Sign as"), self.who))
        self.box.addWidget(self.keys)
        self.box.addWidget(self.endurance)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Signing …"))
        self._bar.hide()
        self.box.addWidget(self._bar)
        self._cancel = button(_("Cancel"), self.reject, self.look)
        self._sign = button(_("&Sign"), self.sign, self.look, icon=Icon.SIGN, primary=True)
        self.add_buttons(self._cancel, self._sign)

    def _fit(self) -> None:
        if self.isVisible():
            for part in (self.keys, self.endurance):
                # A line that came or went reaches the dialog only with the next event.
                part.updateGeometry()
            self.box.activate()
            self.resize(self.width(), self.box.totalHeightForWidth(self.width()))

    def _follow(self) -> None:
        """Whoever signs has their own key chosen."""
        signer = self._signers.get(self.who.currentData())
        self.keys.show_keys_for(signer.name if signer else "")

    def _names(self, signer: Signer) -> str:
        _ = self.look.catalogue.gettext
        isolate = self.look.formats.isolate
        if not signer.name:
            return isolate(signer.office)
        return _("{name}, {function}").format(
            name=isolate(signer.name), function=isolate(signer.office)
        )

    def _signed(self, paper: Paper) -> None:
        _ = self.look.catalogue.gettext
        self._keep(self.keys.to_keep)
        self.keys.forget()
        number = self.look.formats.isolate(paper.register_number)
        self._context.desk.tell(_("Signed. {number} carries the signature.").format(number=number))
        self.accept()

    def _keep(self, command: "AddKey | None") -> None:
        """Keep the key that has signed, if that is wanted; the window says what prevents it."""
        if command is None:
            return
        keys = self._context.services.keys
        self._context.jobs.write(
            lambda _job: keys.add(command), lambda _key: None, owner=self, label=""
        )

    def _refuse(self, error: UserError) -> None:
        self._wait(waiting=False)
        if self.endurance.answers(error.code):
            self.endurance.refuse(sentence(error, self.look.catalogue))
        else:
            self.keys.refuse(error)
        self._fit()

    def _wait(self, *, waiting: bool) -> None:
        self._bar.setVisible(waiting)
        for part in (self.who, self.keys, self.endurance, self._sign):
            part.setEnabled(not waiting)
        if waiting:
            self._cancel.setFocus()
