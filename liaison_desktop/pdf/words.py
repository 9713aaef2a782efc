"""Words of shaped glyphs, and how a word that is too wide is cut."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple
from unicodedata import combining

from liaison_desktop.pdf.fonts import Face
from liaison_desktop.pdf.glyphs import Glyph
from liaison_desktop.pdf.hyphenation import divisions


class Look(NamedTuple):
    """What the letters of one span look like; ``size`` in points."""

    span: int
    bold: bool
    italic: bool
    size: float
    language: str
    code: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Divided:
    """A word that was divided by hyphens, as it is read."""

    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Glyphs of one span, face and level; they stand from left to right.

    Attributes:
        span: number of the span in the paragraph.
        size, width: in points.
        divided: the word of which it is a part, if there is a hyphen in it that is not read.
    """

    text: str
    span: int
    face: Face
    size: float
    level: int
    glyphs: tuple[Glyph, ...]
    width: float
    space: bool = False
    divided: Divided | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """Pieces between which no line may break.

    Attributes:
        language: by whose rules it may be divided; empty if it stays whole.
        missing: its characters that no font has.
    """

    pieces: tuple[Piece, ...]
    space: bool
    language: str = ""
    missing: frozenset[str] = frozenset()
    width: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "width", sum(piece.width for piece in self.pieces))

    def cut(self, width: float) -> "tuple[Word, Word] | None":
        """The word in two, the first no wider than ``width`` but at least one letter.

        Returns:
            ``None`` for a single letter.
        """
        head: list[Piece] = []
        tail = list(self.pieces)
        while tail and tail[0].width <= width:
            width -= tail[0].width
            head.append(tail.pop(0))
        parts = _cut_piece(tail[0], width, at_least=0 if head else 1) if tail else None
        if parts:
            head.append(parts[0])
            tail[0] = parts[1]
        if not head or not tail:
            return None
        return Word(tuple(head), self.space), Word(tuple(tail), self.space)

    def divided(self, width: float, *, names: bool) -> "tuple[Word, Word] | None":
        """The word in two with a hyphen, the first no wider than ``width``.

        Args:
            names: whether a name may be divided.

        Returns:
            ``None`` if the rules of its language give no such place.
        """
        if not self.language:
            return None
        (piece,) = self.pieces
        whole = replace(piece, divided=piece.divided or Divided(piece.text))
        hyphen = piece.face.hyphen()
        room = width - hyphen.advance * piece.size / 1000
        ends = dict(_letter_ends(piece))
        for place in reversed(divisions(piece.text, self.language, names=names)):
            number, used = ends.get(place, (0, 0.0))
            if number and used <= room:
                head, tail = _parts(whole, piece.glyphs[:number], piece.glyphs[number:])
                head = replace(
                    head,
                    text=f"{head.text}-",
                    glyphs=(*head.glyphs, hyphen),
                    width=used + width - room,
                )
                return Word((head,), space=False), replace(self, pieces=(tail,))
        return None


def _letter_ends(piece: Piece) -> Iterator[tuple[int, tuple[int, float]]]:
    """For each place in the text where a glyph ends, the glyphs up to it and their width."""
    place, used = 0, 0.0
    for number, glyph in enumerate(piece.glyphs, 1):
        place += len(glyph.text)
        used += glyph.advance * piece.size / 1000
        yield place, (number, used)


def _cut_piece(piece: Piece, width: float, *, at_least: int) -> tuple[Piece, Piece] | None:
    """The piece in two between letters; joined letters keep their forms, as they do in print."""
    logical = piece.glyphs[::-1] if piece.level % 2 else piece.glyphs
    used = 0.0
    cut = count = 0
    for number, glyph in enumerate(logical):
        starts_letter = bool(glyph.text) and not combining(glyph.text[0])
        if starts_letter and number:
            if used > width and count >= at_least:
                break
            cut, count = number, count + 1
        used += glyph.advance * piece.size / 1000
    if cut == 0 or count < at_least:
        return None
    return _parts(piece, logical[:cut], logical[cut:])


def _parts(piece: Piece, head: tuple[Glyph, ...], tail: tuple[Glyph, ...]) -> tuple[Piece, Piece]:
    """The piece in two, its glyphs given in logical order; only the head is gone through."""
    text = "".join(glyph.text for glyph in head)
    width = sum(glyph.advance for glyph in head) * piece.size / 1000
    step = -1 if piece.level % 2 else 1
    return (
        replace(piece, text=text, glyphs=head[::step], width=width),
        replace(
            piece, text=piece.text[len(text) :], glyphs=tail[::step], width=piece.width - width
        ),
    )
