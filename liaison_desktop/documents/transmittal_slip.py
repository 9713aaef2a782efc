"""The slip that goes with a paper to the authority: which file it is, and room for its stamp."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from liaison_desktop.documents.frame import Frame, Issuer, framed
from liaison_desktop.documents.registered import correction, edition, log_head, signed
from liaison_desktop.documents.writer import Writer
from liaison_desktop.domain.archive import PaperStory
from liaison_desktop.domain.audit import AuditEntry
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.corrections import CorrectionNote
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.papers import Paper, PaperKind
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.pdf.blocks import (
    Block,
    Callout,
    Facts,
    Heading,
    ListBlock,
    Paragraph,
    Table,
    Text,
    Together,
    Tone,
)
from liaison_desktop.pdf.document import Document

_COLUMNS: Final = (5.4, 3.4, 7.2)

_ROW_TO_SIGN: Final = 36.0
"""Points: nearly 13 mm, as much as a signature takes."""

_ROW_TO_STAMP: Final = 68.0
"""Points: 24 mm, as high as a stamp with its date."""

_COMMANDS: Final = (
    "certutil -hashfile FILE SHA256 (Windows)",
    "shasum -a 256 FILE (macOS)",
    "sha256sum FILE (Linux)",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consignment:
    """What is handed over.

    Attributes:
        paper: its newest file counts.
        meeting: the meeting whose minutes it holds or corrects; ``None`` = it holds an agreement.
        signers: who signs each field.
        story: who refused to sign, and who signed by hand.
        notes: the papers that correct it.
        pages: of the newest file.
    """

    paper: Paper
    meeting: Meeting | None
    pages: int
    signers: Mapping[str, str] = field(default_factory=dict)
    story: PaperStory = field(default_factory=PaperStory)
    notes: Sequence[CorrectionNote] = ()

    @property
    def language(self) -> str:
        """In which its title is written: that of minutes stands in their meeting's language."""
        own = self.meeting if self.paper.kind is PaperKind.MINUTES else None
        return own.language if own else self.paper.language


def compose_transmittal_slip(
    consignment: Consignment,
    committee: Committee,
    catalogue: Catalogue,
    *,
    addressee: str,
    head: AuditEntry,
    created: datetime,
) -> Document:
    """The slip in the catalogue's language; the same input gives an equal document.

    Args:
        consignment: what is handed over.
        committee: who hands it over.
        catalogue: of the slip's language.
        addressee: the authority; empty leaves room to write it by hand.
        head: the newest entry of the committee's audit log.
        created: the date written into the file.
    """
    writer = Writer(catalogue, consignment.language)
    heading = catalogue.pgettext("paper", "Transmittal slip")
    paper, meeting = consignment.paper, consignment.meeting
    frame = Frame(
        issuer=Issuer.of_committee(committee),
        title=heading,
        subject=writer.phrases.meeting(meeting) if meeting else paper.title,
        created=created,
        register_number=paper.register_number,
    )
    blocks = (
        Heading(text=heading, level=1),
        _handing_over(addressee, writer),
        *_file(paper, _facts(consignment, writer), writer),
        *_checking(writer),
        log_head(head, _purpose(writer), writer),
        _receipt(writer),
    )
    return framed(frame, blocks, writer)


def _handing_over(addressee: str, writer: Writer) -> Table:
    pgettext = writer.catalogue.pgettext
    return Table(
        header=(
            pgettext("paper", "To"),
            pgettext("paper", "Handed over on"),
            pgettext("paper", "For the committee (name, signature)"),
        ),
        rows=((writer.formats.isolate(addressee), "", ""),),
        widths=_COLUMNS,
        row_headers=False,
        writing_height=_ROW_TO_SIGN,
        summary=pgettext("paper", "Who hands the paper over to whom"),
    )


def _file(paper: Paper, facts: Iterable[tuple[Text, Text]], writer: Writer) -> Iterator[Block]:
    pgettext = writer.catalogue.pgettext
    yield Heading(text=pgettext("paper", "The file"), level=2)
    yield Facts(pairs=tuple(facts))
    digest = Paragraph(text=writer.formats.isolate(paper.newest.sha256))
    label = Paragraph(text=pgettext("paper", "Digest of the file (SHA-256)"), tone=Tone.SMALL)
    yield Callout(blocks=(label, digest))


