"""A field to search in, which waits until somebody has stopped typing."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.text import reading_start

PAUSE_MS = 180


class SearchField(QLineEdit):
    """A line of search words.

    Signals:
        searched: the words, once typing has paused.
    """

    searched = Signal(str)

    def __init__(self, hint: str, look: Look) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self.setAlignment(reading_start(look.direction))
        glass = QAction(look.icons.icon(Icon.SEARCH, look.tokens.quiet), "", self)
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self.textChanged.connect(lambda _text: self._pause.start())
        self.returnPressed.connect(self._search_now)

    def _search_now(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text().strip())
