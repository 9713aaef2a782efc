"""Markdown from blocks: what ``blocks_from_markdown`` reads back as the same blocks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

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
from liaison_desktop.pdf.markdown_inline import inline_markdown, last_as_reference

_BLOCK_START: Final = re.compile(
    r"#{1,6}(?=[ \t]|$)|>|[-+](?=[ \t]|$)|=+[ \t]*$|[-:|](?=[-:| \t]*$)"
)
_NUMBER_START: Final = re.compile(r"(\d{1,9})([.)])(?=[ \t]|$)")
_UNDERLINED_LEVELS: Final = 2
"""Levels of headings that may have a line break: those that are underlined."""
_HIGHEST_NUMBER: Final = 999_999_999
_BULLETS, _POINTS = "-*+", ".)"
_RULE: Final = "___"
_FENCE: Final = "```"
_COLUMNS: Final = {Alignment.END: "--:", Alignment.CENTRE: ":-:"}


@dataclass(frozen=True, slots=True)
class Source:
    """Markdown that is kept as it stands."""

    text: str


Written = Block | Source


def markdown_from_blocks(blocks: Sequence[Written]) -> str:
    """The blocks as Markdown, without a line end at the end.

    Raises:
        TypeError: a block that Markdown has no signs for.
    """
    return "\n\n".join(source for source in block_sources(blocks) if source)


def block_sources(blocks: Sequence[Written]) -> list[str]:
    """The Markdown of each block; lists that follow each other get other signs, to stay apart.

    Raises:
        TypeError: a block that Markdown has no signs for.
    """
    sources: list[str] = []
    for place, block in enumerate(blocks):
        if isinstance(block, ListBlock):
            after = blocks[place + 1] if place + 1 < len(blocks) else None
            near = (_sign(sources[-1:]), _sign([after.text] if isinstance(after, Source) else []))
            signs = _POINTS if block.ordered else _BULLETS
            free = next((sign for sign in signs if sign not in near), signs[0])
            sources.append(_list(block, free))
        else:
            sources.append(_block(block))
    return sources


def is_fenced(block: Paragraph) -> bool:
    """Whether a paragraph was lines of code."""
    match block.text:
        case (Span(text=text, code=True, link=None),):
            return "\n" in text or not text or text.startswith("\u00a0")
    return False


def _block(block: Written) -> str:
    match block:
        case Source(text):
            return text
        case Paragraph():
            return _fenced(block.text[0]) if is_fenced(block) else _lines(block.text)
        case Heading():
            return _heading(block)
        case Quote():
            inner = markdown_from_blocks(block.blocks)
            return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
        case Rule():
            return _RULE
        case Table():
            return "\n".join(_table(block))
        case _:
            raise TypeError(block)


def _fenced(span: Span | str) -> str:
    words = span.text if isinstance(span, Span) else span
    runs = [len(run) for run in re.findall("`+", words)]
    fence = "`" * max(len(_FENCE), max(runs, default=0) + 1)
    return f"{fence}\n{words}\n{fence}" if words else f"{fence}\n{fence}"


def _lines(text: Text) -> str:
    return "\n".join(_no_block(line) for line in inline_markdown(text).split("\n"))


def _no_block(line: str) -> str:
    """The line so that it neither starts a block nor loses blanks at its ends."""
    line = _edges(line)
    if _BLOCK_START.match(line):
        return f"\\{line}"
    return _NUMBER_START.sub(r"\1\\\2", line, count=1) if _NUMBER_START.match(line) else line


def _heading(block: Heading) -> str:
    words = _lines(block.text)
    if "\n" in words and block.level <= _UNDERLINED_LEVELS:
        return f"{words}\n{'===' if block.level == 1 else '---'}"
    words = words.replace("\\\n", " ")
    if words.endswith("#"):
        words = f"{words[:-1]}\\#"
    return f"{'#' * block.level} {words}".rstrip()


def _list(block: ListBlock, sign: str) -> str:
    return "\n".join(_entries(block, sign))


def _entries(block: ListBlock, sign: str) -> Iterator[str]:
    for place, entry in enumerate(block.entries):
        number = block.start + place
        lead = sign
        if block.ordered:
            lead = f"{number if number <= _HIGHEST_NUMBER else block.start}{sign}"
        inner = _entry(entry)
        indent = " " * (len(lead) + 1)
        lines = [f"{indent}{line}" if line else "" for line in inner.split("\n")]
        lines[0] = f"{lead} {lines[0].removeprefix(indent)}".rstrip(" ")
        yield "\n".join(lines)


def _entry(blocks: Sequence[Block]) -> str:
    """The blocks of an entry; a list stands close below its paragraph where it may."""
    joined = ""
    sources = block_sources(blocks)
    for place, source in enumerate(sources):
        if not source:
            continue
        block = blocks[place]
        close = (
            place == 1
            and isinstance(block, ListBlock)
            and (not block.ordered or block.start == 1)
            and bool(block.entries and block.entries[0])
        )
        gap = "\n" if close else "\n\n"
        joined = f"{joined}{gap}{source}" if joined else source
    return joined


def _table(block: Table) -> Iterator[str]:
    yield _row(block.header)
    alignments = block.alignments or (Alignment.START,) * len(block.header)
    yield _joined([_COLUMNS.get(each, "---") for each in alignments])
    for row in block.rows:
        yield _row([cell for cell in row if isinstance(cell, str | tuple)])


def _row(cells: Sequence[Text]) -> str:
    return _joined([_cell(cell) for cell in cells])


def _cell(text: Text) -> str:
    words = inline_markdown(text).replace("\\\n", " ").replace("|", "\\|")
    return _edges(words)


def _edges(words: str) -> str:
    """Blanks at the ends that are no plain ones are written as references, not to be lost."""
    if words[-1:].isspace():
        words = last_as_reference(words)
    return f"&#{ord(words[0])};{words[1:]}" if words[:1].isspace() else words


def _joined(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _sign(sources: Sequence[str]) -> str:
    """The sign of the list that a source begins with, or nothing."""
    found = re.match(r"(?:\d{1,9})?([-*+.)])(?:\s|$)", sources[0]) if sources else None
    return found[1] if found else ""
