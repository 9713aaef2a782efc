"""Drawings as boxes."""

from typing import TYPE_CHECKING, Final

from typing_extensions import override

from liaison_desktop.pdf.boxes import Box
from liaison_desktop.pdf.canvas import PageCanvas
from liaison_desktop.pdf.tagging import Node

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing

_SPACE: Final = 12.0


class ChartBox(Box):
    """A drawing; without a structure element it is decoration."""

    def __init__(self, drawing: "Drawing", node: Node | None, *, rtl: bool, centred: bool) -> None:
        self._drawing = drawing
        self._node = node
        self._rtl = rtl
        self._centred = centred
        if centred:
            self.space_before = self.space_after = _SPACE

    @override
    def measure(self, width: float) -> float:
        return float(self._drawing.height)

    @override
    def draw(self, canvas: PageCanvas, x: float, top: float, width: float) -> None:
        from reportlab.graphics import renderPDF

        drawing = self._drawing
        left = x + self._indent(width - drawing.width)
        bottom = top - drawing.height
        if self._node is None:
            with canvas.artifact():
                renderPDF.draw(drawing, canvas, left, bottom)
            return
        bounds = (left, bottom, left + drawing.width, top)
        self._node.attributes["Layout", "BBox"] = tuple(round(edge, 2) for edge in bounds)
        self._node.attributes["Layout", "Placement"] = "Block"
        with canvas.content(self._node):
            renderPDF.draw(drawing, canvas, left, bottom)

    def _indent(self, room: float) -> float:
        if self._centred:
            return room / 2
        return room if self._rtl else 0.0
