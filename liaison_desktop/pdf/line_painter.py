"""Drawing the lines of a paragraph: alignment, glyph runs, strokes and links, in logical order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from liaison_desktop.pdf.blocks import (
    Alignment,
    Span,
)
from liaison_desktop.pdf.canvas import PageCanvas, TextRun
from liaison_desktop.pdf.lines import Line, PlacedPiece, place_pieces
from liaison_desktop.pdf.shaping import ShapedText
from liaison_desktop.pdf.tagging import LinkAnnotation, Node
from liaison_desktop.pdf.typography import ACCENT, TextStyle
from liaison_desktop.pdf.words import Divided, Piece

# Shares of the type size.
_CAP_HEIGHT = 0.714
_STRIKE_HEIGHT = 0.28
_UNDERLINE_DEPTH = 0.16
_STROKE = 0.05

# Two edges are the same place if they differ by less, in points.
_SAME_PLACE = 0.01


@dataclass(frozen=True, slots=True)
class _Segment:
    """A run of one span on the page, ``y`` being its base line."""

    span: int
    run: TextRun
    x: float
    y: float
    width: float


class LinePainter:
    """Draws the lines of one paragraph; its parts on several pages share it and its elements."""

    def __init__(self, text: ShapedText, style: TextStyle, paragraph: Node) -> None:
        self._spans = text.spans
        self._nodes = [_span_node(paragraph, span) for span in text.spans]
        self._anchored: set[int] = set()
        self._divided: dict[Divided, Node] = {}
        self._base = text.base
        self._style = style

    def draw(
        self, canvas: PageCanvas, lines: Sequence[Line], x: float, top: float, width: float
    ) -> None:
        """Draw the lines below each other from ``top``."""
        segments: list[_Segment] = []
        drop = (self._style.leading + _CAP_HEIGHT * self._style.size) / 2
        for number, line in enumerate(lines):
            baseline = top - number * self._style.leading - drop
            segments.extend(self._segments(line, x, baseline, width))
        for node, content in groupby(segments, key=self._node):
            with canvas.content(node):
                for segment in content:
                    self._draw_segment(canvas, segment)

    def _node(self, segment: _Segment) -> Node:
        """The element of a segment; a divided word has its own, which tells it without hyphens."""
        node, divided = self._nodes[segment.span], segment.run.pieces[0].divided
        if divided is None:
            return node
        if divided not in self._divided:
            self._divided[divided] = node.inline("Span", actual_text=divided.text)
        return self._divided[divided]

    def _segments(self, line: Line, x: float, y: float, width: float) -> Iterator[_Segment]:
        room = width - line.width
        stretch = 0.0
        if self._style.alignment is Alignment.JUSTIFIED and not line.last:
            spaces = sum(piece.space for piece in line.pieces)
            stretch = room / spaces if spaces else 0
        left = x + (0 if stretch else self._indent(room))
        for group in _groups(line, self._base, stretch):
            first = group.pieces[0]
            colour = ACCENT if self._spans[first.span].link else self._style.colour
            run = TextRun(group.pieces, colour, stretch)
            yield _Segment(first.span, run, left + group.x, y, group.width)

    def _indent(self, room: float) -> float:
        """How far a line stands from the left edge."""
        match self._style.alignment:
            case Alignment.CENTRE:
                return room / 2
            case Alignment.END:
                return 0 if self._base else room
            case _:
                return room if self._base else 0

    def _draw_segment(self, canvas: PageCanvas, segment: _Segment) -> None:
        span, size = self._spans[segment.span], self._style.size
        canvas.show(segment.run, segment.x, segment.y)
        if span.anchor and segment.span not in self._anchored:
            self._anchored.add(segment.span)
            canvas.mark_destination("", 0, segment.y + size, span.anchor)
        if span.strike:
            height = segment.y + _STRIKE_HEIGHT * size
            canvas.fill(segment.x, height, segment.width, _STROKE * size, segment.run.colour)
        if span.link:
            self._draw_link(canvas, segment, span.link)

    def _draw_link(self, canvas: PageCanvas, segment: _Segment, target: str) -> None:
        """Underline a link, but not the number of a note, and make its place sensitive."""
        span, size = self._spans[segment.span], self._style.size
        if not span.raised:
            depth = segment.y - _UNDERLINE_DEPTH * size
            canvas.fill(segment.x, depth, segment.width, _STROKE * size, segment.run.colour)
        bounds = (
            segment.x,
            segment.y - 0.3 * size,
            segment.x + segment.width,
            segment.y + size,
        )
        annotation = LinkAnnotation(canvas.page, bounds, target, span.text)
        canvas.annotate(self._nodes[segment.span], annotation)


def _span_node(paragraph: Node, span: Span) -> Node:
    """Links, code and passages in another language have an element inside the paragraph's."""
    if span.link:
        inside = paragraph.inline("Reference") if span.link.startswith("#") else paragraph
        return inside.inline("Link", language=span.language)
    if span.code:
        return paragraph.inline("Code", language=span.language)
    if span.language:
        return paragraph.inline("Span", language=span.language)
    return paragraph


class _Group(NamedTuple):
    """Neighbours that are drawn at once, from left to right; ``x`` counts from the line's edge."""

    pieces: Sequence[Piece]
    x: float
    width: float


def _groups(line: Line, base: int, stretch: float) -> Iterator[_Group]:
    """The pieces of a line in logical order."""
    if any(piece.level for piece in line.pieces):
        placed = place_pieces(line, base, stretch)
        yield from _mixed_groups([one for one in placed if one.piece.glyphs])
        return
    x = 0.0
    for _, group in groupby(line.pieces, key=lambda piece: (piece.span, piece.face, piece.divided)):
        pieces = list(group)
        width = sum(piece.width + stretch if piece.space else piece.width for piece in pieces)
        yield _Group(pieces, x, width)
        x += width


def _mixed_groups(pieces: Sequence[PlacedPiece]) -> Iterator[_Group]:
    """Groups of text in both directions.

    Right-to-left words are drawn one by one, each with its space: readers of the file take the
    words of a line in the order of drawing, but the letters of a word in that of their direction.
    """
    start = 0
    for place in range(1, len(pieces) + 1):
        if place == len(pieces) or not _continues(pieces[place - 1], pieces[place]):
            group = pieces[start:place]
            left = min(placed.x for placed in group)
            right = max(placed.end for placed in group)
            visual = group[::-1] if group[0].piece.level % 2 else group
            yield _Group([placed.piece for placed in visual], left, right - left)
            start = place


def _continues(before: PlacedPiece, after: PlacedPiece) -> bool:
    left, right = before.piece, after.piece
    if (left.span, left.face, left.level) != (right.span, right.face, right.level):
        return False
    if left.divided is not right.divided:
        return False
    if left.level % 2:
        return not left.space and abs(after.end - before.x) < _SAME_PLACE
    return abs(after.x - before.end) < _SAME_PLACE
