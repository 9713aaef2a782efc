"""Weaves the same paper in two languages into one.

Both papers are composed from the same record, so they are trees of one shape. What is equal in
both, the record's own words above all, stands once; what the two say differently stands in both
languages: paragraphs side by side or one after the other, words in a line behind each other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from liaison_desktop.documents.writer import DOT
from liaison_desktop.domain.papers import Layout
from liaison_desktop.i18n.formats import FIRST_STRONG_ISOLATE, POP_ISOLATE
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
    Letterhead,
)
from liaison_desktop.pdf.languages import is_right_to_left

_BETWEEN = " / "

_Told = tuple[Block, str]
"""A block and the language it is in."""


def woven(first: Document, second: Document, layout: Layout) -> Document:
    """One paper in two languages, set in the direction of the first.

    What is attached is the same in both and stays the first one's, as does the watermark.

    Raises:
        ValueError: the two are not the same paper.
    """
    loom = _Loom(first.language, second.language, layout)
    return replace(
        first,
        title=loom.line(first.title, second.title),
        subject=loom.line(first.subject, second.subject),
        letterhead=_letterhead(first.letterhead, second.letterhead),
        blocks=loom.blocks(first.blocks, second.blocks),
        running_head=loom.line(first.running_head, second.running_head),
        running_foot=loom.line(first.running_foot, second.running_foot),
    )


def _letterhead(first: Letterhead | None, second: Letterhead | None) -> Letterhead | None:
    """The name once; what the register says in both languages, line by line."""
    if first is None or second is None:
        return first
    lines = (line for pair in zip(first.aside, second.aside, strict=True) for line in pair)
    return replace(first, aside=tuple(dict.fromkeys(lines)))


class _Loom:
    """Weaves blocks and texts of two languages."""

    def __init__(self, first: str, second: str, layout: Layout) -> None:
        self._first = first
        self._second = second
        self._layout = layout
        self._directions_differ = is_right_to_left(first) != is_right_to_left(second)

    def line(self, first: str, second: str) -> str:
        """Plain text in both languages; parts between dots that are equal stand once."""
        parts = zip(first.split(DOT), second.split(DOT), strict=True)
        return DOT.join(a if a == b else f"{a}{_BETWEEN}{self._isolated(b)}" for a, b in parts)

    def blocks(self, first: Iterable[Block], second: Iterable[Block]) -> tuple[Block, ...]:
        """The blocks of both: those that agree once, the others in both languages."""
        return tuple(self._blocks(first, second))

    def _blocks(self, first: Iterable[Block], second: Iterable[Block]) -> Iterator[Block]:
        pairs = zip(_told(first, self._first), _told(second, self._second), strict=True)
        for (twice, language), group in groupby(pairs, key=_standing):
            told = [(a, b) for (a, _), (b, _) in group]
            if twice:
                yield from self._twice(told)
                continue
            once = tuple(self._once(a, b) for a, b in told)
            yield from (
                once if language == self._first else (Foreign(language=language, blocks=once),)
            )

    def _twice(self, pairs: list[tuple[Block, Block]]) -> Iterator[Block]:
        if self._layout is Layout.SIDE_BY_SIDE:
            rows = tuple(((a,), (b,)) for a, b in pairs)
            yield Parallel(rows=rows, languages=(self._first, self._second))
            return
        for a, b in pairs:
            yield a
            yield Foreign(language=self._second, blocks=(b,))

    def _once(self, first: Block, second: Block) -> Block:
        """One block of the two, with its words woven where it holds any."""
        match first, second:
            case Heading(), Heading():
                return replace(first, text=self._text(first.text, second.text))
            case Facts(), Facts():
                return Facts(pairs=tuple(self._pairs(first, second)))
            case Table(), Table():
                return self._table(first, second)
            case ListBlock(), ListBlock():
                entries = zip(first.entries, second.entries, strict=True)
                return replace(first, entries=tuple(self.blocks(a, b) for a, b in entries))
            case SignatureGrid(), SignatureGrid():
                fields = zip(first.fields, second.fields, strict=True)
                return SignatureGrid(fields=tuple(self._field(a, b) for a, b in fields))
            case ((Callout() | Quote() | Together()), (Callout() | Quote() | Together())):
                return replace(first, blocks=self.blocks(first.blocks, second.blocks))
            case Paragraph(), Paragraph():
                return first
        if first != second:
            raise ValueError(type(first).__name__)
        return first

    def _pairs(self, first: Facts, second: Facts) -> Iterator[tuple[Text, Text]]:
        for (label, value), (other_label, other_value) in zip(
            first.pairs, second.pairs, strict=True
        ):
            yield self._text(label, other_label), self._text(value, other_value)

    def _table(self, first: Table, second: Table) -> Table:
        heads = zip(first.header, second.header, strict=True)
        rows = zip(first.rows, second.rows, strict=True)
        return replace(
            first,
            header=tuple(self._text(a, b) for a, b in heads),
            rows=tuple(
                tuple(self._cell(a, b) for a, b in zip(row, other, strict=True))
                for row, other in rows
            ),
            summary=self.line(first.summary, second.summary),
        )

    def _cell(self, first: Text | Cell, second: Text | Cell) -> Text | Cell:
        """A cell is narrow: in it, too, the words of both languages stand behind each other."""
        if isinstance(first, Cell) and isinstance(second, Cell):
            paragraphs = zip(_paragraphs(first), _paragraphs(second), strict=True)
            content = tuple(replace(a, text=self._text(a.text, b.text)) for a, b in paragraphs)
            return replace(first, content=content)
        if isinstance(first, Cell) or isinstance(second, Cell):
            raise ValueError(Cell.__name__)
        return self._text(first, second)

    def _field(self, first: SignatureField, second: SignatureField) -> SignatureField:
        captions = zip(first.caption, second.caption, strict=True)
        return replace(
            first,
            label=self.line(first.label, second.label),
            caption=tuple(self._text(a, b) for a, b in captions),
        )

    def _text(self, first: Text, second: Text) -> Text:
        """Words of both languages behind each other, span by span where they go in pairs."""
        if _same_words(first, second):
            return first
        ours, theirs = _spans(first), _spans(second)
        if len(ours) != len(theirs):
            return (*ours, Span(_BETWEEN), *map(self._foreign, theirs))
        return tuple(span for a, b in zip(ours, theirs, strict=True) for span in self._span(a, b))

    def _span(self, first: Span, second: Span) -> tuple[Span, ...]:
        if _same_words((first,), (second,)):
            return (first,)
        return (first, Span(_BETWEEN), self._foreign(second))

    def _foreign(self, span: Span) -> Span:
        text, language = self._isolated(span.text), span.language or self._second
        return replace(span, text=text, language=language)

    def _isolated(self, text: str) -> str:
        if not self._directions_differ:
            return text
        return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def _told(blocks: Iterable[Block], language: str) -> Iterator[_Told]:
    """The blocks with their languages, those of a foreign passage one by one."""
    for block in blocks:
        if isinstance(block, Foreign):
            yield from _told(block.blocks, block.language)
        else:
            yield block, language


def _standing(pair: tuple[_Told, _Told]) -> tuple[bool, str]:
    """Whether the two are said in both languages, and else the language of what is said once."""
    (first, language), (second, _) = pair
    if isinstance(first, Paragraph) and isinstance(second, Paragraph):
        return not _same_words(first.text, second.text), language
    return False, language


def _same_words(first: Text, second: Text) -> bool:
    """Whether the second says nothing that the first does not say.

    Commas and the way to write a date differ between languages, and so may a word behind the time
    ("17:00 Uhr"): where one of the two is but a figure, the figure counts.
    """
    ours, theirs = _letters_and_digits(first), _letters_and_digits(second)
    if ours == theirs:
        return True
    only_a_figure = not any(map(str.isalpha, ours)) or not any(map(str.isalpha, theirs))
    return only_a_figure and _digits(ours) == _digits(theirs)


def _letters_and_digits(text: Text) -> str:
    return "".join(filter(str.isalnum, "".join(span.text for span in _spans(text))))


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _spans(text: Text) -> tuple[Span, ...]:
    return (Span(text),) if isinstance(text, str) else text


def _paragraphs(cell: Cell) -> tuple[Paragraph, ...]:
    """What a cell holds, as paragraphs; papers put nothing else into one."""
    if isinstance(cell.content, str) or isinstance(cell.content[0], Span):
        return (Paragraph(text=cell.content),)
    return tuple(block for block in cell.content if isinstance(block, Paragraph))
