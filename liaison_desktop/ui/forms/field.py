"""A field of a form: label, editor, help, and the error beneath."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from liaison_desktop.ui.forms.marking import mark
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.card import row
from liaison_desktop.ui.widgets.text import TextKind, label


class Field(QWidget):
    """An editor with its name above and, if there is something wrong, a sentence beneath."""

    def __init__(
        self, name: str, editor: QWidget, *, advice: str = "", beside: QWidget | None = None
    ) -> None:
        super().__init__()
        self._editor = editor
        self._caption = label(name, TextKind.STRONG)
        self._caption.setBuddy(editor)
        self.rename(name)
        editor.setAccessibleDescription(advice)
        self._error = label("", TextKind.ERROR, wrap=True)
        self._error.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self._caption)
        if beside is None:
            box.addWidget(editor)
        else:
            line = row(gap=8)
            line.addWidget(editor, 1)
            line.addWidget(beside)
            box.addLayout(line)
        if advice:
            box.addWidget(label(advice, TextKind.QUIET, wrap=True))
        box.addWidget(self._error)

    @property
    def editor(self) -> QWidget:
        """What is filled in."""
        return self._editor

    @property
    def error(self) -> str:
        """What is said to be wrong, empty if nothing is."""
        return self._error.text() if not self._error.isHidden() else ""

    def rename(self, name: str) -> None:
        """Call what is filled in something else."""
        self._caption.setText(name)
        self._editor.setAccessibleName(name.replace("&", ""))

    def refuse(self, sentence: str) -> None:
        """Say what is wrong and put the cursor there."""
        self._error.setText(sentence)
        self._error.show()
        mark(self._editor, wrong=True)
        self._editor.setFocus()

    def accept(self) -> None:
        """Take the sentence away."""
        self._error.hide()
        mark(self._editor, wrong=False)


class PassphraseEdit(QLineEdit):
    """A hidden line that can be shown."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        _ = look.catalogue.gettext
        self._look = look
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._show_name, self._hide_name = _("Show the passphrase"), _("Hide the passphrase")
        shown = look.icons.icon(Icon.SHOW, look.tokens.quiet)
        self._action = self.addAction(shown, QLineEdit.ActionPosition.TrailingPosition)
        self._action.setToolTip(self._show_name)
        self._action.triggered.connect(lambda _checked=False: self._turn())

    def _turn(self) -> None:
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        icon = Icon.HIDE if hidden else Icon.SHOW
        self._action.setIcon(self._look.icons.icon(icon, self._look.tokens.quiet))
        self._action.setToolTip(self._hide_name if hidden else self._show_name)
