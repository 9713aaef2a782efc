"""A paragraph as a box, cut between lines."""

from copy import copy
from dataclasses import dataclass

from liaison_desktop.pdf.boxes import SLACK, Box
from liaison_desktop.pdf.canvas import PageCanvas
from liaison_desktop.pdf.line_painter import LinePainter
from liaison_desktop.pdf.lines import Line, break_lines
from liaison_desktop.pdf.shaping import ShapedText
from liaison_desktop.pdf.tagging import Node
from liaison_desktop.pdf.typography import TextStyle

# A page neither ends nor begins with fewer lines of a paragraph than these.
_LINES_KEPT = 2


@dataclass(frozen=True, slots=True)
class Anchor:
    """What makes a paragraph a heading: its title and level in the bookmarks, its name for links."""

    title: str
    level: int
    name: str


class TextBox(Box):
    """A paragraph in one style."""

    def __init__(
        self, text: ShapedText, style: TextStyle, node: Node, anchor: Anchor | None = None
    ) -> None:
        self._text = text
        self._style = style
        self._painter = LinePainter(text, style, node)
        self._anchor = anchor
        self._lines: tuple[Line, ...] = ()
        self._broken_at: float | None = None
        self.space_before = style.space_before
        self.space_after = style.space_after
        self.keep_with_next = style.keep_with_next

    def natural_width(self) -> float:
        """The width at which no line has to be broken."""
        return max(sum(word.width for word in words) for words in self._text.paragraphs)

    def measure(self, width: float) -> float:
        return len(self._lines_at(width)) * self._style.leading

    def draw(self, canvas: PageCanvas, x: float, top: float, width: float) -> None:
        if self._anchor:
            anchor = self._anchor
            canvas.mark_destination(anchor.title, anchor.level, top, anchor.name)
        self._painter.draw(canvas, self._lines_at(width), x, top, width)

    def cut(self, width: float, height: float, *, fresh: bool) -> "tuple[TextBox, TextBox] | None":
        lines = self._lines_at(width)
        fitting = int((height + SLACK) // self._style.leading)
        if not fresh:
            fitting = min(fitting, max(len(lines) - _LINES_KEPT, 0))
            if fitting < _LINES_KEPT:
                return None
        fitting = max(fitting, 1)
        if fitting >= len(lines):
            return None
        head, tail = copy(self), copy(self)
        head._lines, tail._lines = lines[:fitting], lines[fitting:]
        tail._anchor = None
        return head, tail

    def _lines_at(self, width: float) -> tuple[Line, ...]:
        if self._broken_at != width:
            self._lines = break_lines(self._text, width)
            self._broken_at = width
        return self._lines
