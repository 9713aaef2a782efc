"""A numbering pattern with an example of what it prints."""

from PySide6.QtWidgets import QLineEdit, QWidget

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.numbering import format_number
from liaison_desktop.i18n.errors import sentence
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.card import row
from liaison_desktop.ui.widgets.text import TextKind, label
from liaison_desktop.ui.wording import today

_EXAMPLE = 7
_EXAMPLE_WIDTH = 190


class PatternEdit(QWidget):
    """A line in which the pattern stands, and beside it the seventh number of this year."""

    def __init__(self, pattern: str, look: Look) -> None:
        super().__init__()
        self._look = look
        self.line = QLineEdit(pattern)
        self._example = label("", TextKind.QUIET)
        self._example.setFixedWidth(_EXAMPLE_WIDTH)
        self.setLayout(row(self.line, self._example, gap=12))
        self.line.textChanged.connect(lambda _text: self._show())
        self.setFocusProxy(self.line)
        self._show()

    @property
    def pattern(self) -> str:
        """The pattern as it is filled in."""
        return self.line.text().strip()

    @property
    def refusal(self) -> str:
        """Why the pattern cannot be used; empty = it can."""
        try:
            format_number(self.pattern, _EXAMPLE, today().year)
        except UserError as error:
            return sentence(error, self._look.catalogue)
        return ""

    def _show(self) -> None:
        if self.refusal:
            self._example.setText("")
            return
        printed = format_number(self.pattern, _EXAMPLE, today().year)
        words = self._look.catalogue.gettext("for example {number}")
        self._example.setText(words.format(number=self._look.formats.isolate(printed)))
