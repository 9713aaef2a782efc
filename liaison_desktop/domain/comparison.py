"""Two texts compared word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\S+[^\S\n]*|\n+|[^\S\n]+")
"""A word takes the blanks behind it along: blanks of their own would match anywhere. The end of
a line stands for itself: the last word of a paragraph is the same word with another behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text; at least one of the texts has it.

    Attributes:
        in_old, in_new: which of the texts has it.
    """

    text: str
    in_old: bool
    in_new: bool


def compared(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of both texts in reading order; what was removed stands before what was added.

    The pieces with ``in_old`` joined are the old text, those with ``in_new`` the new one. Two
    pieces side by side never are of the same sort.
    """
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    return tuple(_pieces(before, after))


def _pieces(before: list[str], after: list[str]) -> Iterator[Piece]:
    # Without "autojunk" common words of a long text would count as changed.
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            yield Piece(text="".join(before[start:end]), in_old=True, in_new=True)
            continue
        if end > start:
            yield Piece(text="".join(before[start:end]), in_old=True, in_new=False)
        if new_end > new_start:
            yield Piece(text="".join(after[new_start:new_end]), in_old=False, in_new=True)
