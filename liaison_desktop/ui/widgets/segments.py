"""A few words in a row of which one is chosen: the parts of a record."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from liaison_desktop.ui.widgets.card import row


class Segments(QWidget):
    """Words to choose from.

    Signals:
        chosen: the place of the word, from 0.
    """

    chosen = Signal(int)

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        line = row(gap=8)
        for place, word in enumerate(words):
            made = QPushButton(word)
            made.setObjectName("segment")
            made.setCheckable(True)
            made.setCursor(Qt.CursorShape.PointingHandCursor)
            self._group.addButton(made, place)
            line.addWidget(made)
        line.addStretch(1)
        self.setLayout(line)
        self._group.idClicked.connect(self.chosen)
        self.choose(0)

    @property
    def current(self) -> int:
        """The place of the word that is chosen."""
        return self._group.checkedId()

    def choose(self, place: int) -> None:
        """Choose a word."""
        self._group.button(place).setChecked(True)
