"""A paper as a whole: its blocks, and what stands around them on every page."""

from dataclasses import dataclass
from datetime import datetime

from liaison_desktop.pdf.blocks import (
    Block,
    Figure,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file carried inside the paper (PDF/A-3 associated file)."""

    name: str
    mime: str
    content: bytes
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelSheet:
    """Sheets of labels to peel off: each block of the paper stands on one of them.

    Attributes:
        columns, rows: labels on a sheet.
        width, height: of a label, in points; the labels stand in the middle of the sheet.
        first: the place of the first label that is still there, from 0, row by row.
    """

    columns: int
    rows: int
    width: float
    height: float
    first: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """What stands at the top of the first page, above a rule.

    Attributes:
        logo: at the start side, before the name; it is never higher than 48 points.
        name, lines: at the start side, the body's name and address.
        aside: at the end side, short lines such as the register number.
    """

    name: str
    logo: Figure | None = None
    lines: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A paper ready for typesetting.

    Attributes:
        language: language tag of the text (``it``, ``de-AT``, ``ar``); gives the direction too.
        created: the date written into the file, so that the same record gives the same bytes.
        running_head: at the top of every page but the first.
        running_foot: at the foot of every page, with ``{page}`` and ``{pages}``.
        funding: who pays for it, beside the running foot of every page, or empty.
        duplex: whether both sides of a sheet are printed; the margin at the binding is wider then.
        foot_note: a quiet line above the running foot of every page, or empty.
        watermark: a word across each page (``"Draft"``), or empty.
        labels: the paper is nothing but sheets of labels.
    """

    title: str
    language: str
    author: str
    subject: str = ""
    created: datetime
    letterhead: Letterhead | None = None
    blocks: tuple[Block, ...]
    running_head: str = ""
    running_foot: str = "{page} / {pages}"
    foot_note: str = ""
    funding: str = ""
    duplex: bool = False
    watermark: str = ""
    attachments: tuple[Attachment, ...] = ()
    labels: LabelSheet | None = None
