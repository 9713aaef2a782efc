"""Signing a paper: as whom, with which key."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QProgressBar, QWidget

from liaison_desktop.domain.changes import Changes, Kind
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.papers import Paper
from liaison_desktop.domain.signatures import KeyInfo
from liaison_desktop.i18n.errors import sentence
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.create_key import CreateKeyDialog
from liaison_desktop.ui.dialogs.dialog import Dialog
from liaison_desktop.ui.forms.field import Field, PassphraseEdit
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import row

_PASSPHRASE_CODES = frozenset({"key_passphrase_wrong", "passphrase_missing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who can sign a field of a paper: the name, if it is known, and what they sign as."""

    field: str
    name: str
    office: str


class SignDialog(Dialog):
    """Choose the signatory and the key, give the passphrase, sign."""

    def __init__(
        self,
        paper: Paper,
        signers: Sequence[Signer],
        context: Context,
        parent: QWidget | None,
    ) -> None:
        _ = context.look.catalogue.gettext
        title = _("Sign {paper}").format(paper=context.look.formats.isolate(paper.title))
        super().__init__(title, context.look, parent, width=520)
        self._context = context
        self._paper = paper
        self._signers = {signer.field: signer for signer in signers}
        self.who = QComboBox()
        for signer in signers:
            if signer.field in paper.unsigned_fields:
                self.who.addItem(self._names(signer), signer.field)
        self.key = QComboBox()
        self.passphrase = PassphraseEdit(context.look)
        self._passphrase_field = Field(_("Passphrase of the key"), self.passphrase)
        self.passphrase.textEdited.connect(lambda _text: self._passphrase_field.accept())
        self._key_field = Field(
            _("Key"),
            self.key,
            advice=_("A committee key made here, or the .p12 file of a certification authority."),
        )
        self._lay_out()
        self._read_keys()

    @property
    def error(self) -> str:
        """What is said to be wrong."""
        return self._key_field.error or self._passphrase_field.error

    def choose_file(self, path: Path) -> None:
        """Sign with the key of a PKCS#12 file."""
        self.key.addItem(path.name, str(path))
        self.key.setCurrentIndex(self.key.count() - 1)
        self._key_field.accept()
        self.passphrase.setFocus()

    def sign(self) -> None:
        """Sign with what was chosen; what is missing is said in its place."""
        from liaison_desktop.services.register import SignPaper
        from liaison_desktop.services.signing import WithKey

        _ = self.look.catalogue.gettext
        path = self.key.currentData()
        if path is None:
            self._key_field.refuse(_("Choose a key or create one first."))
            return
        if not self.passphrase.text():
            self._passphrase_field.refuse(_("Enter the passphrase of this key."))
            return
        command = SignPaper(
            paper_id=self._paper.id,
            field=self.who.currentData(),
            key=WithKey(path=Path(path), secret=self.passphrase.text()),
        )
        self._wait(waiting=True)
        services = self._context.services
        self._context.jobs.write(
            lambda job: services.register.sign(command, job),
            self._signed,
            owner=self,
            label=_("Signing …"),
            changes=lambda paper: Changes({Kind.PAPER: frozenset({paper.id})}),
            failed=self._refuse,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape does not close while the signature is being made."""
        if event.key() == Qt.Key.Key_Escape and not self._bar.isHidden():
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        _ = self.look.catalogue.gettext
        self.box.addWidget(Field(_("Sign as"), self.who))
        self.box.addWidget(self._key_field)
        create = button(_("Create a &key"), self._create_key, self.look, icon=Icon.KEY)
        choose = button(_("Choose a &file"), self._ask_for_file, self.look, icon=Icon.OPEN)
        self.box.addLayout(row(choose, create, None, gap=8))
        self.box.addWidget(self._passphrase_field)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Signing …"))
        self._bar.hide()
        self.box.addWidget(self._bar)
        self._cancel = button(_("Cancel"), self.reject, self.look)
        self._sign = button(_("&Sign"), self.sign, self.look, icon=Icon.SIGN, primary=True)
        self.add_buttons(self._cancel, self._sign)

    def _names(self, signer: Signer) -> str:
        _ = self.look.catalogue.gettext
        isolate = self.look.formats.isolate
        if not signer.name:
            return isolate(signer.office)
        return _("{name}, {function}").format(
            name=isolate(signer.name), function=isolate(signer.office)
        )

    def _read_keys(self, select: Path | None = None) -> None:
        self._context.jobs.read(
            self._context.services.keys.all,
            lambda keys: self._list_keys(keys, select),
            owner=self,
        )

    def _list_keys(self, keys: Sequence[KeyInfo], select: Path | None) -> None:
        _ = self.look.catalogue.gettext
        self.key.clear()
        for key in keys:
            if key.path.exists():
                name = _("{name}, {organisation}") if key.organisation else "{name}"
                self.key.addItem(
                    name.format(name=key.name, organisation=key.organisation), str(key.path)
                )
        self.key.setPlaceholderText(_("Choose a key") if keys else _("No key yet"))
        own = next((key.path for key in keys if key.name == self._signatory_name()), None)
        chosen = select or own
        self.key.setCurrentIndex(self.key.findData(str(chosen)) if chosen else -1)

    def _create_key(self) -> None:
        dialog = CreateKeyDialog(self._context, self, name=self._signatory_name())
        dialog.created.connect(lambda key: self._read_keys(key.path))
        dialog.open()

    def _signatory_name(self) -> str:
        return self._signers[self.who.currentData()].name

    def _ask_for_file(self) -> None:
        _ = self.look.catalogue.gettext
        path, _chosen = QFileDialog.getOpenFileName(
            self, _("Choose a key"), str(Path.home()), _("Keys (*.p12 *.pfx)")
        )
        if path:
            self.choose_file(Path(path))

    def _signed(self, paper: Paper) -> None:
        _ = self.look.catalogue.gettext
        self.passphrase.clear()
        number = self.look.formats.isolate(paper.register_number)
        self._context.desk.tell(_("Signed. {number} carries the signature.").format(number=number))
        self.accept()

    def _refuse(self, error: UserError) -> None:
        self._wait(waiting=False)
        wrong = error.code in _PASSPHRASE_CODES
        field = self._passphrase_field if wrong else self._key_field
        field.refuse(sentence(error, self.look.catalogue))
        if wrong:
            self.passphrase.selectAll()

    def _wait(self, *, waiting: bool) -> None:
        self._bar.setVisible(waiting)
        for part in (self.who, self.key, self.passphrase, self._sign, self._cancel):
            part.setEnabled(not waiting)
