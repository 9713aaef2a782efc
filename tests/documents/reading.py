"""Reads composed papers back: the words a person would see, in order."""

from collections.abc import Iterator

from liaison_desktop.pdf.blocks import (
    Block,
    Callout,
    Cell,
    Facts,
    Foreign,
    Heading,
    ListBlock,
    Paragraph,
    Parallel,
    Quote,
    SignatureField,
    SignatureGrid,
    Span,
    Table,
    Text,
    Together,
)
from liaison_desktop.pdf.document import (
    Document,
)


def plain(text: Text) -> str:
    return text if isinstance(text, str) else "".join(span.text for span in text)


def spans(text: Text) -> tuple[Span, ...]:
    return (Span(text),) if isinstance(text, str) else text


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block, the outer ones before what they hold."""
    for block in blocks:
        yield block
        if isinstance(block, Callout | Quote | Together | Foreign):
            yield from walk(block.blocks)
        elif isinstance(block, ListBlock):
            for entry in block.entries:
                yield from walk(entry)
        elif isinstance(block, Parallel):
            for side in (side for row in block.rows for side in row):
                yield from walk(side)


def lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Each paragraph, fact and row as one line of plain text."""
    for block in walk(blocks):
        if isinstance(block, Heading | Paragraph):
            yield plain(block.text)
        elif isinstance(block, Facts):
            yield from (f"{plain(label)}: {plain(value)}" for label, value in block.pairs)
        elif isinstance(block, Table):
            yield " | ".join(plain(cell) for cell in block.header)
            yield from (" | ".join(map(in_cell, row)) for row in block.rows)
        elif isinstance(block, SignatureGrid):
            yield from (" | ".join(map(plain, field.caption)) for field in block.fields)


def in_cell(cell: Text | Cell) -> str:
    if not isinstance(cell, Cell):
        return plain(cell)
    if isinstance(cell.content, str):
        return cell.content
    text = tuple(part for part in cell.content if isinstance(part, Span))
    blocks = tuple(part for part in cell.content if not isinstance(part, Span))
    return plain(text) or " / ".join(lines(blocks))


def page(document: Document) -> str:
    """The whole paper as plain text."""
    return "\n".join(lines(document.blocks))


def section(document: Document, heading: str) -> str:
    """The lines from a heading of level 2 to the next one."""
    found: list[str] = []
    inside = False
    for block in document.blocks:
        for inner in walk((block,)):
            if isinstance(inner, Heading) and inner.level == 2:
                inside = plain(inner.text).startswith(heading)
        if inside:
            found.extend(lines((block,)))
    return "\n".join(found)


def headings(document: Document) -> list[str]:
    return [plain(b.text) for b in walk(document.blocks) if isinstance(b, Heading)]


def signature_fields(document: Document) -> list[SignatureField]:
    grids = [b for b in walk(document.blocks) if isinstance(b, SignatureGrid)]
    return [field for grid in grids for field in grid.fields]
