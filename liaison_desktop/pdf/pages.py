"""Pages of a paper: cutting the flow, letterhead, running head and foot, watermark."""

from collections.abc import Sequence
from dataclasses import replace
from math import atan2, degrees, hypot
from typing import Final

from liaison_desktop.pdf.blocks import Alignment, Document, Letterhead
from liaison_desktop.pdf.boxes import Box, Column, Extent, Place, Row
from liaison_desktop.pdf.canvas import PageCanvas
from liaison_desktop.pdf.composition import Composer, Scope
from liaison_desktop.pdf.figures import AccentRule
from liaison_desktop.pdf.paragraphs import TextBox
from liaison_desktop.pdf.tagging import Node
from liaison_desktop.pdf.typography import (
    A4,
    BOTTOM_MARGIN,
    HAIRLINE,
    HAIRLINE_WIDTH,
    LETTERHEAD_LINE,
    LETTERHEAD_NAME,
    RUNNING,
    SIDE_MARGIN,
    TEXT_WIDTH,
    TOP_MARGIN,
    WATERMARK,
    TextStyle,
)

_HEAD_RULE_FROM_TOP: Final = 45.0
_FOOT_FROM_BOTTOM: Final = 30.0
_FOOT_GAP: Final = 6.0
_BODY_GAP: Final = 12.0
_WATERMARK_SIZE_LARGEST: Final = 120.0
_WATERMARK_SHARE: Final = 0.7


class PageMaker:
    """Draws the pages of one paper."""

    def __init__(self, document: Document, composer: Composer, root: Node) -> None:
        self._document = document
        self._composer = composer
        # What is drawn as an artifact needs an element too, but nothing is ever put into this one.
        self._scope = Scope(Node("Artifact"), document.language)
        self._root = root

    def draw(self, canvas: PageCanvas) -> None:
        """Draw the whole paper."""
        scope = Scope(self._root, self._document.language)
        letterhead = self._letterhead(scope)
        body = self._composer.column(self._document.blocks, scope)
        pages = paginate(Column([*letterhead, body]), TEXT_WIDTH, self._body_height())
        for number, page in enumerate(pages, 1):
            with canvas.artifact("Pagination", "Watermark"):
                self._draw_watermark(canvas)
            if number > 1:
                with canvas.artifact("Pagination", "Header"):
                    self._draw_head(canvas)
            page.draw(canvas, SIDE_MARGIN, A4[1] - TOP_MARGIN, TEXT_WIDTH)
            with canvas.artifact("Pagination", "Footer"):
                self._draw_foot(canvas, number, len(pages))
            canvas.next_page()

    def _letterhead(self, scope: Scope) -> list[Box]:
        letterhead = self._document.letterhead
        if letterhead is None:
            return []
        node = scope.node.add("Div")
        inner = replace(scope, node=node)
        row = Row(
            [
                Place(self._letterhead_name(letterhead, inner), Extent(), Extent(0, 0.64)),
                Place(self._letterhead_aside(letterhead, inner), Extent(0, 0.67), Extent(0, 0.33)),
            ],
            rtl=scope.rtl,
            space_after=9,
        )
        return [row, AccentRule()]

    def _letterhead_name(self, letterhead: Letterhead, scope: Scope) -> Column:
        lines = [(letterhead.name, LETTERHEAD_NAME)]
        lines += [(line, LETTERHEAD_LINE) for line in letterhead.lines]
        return self._lines(lines, scope)

    def _letterhead_aside(self, letterhead: Letterhead, scope: Scope) -> Column:
        style = replace(LETTERHEAD_LINE, leading=LETTERHEAD_NAME.leading, alignment=Alignment.END)
        return self._lines([(line, style) for line in letterhead.aside], scope)

    def _lines(self, lines: Sequence[tuple[str, TextStyle]], scope: Scope) -> Column:
        return Column(
            [self._composer.text(line, style, scope.node.add("P"), scope) for line, style in lines]
        )

    def _furniture(self, text: str, style: TextStyle) -> TextBox:
        return self._composer.text(text, style, self._scope.node, self._scope)

    def _draw_head(self, canvas: PageCanvas) -> None:
        if not self._document.running_head:
            return
        head = self._furniture(self._document.running_head, RUNNING)
        rule = A4[1] - _HEAD_RULE_FROM_TOP
        head.draw(canvas, SIDE_MARGIN, rule + 3 + head.measure(TEXT_WIDTH), TEXT_WIDTH)
        canvas.fill(SIDE_MARGIN, rule, TEXT_WIDTH, HAIRLINE_WIDTH, HAIRLINE)

    def _foot(self, number: int, count: int) -> tuple[TextBox, TextBox | None]:
        words = self._document.running_foot
        words = words.replace("{page}", str(number)).replace("{pages}", str(count))
        foot = self._furniture(words, replace(RUNNING, alignment=Alignment.END))
        note = self._document.foot_note
        return foot, self._furniture(note, RUNNING) if note else None

    def _foot_top(self) -> float:
        """The upper edge of what stands at the foot of every page."""
        foot, note = self._foot(1, 1)
        height = foot.measure(TEXT_WIDTH)
        if note:
            height += note.measure(TEXT_WIDTH) + _FOOT_GAP
        return _FOOT_FROM_BOTTOM + height

    def _body_height(self) -> float:
        bottom = max(BOTTOM_MARGIN, self._foot_top() + _BODY_GAP)
        return A4[1] - TOP_MARGIN - bottom

    def _draw_foot(self, canvas: PageCanvas, number: int, count: int) -> None:
        foot, note = self._foot(number, count)
        top = self._foot_top()
        if note:
            canvas.fill(SIDE_MARGIN, top + 4, TEXT_WIDTH, HAIRLINE_WIDTH, HAIRLINE)
            note.draw(canvas, SIDE_MARGIN, top, TEXT_WIDTH)
            top -= note.measure(TEXT_WIDTH) + _FOOT_GAP
        foot.draw(canvas, SIDE_MARGIN, top, TEXT_WIDTH)

    def _draw_watermark(self, canvas: PageCanvas) -> None:
        """The word from the lower left to the upper right corner, as large as fits."""
        if not self._document.watermark:
            return
        width, height = A4
        probe = self._furniture(self._document.watermark, TextStyle(100, 100, WATERMARK, bold=True))
        room = hypot(width, height) * _WATERMARK_SHARE
        size = min(_WATERMARK_SIZE_LARGEST, 100 * room / max(probe.natural_width(), 1))
        style = TextStyle(size, size, WATERMARK, bold=True, alignment=Alignment.CENTRE)
        word = self._furniture(self._document.watermark, style)
        canvas.saveState()
        canvas.translate(width / 2, height / 2)
        canvas.rotate(degrees(atan2(height, width)))
        word.draw(canvas, -hypot(width, height) / 2, size / 2, hypot(width, height))
        canvas.restoreState()


def paginate(flow: Column, width: float, height: float) -> list[Box]:
    """The flow cut into pages of that height.

    What cannot be cut at all runs over the edge rather than get lost.
    """
    pages: list[Box] = []
    while parts := flow.cut(width, height, fresh=True):
        pages.append(parts[0])
        flow = parts[1]
    return [*pages, flow]
