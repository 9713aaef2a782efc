"""Work of the window thread in pieces, so that keys and clicks come between them."""

import time
from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QObject, QTimer

_STRETCH_S = 0.012
"""For so long pieces follow one another; a frame of 50 ms has room for what they bring about."""


class Piecework(QObject):
    """Does what must be done on the window thread and takes too long for one go."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._under_way: dict[QObject, Iterator[None]] = {}

    @property
    def busy(self) -> bool:
        """Whether there are pieces left."""
        return bool(self._under_way)

    def begin(self, pieces: Iterator[None], *, owner: QObject) -> None:
        """Do the first pieces at once and the others soon; what the owner had left is dropped."""
        self._under_way[owner] = pieces
        self._go_on(owner, pieces)

    def _go_on(self, owner: QObject, pieces: Iterator[None]) -> None:
        if self._under_way.get(owner) is not pieces:
            return
        del self._under_way[owner]
        until = time.monotonic() + _STRETCH_S
        while shiboken6.isValid(owner):
            if next(pieces, self) is self:
                return
            if time.monotonic() > until:
                self._under_way[owner] = pieces
                QTimer.singleShot(0, self, lambda: self._go_on(owner, pieces))
                return
