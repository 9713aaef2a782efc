"""Choosing a key: one made here, a file, or one on a card or token."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QMenu, QPushButton, QWidget

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.signatures import KeyInfo
from liaison_desktop.domain.tokens import TokenKeyInfo
from liaison_desktop.i18n.errors import sentence
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.create_key import CreateKeyDialog
from liaison_desktop.ui.forms.editors import ChoiceEdit, choice_editor
from liaison_desktop.ui.forms.field import Field, PassphraseEdit
from liaison_desktop.ui.forms.key_words import KeyWords
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import column, row
from liaison_desktop.ui.widgets.text import TextKind, label

if TYPE_CHECKING:
    from liaison_desktop.services.keys import AddKey
    from liaison_desktop.services.signing import WithKey

_SECRET_CODES = frozenset(
    {
        "key_passphrase_wrong",
        "passphrase_missing",
        "token_pin_wrong",
        "token_pin_locked",
        "token_pin_missing",
    }
)
_MODULES = "(*.so *.dylib *.dll)"


class SigningKeyForm(QWidget):
    """A key, and the passphrase or PIN that opens it; neither is kept.

    Signals:
        resized: a field came or went.
    """

    resized = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._look = context.look
        _ = self._look.catalogue.gettext
        self._words = KeyWords(context.look)
        self._name = ""
        self._brought: list[tuple[str, _FileKey | TokenKeyInfo]] = []
        self.key: ChoiceEdit = choice_editor(())
        self.secret = PassphraseEdit(self._look)
        self._secret_field = Field(_("Passphrase of the key"), self.secret)
        self.secret.textEdited.connect(lambda _text: self._secret_field.accept())
        self._key_field = Field(
            _("Key"),
            self.key,
            advice=_(
                "A committee key made here, the .p12 file of a certification authority, or a card."
            ),
        )
        self.keep = QCheckBox(_("Keep a copy of this key here (never its passphrase)"))
        self._expiry = label("", TextKind.ERROR, wrap=True)
        create = button(_("Create a &key"), self._create_key, self._look, icon=Icon.KEY)
        choose = button(_("Choose a &file"), self._ask_for_file, self._look, icon=Icon.OPEN)
        buttons = row(choose, create, self._card_button(), None, gap=8)
        box = column(self._key_field, self._expiry, buttons, self._secret_field, self.keep, gap=12)
        self.setLayout(box)
        self.key.currentIndexChanged.connect(lambda _place: self._follow())
        self._follow()

    def show_keys_for(self, name: str) -> None:
        """Offer the keys that are there; somebody's own is chosen."""
        self._name = name
        self._read_keys()

    @property
    def error(self) -> str:
        """What is said to be wrong."""
        return self._key_field.error or self._secret_field.error

    @property
    def value(self) -> "WithKey | None":
        """What was chosen; ``None`` = something is missing, and it is said what."""
        from liaison_desktop.services.signing import WithKey

        _ = self._look.catalogue.gettext
        chosen = self.key.currentData()
        if chosen is None:
            self._key_field.refuse(_("Choose a key or create one first."))
            return None
        on_card = isinstance(chosen, TokenKeyInfo)
        if not self.secret.text():
            words = _("Enter the PIN.") if on_card else _("Enter the passphrase of this key.")
            self._secret_field.refuse(words)
            return None
        if isinstance(chosen, TokenKeyInfo):
            return WithKey(token=chosen, secret=self.secret.text())
        return WithKey(path=chosen.path, secret=self.secret.text())

    @property
    def to_keep(self) -> "AddKey | None":
        """The key that is to be kept, once it has signed."""
        from liaison_desktop.services.keys import AddKey

        chosen = self.key.currentData()
        if isinstance(chosen, _FileKey) and self.keep.isChecked():
            return AddKey(path=chosen.path, passphrase=self.secret.text())
        return None

    def choose_file(self, path: Path) -> None:
        """Sign with the key of a PKCS#12 file."""
        self._bring(path.name, _FileKey(path))
        self.key.setCurrentIndex(self.key.count() - 1)
        self._key_field.accept()
        self.secret.setFocus()

    def choose_module(self, module: Path) -> None:
        """Offer the keys that the driver of a card reaches."""
        signing = self._context.services.signing_work.signing
        self._context.jobs.read(
            lambda: signing.token_keys(module),
            lambda keys: self.offer_cards(module, keys),
            owner=self,
            failed=self.refuse,
        )

    def offer_cards(self, module: Path, keys: Sequence[TokenKeyInfo]) -> None:
        """Offer the keys on cards, at least one, and choose the first."""
        desk = self._context.desk
        desk.remember(replace(desk.settings, token_module=str(module)))
        for each in keys:
            if each not in self.key.values:
                self._bring(self._words.on_card(each), each)
        self.key.choose(keys[0])
        self._key_field.accept()
        self.secret.setFocus()

    def refuse(self, error: UserError) -> None:
        """Say what is wrong in its place."""
        wrong = error.code in _SECRET_CODES
        field = self._secret_field if wrong else self._key_field
        field.refuse(sentence(error, self._look.catalogue))
        if wrong:
            self.secret.selectAll()
        self.resized.emit()

    def forget(self) -> None:
        """Empty the passphrase or PIN."""
        self.secret.clear()

    def _card_button(self) -> QPushButton:
        _ = self._look.catalogue.gettext
        made = QPushButton(_("Ca&rd or token"))
        menu = QMenu(made)
        for module in self._modules():
            menu.addAction(module.name, partial(self.choose_module, module))
        menu.addAction(_("Another driver …"), self._ask_for_module)
        made.setMenu(menu)
        return made

    def _modules(self) -> list[Path]:
        """Drivers that are installed, first the one that was used last."""
        last = self._context.desk.settings.token_module
        usual = self._context.services.signing_work.signing.usual_modules()
        return list(dict.fromkeys([*([Path(last)] if last else []), *usual]))

    def _ask_for_module(self) -> None:
        _ = self._look.catalogue.gettext
        kinds = _("Drivers of cards {endings}").format(endings=_MODULES)
        path, _chosen = QFileDialog.getOpenFileName(self, _("Choose a driver"), "/usr/lib", kinds)
        if path:
            self.choose_module(Path(path))

    def _read_keys(self, select: Path | None = None) -> None:
        self._context.jobs.read(
            self._context.services.keys.all,
            lambda keys: self._list_keys(keys, select),
            owner=self,
        )

    def _list_keys(self, keys: Sequence[KeyInfo], select: Path | None) -> None:
        """Offer the keys made here and those that were brought along."""
        _ = self._look.catalogue.gettext
        chosen = self.key.currentData()
        made = [(self._words.made(key), key) for key in keys if key.path.exists()]
        self.key.offer([*made, *self._brought])
        self.key.setPlaceholderText(_("Choose a key") if self.key.values else _("No key yet"))
        if select is not None:
            wanted = [key for _words, key in made if key.path == select]
            self.secret.setFocus()
        else:
            wanted = [value for value in self.key.values if _name_of(value) == self._name]
            wanted += [value for _words, value in self._brought if value is chosen]
        self.key.setCurrentIndex(self.key.values.index(wanted[0]) if wanted else -1)
        self._follow()

    def _bring(self, words: str, key: "_FileKey | TokenKeyInfo") -> None:
        """Offer a key from elsewhere, for as long as this is open."""
        self._brought.append((words, key))
        self.key.add(words, key)

    def _create_key(self) -> None:
        dialog = CreateKeyDialog(self._context, self, name=self._name)
        dialog.created.connect(lambda key: self._read_keys(key.path))
        dialog.open()

    def _ask_for_file(self) -> None:
        _ = self._look.catalogue.gettext
        path, _chosen = QFileDialog.getOpenFileName(
            self, _("Choose a key"), str(Path.home()), _("Keys (*.p12 *.pfx)")
        )
        if path:
            self.choose_file(Path(path))

    def _follow(self) -> None:
        """A card has a PIN; a certificate that ends soon is told."""
        _ = self._look.catalogue.gettext
        chosen = self.key.currentData()
        on_card = isinstance(chosen, TokenKeyInfo)
        self._secret_field.rename(_("PIN of the card") if on_card else _("Passphrase of the key"))
        self.keep.setVisible(isinstance(chosen, _FileKey))
        self._expiry.setText(self._words.ending(_info_of(chosen)))
        self._expiry.setVisible(bool(self._expiry.text()))
        self.resized.emit()


class _FileKey:
    """A key in a file that was chosen; what its certificate says is known once it is opened."""

    def __init__(self, path: Path) -> None:
        self.path = path


def _info_of(key: object) -> KeyInfo | None:
    """What a certificate says, where that is known before the key is opened."""
    info = key.info if isinstance(key, TokenKeyInfo) else key
    return info if isinstance(info, KeyInfo) else None


def _name_of(key: object) -> str:
    info = _info_of(key)
    return info.name if info else ""
