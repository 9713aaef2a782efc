"""A quiet editor: bold, italic, lists, quotations and tables over Markdown."""

from PySide6.QtCore import QMimeData, QSignalBlocker, Qt
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from liaison_desktop.ui.rich import formats, lists
from liaison_desktop.ui.rich.pasting import markdown_from_html
from liaison_desktop.ui.rich.reading import DocumentWriter, can_show
from liaison_desktop.ui.rich.writing import markdown_of

_FEWEST_LINES, _MOST_LINES = 4, 18
_FRAME = 22
"""Pixels for border, padding and the margin of the document."""

_COLUMNS, _ROWS = 3, 3


class RichText(QTextEdit):
    """As high as its text, within bounds; Tab leaves it but in lists and tables.

    A text with something that the editor has no form for, such as code, is shown as it is written.
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""
        self._plain = False
        self.setObjectName("rich")
        self.setTabChangesFocus(True)
        self.setAcceptRichText(True)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self._grow()

    def markdown(self) -> str:
        """The text; as it was shown, to the letter, while nobody has changed it."""
        if not self.document().isModified():
            return self._shown
        return self.toPlainText() if self._plain else markdown_of(self.document())

    def show_markdown(self, markdown: str) -> None:
        """Show another text; nobody is told that the text has changed."""
        with QSignalBlocker(self):
            self._shown, self._plain = markdown, not can_show(markdown)
            self.document().clear()
            if self._plain:
                self.setPlainText(markdown)
            else:
                self._fill(markdown)
            self.moveCursor(QTextCursor.MoveOperation.End)
            self.setCurrentCharFormat(QTextCharFormat())
            self.document().clearUndoRedoStacks()
            self.document().setModified(False)

    def toggle_bold(self) -> None:
        """Make what is selected, or is typed next, bold or not bold."""
        look = QTextCharFormat()
        heavy = self.fontWeight() > QFont.Weight.Medium
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
        table = cursor.insertTable(_ROWS, _COLUMNS, formats.table())
        self.setTextCursor(table.cellAt(0, 0).firstCursorPosition())

    def add_row(self) -> None:
        """A further row below that of the cursor."""
        table = formats.table_at(self.textCursor())
        if table is not None:
            table.insertRows(table.cellAt(self.textCursor()).row() + 1, 1)

    def remove_row(self) -> None:
        """Take the row of the cursor away; the last one takes the table along."""
        table = formats.table_at(self.textCursor())
        if table is not None:
            table.removeRows(table.cellAt(self.textCursor()).row(), 1)

    @property
    def formatted(self) -> bool:
        """Whether the text can be given forms; else it is shown as it is written."""
        return not self._plain

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: from other programs only what minutes can hold."""
        if source.hasHtml() and not self._plain:
            self.insert_markdown(markdown_from_html(source.html()))
        elif source.hasText():
            self.textCursor().insertText(source.text())

    def insert_markdown(self, markdown: str) -> None:
        """Write a text where the cursor is, in one step of undo."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        if formats.table_at(cursor) is not None or not can_show(markdown) or self._plain:
            cursor.insertText(markdown)
        else:
            if "\n" in markdown and cursor.block().text():
                cursor.insertBlock(formats.paragraph())
            DocumentWriter(cursor, self._size()).continue_with(markdown)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lists and tables have keys of their own; Ctrl+Shift+V pastes bare words."""
        if not self._plain and (self._in_list(event) or self._in_table(event)):
            return
        super().keyPressEvent(event)
        if event.text() == " " and not self._plain:
            lists.begin(self.textCursor())

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Tab stays where it has something to do."""
        cursor = self.textCursor()
        if formats.table_at(cursor) is not None or formats.list_of(cursor.block()) is not None:
            return False
        return super().focusNextPrevChild(next_one)

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

    def _in_table(self, event: QKeyEvent) -> bool:
        cursor = self.textCursor()
        table = formats.table_at(cursor)
        if table is None or event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        cell = table.cellAt(cursor)
        step = 1 if event.key() == Qt.Key.Key_Tab else -1
        place = cell.row() * table.columns() + cell.column() + step
        if place >= table.rows() * table.columns():
            table.appendRows(1)
        if place >= 0:
            target = table.cellAt(place // table.columns(), place % table.columns())
            self.setTextCursor(target.firstCursorPosition())
        return True

    def _fill(self, markdown: str) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setBlockFormat(formats.paragraph())
        DocumentWriter(cursor, self._size()).write(markdown)
        cursor.endEditBlock()

    def _size(self) -> float:
        return max(self.font().pointSizeF(), 1.0)

    def _grow(self) -> None:
        line = self.fontMetrics().lineSpacing()
        wanted = round(self.document().size().height())
        height = min(max(wanted, _FEWEST_LINES * line), _MOST_LINES * line)
        policy = Qt.ScrollBarPolicy
        scrolls = policy.ScrollBarAsNeeded if wanted > height else policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(scrolls)
        self.setFixedHeight(height + _FRAME)
