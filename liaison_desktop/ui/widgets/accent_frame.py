"""A frame set apart by an accent rule at its start side: a decision."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison_desktop.ui.look import Look

_RADIUS = 8.0
_RULE = 4
_PAD = 14


class AccentFrame(QWidget):
    """A rounded hairline with the accent at the start."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.box = QVBoxLayout(self)
        self.box.setSpacing(8)
        mirrored = look.direction == Qt.LayoutDirection.RightToLeft
        start, end = _PAD + _RULE, _PAD
        left, right = (end, start) if mirrored else (start, end)
        self.box.setContentsMargins(left, _PAD, right, _PAD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw hairline and rule."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(outline, _RADIUS, _RADIUS)
        painter.setPen(QPen(QColor(self._look.tokens.hairline), 1))
        painter.drawPath(shape)
        mirrored = self._look.direction == Qt.LayoutDirection.RightToLeft
        left = self.width() - _RULE if mirrored else 0
        painter.setClipPath(shape)
        painter.fillRect(QRectF(left, 0, _RULE, self.height()), QColor(self._look.tokens.accent))
