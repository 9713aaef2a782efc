"""What all papers share: letterhead, title, running head and foot, the note at the foot."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from liaison_desktop.documents.writer import DOT, Writer
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.pdf.blocks import Block, Heading, Paragraph, Tone
from liaison_desktop.pdf.document import (
    Attachment,
    Document,
    Letterhead,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """The body a paper comes from, by the names it had when the paper's record was made."""

    name: str
    city: str
    notice: str = ""

    @classmethod
    def of_meeting(cls, meeting: Meeting) -> Self:
        """The committee as the record of a meeting knows it."""
        return cls(name=meeting.committee_name, city=meeting.committee_city, notice=meeting.notice)

    @classmethod
    def of_committee(cls, committee: Committee) -> Self:
        """The committee as it is today."""
        return cls(name=committee.name, city=committee.city, notice=committee.notice)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around the text of one paper.

    Attributes:
        title: also the title of the file.
        subject: what the paper is about, in the file's properties.
        register_number: as printed; empty for a paper that is not in the register.
        marks: short lines under the register number, such as "Draft".
        watermark: a word across each page, or empty.
    """

    issuer: Issuer
    title: str
    subject: str
    created: datetime
    register_number: str = ""
    marks: tuple[str, ...] = ()
    watermark: str = ""
    attachments: tuple[Attachment, ...] = ()


def framed(frame: Frame, blocks: Iterable[Block], writer: Writer) -> Document:
    """The paper: its text in the frame."""
    issuer = frame.issuer
    return Document(
        title=frame.title,
        language=writer.catalogue.tag,
        author=issuer.name,
        subject=frame.subject,
        created=frame.created,
        letterhead=_letterhead(frame, writer),
        blocks=tuple(blocks),
        running_head=f"{issuer.name}{DOT}{frame.title}",
        running_foot=writer.catalogue.pgettext("paper", "Page {page} of {pages}"),
        foot_note=writer.formats.isolate(issuer.notice) if issuer.notice else "",
        watermark=frame.watermark,
        attachments=frame.attachments,
    )


def dated(
    title: str,
    blocks: Iterable[Block],
    committee: Committee,
    writer: Writer,
    *,
    on: date,
    created: datetime,
    register_number: str = "",
    attachments: tuple[Attachment, ...] = (),
) -> Document:
    """A committee's paper that tells how something stands on a day."""
    as_of = writer.catalogue.pgettext("paper", "As of {date}").format(
        date=writer.formats.long_date(on)
    )
    frame = Frame(
        issuer=Issuer.of_committee(committee),
        title=title,
        subject=as_of,
        created=created,
        register_number=register_number,
        attachments=attachments,
    )
    head = (Heading(text=title, level=1), Paragraph(text=as_of, tone=Tone.LEAD))
    return framed(frame, (*head, *blocks), writer)


def _letterhead(frame: Frame, writer: Writer) -> Letterhead:
    """Committee, and town if the name does not tell; opposite, the place in the register."""
    issuer = frame.issuer
    aside = list(frame.marks)
    if frame.register_number:
        register = writer.catalogue.pgettext("paper", "Register no. {number}")
        number = writer.formats.isolate(frame.register_number)
        aside.insert(0, register.format(number=number))
    town = () if issuer.city in issuer.name else (issuer.city,)
    return Letterhead(name=issuer.name, lines=town, aside=tuple(aside))
