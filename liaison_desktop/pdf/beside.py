"""Boxes beside each other: halves of a line, and labels with their content."""

from collections.abc import Sequence
from dataclasses import dataclass

from liaison_desktop.pdf.boxes import Box, Column, Extent, Place, Row
from liaison_desktop.pdf.paragraphs import TextBox


@dataclass(frozen=True, slots=True)
class Labels:
    """How labels stand before their content; lengths in points.

    Attributes:
        narrowest: where the content starts at least.
        widest: what a label may take before it is broken into lines.
    """

    narrowest: float
    widest: float
    gap: float
    row_gap: float


def halves(boxes: Sequence[Box], gutter: float) -> list[Place]:
    """Up to two boxes beside each other with that much between them."""
    half = Extent(-gutter / 2, 0.5)
    return [
        Place(box, Extent(gutter / 2 * side, 0.5 * side), half) for side, box in enumerate(boxes)
    ]


def labelled(
    pairs: Sequence[tuple[TextBox, Box]], labels: Labels, *, rtl: bool, space_after: float
) -> Column:
    """Labels with their content beside them, all contents in line."""
    widest = max((label.natural_width() for label, _ in pairs), default=0)
    start = max(labels.narrowest, min(widest, labels.widest) + labels.gap)
    rows = [
        Row(
            [
                Place(label, Extent(), Extent(start - labels.gap)),
                Place(content, Extent(start), Extent(-start, 1)),
            ],
            rtl=rtl,
            space_after=labels.row_gap,
        )
        for label, content in pairs
    ]
    if rows:
        rows[-1].space_after = space_after
    return Column(rows)
