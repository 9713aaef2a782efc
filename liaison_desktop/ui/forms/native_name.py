"""A name in its own script, with the language it is in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from liaison_desktop.domain.people import NativeText
from liaison_desktop.ui.forms.editors import choice_editor
from liaison_desktop.ui.forms.languages import KNOWN
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.card import row

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "ps", "ur"})
_USUAL = "ar"


class NativeNameEdit(QWidget):
    """The name and its language; it is written from the side on which the language begins."""

    def __init__(self, name: NativeText | None, look: Look) -> None:
        super().__init__()
        _ = look.catalogue.gettext
        named = sorted((look.formats.language_name(each), each) for each in KNOWN)
        self.text = QLineEdit(name.text if name else "")
        self.language = choice_editor(named, name.language if name else _USUAL)
        self.language.setAccessibleName(_("Language of the name"))
        self.language.currentIndexChanged.connect(lambda _at: self._turn())
        line = row(gap=8)
        line.addWidget(self.text, 3)
        line.addWidget(self.language, 2)
        self.setLayout(line)
        self.setFocusProxy(self.text)
        self._turn()

    @property
    def value(self) -> NativeText | None:
        """The name; ``None`` = there is none."""
        text = self.text.text().strip()
        return NativeText(language=self.language.currentData(), text=text) if text else None

    def _turn(self) -> None:
        right_to_left = self.language.currentData() in _RIGHT_TO_LEFT
        self.text.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
