"""Keys that an editor leaves to the window around it."""

from PySide6.QtCore import QEvent, QKeyCombination, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class KeysThrough(QObject):
    """Lets shortcuts of the window work in an editor that would keep their keys for itself."""

    def __init__(self, editor: QWidget, keys: tuple[QKeyCombination, ...]) -> None:
        super().__init__(editor)
        self._keys = keys
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell Qt that the editor does not want the key."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.keyCombination() in self._keys:
            event.ignore()
            return True
        return super().eventFilter(watched, event)
