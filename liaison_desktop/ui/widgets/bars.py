"""Bars that compare a few figures; each has its name and its number."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.text import TextKind, label

_THICK = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """A named figure: ``filled`` of ``total``, in a colour."""

    name: str
    filled: int
    total: int
    colour: str


class Strip(QWidget):
    """One bar; ``longest`` = what its whole width stands for."""

    def __init__(self, bar: Bar, longest: int, look: Look) -> None:
        super().__init__()
        self._bar = bar
        self._longest = longest
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Wide enough to compare."""
        return QSize(96, _THICK)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The whole, and on it what is filled."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint(painter, self.width(), self._look.tokens.side)
        unit = self.width() / max(self._longest, 1)
        self._paint(painter, unit * self._bar.filled, self._bar.colour)

    def _paint(self, painter: QPainter, width: float, colour: str) -> None:
        mirrored = self._look.direction == Qt.LayoutDirection.RightToLeft
        left = self.width() - width if mirrored else 0
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(left, 0, width, _THICK), _THICK / 2, _THICK / 2)


class Bars(QWidget):
    """Several bars on one scale."""

    def __init__(self, bars: tuple[Bar, ...], look: Look) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        longest = max((bar.total for bar in bars), default=1)
        for place, bar in enumerate(bars):
            figure = str(bar.total) if bar.filled == bar.total else f"{bar.filled}/{bar.total}"
            number = label(look.formats.isolate(figure), TextKind.QUIET)
            number.setAccessibleName(f"{bar.name}: {figure}")
            grid.addWidget(label(bar.name), place, 0)
            grid.addWidget(Strip(bar, longest, look), place, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(number, place, 2)
