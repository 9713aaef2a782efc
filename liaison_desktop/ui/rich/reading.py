"""Markdown put into a document that can be edited."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextListFormat

from liaison_desktop.pdf.blocks import (
    Alignment,
    Block,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    Text,
)
from liaison_desktop.pdf.markdown import blocks_from_markdown
from liaison_desktop.pdf.markdown_writing import block_sources, is_fenced
from liaison_desktop.ui.rich import formats

_ALIGNED = {
    Alignment.END: Qt.AlignmentFlag.AlignRight,
    Alignment.CENTRE: Qt.AlignmentFlag.AlignHCenter,
}


_TEXTS = 32
"""As many as a long agenda has: a secretary goes back and forth between its items."""


@lru_cache(_TEXTS)
def blocks_of(markdown: str) -> tuple[Block, ...]:
    """What a text says, with headings as high as they were written."""
    return blocks_from_markdown(markdown, top_heading=1)


class DocumentWriter:
    """Writes Markdown into a document, where a cursor stands.

    What the editor has no form for, such as lines of code or a table inside a list, is shown as
    it is written.
    """

    def __init__(self, cursor: QTextCursor, size: int) -> None:
        """``size``: of the letters, in pixels."""
        self._cursor = cursor
        self._size = size
        self._fresh = True
        self._quotations = 0

    def write(self, markdown: str) -> None:
        """Write a text; the paragraph in which the cursor stands is its first."""
        self._blocks(blocks_of(markdown))

    def continue_with(self, markdown: str) -> None:
        """Write a text into the paragraph in which the cursor stands, keeping the form of that."""
        blocks = blocks_of(markdown)
        if blocks and isinstance(blocks[0], Paragraph) and not is_fenced(blocks[0]):
            _insert(self._cursor, blocks[0].text)
            self._fresh = False
            blocks = blocks[1:]
        self._blocks(blocks)

    def write_line(self, markdown: str) -> None:
        """Write the words of a text in one line, as the cell of a table wants them."""
        for place, text in enumerate(_texts(blocks_of(markdown))):
            if place:
                self._cursor.insertText(" ", QTextCharFormat())
            _insert(self._cursor, text)

    def _blocks(self, blocks: Sequence[Block]) -> None:
        for block, source in zip(blocks, block_sources(blocks), strict=True):
            if _has_form(block):
                self._shown(block)
            else:
                self._block(formats.kept())
                words = source.replace("\n", formats.HARD_BREAK)
                self._cursor.insertText(words, formats.code_letters())

    def _shown(self, block: Block) -> None:
        match block:
            case Quote():
                self._quotations += 1
                for part in block.blocks:
                    self._part(part, self._quotations)
            case Table():
                self._table(block)
            case Rule():
                # Qt sets the paragraph that ends a table beside it: no room for a line.
                self._fresh = self._fresh and self._cursor.position() == 0
                self._block(formats.rule())
            case _:
                self._part(block, 0)

    def _part(self, block: Block, quotation: int) -> None:
        """A paragraph, heading or list, perhaps of a quotation."""
        match block:
            case Heading(text=text, level=level):
                self._block(formats.heading(level, quotation))
                _insert(self._cursor, text, formats.heading_letters(level, self._size))
            case ListBlock():
                self._list(block, 1, quotation)
            case Paragraph(text=text):
                self._block(formats.passage(quotation))
                _insert(self._cursor, text)

    def _list(self, block: ListBlock, depth: int, quotation: int) -> None:
        made = None
        for entry in block.entries:
            self._block(formats.passage(quotation))
            if made is None:
                made = self._cursor.createList(_list_format(block, depth))
            else:
                made.add(self._cursor.block())
            for place, part in enumerate(entry):
                if isinstance(part, ListBlock):
                    self._list(part, depth + 1, quotation)
                elif isinstance(part, Paragraph):
                    if place:
                        self._block(formats.continued(depth, quotation))
                    _insert(self._cursor, part.text)

    def _table(self, block: Table) -> None:
        rows = (block.header, *block.rows)
        if not self._fresh:
            self._block(formats.paragraph())
        words = "".join(span.text for text in _texts((block,)) for span in _spans(text))
        direction = formats.direction_of(words, Qt.LayoutDirection.LeftToRight)
        form = formats.table(direction)
        table = self._cursor.insertTable(len(rows), len(block.header), form)
        for place, row in enumerate(rows):
            columns = formats.columns_of(table)
            for column, cell, alignment in zip(columns, row, block.alignments, strict=True):
                inside = table.cellAt(place, column).firstCursorPosition()
                aligned = QTextBlockFormat()
                if alignment in _ALIGNED:
                    aligned.setAlignment(_ALIGNED[alignment])
                    aligned.setLayoutDirection(direction)
                inside.setBlockFormat(aligned)
                head = None if place else formats.head_letters()
                inside.setBlockCharFormat(head or QTextCharFormat())
                if isinstance(cell, str | tuple):
                    _insert(inside, cell, head)
        self._cursor.setPosition(table.lastPosition() + 1)
        self._fresh = True

    def _block(self, form: QTextBlockFormat) -> None:
        """Begin a paragraph; the first is written where the cursor stands."""
        if self._fresh:
            self._cursor.setBlockFormat(form)
        else:
            self._cursor.insertBlock(form)
            current = formats.list_of(self._cursor.block())
            if current is not None:
                current.remove(self._cursor.block())
                self._cursor.setBlockFormat(form)
        self._cursor.setBlockCharFormat(QTextCharFormat())
        self._cursor.setCharFormat(QTextCharFormat())
        self._fresh = False


def _spans(text: Text) -> tuple[Span, ...]:
    """The stretches of a text."""
    return (Span(text),) if isinstance(text, str) else text


def _insert(cursor: QTextCursor, text: Text, base: QTextCharFormat | None = None) -> None:
    for span in _spans(text):
        words = span.text.replace("\n", formats.HARD_BREAK)
        cursor.insertText(words, formats.letters(span, base))


def _texts(blocks: Sequence[Block]) -> Iterator[Text]:
    for block in blocks:
        match block:
            case Paragraph(text=text) | Heading(text=text):
                yield text
            case Quote(blocks=inner):
                yield from _texts(inner)
            case ListBlock(entries=entries):
                for entry in entries:
                    yield from _texts(entry)
            case Table(header=header, rows=rows):
                for row in (header, *rows):
                    yield from (cell for cell in row if isinstance(cell, str | tuple))


def _list_format(block: ListBlock, depth: int) -> QTextListFormat:
    return formats.numbers(depth, block.start) if block.ordered else formats.bullets(depth)


def _has_form(block: Block) -> bool:
    match block:
        case Quote(blocks=inner):
            plain = all(isinstance(part, Paragraph | Heading | ListBlock) for part in inner)
            return bool(inner) and plain and all(_has_form(part) for part in inner)
        case ListBlock(entries=entries):
            return all(_entry_has_form(entry) for entry in entries)
        case Paragraph():
            return not is_fenced(block)
    return True


def _entry_has_form(entry: Sequence[Block]) -> bool:
    """One paragraph, then lists and further paragraphs below it."""
    begins = not entry or isinstance(entry[0], Paragraph)
    plain = all(isinstance(part, Paragraph | ListBlock) for part in entry)
    return begins and plain and all(_has_form(part) for part in entry)
