"""Files that are dropped anywhere on a part of the window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


class FileDrop(QObject):
    """Takes files that are dropped on a widget or on what stands in it now.

    An editor in it would write the file's address into the text; what else is dropped stays
    with the editor, and so do files that are not wanted.

    Signals:
        dropped: the ``Path`` of each file.
    """

    dropped = Signal(list)

    def __init__(self, target: QWidget, *, kinds: tuple[str, ...] = ()) -> None:
        """``kinds``: the endings of file names that are wanted (``.pdf``); empty = all."""
        super().__init__(target)
        self._kinds = kinds
        target.setAcceptDrops(True)
        inside = [part for part in target.findChildren(QWidget) if part.acceptDrops()]
        for part in (target, *inside):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take over where files are carried."""
        moves = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() in moves and isinstance(event, QDropEvent):
            paths = self._wanted(event.mimeData())
            if paths:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.dropped.emit(paths)
                return True
        return super().eventFilter(watched, event)

    def _wanted(self, carried: QMimeData) -> list[Path]:
        paths = [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]
        return [path for path in paths if not self._kinds or path.suffix.lower() in self._kinds]
