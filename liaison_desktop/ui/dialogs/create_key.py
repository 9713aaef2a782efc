"""Making a committee key for somebody who has none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.signatures import KeyInfo
from liaison_desktop.i18n.errors import sentence
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.dialog import Dialog
from liaison_desktop.ui.forms.field import Field, PassphraseEdit
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.text import TextKind, label

_SHORTEST = 8


class CreateKeyDialog(Dialog):
    """Name, organisation, passphrase.

    Signals:
        created: the ``KeyInfo`` of the new key.
    """

    created = Signal(object)

    def __init__(
        self, context: Context, parent: QWidget | None, *, name: str = "", organisation: str = ""
    ) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(_("Create a committee key"), context.look, parent)
        self._context = context
        explanation = _(
            "A key made here proves that a paper was not changed and names its signer, but no "
            "authority vouches for the name. Whoever verifies needs the certificate beside it."
        )
        self.box.addWidget(label(explanation, TextKind.QUIET, wrap=True))
        self.name = QLineEdit(name)
        self.organisation = QLineEdit(organisation)
        self.passphrase = PassphraseEdit(context.look)
        self.again = PassphraseEdit(context.look)
        self._name_field = Field(_("Name of the signer"), self.name)
        self._passphrase_field = Field(
            _("Passphrase"),
            self.passphrase,
            advice=_(
                "At least {count} characters. It is stored nowhere and cannot be found again."
            ).format(count=_SHORTEST),
        )
        self._again_field = Field(_("Passphrase once more"), self.again)
        self.box.addWidget(self._name_field)
        self.box.addWidget(Field(_("Organisation"), self.organisation))
        self.box.addWidget(self._passphrase_field)
        self.box.addWidget(self._again_field)
        cancel = button(_("Cancel"), self.reject, context.look)
        self._create = button(
            _("&Create"), self.create_key, context.look, icon=Icon.KEY, primary=True
        )
        self.add_buttons(cancel, self._create)
        (self.passphrase if name else self.name).setFocus()

    @property
    def error(self) -> str:
        """What is said to be wrong."""
        return self._name_field.error or self._passphrase_field.error or self._again_field.error

    def create_key(self) -> None:
        """Make the key; what is wrong is said in its place."""
        from liaison_desktop.services.keys import CreateKey

        if not self._accepted():
            return
        _ = self.look.catalogue.gettext
        command = CreateKey(
            name=self.name.text().strip(),
            organisation=self.organisation.text().strip(),
            passphrase=self.passphrase.text(),
        )
        services = self._context.services
        self._create.setEnabled(False)
        self._context.jobs.write(
            lambda _job: services.keys.create(command),
            self._made,
            owner=self,
            label=_("Creating a key …"),
            failed=self._refuse,
        )

    def _accepted(self) -> bool:
        _ = self.look.catalogue.gettext
        for field in (self._name_field, self._passphrase_field, self._again_field):
            field.accept()
        if not self.name.text().strip():
            self._name_field.refuse(_("Enter the name that the signature shall show."))
        elif len(self.passphrase.text()) < _SHORTEST:
            self._passphrase_field.refuse(
                _("The passphrase needs at least {count} characters.").format(count=_SHORTEST)
            )
        elif self.passphrase.text() != self.again.text():
            self._again_field.refuse(_("The two passphrases differ."))
        return not self.error

    def _made(self, key: KeyInfo) -> None:
        self.passphrase.clear()
        self.again.clear()
        self.created.emit(key)
        self.accept()

    def _refuse(self, error: UserError) -> None:
        self._create.setEnabled(True)
        self._name_field.refuse(sentence(error, self.look.catalogue))
