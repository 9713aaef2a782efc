"""A state as one word in a round; the colour only underlines the word."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from liaison_desktop.ui.fonts import font
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone

HEIGHT = 24
_PAD = 10
_ICON = 14
_GAP = 5


def chip_font() -> QFont:
    """The font of the word."""
    return font(12, QFont.Weight.DemiBold)


def chip_width(text: str, *, icon: bool = False) -> int:
    """Width in pixels of a chip with this word."""
    words = QFontMetrics(chip_font()).horizontalAdvance(text)
    return words + 2 * _PAD + (_ICON + _GAP if icon else 0)


def paint_chip(
    painter: QPainter,
    rect: QRect,
    text: str,
    tone: Tone,
    look: Look,
    icon: Icon | None = None,
    *,
    selected: bool = False,
) -> None:
    """Draw a chip that fills the rectangle; on a selected row it must not sink into the ground."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    sunk = selected and tone in (Tone.ACCENT, Tone.NEUTRAL)
    painter.setBrush(QColor(look.tokens.surface if sunk else look.tokens.ground_of(tone)))
    painter.drawRoundedRect(QRectF(rect), rect.height() / 2, rect.height() / 2)
    inner = rect.adjusted(_PAD, 0, -_PAD, 0)
    mirrored = look.direction == Qt.LayoutDirection.RightToLeft
    colour = look.tokens.ink_of(tone)
    if icon is not None:
        x = inner.right() - _ICON + 1 if mirrored else inner.left()
        top = rect.top() + (rect.height() - _ICON) / 2
        painter.drawPixmap(QPointF(x, top), look.icons.pixmap(icon, colour, _ICON))
        inner = (
            inner.adjusted(0, 0, -_ICON - _GAP, 0)
            if mirrored
            else inner.adjusted(_ICON + _GAP, 0, 0, 0)
        )
    painter.setPen(QColor(colour))
    painter.setFont(chip_font())
    shown = QFontMetrics(chip_font()).elidedText(
        text, Qt.TextElideMode.ElideRight, inner.width() + 1
    )
    # Without it figures before an Arabic word would stand on the wrong side of it.
    painter.setLayoutDirection(look.direction)
    painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()


class Chip(QWidget):
    """A word for a state."""

    def __init__(self, text: str, tone: Tone, look: Look, icon: Icon | None = None) -> None:
        super().__init__()
        self._text = text
        self._tone = tone
        self._look = look
        self._icon = icon
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """The word."""
        return self._text

    def sizeHint(self) -> QSize:
        """As wide as the word."""
        return QSize(chip_width(self._text, icon=self._icon is not None), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        paint_chip(painter, self.rect(), self._text, self._tone, self._look, self._icon)
