"""What stands around the text of every page, as artifacts: running head and foot, watermark."""

from dataclasses import replace
from math import atan2, degrees, hypot
from typing import Final

from liaison_desktop.pdf.blocks import (
    Alignment,
)
from liaison_desktop.pdf.boxes import Extent, Place, Row
from liaison_desktop.pdf.canvas import PageCanvas
from liaison_desktop.pdf.composition import Composer, Scope
from liaison_desktop.pdf.document import (
    Document,
)
from liaison_desktop.pdf.paragraphs import TextBox
from liaison_desktop.pdf.tagging import Node
from liaison_desktop.pdf.typography import (
    A4,
    HAIRLINE,
    HAIRLINE_WIDTH,
    RUNNING,
    TEXT_WIDTH,
    WATERMARK,
    TextStyle,
)

_HEAD_RULE_FROM_TOP: Final = 45.0
_FOOT_FROM_BOTTOM: Final = 30.0
_FOOT_GAP: Final = 6.0
_FUNDING_SHARE: Final = 0.76
_WATERMARK_SIZE_LARGEST: Final = 120.0
_WATERMARK_SHARE: Final = 0.7


class Furniture:
    """The furniture of one paper's pages; it is composed once but for the numbers of the pages."""

    def __init__(self, document: Document, composer: Composer) -> None:
        self._document = document
        self._composer = composer
        # What is drawn as an artifact needs an element too, but nothing is ever put into this one.
        self._scope = Scope(Node("Artifact"), document.language)
        self._head = self._text(document.running_head, RUNNING)
        self._note = self._text(document.foot_note, RUNNING) if document.foot_note else None
        self._watermark = self._watermark_box() if document.watermark else None
        self._foot_height = self._foot(1, 1).measure(TEXT_WIDTH)

    def _text(self, text: str, style: TextStyle) -> TextBox:
        return self._composer.text(text, style, self._scope.node, self._scope)

    def draw_behind(self, canvas: PageCanvas, x: float, number: int) -> None:
        """Draw what comes before the text: the watermark and, but on the first page, the head."""
        if self._watermark:
            with canvas.artifact("Pagination", "Watermark"):
                self._draw_watermark(canvas, self._watermark)
        if number > 1 and self._document.running_head:
            with canvas.artifact("Pagination", "Header"):
                rule = A4[1] - _HEAD_RULE_FROM_TOP
                top = rule + 3 + self._head.measure(TEXT_WIDTH)
                self._head.draw(canvas, x, top, TEXT_WIDTH)
                canvas.fill(x, rule, TEXT_WIDTH, HAIRLINE_WIDTH, HAIRLINE)

    def foot_top(self) -> float:
        """The upper edge of what stands at the foot of every page."""
        height = self._foot_height
        if self._note:
            height += self._note.measure(TEXT_WIDTH) + _FOOT_GAP
        return _FOOT_FROM_BOTTOM + height

    def draw_foot(self, canvas: PageCanvas, x: float, number: int, count: int) -> None:
        """Draw the quiet line with its rule, and below it the funding and the page's number."""
        top = self.foot_top()
        with canvas.artifact("Pagination", "Footer"):
            if self._note:
                canvas.fill(x, top + 4, TEXT_WIDTH, HAIRLINE_WIDTH, HAIRLINE)
                self._note.draw(canvas, x, top, TEXT_WIDTH)
                top -= self._note.measure(TEXT_WIDTH) + _FOOT_GAP
            self._foot(number, count).draw(canvas, x, top, TEXT_WIDTH)

    def _foot(self, number: int, count: int) -> Row:
        """The funding and the number of the page; in a bound paper the number stands outside."""
        words = self._document.running_foot
        words = words.replace("{page}", str(number)).replace("{pages}", str(count))
        turned = self._document.duplex and number % 2 == 0
        near, far = Alignment.START, Alignment.END
        if turned:
            near, far = far, near
        share = _FUNDING_SHARE if self._document.funding else 0
        funding = self._text(self._document.funding, replace(RUNNING, alignment=near))
        page = self._text(words, replace(RUNNING, alignment=far))
        places = [Place(page, Extent(0, share), Extent(0, 1 - share))]
        if self._document.funding:
            places.insert(0, Place(funding, Extent(), Extent(0, share)))
        return Row(places, rtl=self._scope.rtl is not turned)

    def _watermark_box(self) -> TextBox:
        """The word as large as fits from corner to corner."""
        probe = self._text(self._document.watermark, TextStyle(100, 100, WATERMARK, bold=True))
        room = hypot(*A4) * _WATERMARK_SHARE
        size = min(_WATERMARK_SIZE_LARGEST, 100 * room / max(probe.natural_width(), 1))
        style = TextStyle(size, size, WATERMARK, bold=True, alignment=Alignment.CENTRE)
        return self._text(self._document.watermark, style)

    def _draw_watermark(self, canvas: PageCanvas, word: TextBox) -> None:
        """Draw the word from the lower left towards the upper right corner."""
        width, height = A4
        diagonal = hypot(width, height)
        canvas.saveState()
        canvas.translate(width / 2, height / 2)
        canvas.rotate(degrees(atan2(height, width)))
        word.draw(canvas, -diagonal / 2, word.measure(diagonal) / 2, diagonal)
        canvas.restoreState()
