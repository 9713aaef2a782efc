"""Letters with their marks: drawn as one glyph, told character by character.

Programs that take the text out of a file begin a new word where a character starts at the same
place as the one before, as a vowel sign over a letter does, and they turn the characters of one
glyph round in words from right to left. So a letter and what stands on it become one glyph of the
font, and each further character is told by a glyph that draws nothing; such glyphs take their width
from the letter's (see docs/decisions/0009).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final
from unicodedata import combining

from liaison_desktop.pdf.glyphs import Glyph, Mark

# Of the type size, in thousandths: readers take characters for overlapping that start closer.
_APART: Final = 115


def with_marks(glyphs: Sequence[Glyph], *, rtl: bool) -> tuple[Glyph, ...]:
    """The glyphs, from left to right, with what stands on a letter drawn along with it.

    A mark without a letter stays as it is.
    """
    if not any(_needs_care(glyph, rtl) for glyph in glyphs):
        return tuple(glyphs)
    logical = glyphs[::-1] if rtl else glyphs
    made = [part for letter, *marks in _syllables(logical) for part in _merged(letter, marks, rtl)]
    return tuple(made[::-1] if rtl else made)


def _needs_care(glyph: Glyph, rtl: bool) -> bool:
    return _stands_on_another(glyph) or (rtl and len(glyph.text) > 1)


def _stands_on_another(glyph: Glyph) -> bool:
    return glyph.advance == 0


def _syllables(logical: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Each letter with what stands on it; marks in front of all letters by themselves."""
    syllable: list[Glyph] = []
    for glyph in logical:
        if syllable and not (_stands_on_another(glyph) and syllable[0].advance):
            yield syllable
            syllable = []
        syllable.append(glyph)
    if syllable:
        yield syllable


def _merged(letter: Glyph, marks: Sequence[Glyph], rtl: bool) -> tuple[Glyph, ...]:
    """The letter that draws its marks, and behind it in reading what tells them."""
    # From left to right the pen has moved on behind the letter when its marks are drawn.
    pen = 0.0 if rtl else letter.advance
    drawn = tuple(Mark(m.number, pen + m.dx - letter.dx, m.dy - letter.dy) for m in marks)
    told = letter.text + "".join(mark.text for mark in marks)
    first, *further = _groups(told) if rtl or marks else [told]
    share = min(_APART, letter.width / (len(further) + 1))
    taken = share * len(further)
    letter = replace(
        letter,
        text=first,
        marks=drawn,
        advance=letter.advance - taken,
        width=letter.width - taken,
        cut=taken if rtl else 0.0,
    )
    silent = Glyph(letter.number, "", advance=share, width=share, silent=True)
    return letter, *(replace(silent, text=text) for text in further)


def _groups(text: str) -> list[str]:
    """Each letter by itself, and each row of marks; the order of marks tells nothing."""
    groups = groupby(enumerate(text), key=lambda at: -1 if combining(at[1]) else at[0])
    return ["".join(character for _, character in group) for _, group in groups] or [""]
