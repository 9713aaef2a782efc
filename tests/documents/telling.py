"""What a composed paper tells, text by text, each with the language it is in."""

from collections.abc import Iterable, Iterator

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
    SignatureGrid,
    Span,
    Table,
    Text,
    Together,
)
from liaison_desktop.pdf.document import (
    Document,
)


def told(document: Document) -> Iterator[tuple[str, str]]:
    """Language tag and words of every text but those of head and foot."""
    return _blocks(document.blocks, document.language)


def _blocks(blocks: Iterable[Block], language: str) -> Iterator[tuple[str, str]]:
    for block in blocks:
        for text in _texts(block):
            spans = (Span(text),) if isinstance(text, str) else text
            yield from ((span.language or language, span.text) for span in spans)
        for spoken, inner in _inside(block, language):
            yield from _blocks(inner, spoken)


def _texts(block: Block) -> Iterator[Text]:
    """The texts of the block itself."""
    match block:
        case Heading() | Paragraph():
            yield block.text
        case Facts():
            yield from (text for pair in block.pairs for text in pair)
        case SignatureGrid():
            yield from (text for field in block.fields for text in field.caption)
        case Table():
            yield from block.header
            yield from (cell for row in block.rows for cell in row if not isinstance(cell, Cell))
        case _:
            return


def _inside(block: Block, language: str) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """The blocks it holds, with their language."""
    match block:
        case Callout() | Quote() | Together():
            yield language, block.blocks
        case Foreign():
            yield block.language, block.blocks
        case ListBlock():
            yield from ((language, entry) for entry in block.entries)
        case Table():
            cells = (cell for row in block.rows for cell in row if isinstance(cell, Cell))
            yield from ((language, _in_cell(cell)) for cell in cells)
        case Parallel():
            for row in block.rows:
                yield from zip(block.languages, row, strict=True)
        case _:
            return


def _in_cell(cell: Cell) -> tuple[Block, ...]:
    if isinstance(cell.content, str):
        return (Paragraph(text=cell.content),)
    spans = tuple(part for part in cell.content if isinstance(part, Span))
    blocks = tuple(part for part in cell.content if not isinstance(part, Span))
    return (Paragraph(text=spans), *blocks) if spans else blocks
