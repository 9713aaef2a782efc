"""The items of an agenda in their order: moved by keyboard or by dragging."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from liaison_desktop.ui.look import Look
from liaison_desktop.ui.models.paged import FACE_ROLE, Face
from liaison_desktop.ui.widgets.listing import ROW_HEIGHT, RowDelegate

_NUMBER_WIDTH = 30
_FRAME = 2


class AgendaList(QListWidget):
    """As high as its items; Alt and an arrow move the current one, Enter opens it.

    Signals:
        opened: id of the item that was asked for by Enter or double click.
        shifted: id of an item and -1 or 1: up or down.
        indented: id of an item and -1 or 1: out or in.
        dragged: id of an item and of the one before which it was dropped; ``None`` = at the end.
        removed: id of an item to be taken off the agenda.
    """

    opened = Signal(object)
    shifted = Signal(object, int)
    indented = Signal(object, int)
    dragged = Signal(object, object)
    removed = Signal(object)

    def __init__(self, name: str, look: Look) -> None:
        super().__init__()
        self._look = look
        self._locked = False
        self.setObjectName("agenda")
        self.setAccessibleName(name)
        self.setItemDelegate(RowDelegate(look, _NUMBER_WIDTH, self))
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.itemActivated.connect(lambda item: self.opened.emit(_id_of(item)))

    @property
    def current(self) -> UUID | None:
        """The item that is current."""
        return None if self.currentRow() < 0 else _id_of(self.currentItem())

    @property
    def ids(self) -> tuple[UUID, ...]:
        """The items in their order."""
        return tuple(_id_of(self.item(place)) for place in range(self.count()))

    def show_faces(self, faces: Sequence[Face], *, locked: bool) -> None:
        """Show other items; the current one stays current."""
        current, place = self.current, self.currentRow()
        self._locked = locked
        self.setDragEnabled(not locked)
        self.clear()
        for face in faces:
            item = QListWidgetItem(face.title)
            item.setData(FACE_ROLE, face)
            item.setToolTip(face.title)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, face.spoken)
            self.addItem(item)
        self.setFixedHeight(len(faces) * ROW_HEIGHT + _FRAME)
        ids = self.ids
        if current in ids:
            self.setCurrentRow(ids.index(current))
        elif ids:
            self.setCurrentRow(min(max(place, 0), len(ids) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, indent or remove the current item."""
        current = self.current
        if current is not None and not self._locked and self._moves(event, current):
            return
        super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say where the item was dropped; the list is shown anew when it has moved."""
        current, ids = self.current, self.ids
        index = self.indexAt(event.position().toPoint())
        place = index.row() if index.isValid() else len(ids)
        if index.isValid():
            below = self.dropIndicatorPosition() == (
                QAbstractItemView.DropIndicatorPosition.BelowItem
            )
            place += below
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if current is not None:
            self.dragged.emit(current, ids[place] if place < len(ids) else None)

    def _moves(self, event: QKeyEvent, current: UUID) -> bool:
        key, alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        inwards = Qt.Key.Key_Right
        outwards = Qt.Key.Key_Left
        if self._look.direction == Qt.LayoutDirection.RightToLeft:
            inwards, outwards = outwards, inwards
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shifted.emit(current, -1 if key == Qt.Key.Key_Up else 1)
        elif alt and key in (inwards, outwards):
            self.indented.emit(current, 1 if key == inwards else -1)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit(current)
        else:
            return False
        return True


def _id_of(item: QListWidgetItem) -> UUID:
    face: Face = item.data(FACE_ROLE)
    return face.id
