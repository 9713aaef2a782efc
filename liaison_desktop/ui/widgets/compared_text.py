"""A text compared with another: what went is struck through, what came is underlined."""

from collections.abc import Iterable

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from liaison_desktop.domain.comparison import Piece
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone


class ComparedText(QTextEdit):
    """The pieces of both texts; each paragraph runs in the direction of its own words."""

    def __init__(self, name: str, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("compared")
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)

    def show_pieces(self, pieces: Iterable[Piece]) -> None:
        """Show another comparison, from its beginning."""
        self.clear()
        cursor = QTextCursor(self.document())
        for piece in pieces:
            cursor.insertText(piece.text, self._format(piece))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _format(self, piece: Piece) -> QTextCharFormat:
        made = QTextCharFormat()
        if piece.in_old and piece.in_new:
            return made
        tone = Tone.GOOD if piece.in_new else Tone.WRONG
        made.setFontUnderline(piece.in_new)
        made.setFontStrikeOut(piece.in_old)
        made.setForeground(QColor(self._look.tokens.ink_of(tone)))
        made.setBackground(QColor(self._look.tokens.ground_of(tone)))
        return made
