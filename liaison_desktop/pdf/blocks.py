"""The blocks a paper is made of. They know headings and tables, nothing of committees.

Documents are composed as a tree of these; the typesetter lays them out, tags them and shapes
their text. Text is plain text with optional emphasis by ``Span``; it is never mark-up, so nothing
has to be escaped.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one look.

    Attributes:
        code: in typewriter letters.
        raised: small and high, as the numbers of notes are.
        language: language tag of a foreign passage; ``None`` = the document's.
        link: address, or ``#`` and an anchor of the paper.
        anchor: name by which links find this place (``#name``), unique in the paper, or empty.
        note: what stands at the foot of the page, under a number set after the text.
    """

    text: str
    bold: bool = False
    italic: bool = False
    strike: bool = False
    code: bool = False
    raised: bool = False
    language: str | None = None
    link: str | None = None
    anchor: str = ""
    note: "Text | None" = None


Text = str | tuple[Span, ...]


class Tone(StrEnum):
    """How loud a paragraph speaks."""

    BODY = "body"
    LEAD = "lead"
    QUIET = "quiet"
    SMALL = "small"


class Alignment(StrEnum):
    """Where the lines of a paragraph or a column stand; start and end follow the reading."""

    START = "start"
    END = "end"
    CENTRE = "centre"
    JUSTIFIED = "justified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of level 1 to 6; level 1 is the paper's title. It becomes a bookmark.

    Attributes:
        anchor: name by which links find it (``#name``), unique in the paper, or empty.
    """

    text: Text
    level: int
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph."""

    text: Text
    tone: Tone = Tone.BODY
    alignment: Alignment = Alignment.START
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBlock:
    """A list; each entry is a sequence of blocks, so that lists nest."""

    entries: "tuple[tuple[Block, ...], ...]"
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Labels with their values, in two columns without rules: the head of a paper."""

    pairs: tuple[tuple[Text, Text], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell that spans columns or rows, or holds blocks."""

    content: "Text | tuple[Block, ...]"
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a header row that is repeated on each page.

    Attributes:
        widths: share of each column, in any unit.
        row_headers: whether the first cell of each row names the row.
        writing_height: least height in points of rows that people write in by hand; their cells
            are divided by rules. 0 = rows are as high as what stands in them.
        summary: what the table shows, for people who hear it.
    """

    header: tuple[Text, ...]
    rows: tuple[tuple[Text | Cell, ...], ...]
    widths: tuple[float, ...]
    alignments: tuple[Alignment, ...] = ()
    row_headers: bool = True
    writing_height: float = 0
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout:
    """Blocks set apart by the accent rule at their start side: a decision."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Blocks said by somebody: a dissenting opinion."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureField:
    """Room for one signature, by hand or digital.

    Attributes:
        name: name of the form field, unique in the paper (``"chair"``).
        label: what a screen reader says (``"Signature of Ottavia Belcampo, chair"``).
        caption: lines printed with the field: the signatory's name, the function.
    """

    name: str
    label: str
    caption: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureGrid:
    """Signature fields two to a row, kept together row by row."""

    fields: tuple[SignatureField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture (PNG or JPEG bytes) with the words for those who cannot see it; width in points."""

    image: bytes
    alternative: str
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A drawing without words, in its own size.

    Attributes:
        alternative: the words for those who cannot see it; empty = the text beside it says it all.
        centred: in the middle of its place, not at the start side.
    """

    drawing: "Drawing"
    alternative: str
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A hairline from margin to margin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Blocks that stay on one page where they fit one."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """Blocks in another language and, where it needs it, the other direction."""

    language: str
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parallel:
    """The same text in two languages side by side, row by row; the first at the start side.

    Attributes:
        languages: tags of the first and the second column.
    """

    rows: "tuple[tuple[tuple[Block, ...], tuple[Block, ...]], ...]"
    languages: tuple[str, str]


Block = (
    Heading
    | Paragraph
    | ListBlock
    | Facts
    | Table
    | Callout
    | Quote
    | SignatureField
    | SignatureGrid
    | Figure
    | Chart
    | Rule
    | Together
    | Foreign
    | Parallel
)
