"""The one typographic system of the papers: sizes, colours, spaces; all lengths in points."""

from dataclasses import dataclass, replace
from typing import Final

from liaison_desktop.pdf.blocks import (
    Alignment,
    Tone,
)

Colour = tuple[float, float, float]


def _colour(code: str) -> Colour:
    red, green, blue = bytes.fromhex(code)
    return round(red / 255, 4), round(green / 255, 4), round(blue / 255, 4)


INK: Final = _colour("1D2A2E")
QUIET_INK: Final = _colour("5C6B70")
ACCENT: Final = _colour("0B6A6A")
HAIRLINE: Final = _colour("C9D3DF")
GROUND: Final = _colour("F1F4F4")
WATERMARK: Final = _colour("EDF0F1")

MM: Final = 72 / 25.4
A4: Final = (210 * MM, 297 * MM)
SIDE_MARGIN: Final = 25 * MM
TOP_MARGIN: Final = 24 * MM
BOTTOM_MARGIN: Final = 26 * MM
# How far the text of a paper printed on both sides stands away from the binding.
BINDING: Final = 3.5 * MM
TEXT_WIDTH: Final = A4[0] - 2 * SIDE_MARGIN

HAIRLINE_WIDTH: Final = 0.5
RULE_WIDTH: Final = 1.0
ACCENT_BAR_WIDTH: Final = 2.25


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph looks.

    Attributes:
        divides: whether words may be divided where a line would be too ragged.
    """

    size: float
    leading: float
    colour: Colour = INK
    bold: bool = False
    italic: bool = False
    alignment: Alignment = Alignment.START
    space_before: float = 0
    space_after: float = 0
    keep_with_next: bool = False
    divides: bool = False

    def aligned(self, alignment: Alignment) -> "TextStyle":
        """The same with that alignment."""
        return self if alignment is self.alignment else replace(self, alignment=alignment)


_RHYTHM: Final = 7

TONES: Final = {
    Tone.BODY: TextStyle(10, 14, space_after=_RHYTHM, divides=True),
    Tone.LEAD: TextStyle(11.5, 16, space_after=_RHYTHM, divides=True),
    Tone.QUIET: TextStyle(9, 13, QUIET_INK, space_after=_RHYTHM, divides=True),
    Tone.SMALL: TextStyle(8, 11, space_after=_RHYTHM / 2, divides=True),
}

HEADINGS: Final = {
    1: TextStyle(20, 26, bold=True, space_before=14, space_after=4, keep_with_next=True),
    2: TextStyle(12, 16, ACCENT, bold=True, space_before=16, space_after=3, keep_with_next=True),
    3: TextStyle(10.5, 14, bold=True, space_before=12, space_after=2, keep_with_next=True),
    4: TextStyle(10, 14, QUIET_INK, bold=True, space_before=8, space_after=2, keep_with_next=True),
    5: TextStyle(10, 14, italic=True, space_before=8, space_after=2, keep_with_next=True),
    6: TextStyle(9, 13, QUIET_INK, italic=True, space_before=8, space_after=2, keep_with_next=True),
}

FACT_LABEL: Final = TextStyle(9, 13, QUIET_INK)
FACT_VALUE: Final = TextStyle(9.5, 13, divides=True)
TABLE_HEADER: Final = TextStyle(8.5, 12, bold=True)
TABLE_CELL: Final = TextStyle(9, 12.5, divides=True)
LIST_LABEL: Final = TextStyle(10, 14, QUIET_INK)
SIGNATURE_NAME: Final = TextStyle(9.5, 13, bold=True)
SIGNATURE_FUNCTION: Final = TextStyle(8.5, 12, QUIET_INK)
NOTE: Final = TextStyle(8, 11, space_after=2, divides=True)
LETTERHEAD_NAME: Final = TextStyle(10.5, 14, bold=True)
LETTERHEAD_LINE: Final = TextStyle(8, 11, QUIET_INK)
RUNNING: Final = TextStyle(7.5, 10, QUIET_INK)
