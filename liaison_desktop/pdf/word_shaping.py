"""Shaping of single words, with font fallback; words once shaped serve all papers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Final
from unicodedata import combining

from liaison_desktop.pdf.fonts import Face, Fonts
from liaison_desktop.pdf.words import Look, Piece, Word

_WORDS_KEPT: Final = 50_000
# No language has longer words; what is longer is no word and is broken without hyphens.
_LONGEST_DIVIDED: Final = 80
_UNSEEN: Final = frozenset("\u00ad\u200b\u200e\u200f\u061c\u2060\ufeff") | frozenset(
    chr(code)
    for start, end in ((0x202A, 0x202E), (0x2066, 0x2069))
    for code in range(start, end + 1)
)
# Raised letters: share of the type size, and how high in thousandths of their own.
_RAISED_SIZE: Final = 0.66
_RAISED_BY: Final = 500
# Between a note's number and another number, as a share of the type size.
_SEAM: Final = 0.15
_JOINERS: Final = frozenset("\u200c\u200d")


class WordShaper:
    """Shapes words with one set of fonts and remembers the last of them."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._uniform = lru_cache(_WORDS_KEPT)(self._shape_uniform)

    def word(self, text: str, levels: Sequence[int], looks: Sequence[Look], *, space: bool) -> Word:
        """A word whose characters have these levels and looks; it may turn out empty."""
        level, look = levels[0], looks[0]
        if look is looks[-1] and min(levels) == max(levels):
            return self._uniform(text, level, look, space)
        return self._shape(text, levels, looks, space)

    def _shape_uniform(self, text: str, level: int, look: Look, space: bool) -> Word:
        word = self._shape(text, [level] * len(text), [look] * len(text), space)
        if level or look.bold or look.code or len(word.pieces) != 1 or len(text) > _LONGEST_DIVIDED:
            return word
        return replace(word, language=look.language)

    def _shape(self, text: str, levels: Sequence[int], looks: Sequence[Look], space: bool) -> Word:
        missing: set[str] = set()
        pieces = tuple(self._pieces(text, levels, looks, missing, space))
        return Word(pieces, space, missing=frozenset(missing))

    def _pieces(
        self,
        text: str,
        levels: Sequence[int],
        looks: Sequence[Look],
        missing: set[str],
        space: bool,
    ) -> Iterator[Piece]:
        part = ""
        current: tuple[Look, Face | None, int] | None = None
        for character, level, look in zip(text, levels, looks, strict=True):
            if character in _UNSEEN:
                continue
            face = self._face(character, look, current[1] if current else None)
            if face is None:
                missing.add(character)
            key = (look, face, level)
            if current is not None and key != current:
                yield self._piece(part, *current, space)
                part = ""
                if look.raised is not current[0].raised and level and level % 2 == 0:
                    yield self._seam(look, level - 1)
            current = key
            part += character
        if current is not None:
            yield self._piece(part, *current, space)

    def _face(self, character: str, look: Look, before: Face | None) -> Face | None:
        """The face for a character; marks and joiners stay with the letter before them."""
        joins = character in _JOINERS
        if before and (joins or (combining(character) and before.covers(character))):
            return before
        return self._fonts.face_for(character, bold=look.bold, italic=look.italic, code=look.code)

    def _seam(self, look: Look, level: int) -> Piece:
        """What keeps a note's number and a number beside it apart, where lines are turned round.

        Without it the two would be one number to the rules of direction (UAX #9, L2), and without
        its width to whoever takes the text out of the file.
        """
        face = self._fonts.main(bold=False, italic=False)
        return Piece("", look.span, face, look.size, level, (), _SEAM * look.size)

    def _piece(self, text: str, look: Look, face: Face | None, level: int, space: bool) -> Piece:
        if face is None:
            face = self._fonts.main(bold=False, italic=False)
            glyphs = tuple(face.placeholder(character) for character in text)
        else:
            glyphs = face.shape(text, rtl=level % 2 == 1, language=look.language)
        size = look.size * face.scale
        if look.raised:
            size *= _RAISED_SIZE
            glyphs = tuple(replace(glyph, dy=glyph.dy + _RAISED_BY) for glyph in glyphs)
        width = sum(glyph.advance for glyph in glyphs) * size / 1000
        return Piece(text, look.span, face, size, level, glyphs, width, space)


@cache
def load_words(folder: Path) -> WordShaper:
    """The shaper of words with the fonts of that folder, which are read once."""
    return WordShaper(Fonts(folder))
