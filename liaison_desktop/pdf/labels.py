"""Sheets of labels: every block in a place of its own, and nothing else on the page."""

from typing import Final

from liaison_desktop.pdf.blocks import (
    Block,
    Tone,
)
from liaison_desktop.pdf.boxes import Box
from liaison_desktop.pdf.canvas import PageCanvas
from liaison_desktop.pdf.composition import Composer, Scope
from liaison_desktop.pdf.document import (
    Document,
    LabelSheet,
)
from liaison_desktop.pdf.tagging import Node
from liaison_desktop.pdf.typography import A4, TONES

_PADDING: Final = 12.0
"""Points that stay free at every side of a label; printers are a little off."""


class LabelMaker:
    """Lays out and draws the sheets of one paper."""

    def __init__(
        self, document: Document, sheet: LabelSheet, composer: Composer, root: Node
    ) -> None:
        self._sheet = sheet
        self._composer = composer
        self._scope = Scope(root, document.language)
        self._boxes = [self._fitting(block) for block in document.blocks]

    def draw(self, canvas: PageCanvas) -> None:
        """Draw all sheets."""
        on_sheet = self._sheet.columns * self._sheet.rows
        last = 0
        for number, box in enumerate(self._boxes, self._sheet.first):
            page, place = divmod(number, on_sheet)
            for _turn in range(page - last):
                canvas.next_page()
            last = page
            self._draw(canvas, box, place)
        canvas.next_page()

    def _fitting(self, block: Block) -> Box:
        """The label in the usual size, or in small letters if it would not fit."""
        scope = self._scope
        mark = len(scope.node.children)
        box = self._composer.box(block, scope)
        if box.measure(self._inner_width) <= self._sheet.height - 2 * _PADDING:
            return box
        del scope.node.children[mark:]
        small = Scope(scope.node, scope.language, TONES[Tone.SMALL])
        return self._composer.box(block, small)

    @property
    def _inner_width(self) -> float:
        return self._sheet.width - 2 * _PADDING

    def _draw(self, canvas: PageCanvas, box: Box, place: int) -> None:
        """A label in its place; the first one is where reading starts."""
        sheet = self._sheet
        row, column = divmod(place, sheet.columns)
        if self._scope.rtl:
            column = sheet.columns - 1 - column
        left = (A4[0] - sheet.columns * sheet.width) / 2 + column * sheet.width
        top = (A4[1] + sheet.rows * sheet.height) / 2 - row * sheet.height
        room = sheet.height - box.measure(self._inner_width)
        box.draw(canvas, left + _PADDING, top - room / 2, self._inner_width)
