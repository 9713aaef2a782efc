"""Names with their values, one below the other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from liaison_desktop.ui.widgets.text import TextKind, label, selectable


class Facts(QWidget):
    """Two columns: quiet names, values in ink. A value may be a widget."""

    def __init__(self, *, gap: int = 6, indent: int = 16) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(gap)
        self._grid.setHorizontalSpacing(indent)
        self._grid.setColumnStretch(1, 1)

    def add(self, name: str, value: "str | QWidget") -> None:
        """Add a fact; an empty value is left out."""
        if not value:
            return
        place = self._grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(label(name, TextKind.QUIET), place, 0, top)
        if isinstance(value, QLabel) and value.wordWrap():
            self._grid.addWidget(value, place, 1)
        elif isinstance(value, QWidget):
            self._grid.addWidget(value, place, 1, Qt.AlignmentFlag.AlignLeading | top)
        else:
            self._grid.addWidget(selectable(label(value, wrap=True)), place, 1)
