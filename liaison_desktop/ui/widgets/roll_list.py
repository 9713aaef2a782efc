"""The seats of a meeting, marked by one key each."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from liaison_desktop.ui.look import Look
from liaison_desktop.ui.models.paged import FACE_ROLE, Face
from liaison_desktop.ui.widgets.listing import ROW_HEIGHT, RowDelegate

_FRAME = 2


class RollList(QListWidget):
    """As high as its seats; a letter marks the current one and goes on to the next.

    Signals:
        marked: id of a seat and the letter.
    """

    marked = Signal(object, str)

    def __init__(self, name: str, letters: str, look: Look) -> None:
        """``letters``: those that mark a seat, in capitals."""
        super().__init__()
        self._letters = letters
        self.setObjectName("agenda")
        self.setAccessibleName(name)
        self.setItemDelegate(RowDelegate(look, 0, self))
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def current(self) -> UUID | None:
        """The seat that is current."""
        return None if self.currentRow() < 0 else _id_of(self.currentItem())

    def show_faces(self, faces: Sequence[Face]) -> None:
        """Show other seats; the current place stays current."""
        place = max(self.currentRow(), 0)
        while self.count() > len(faces):
            self.takeItem(self.count() - 1)
        while self.count() < len(faces):
            self.addItem(QListWidgetItem())
        for row, face in enumerate(faces):
            item = self.item(row)
            item.setText(face.title)
            item.setData(FACE_ROLE, face)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, face.spoken)
        self.setFixedHeight(len(faces) * ROW_HEIGHT + _FRAME)
        if faces:
            self.setCurrentRow(min(place, len(faces) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark the current seat, and go on to the next."""
        letter = chr(event.key()) if Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z else ""
        current = self.current
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if letter and letter in self._letters and plain and current is not None:
            self.marked.emit(current, letter)
            self.setCurrentRow(min(self.currentRow() + 1, self.count() - 1))
            return
        super().keyPressEvent(event)


def _id_of(item: QListWidgetItem) -> UUID:
    face: Face = item.data(FACE_ROLE)
    return face.id
