"""Glyphs as they are drawn; lengths in thousandths of the type size."""

from dataclasses import dataclass
from typing import NamedTuple


class Mark(NamedTuple):
    """A mark on a letter: its glyph, and how far it stands from where the letter's is drawn."""

    number: int
    dx: float
    dy: float


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph as it is drawn.

    Attributes:
        text: the characters it stands for, in logical order.
        advance: how far the pen moves.
        width: the advance written in the font, before kerning.
        dx, dy: how far the glyph stands from the pen.
        marks: what is drawn along with it.
        cut: how much of its left side another glyph takes up, so that it is drawn farther left.
        silent: whether it draws nothing and only tells its text.
    """

    number: int
    text: str
    advance: float
    width: float
    dx: float = 0
    dy: float = 0
    marks: tuple[Mark, ...] = ()
    cut: float = 0
    silent: bool = False