def _facts(consignment: Consignment, writer: Writer) -> Iterator[tuple[Text, Text]]:
    pgettext, formats = writer.catalogue.pgettext, writer.formats
    paper, meeting = consignment.paper, consignment.meeting
    yield pgettext("paper", "Paper"), writer.quote(paper.title)
    if meeting is not None:
        yield pgettext("paper", "Meeting"), writer.phrases.meeting(meeting)
        yield pgettext("paper", "Edition and language"), edition(paper, writer)
    else:
        yield pgettext("paper", "Language"), edition(paper, writer)
    corrected = formats.semicolon.join(correction(note, writer) for note in consignment.notes)
    if corrected:
        yield pgettext("paper", "Corrected by"), corrected
    extent = writer.catalogue.npgettext(
        "paper",
        "One page, {size} bytes, PDF",
        "{pages} pages, {size} bytes, PDF",
        consignment.pages,
    )
    size = formats.isolate(formats.number(paper.newest.size))
    yield pgettext("paper", "Extent"), extent.format(pages=consignment.pages, size=size)
    names = signed(paper, writer)
    yield pgettext("paper", "Signed by"), names or pgettext("paper", "nobody")
    yield from _beside(consignment, writer)


def _beside(consignment: Consignment, writer: Writer) -> Iterator[tuple[Text, Text]]:
    """Who signed on paper, who would not, and who has not yet."""
    pgettext, formats = writer.catalogue.pgettext, writer.formats
    story = consignment.story
    by_hand = formats.semicolon.join(
        f"{formats.isolate(each.name)} ({formats.long_date(each.signed_on)})"
        for each in story.hand_signatures
    )
    if by_hand:
        yield pgettext("paper", "Signed by hand"), by_hand
    refused = formats.semicolon.join(
        f"{formats.isolate(each.name)} ({formats.long_date(each.refused_on)}):"
        f" {formats.isolate(each.reason)}"
        for each in story.refusals
    )
    if refused:
        yield pgettext("paper", "Refused to sign"), refused
    waiting = story.waiting(consignment.paper)
    names = [formats.isolate(consignment.signers.get(each) or each) for each in waiting]
    if names:
        yield pgettext("paper", "Not yet signed by"), formats.comma.join(names)


def _checking(writer: Writer) -> Iterator[Block]:
    pgettext = writer.catalogue.pgettext
    reader = pgettext(
        "paper",
        "Any PDF reader opens the file; one that checks signatures tells who signed it and whether"
        " it was changed afterwards.",
    )
    digest = pgettext(
        "paper",
        "Compute the SHA-256 of the file you received. If it equals the digest above letter by"
        " letter, it is this very file.",
    )
    commands = writer.formats.semicolon.join(map(writer.formats.isolate, _COMMANDS))
    yield Heading(text=pgettext("paper", "How to check it"), level=2)
    yield ListBlock(
        entries=(
            (Paragraph(text=reader),),
            (Paragraph(text=digest), Paragraph(text=commands, tone=Tone.SMALL)),
        ),
        ordered=True,
    )


def _purpose(writer: Writer) -> str:
    return writer.catalogue.pgettext(
        "paper",
        "Keep this slip: as long as the committee’s log holds this entry with this digest, no entry"
        " up to it has been altered, left out or put in afterwards.",
    )


def _receipt(writer: Writer) -> Together:
    pgettext = writer.catalogue.pgettext
    table = Table(
        header=(
            pgettext("paper", "The authority’s number"),
            pgettext("paper", "Date"),
            pgettext("paper", "Stamp and signature"),
        ),
        rows=(("", "", ""),),
        widths=_COLUMNS,
        row_headers=False,
        writing_height=_ROW_TO_STAMP,
        summary=pgettext("paper", "Room for the authority’s number, date, stamp and signature"),
    )
    heading = Heading(text=pgettext("paper", "Receipt by the authority"), level=2)
    return Together(blocks=(heading, table))
