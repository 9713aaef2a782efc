"""Breaking a paragraph into lines.

No word is ever lost: one that is wider than the line is broken between letters.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from liaison_desktop.pdf.bidi import visual_order
from liaison_desktop.pdf.boxes import SLACK
from liaison_desktop.pdf.shaping import ShapedText
from liaison_desktop.pdf.words import Piece, Word

# No more lines than these end with a hyphen one after the other.
_HYPHENS_IN_TURN: Final = 2


@dataclass(frozen=True, slots=True)
class Line:
    """The pieces of a line in logical order.

    Attributes:
        last: whether it ends a paragraph or stands before a forced end; it is never stretched.
    """

    pieces: tuple[Piece, ...]
    width: float
    last: bool


@dataclass(frozen=True, slots=True)
class PlacedPiece:
    """A piece with its left edge, counted from that of the line, and the stretch of a space."""

    piece: Piece
    x: float
    stretch: float

    @property
    def end(self) -> float:
        """The right edge."""
        return self.x + self.piece.width + self.stretch


def break_lines(text: ShapedText, width: float, slack: float) -> tuple[Line, ...]:
    """The lines of a paragraph; words are divided rather than leave more than ``slack``."""
    return tuple(
        line for words in text.paragraphs for line in _break_paragraph(words, width, slack)
    )


def place_pieces(line: Line, base: int, stretch: float) -> list[PlacedPiece]:
    """Pieces in logical order, each at its visual place; spaces are widened by ``stretch``."""
    order = visual_order([piece.level for piece in line.pieces]) if line.pieces else []
    placed: dict[int, PlacedPiece] = {}
    x = 0.0
    for number in order:
        piece = line.pieces[number]
        placed[number] = PlacedPiece(piece, x, stretch if piece.space else 0)
        x = placed[number].end
    return [placed[number] for number in range(len(line.pieces))]


def _break_paragraph(words: Sequence[Word], width: float, slack: float) -> Iterator[Line]:
    line: list[Word] = []
    used = 0.0
    hyphens = 0
    for whole in words:
        word = whole
        while not word.space and used + word.width > width + SLACK:
            room = width - used
            alone = all(before.space for before in line)
            parts = None
            if alone or (room > slack and hyphens < _HYPHENS_IN_TURN):
                parts = word.divided(room, names=alone)
            hyphens = hyphens + 1 if parts else 0
            if parts is None and alone:
                parts = word.cut(room)
                if parts is None:
                    break
            if parts:
                line.append(parts[0])
                word = parts[1]
            yield _line(line, last=False)
            line, used = [], 0.0
        if line or not word.space:
            line.append(word)
            used += word.width
    yield _line(line, last=True)


def _line(words: Sequence[Word], *, last: bool) -> Line:
    end = len(words)
    while end and words[end - 1].space:
        end -= 1
    kept = words[:end]
    return Line(
        tuple(piece for word in kept for piece in word.pieces),
        sum(word.width for word in kept),
        last,
    )
