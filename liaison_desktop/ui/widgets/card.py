"""Cards and columns: the boxes a screen is made of."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

PAD = 16


class Card(QFrame):
    """A rounded surface with its parts one below the other."""

    def __init__(self, *, pad: int = PAD, gap: int = 8, name: str = "card") -> None:
        super().__init__()
        self.setObjectName(name)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(pad, pad, pad, pad)
        self.box.setSpacing(gap)


class Scroll(QScrollArea):
    """A column that scrolls when it is taller than its place, and is never wider."""

    def __init__(self, *, gap: int = PAD, pad: int = 0) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = QWidget()
        self._column.setObjectName("column")
        self.box = QVBoxLayout(self._column)
        self.box.setContentsMargins(pad, pad, pad, pad)
        self.box.setSpacing(gap)
        self.setWidget(self._column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hold the column to the width that is there, so that its texts wrap."""
        self._column.setMaximumWidth(self.viewport().width())
        super().resizeEvent(event)


def row(*parts: QWidget | QLayout | int | None, gap: int = 8) -> QHBoxLayout:
    """Parts side by side; ``None`` stretches, a number is a gap in pixels."""
    box = QHBoxLayout()
    _fill(box, parts, gap)
    return box


def column(*parts: QWidget | QLayout | int | None, gap: int = 4) -> QVBoxLayout:
    """Parts one below the other; ``None`` stretches, a number is a gap in pixels."""
    box = QVBoxLayout()
    _fill(box, parts, gap)
    return box


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def _fill(box: QBoxLayout, parts: Iterable[QWidget | QLayout | int | None], gap: int) -> None:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(gap)
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(part)
        elif isinstance(part, QWidget):
            box.addWidget(part)
        else:
            box.addLayout(part)
