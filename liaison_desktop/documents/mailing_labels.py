"""Labels for letters, on sheets to peel them off."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from liaison_desktop.domain.addresses import Addressee, LabelFormat
from liaison_desktop.domain.committees import Committee
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.formats import FIRST_STRONG_ISOLATE, POP_ISOLATE
from liaison_desktop.pdf.blocks import (
    Paragraph,
    Span,
    Text,
)
from liaison_desktop.pdf.document import (
    Document,
    LabelSheet,
)

_MM: Final = 72 / 25.4
_SHEETS: Final[Mapping[LabelFormat, tuple[int, int, float, float]]] = {
    LabelFormat.SMALL_24: (3, 8, 70, 36),
    LabelFormat.SMALL_24_TALL: (3, 8, 70, 37),
    LabelFormat.LARGE_12: (2, 6, 105, 48),
}
"""Columns, rows, and the size of a label in millimetres."""


def labels_on_sheet(wanted: LabelFormat) -> int:
    """How many labels a sheet has."""
    columns, rows, _width, _height = _SHEETS[wanted]
    return columns * rows


def compose_labels(
    committee: Committee,
    addressees: Sequence[Addressee],
    wanted: LabelFormat,
    catalogue: Catalogue,
    *,
    first: int,
    created: datetime,
) -> Document:
    """A label for each; ``first``: the place of the first label on the first sheet, from 0."""
    columns, rows, width, height = _SHEETS[wanted]
    return Document(
        title=catalogue.pgettext("paper", "Labels for letters"),
        language=catalogue.tag,
        author=committee.name,
        created=created,
        blocks=tuple(Paragraph(text=_label(each)) for each in addressees),
        labels=LabelSheet(
            columns=columns, rows=rows, width=width * _MM, height=height * _MM, first=first
        ),
    )


def _label(addressee: Addressee) -> Text:
    """Name and address; each line keeps the direction of its own script."""
    rest = filter(None, (addressee.organisation, *addressee.lines))
    below = "".join(f"\n{_isolated(line)}" for line in rest)
    return (Span(_isolated(addressee.name), bold=True), Span(below))


def _isolated(line: str) -> str:
    return f"{FIRST_STRONG_ISOLATE}{line}{POP_ISOLATE}"
