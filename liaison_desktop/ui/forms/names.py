"""A name in several languages."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from liaison_desktop.domain.people import NativeText
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.text import TextKind, label

_SIDES = 2
"""Languages beside each other."""

_RIGHT_TO_LEFT = frozenset({"ar"})


class NamesEdit(QWidget):
    """A line for each language; an empty one has no name."""

    def __init__(self, names: Iterable[NativeText], languages: Iterable[str], look: Look) -> None:
        super().__init__()
        known = {name.language: name.text for name in names}
        self.lines: dict[str, QLineEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for side in range(_SIDES):
            grid.setColumnStretch(2 * side + 1, 1)
        for place, language in enumerate(languages):
            spoken = look.formats.language_name(language)
            line = QLineEdit(known.get(language, ""))
            line.setAccessibleName(spoken)
            if language in _RIGHT_TO_LEFT:
                line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            self.lines[language] = line
            down, side = divmod(place, _SIDES)
            grid.addWidget(label(spoken, TextKind.QUIET), down, 2 * side)
            grid.addWidget(line, down, 2 * side + 1)
        self.setFocusProxy(next(iter(self.lines.values())))

    @property
    def value(self) -> tuple[NativeText, ...]:
        """The names that were filled in."""
        told = ((language, line.text().strip()) for language, line in self.lines.items())
        return tuple(NativeText(language=language, text=text) for language, text in told if text)
