"""How many of the seats were there, and how many were needed, as a ring."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from liaison_desktop.ui.fonts import font
from liaison_desktop.ui.look import Look

_WIDTH = 10
_DEGREE = 16
"""Qt counts arcs in sixteenths of a degree."""


@dataclass(frozen=True, slots=True)
class QuorumFigures:
    """Seats represented, seats counted, seats needed."""

    present: int
    base: int
    required: int

    @property
    def quorate(self) -> bool:
        """Whether enough were there."""
        return self.present >= self.required


class QuorumRing(QWidget):
    """The ring: filled by who was there, marked where the quorum begins."""

    def __init__(
        self, figures: QuorumFigures, look: Look, size: int = 120, *, ahead: bool = False
    ) -> None:
        """``ahead``: the figures are of who is going to be there."""
        super().__init__()
        self._figures = figures
        self._look = look
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        _ = look.catalogue.gettext
        self._ahead = ahead
        self._caption = _("of {base} come") if ahead else _("of {base} present")
        spoken = (
            _("{present} of {base} come, {required} needed")
            if ahead
            else _("{present} of {base} present, {required} needed")
        )
        self.setAccessibleName(
            spoken.format(present=figures.present, base=figures.base, required=figures.required)
        )

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ring, mark and figures."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = _WIDTH / 2 + 1
        ring = QRectF(self.rect()).adjusted(half, half, -half, -half)
        self._paint_arcs(painter, ring)
        self._paint_mark(painter, ring)
        self._paint_figures(painter)

    def _paint_arcs(self, painter: QPainter, ring: QRectF) -> None:
        tokens, figures = self._look.tokens, self._figures
        painter.setPen(QPen(QColor(tokens.side), _WIDTH))
        painter.drawEllipse(ring)
        short = tokens.care if self._ahead else tokens.wrong
        colour = tokens.good if figures.quorate else short
        pen = QPen(QColor(colour), _WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        share = figures.present / figures.base if figures.base else 0.0
        painter.drawArc(ring, 90 * _DEGREE, -round(share * 360 * _DEGREE))

    def _paint_mark(self, painter: QPainter, ring: QRectF) -> None:
        figures = self._figures
        if not figures.base:
            return
        angle = math.radians(90 - 360 * figures.required / figures.base)
        radius = ring.width() / 2
        centre = ring.center()
        at = QPointF(centre.x() + radius * math.cos(angle), centre.y() - radius * math.sin(angle))
        painter.setPen(QPen(QColor(self._look.tokens.ink), 3))
        painter.setBrush(QColor(self._look.tokens.surface))
        painter.drawEllipse(at, 5.5, 5.5)

    def _paint_figures(self, painter: QPainter) -> None:
        tokens = self._look.tokens
        middle = self.height() / 2
        painter.setPen(QColor(tokens.ink))
        painter.setFont(font(28, QFont.Weight.Bold))
        centred = Qt.AlignmentFlag.AlignCenter
        painter.drawText(
            QRectF(0, middle - 34, self.width(), 36), centred, str(self._figures.present)
        )
        painter.setPen(QColor(tokens.quiet))
        painter.setFont(font(12))
        words = self._caption.format(base=self._figures.base)
        painter.drawText(QRectF(0, middle + 4, self.width(), 18), centred, words)
