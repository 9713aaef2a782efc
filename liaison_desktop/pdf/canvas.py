"""A ReportLab canvas that marks what it draws, and draws shaped glyphs."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from liaison_desktop.pdf.embedding import FontBook
from liaison_desktop.pdf.fonts import Face, Glyph
from liaison_desktop.pdf.tagging import Annotation, Destination, Node, Structure
from liaison_desktop.pdf.typography import Colour

# Below this, in thousandths of the type size, a glyph is not moved.
_TOLERANCE = 0.05


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one face and size beside each other.

    Attributes:
        stretches: extra width after each glyph, in thousandths of the size.
    """

    face: Face
    size: float
    colour: Colour
    glyphs: Sequence[Glyph]
    stretches: Sequence[float]


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _colour(colour: Colour, operator: str) -> str:
    return " ".join(_number(part) for part in colour) + f" {operator}"


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
        box = " ".join(_number(value) for value in (x, y, width, height))
        self.addLiteral(f"{_colour(colour, 'rg')} {box} re f")

    def show(self, run: GlyphRun, x: float, y: float) -> None:
        """Draw glyphs from ``x`` on the base line ``y``."""
        font = self._book.embedded(run.face)
        operations = _GlyphOperations(font.code, run.size)
        for glyph, stretch in zip(run.glyphs, run.stretches, strict=True):
            operations.add(glyph, stretch)
        self.addLiteral(
            f"BT {_colour(run.colour, 'rg')} /{font.resource} {_number(run.size)} Tf "
            f"1 0 0 1 {_number(x)} {_number(y)} Tm {operations.text()} ET"
        )

    def _make_preamble(self) -> None:
        """Start pages without ReportLab's initial font, which would have to be embedded."""
        self._preamble = "1 0 0 1 0 0 cm"


class _GlyphOperations:
    """Collects glyphs into as few text-showing operators as their places allow."""

    def __init__(self, code: Callable[[Glyph], int], size: float) -> None:
        self._code = code
        self._size = size
        self._operators: list[str] = []
        self._array: list[str] = []
        self._codes = ""
        self._offset = 0.0
        self._rise = 0.0

    def add(self, glyph: Glyph, stretch: float) -> None:
        if glyph.dy != self._rise:
            self._end_operator()
            self._rise = glyph.dy
            self._operators.append(f"{_number(glyph.dy * self._size / 1000)} Ts")
        move = self._offset + glyph.dx
        if abs(move) > _TOLERANCE:
            self._end_string()
            self._array.append(_number(-move))
            move = 0.0
        self._codes += f"{self._code(glyph):04X}"
        self._offset = move + glyph.advance - glyph.dx - glyph.width + stretch

    def text(self) -> str:
        self._end_operator()
        if self._rise:
            self._operators.append("0 Ts")
        return " ".join(self._operators)

    def _end_string(self) -> None:
        if self._codes:
            self._array.append(f"<{self._codes}>")
            self._codes = ""

    def _end_operator(self) -> None:
        self._end_string()
        if self._array:
            self._operators.append(f"[{' '.join(self._array)}] TJ")
            self._array = []
