"""A passage of Markdown to be read, as high as its text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from liaison_desktop.ui.fonts import font

_LINE_HEIGHT = 118
"""Per cent of the font's own 1.36, which makes 1.6."""


class ReadingText(QTextEdit):
    """CommonMark without HTML; each paragraph runs in the direction of its own words."""

    def __init__(self, markdown: str, name: str, pixels: int = 14) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setFont(font(pixels, QFont.Weight.Normal))
        features = QTextDocument.MarkdownFeature.MarkdownDialectCommonMark
        self.document().setMarkdown(
            markdown, features | QTextDocument.MarkdownFeature.MarkdownNoHTML
        )
        self._loosen()
        self.viewport().setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow or shrink to the height of the text."""
        super().resizeEvent(event)
        self.setFixedHeight(self._height())

    def sizeHint(self) -> QSize:
        """The height of the text at the present width."""
        return QSize(200, self._height())

    def _height(self) -> int:
        return max(20, round(self.document().size().height()) + 2)

    def _loosen(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        loose = QTextBlockFormat()
        loose.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        loose.setBottomMargin(8)
        cursor.mergeBlockFormat(loose)
        last = QTextBlockFormat()
        last.setBottomMargin(0)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.mergeBlockFormat(last)
