"""A paragraph as a box, cut between lines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from types import MappingProxyType

from typing_extensions import override

from liaison_desktop.pdf.blocks import (
    Alignment,
)
from liaison_desktop.pdf.boxes import SLACK, Box
from liaison_desktop.pdf.canvas import PageCanvas
from liaison_desktop.pdf.line_painter import LinePainter
from liaison_desktop.pdf.lines import Line, break_lines
from liaison_desktop.pdf.shaping import ShapedText
from liaison_desktop.pdf.tagging import Node
from liaison_desktop.pdf.typography import TextStyle

NO_NOTES: Mapping[int, Box] = MappingProxyType({})

# A page neither ends nor begins with fewer lines of a paragraph than these.
_LINES_KEPT = 2

# Shares of the width that may stay free at the end of a line.
_JUSTIFIED_SLACK = 0.04
_RAGGED_SLACK = 0.15


@dataclass(frozen=True, slots=True)
class Anchor:
    """What makes a paragraph a heading: title and level in the bookmarks, name for links."""

    title: str
    level: int
    name: str


class TextBox(Box):
    """A paragraph in one style, broken into lines at the width it is given."""

    def __init__(
        self,
        text: ShapedText,
        style: TextStyle,
        node: Node,
        anchor: Anchor | None = None,
        notes: Mapping[int, Box] = NO_NOTES,
    ) -> None:
        """Notes stand under the number of the span that refers to them."""
        self._text = text
        self._notes = notes
        self._style = style
        self._painter = LinePainter(text, style, node)
        self._anchor = anchor
        self._broken: dict[float, LinesBox] = {}
        self.space_before = style.space_before
        self.space_after = style.space_after
        self.keep_with_next = style.keep_with_next

    def natural_width(self) -> float:
        """The width at which no line has to be broken."""
        return max(sum(word.width for word in words) for words in self._text.paragraphs)

    @override
    def measure(self, width: float) -> float:
        return self._at(width).measure(width)

    @override
    def draw(self, canvas: PageCanvas, x: float, top: float, width: float) -> None:
        self._at(width).draw(canvas, x, top, width)

    @override
    def notes(self, width: float) -> Iterator[Box]:
        return self._at(width).notes(width)

    @override
    def cut(self, width: float, height: float, *, fresh: bool) -> "tuple[Box, Box] | None":
        return self._at(width).cut(width, height, fresh=fresh)

    def _at(self, width: float) -> "LinesBox":
        if width not in self._broken:
            lines = break_lines(self._text, width, self._slack(width))
            self._broken[width] = LinesBox(
                lines, self._painter, self._style, self._anchor, self._notes
            )
        return self._broken[width]

    def _slack(self, width: float) -> float:
        """How much may stay free at the end of a line before a word is divided."""
        if not self._style.divides:
            return inf
        justified = self._style.alignment is Alignment.JUSTIFIED
        return width * (_JUSTIFIED_SLACK if justified else _RAGGED_SLACK)


class LinesBox(Box):
    """Lines of a paragraph: all of them, or those on one page."""

    def __init__(
        self,
        lines: Sequence[Line],
        painter: LinePainter,
        style: TextStyle,
        anchor: Anchor | None = None,
        notes: Mapping[int, Box] = NO_NOTES,
    ) -> None:
        self._lines = lines
        self._notes = notes
        self._painter = painter
        self._style = style
        self._anchor = anchor
        self.space_after = style.space_after

    @override
    def measure(self, width: float) -> float:
        return len(self._lines) * self._style.leading

    @override
    def draw(self, canvas: PageCanvas, x: float, top: float, width: float) -> None:
        if self._anchor:
            anchor = self._anchor
            canvas.mark_destination(anchor.title, anchor.level, top, anchor.name)
        self._painter.draw(canvas, self._lines, x, top, width)

    @override
    def notes(self, width: float) -> Iterator[Box]:
        if self._notes:
            spans = {piece.span for line in self._lines for piece in line.pieces}
            yield from (note for span, note in self._notes.items() if span in spans)

    @override
    def cut(
        self, width: float, height: float, *, fresh: bool
    ) -> "tuple[LinesBox, LinesBox] | None":
        lines = self._lines
        fitting = int((height + SLACK) // self._style.leading)
        if not fresh:
            fitting = min(fitting, len(lines) - _LINES_KEPT)
            if fitting < _LINES_KEPT:
                return None
        fitting = max(fitting, 1)
        if fitting >= len(lines):
            return None
        return (
            LinesBox(lines[:fitting], self._painter, self._style, self._anchor, self._notes),
            LinesBox(lines[fitting:], self._painter, self._style, None, self._notes),
        )
