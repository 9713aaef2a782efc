"""The Markdown of a document that was edited."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlock, QTextDocument, QTextFrame, QTextTable

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
from liaison_desktop.pdf.markdown_writing import Source, Written, markdown_from_blocks
from liaison_desktop.ui.rich import formats

_OBJECTS = "\ufffc"
_ALIGNMENTS = {
    Qt.AlignmentFlag.AlignRight: Alignment.END,
    Qt.AlignmentFlag.AlignHCenter: Alignment.CENTRE,
}


def markdown_of(document: QTextDocument) -> str:
    """The text of a document; empty paragraphs are left out."""
    return markdown_from_blocks(blocks_in(document))


def blocks_in(document: QTextDocument) -> list[Written]:
    """What a document shows; passages the editor has no form for are kept as they stand."""
    blocks: list[Written] = []
    for quotation, parts in groupby(_parts(document.rootFrame()), key=_quotation):
        inner = _Outline()
        for part in parts:
            inner.add(part)
        found = inner.blocks()
        if quotation is None:
            blocks.extend(found)
        elif found:
            blocks.append(Quote(blocks=tuple(b for b in found if not isinstance(b, Source))))
    return blocks


@dataclass(slots=True)
class _List:
    """A list whose end has not come yet."""

    depth: int
    identity: int
    ordered: bool
    start: int
    entries: "list[list[Block | _List]]" = field(default_factory=list)

    def block(self) -> ListBlock:
        return ListBlock(
            entries=tuple(
                tuple(part.block() if isinstance(part, _List) else part for part in entry)
                for entry in self.entries
            ),
            ordered=self.ordered,
            start=self.start,
        )


class _Outline:
    """Puts entries into their lists, and lists into the entries they stand below."""

    def __init__(self) -> None:
        self._found: list[Written | _List] = []
        self._open: list[_List] = []

    def blocks(self) -> list[Written]:
        return [part.block() if isinstance(part, _List) else part for part in self._found]

    def add(self, part: QTextBlock | QTextTable) -> None:
        if isinstance(part, QTextTable):
            self._open.clear()
            self._found.append(_table(part))
        elif part.textList() is not None:
            self._add_entry(part)
        else:
            self._add_paragraph(part)

    def _add_entry(self, block: QTextBlock) -> None:
        owner = block.textList()
        form = owner.format()
        depth, identity = max(form.indent(), 1), owner.objectIndex()
        self._close(depth)
        if self._open and self._open[-1].depth == depth and self._open[-1].identity != identity:
            self._open.pop()
        if not self._open or self._open[-1].depth < depth:
            ordered = formats.is_numbered(form)
            made = _List(depth, identity, ordered, form.start() if ordered else 1)
            above = self._open[-1].entries[-1] if self._open else self._found
            above.append(made)
            self._open.append(made)
        text = text_in(block)
        self._open[-1].entries.append([Paragraph(text=text)] if text else [])

    def _add_paragraph(self, block: QTextBlock) -> None:
        inside = formats.entry_depth(block)
        self._close(inside)
        made = _paragraph(block)
        if made is None:
            return
        if self._open and isinstance(made, Paragraph):
            self._open[-1].entries[-1].append(made)
        else:
            self._open.clear()
            self._found.append(made)

    def _close(self, depth: int) -> None:
        """End the lists that are deeper."""
        while self._open and self._open[-1].depth > depth:
            self._open.pop()


def _parts(frame: QTextFrame) -> Iterator[QTextBlock | QTextTable]:
    place = frame.begin()
    while not place.atEnd():
        # PySide's types do not know that there may be none.
        inner: QTextFrame | None = place.currentFrame()
        if isinstance(inner, QTextTable):
            yield inner
        elif inner is not None:
            yield from _parts(inner)
        elif place.currentBlock().isValid():
            yield place.currentBlock()
        place += 1


def _quotation(part: QTextBlock | QTextTable) -> int | None:
    """To which quotation a paragraph belongs."""
    if isinstance(part, QTextBlock) and formats.is_quoted(part):
        return formats.quotation_number(part)
    return None


def _paragraph(block: QTextBlock) -> Written | None:
    if formats.is_kept(block):
        source = block.text().replace(formats.HARD_BREAK, "\n")
        return Source(source) if source.strip() else None
    if formats.is_rule(block):
        return Rule()
    text = text_in(block)
    level = block.blockFormat().headingLevel()
    if level:
        return Heading(text=text, level=level)
    return Paragraph(text=text) if text else None


def _table(table: QTextTable) -> Table:
    columns = formats.columns_of(table)
    rows = [tuple(_cell(table, row, column) for column in columns) for row in range(table.rows())]
    return Table(
        header=rows[0],
        rows=tuple(rows[1:]),
        widths=(1.0,) * len(columns),
        alignments=tuple(_alignment(table, column) for column in columns),
        row_headers=False,
    )


def _cell(table: QTextTable, row: int, column: int) -> Text:
    """The paragraphs of a cell in one line: Markdown has no other."""
    spans: list[Span] = []
    for block in _lines_of(table.cellAt(row, column).begin()):
        text = text_in(block)
        spans += [Span(" "), *text] if spans and text else text
    return tuple(spans)


def _lines_of(place: QTextFrame.iterator) -> Iterator[QTextBlock]:
    """The paragraphs of a cell, those of tables inside it too, as pages and mails have them."""
    while not place.atEnd():
        # PySide's types do not know that there may be none.
        inner: QTextFrame | None = place.currentFrame()
        if isinstance(inner, QTextTable):
            for row in range(inner.rows()):
                for column in range(inner.columns()):
                    yield from _lines_of(inner.cellAt(row, column).begin())
        elif inner is not None:
            yield from _lines_of(inner.begin())
        elif place.currentBlock().isValid():
            yield place.currentBlock()
        place += 1


def _alignment(table: QTextTable, column: int) -> Alignment:
    block = table.cellAt(0, column).firstCursorPosition().block()
    horizontal = block.blockFormat().alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
    return _ALIGNMENTS.get(horizontal, Alignment.START)


def text_in(block: QTextBlock) -> tuple[Span, ...]:
    """The letters of a paragraph; nothing where there are only blanks."""
    head = block.blockFormat().headingLevel() > 0
    spans = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        look = fragment.charFormat()
        words = fragment.text().replace(_OBJECTS, "").replace(formats.HARD_BREAK, "\n")
        spans.append(
            Span(
                text=words,
                bold=look.fontWeight() > QFont.Weight.DemiBold and not head,
                italic=look.fontItalic(),
                strike=look.fontStrikeOut(),
                code=look.fontFixedPitch(),
                link=look.anchorHref() or None,
            )
        )
        place += 1
    return tuple(spans) if any(span.text.strip() for span in spans) else ()
