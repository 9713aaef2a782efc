"""A quiet editor: bold, italic, lists, quotations and tables over Markdown."""

from PySide6.QtCore import QKeyCombination, QMimeData, QRectF, QSignalBlocker, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from liaison_desktop.ui.rich import formats, lists, tables
from liaison_desktop.ui.rich.pasting import markdown_from_html
from liaison_desktop.ui.rich.reading import DocumentWriter
from liaison_desktop.ui.rich.writing import markdown_of

_FEWEST_LINES, _MOST_LINES = 4, 18
_FRAME = 22
"""Pixels for border, padding and the margin of the document."""

_BAR, _BAR_AT = 3, 12
"""Width of the bar beside a quotation, and how far it stands from the edge, in pixels."""

_BARE = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_V
)


class RichText(QTextEdit):
    """As high as its text, within bounds; Tab leaves it but in lists and tables.

    Passages that the editor has no form for, such as lines of code, are shown as they are written.
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""
        self._written, self._written_at = "", -1
        self.setObjectName("rich")
        self.setTabChangesFocus(True)
        self.setAcceptRichText(True)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self._grow()

    def markdown(self) -> str:
        """The text; as it was shown, to the letter, while nobody has changed it."""
        if not self.document().isModified():
            return self._shown
        revision = self.document().revision()
        if revision != self._written_at:
            self._written, self._written_at = markdown_of(self.document()), revision
        return self._written

    def show_markdown(self, markdown: str) -> None:
        """Show another text; nobody is told that the text has changed."""
        with QSignalBlocker(self):
            self._shown, self._written_at = markdown, -1
            self.document().clear()
            self._fill(markdown)
            self.moveCursor(QTextCursor.MoveOperation.End)
            self.setCurrentCharFormat(QTextCharFormat())
            self.document().clearUndoRedoStacks()
            self.document().setModified(False)

    def toggle_bold(self) -> None:
        """Make what is selected, or is typed next, bold or not bold."""
        look = QTextCharFormat()
        heavy = self.fontWeight() > QFont.Weight.DemiBold
        look.setFontWeight(QFont.Weight.Normal if heavy else QFont.Weight.Bold)
        self.mergeCurrentCharFormat(look)

    def toggle_italic(self) -> None:
        """Make what is selected, or is typed next, italic or upright."""
        look = QTextCharFormat()
        look.setFontItalic(not self.fontItalic())
        self.mergeCurrentCharFormat(look)

    def toggle_list(self, *, numbered: bool) -> None:
        """Make the paragraphs that are selected entries of a list, or paragraphs again."""
        lists.toggle(self.textCursor(), numbered=numbered)

    def toggle_quote(self) -> None:
        """Make the paragraph a quotation, or a paragraph again."""
        cursor = self.textCursor()
        quoted = formats.is_quoted(cursor.block())
        cursor.mergeBlockFormat(formats.paragraph() if quoted else formats.quotation())
        if quoted:
            plain = cursor.blockFormat()
            plain.clearProperty(formats.quotation_mark())
            plain.setLeftMargin(0)
            plain.setRightMargin(0)
            cursor.setBlockFormat(plain)

    def insert_table(self) -> None:
        """Put a table where the cursor is, with the cursor in its first cell."""
        cursor = self.textCursor()
        if formats.table_at(cursor) is not None:
            return
        self.setTextCursor(tables.insert(cursor, self.layoutDirection()))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: from other programs only what minutes can hold."""
        if source.hasHtml() and not formats.is_kept(self.textCursor().block()):
            self.insert_markdown(markdown_from_html(source.html()))
        elif source.hasText():
            self.textCursor().insertText(source.text())

    def paste_words(self) -> None:
        """Paste bare words, without any form."""
        words = QGuiApplication.clipboard().text()
        self.textCursor().insertText(words, self.currentCharFormat())

    def insert_markdown(self, markdown: str) -> None:
        """Write a text where the cursor is, in one step of undo."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        if formats.table_at(cursor) is not None:
            DocumentWriter(cursor, self._size()).write_line(markdown)
        else:
            if "\n" in markdown and cursor.block().text():
                cursor.insertBlock(formats.paragraph())
            DocumentWriter(cursor, self._size()).continue_with(markdown)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lists and tables have keys of their own; Ctrl+Shift+V pastes bare words."""
        if event.keyCombination() == _BARE:
            self.paste_words()
        elif not (self._in_list(event) or self._in_table(event) or self._below(event)):
            super().keyPressEvent(event)
            if event.text() == " ":
                lists.begin(self.textCursor())

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Tab stays where it has something to do."""
        cursor = self.textCursor()
        if formats.table_at(cursor) is not None or formats.list_of(cursor.block()) is not None:
            return False
        return super().focusNextPrevChild(next_one)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quotation has a bar at its start."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        down = self.verticalScrollBar().value()
        layout = self.document().documentLayout()
        block = self.cursorForPosition(event.rect().topLeft()).block()
        while block.isValid():
            area = layout.blockBoundingRect(block)
            if area.top() - down > event.rect().bottom():
                break
            if formats.is_quoted(block):
                mirrored = block.textDirection() == Qt.LayoutDirection.RightToLeft
                start = self.viewport().width() - _BAR_AT - _BAR if mirrored else _BAR_AT
                bar = QRectF(start, area.top() - down, _BAR, area.height())
                painter.fillRect(bar, self.palette().highlight())
            block = block.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has other lines."""
        super().resizeEvent(event)
        self._grow()

    def _in_list(self, event: QKeyEvent) -> bool:
        cursor = self.textCursor()
        if formats.list_of(cursor.block()) is None:
            return False
        empty = not cursor.block().text()
        key = event.key()
        at_start = cursor.atBlockStart() and not cursor.hasSelection()
        rubbed_out = key == Qt.Key.Key_Backspace and at_start
        if key == Qt.Key.Key_Tab:
            lists.indent(cursor, 1)
        elif key == Qt.Key.Key_Backtab or (key == Qt.Key.Key_Return and empty) or rubbed_out:
            lists.indent(cursor, -1)
        else:
            return False
        return True

    def _below(self, event: QKeyEvent) -> bool:
        """Return in a kept passage is a line of it; below a heading or a rule comes a text."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        cursor = self.textCursor()
        block = cursor.block()
        kept, ends = formats.is_kept(block), cursor.atBlockEnd()
        alone = block.blockFormat().headingLevel() > 0 or formats.is_rule(block)
        if kept and not ends:
            cursor.insertText(formats.HARD_BREAK)
        elif ends and (kept or alone):
            cursor.insertBlock(formats.paragraph(), QTextCharFormat())
            self.setTextCursor(cursor)
        elif formats.is_quoted(block) and not block.text():
            self.toggle_quote()
        else:
            return False
        return True

    def _in_table(self, event: QKeyEvent) -> bool:
        cursor = self.textCursor()
        steps = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        if formats.table_at(cursor) is None or event.key() not in steps:
            return False
        target = tables.next_cell(cursor, steps[Qt.Key(event.key())])
        if target is not None:
            self.setTextCursor(target)
        return True

    def _fill(self, markdown: str) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setBlockFormat(formats.paragraph())
        DocumentWriter(cursor, self._size()).write(markdown)
        cursor.endEditBlock()

    def _size(self) -> int:
        return self.fontInfo().pixelSize()

    def _grow(self) -> None:
        line = self.fontMetrics().lineSpacing()
        wanted = round(self.document().size().height())
        height = min(max(wanted, _FEWEST_LINES * line), _MOST_LINES * line)
        policy = Qt.ScrollBarPolicy
        scrolls = policy.ScrollBarAsNeeded if wanted > height else policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(scrolls)
        self.setFixedHeight(height + _FRAME)
