"""The steps of a piece of work, and how far it is."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from liaison_desktop.ui.fonts import font
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look

_ROUND = 24
_GAP = 8
_LINE = 28


class Stepper(QWidget):
    """Steps in a row: done ones ticked, the current one coloured, later ones quiet.

    Steps that were left out on the way have a dash in place of the tick.
    """

    def __init__(self, steps: Sequence[str], look: Look) -> None:
        super().__init__()
        self._steps = list(steps)
        self._done = 0
        self._left_out: frozenset[int] = frozenset()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        self._say()

    def reach(self, done: int, *, left_out: frozenset[int] = frozenset()) -> None:
        """Show the first ``done`` steps as done, but for those that were left out by their places.

        The next one is the current one.
        """
        self._done, self._left_out = done, left_out
        self._say()
        self.update()

    def _say(self) -> None:
        _ = self._look.catalogue.gettext
        behind = enumerate(self._steps[: self._done])
        done = ", ".join(step for place, step in behind if place not in self._left_out)
        rest = ", ".join(self._steps[self._done :])
        self.setAccessibleName(
            _("Done: {done}. Still to come: {rest}.").format(done=done, rest=rest)
        )

    def sizeHint(self) -> QSize:
        """Room for all steps in a row."""
        bold = QFontMetrics(font(14, QFont.Weight.DemiBold))
        words = sum(bold.horizontalAdvance(step) for step in self._steps)
        gaps = len(self._steps) * (_ROUND + _GAP) + (len(self._steps) - 1) * (_LINE + 2 * _GAP)
        return QSize(words + gaps, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the steps, mirrored where the language is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self._look.direction == Qt.LayoutDirection.RightToLeft
        at = 0
        for place, step in enumerate(self._steps):
            at = self._paint_step(painter, place, step, at, mirrored=mirrored)

    def _paint_step(
        self, painter: QPainter, place: int, step: str, at: int, *, mirrored: bool
    ) -> int:
        tokens = self._look.tokens
        done, current = place < self._done, place == self._done
        face = font(14, QFont.Weight.DemiBold if current else QFont.Weight.Normal)
        width = QFontMetrics(face).horizontalAdvance(step) + 2
        middle = self.height() / 2

        def x(offset: float, length: float) -> float:
            return self.width() - at - offset - length if mirrored else at + offset

        left_out = done and place in self._left_out
        done = done and not left_out
        ground = tokens.good_ground if done else tokens.accent_ground if current else tokens.side
        circle = QRectF(x(0, _ROUND), middle - _ROUND / 2, _ROUND, _ROUND)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawEllipse(circle)
        if done:
            tick = self._look.icons.pixmap(Icon.CHECK, tokens.good, 14)
            painter.drawPixmap(QPointF(circle.x() + 5, circle.y() + 5), tick)
        else:
            painter.setPen(QColor(tokens.accent if current else tokens.quiet))
            painter.setFont(font(12, QFont.Weight.DemiBold))
            sign = "–" if left_out else str(place + 1)
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, sign)
        painter.setFont(face)
        painter.setPen(QColor(tokens.ink if done or current else tokens.quiet))
        words = QRectF(x(_ROUND + _GAP, width), 0, width, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, step)
        end = _ROUND + _GAP + width
        if place < len(self._steps) - 1:
            painter.setPen(QPen(QColor(tokens.hairline), 1))
            start = x(end + _GAP, _LINE)
            painter.drawLine(QPointF(start, middle), QPointF(start + _LINE, middle))
        return at + round(end) + 2 * _GAP + _LINE
