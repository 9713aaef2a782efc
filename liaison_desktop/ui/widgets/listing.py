"""A list of records: one look for all of them, drawn by one delegate."""

from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from liaison_desktop.ui.fonts import font
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.models.paged import FACE_ROLE, Face
from liaison_desktop.ui.widgets.chip import HEIGHT, chip_width, paint_chip
from liaison_desktop.ui.widgets.text import elided, reading_start

ROW_HEIGHT = 56
_PAD = 16
_GAP = 12
_ROUND = 32


class RowDelegate(QStyledItemDelegate):
    """Draws a row: lead, title over subtitle, chip; one hairline below."""

    def __init__(self, look: Look, lead_width: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lead_width = lead_width

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows are equally high."""
        return QSize(120, ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        face: Face = index.data(FACE_ROLE)
        painter.save()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        self._paint_ground(painter, rect, state)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        inner = rect.adjusted(_PAD, 0, -_PAD, 0)
        start, end = 0, inner.width()
        if face.initials:
            area = self._part(inner, start, _ROUND)
            self._paint_initials(painter, area, face.initials, selected=selected)
            start += _ROUND + _GAP
        if self._lead_width:
            self._paint_lead(painter, self._part(inner, start, self._lead_width), face)
            start += self._lead_width + _GAP
        if face.chip:
            width = min(chip_width(face.chip, icon=face.icon is not None), inner.width() // 2)
            area = self._part(inner, end - width, width)
            top = area.center().y() - HEIGHT // 2 + 1
            chip = QRect(area.left(), top, width, HEIGHT)
            paint_chip(
                painter, chip, face.chip, face.tone, self._look, face.icon, selected=selected
            )
            end -= width + _GAP
        self._paint_words(painter, self._part(inner, start, end - start), face)
        painter.restore()

    @property
    def _mirrored(self) -> bool:
        return self._look.direction == Qt.LayoutDirection.RightToLeft

    def _part(self, row: QRect, start: int, width: int) -> QRect:
        """A part of the row by its distance from the reading start."""
        left = row.right() + 1 - start - width if self._mirrored else row.left() + start
        return QRect(left, row.top(), width, row.height())

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        tokens = self._look.tokens
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.accent_ground))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tokens.ground))
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(3, 3, -3, -4), 6, 6)

    def _paint_initials(
        self, painter: QPainter, area: QRect, letters: str, *, selected: bool
    ) -> None:
        tokens = self._look.tokens
        round_ = QRectF(area.left(), area.center().y() - _ROUND / 2, _ROUND, _ROUND)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.surface if selected else tokens.accent_ground))
        painter.drawEllipse(round_)
        painter.setPen(QColor(tokens.accent))
        painter.setFont(font(12, QFont.Weight.DemiBold))
        painter.drawText(round_, Qt.AlignmentFlag.AlignCenter, letters)

    def _paint_lead(self, painter: QPainter, area: QRect, face: Face) -> None:
        tokens = self._look.tokens
        painter.setPen(QColor(tokens.quiet if face.provisional else tokens.ink))
        weight = QFont.Weight.Normal if face.provisional else QFont.Weight.DemiBold
        self._line(painter, area, face.lead, font(14, weight))

    def _paint_words(self, painter: QPainter, area: QRect, face: Face) -> None:
        tokens = self._look.tokens
        painter.setPen(QColor(tokens.ink))
        if not face.subtitle:
            self._line(painter, area, face.title, font(14, QFont.Weight.DemiBold))
            return
        middle = area.center().y()
        title = QRect(area.left(), middle - 20, area.width(), 20)
        self._line(painter, title, face.title, font(14, QFont.Weight.DemiBold))
        painter.setPen(QColor(tokens.quiet))
        below = QRect(area.left(), middle + 1, area.width(), 18)
        self._line(painter, below, face.subtitle, font(13))

    def _line(self, painter: QPainter, area: QRect, text: str, face: QFont) -> None:
        painter.setFont(face)
        shown = elided(text, QFontMetrics(face), area.width())
        flags = reading_start(self._look.direction) | Qt.AlignmentFlag.AlignVCenter
        painter.setLayoutDirection(self._look.direction)
        painter.drawText(area, flags, shown)


class Listing(QListView):
    """A scrolling list in which one record is current.

    Signals:
        chosen: id of the record that became current by keyboard or mouse.
        opened: id of a record that was asked for by Enter or double click.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, name: str, look: Look, lead_width: int = 0) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(RowDelegate(look, lead_width, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._announce)
        self.activated.connect(lambda index: self.opened.emit(self.id_at(index)))

    def id_at(self, index: QModelIndex | QPersistentModelIndex) -> UUID | None:
        """Id of the record at an index."""
        face: Face | None = index.data(FACE_ROLE) if index.isValid() else None
        return face.id if face else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moving by keyboard chooses."""
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self._announce(self.currentIndex())

    def _announce(self, index: QModelIndex) -> None:
        chosen = self.id_at(index)
        if chosen is not None:
            self.chosen.emit(chosen)
