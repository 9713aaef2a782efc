"""Breaking a paragraph into lines.

No word is ever lost: one that is wider than the line is broken between letters.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from liaison_desktop.pdf.bidi import visual_order
from liaison_desktop.pdf.boxes import SLACK
from liaison_desktop.pdf.shaping import ShapedText
from liaison_desktop.pdf.words import Piece, Word


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


def break_lines(text: ShapedText, width: float) -> tuple[Line, ...]:
    """The lines of a paragraph at that width."""
    return tuple(line for words in text.paragraphs for line in _break_paragraph(words, width))


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


def _break_paragraph(words: Sequence[Word], width: float) -> Iterator[Line]:
    line: list[Word] = []
    used = 0.0
    for whole in words:
        word = whole
        while not word.space and used + word.width > width + SLACK:
            if line and not all(before.space for before in line):
                yield _line(line, last=False)
                line, used = [], 0.0
                continue
            parts = word.cut(width - used)
            if parts is None:
                break
            yield _line([*line, parts[0]], last=False)
            line, used = [], 0.0
            word = parts[1]
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
