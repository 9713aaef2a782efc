"""A ReportLab canvas that marks what it draws, and draws shaped glyphs."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from liaison_desktop.pdf.embedding import FontBook
from liaison_desktop.pdf.tagging import Annotation, Destination, Node, Structure
from liaison_desktop.pdf.text_strings import joined, number
from liaison_desktop.pdf.typography import Colour
from liaison_desktop.pdf.words import Piece


@dataclass(frozen=True, slots=True)
class TextRun:
    """Pieces of one face and size beside each other, from left to right.

    Attributes:
        stretch: extra width of each space, in points.
    """

    pieces: Sequence[Piece]
    colour: Colour
    stretch: float


@cache
def _colour(colour: Colour, operator: str) -> str:
    return " ".join(number(part) for part in colour) + f" {operator}"


class PageCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """Pages under way; lengths in points. All drawing happens in ``content`` or ``artifact``."""

    def __init__(self, size: tuple[float, float], structure: Structure, book: FontBook) -> None:
        super().__init__(BytesIO(), pagesize=size, pageCompression=0, invariant=1)
        self.structure = structure
        self._book = book
        self._page = 0
        self._inside_artifact = False

    @contextmanager
    def content(self, node: Node) -> Iterator[None]:
        """What is drawn inside belongs to the element, or to the artifact that is being drawn."""
        if self._inside_artifact:
            yield
            return
        number = self.structure.mark(node, self._page)
        self.addLiteral(f"/{node.tag} <</MCID {number}>> BDC")
        yield
        self.addLiteral("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout", subtype: str = "") -> Iterator[None]:
        """What is drawn inside is no part of the text (ISO 32000-1, 14.8.2.2)."""
        if self._inside_artifact:
            yield
            return
        self._inside_artifact = True
        detail = f" /Subtype /{subtype}" if subtype else ""
        self.addLiteral(f"/Artifact <</Type /{kind}{detail}>> BDC")
        yield
        self.addLiteral("EMC")
        self._inside_artifact = False

    def annotate(self, node: Node, annotation: Annotation) -> None:
        """Put an annotation on the page; an artifact has none."""
        if not self._inside_artifact:
            node.hold(annotation)

    def mark_destination(self, title: str, level: int, top: float, anchor: str) -> None:
        """Remember a heading for the bookmarks."""
        self.structure.destinations.append(Destination(title, level, self._page, top, anchor))

    @property
    def page(self) -> int:
        """The page under way, from 0."""
        return self._page

    def next_page(self) -> None:
        """Finish the page under way."""
        self.showPage()
        self._page += 1

    def fill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """A filled rectangle whose lower left corner is at ``x``, ``y``."""
        box = " ".join(number(value) for value in (x, y, width, height))
        self.addLiteral(f"{_colour(colour, 'rg')} {box} re f")

    def show(self, run: TextRun, x: float, y: float) -> None:
        """Draw glyphs from ``x`` on the base line ``y``."""
        first = run.pieces[0]
        font = self._book.embedded(first.face)
        stretch = run.stretch / first.size * 1000
        text = joined(
            [font.string(piece) for piece in run.pieces],
            [stretch if piece.space else 0 for piece in run.pieces],
        )
        self.addLiteral(
            f"BT {_colour(run.colour, 'rg')} /{font.resource} {number(first.size)} Tf "
            f"1 0 0 1 {number(x)} {number(y)} Tm {text} ET"
        )

    def _make_preamble(self) -> None:
        """Start pages without ReportLab's initial font, which would have to be embedded."""
        self._preamble = "1 0 0 1 0 0 cm"
