"""Plain paragraphs into Markdown that prints the same words."""

import re
from collections.abc import Iterable

# What CommonMark, its tables and its strikethrough read as mark-up anywhere in a line.
_INLINE = re.compile(r"[\\`*_\[\]<>~|]|&(?=#?\w+;)")
# What makes a heading, a list or a rule only at the start of a line.
_LINE_START = re.compile(r"#{1,6}(?=\s|$)|[+-](?=\s|$)|-{3,}\s*$|([0-9]{1,9})(?=[.)](?:\s|$))")


def markdown_from_plain(paragraphs: Iterable[str]) -> str:
    """The paragraphs as Markdown; each line of a paragraph becomes a paragraph of its own."""
    lines = (line.strip() for paragraph in paragraphs for line in paragraph.splitlines())
    return "\n\n".join(_escaped(line) for line in lines if line)


def _escaped(line: str) -> str:
    escaped = _INLINE.sub(r"\\\g<0>", line)
    start = _LINE_START.match(escaped)
    if start is None:
        return escaped
    number = start[1] or ""
    return f"{number}\\{escaped[len(number) :]}"
