"""Pages of a paper: the flow cut into pages, with notes at their feet."""

from dataclasses import dataclass
from typing import Final

from liaison_desktop.pdf.boxes import SLACK, Box, Column
from liaison_desktop.pdf.canvas import PageCanvas
from liaison_desktop.pdf.composition import Composer, Scope
from liaison_desktop.pdf.document import (
    Document,
)
from liaison_desktop.pdf.furniture import Furniture
from liaison_desktop.pdf.letterhead import letterhead_boxes
from liaison_desktop.pdf.tagging import Node
from liaison_desktop.pdf.typography import (
    A4,
    BINDING,
    BOTTOM_MARGIN,
    HAIRLINE_WIDTH,
    QUIET_INK,
    SIDE_MARGIN,
    TEXT_WIDTH,
    TOP_MARGIN,
)

_BODY_GAP: Final = 12.0
_NOTES_GAP: Final = 16.0
_NOTES_RULE: Final = 60.0
_NOTES_RULE_ABOVE: Final = 6.0
# What notes may take of a page; the rest of them goes on at the foot of the next.
_NOTES_SHARE: Final = 0.6


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page, and the notes at its foot."""

    body: Box
    notes: Column


class PageMaker:
    """Lays out and draws the pages of one paper."""

    def __init__(self, document: Document, composer: Composer, root: Node) -> None:
        self._document = document
        self._furniture = Furniture(document, composer)
        scope = Scope(root, document.language)
        self._rtl = scope.rtl
        letterhead = letterhead_boxes(document.letterhead, composer, scope)
        self._flow = Column([*letterhead, composer.column(document.blocks, scope)])

    def draw(self, canvas: PageCanvas) -> None:
        """Draw the whole paper."""
        height = self._body_height()
        pages = paginate(self._flow, TEXT_WIDTH, height)
        for number, page in enumerate(pages, 1):
            x = self._left(number)
            self._furniture.draw_behind(canvas, x, number)
            page.body.draw(canvas, x, A4[1] - TOP_MARGIN, TEXT_WIDTH)
            self._draw_notes(canvas, page.notes, x, A4[1] - TOP_MARGIN - height)
            self._furniture.draw_foot(canvas, x, number, len(pages))
            canvas.next_page()

    def _body_height(self) -> float:
        bottom = max(BOTTOM_MARGIN, self._furniture.foot_top() + _BODY_GAP)
        return A4[1] - TOP_MARGIN - bottom

    def _left(self, number: int) -> float:
        """The left edge of the text; odd pages are bound where reading starts."""
        if not self._document.duplex:
            return SIDE_MARGIN
        bound_left = (number % 2 == 1) is not self._rtl
        return SIDE_MARGIN + (BINDING if bound_left else -BINDING)

    def _draw_notes(self, canvas: PageCanvas, notes: Column, x: float, bottom: float) -> None:
        height = notes.measure(TEXT_WIDTH)
        if not height:
            return
        left = x + TEXT_WIDTH - _NOTES_RULE if self._rtl else x
        with canvas.artifact():
            rule = bottom + height + _NOTES_RULE_ABOVE
            canvas.fill(left, rule, _NOTES_RULE, HAIRLINE_WIDTH, QUIET_INK)
        notes.draw(canvas, x, bottom + height, TEXT_WIDTH)


def paginate(flow: Box, width: float, height: float) -> list[Page]:
    """The flow cut into pages of that height.

    What cannot be cut at all runs over the edge rather than get lost.
    """
    pages: list[Page] = []
    rest: Box | None = flow
    notes = Column([])
    while rest is not None or notes.measure(width):
        body, rest = _body(rest or Column([]), width, height, notes)
        due = Column([notes, *body.notes(width)])
        room = max(height - body.measure(width) - _NOTES_GAP, (1 - _NOTES_SHARE) * height)
        parts = due.cut(width, room, fresh=True) if due.exceeds(width, room) else None
        due, notes = parts or (due, Column([]))
        pages.append(Page(body, due))
    return pages


def _body(flow: Box, width: float, height: float, notes: Column) -> tuple[Box, Box | None]:
    """What of the flow stands on a page that begins with these notes at its foot, and the rest."""
    head, rest = _cut(flow, width, height)
    due = Column([notes, *head.notes(width)]).measure(width)
    if due and head.measure(width) + _NOTES_GAP + due > height + SLACK:
        # With less of the text there are no more notes than these.
        room = height - min(due + _NOTES_GAP, _NOTES_SHARE * height)
        head, rest = _cut(flow, width, room)
    return head, rest


def _cut(flow: Box, width: float, height: float) -> tuple[Box, Box | None]:
    return flow.cut(width, height, fresh=True) or (flow, None)
