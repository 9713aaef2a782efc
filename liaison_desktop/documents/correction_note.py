"""A correction note: how passages of final minutes are to be read, and who decided so."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from liaison_desktop.documents.frame import Frame, Issuer, framed
from liaison_desktop.documents.signature_fields import signatorys_field
from liaison_desktop.documents.writer import Writer, spans
from liaison_desktop.domain.assessment import signatories
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.corrections import Correction, Passage
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.papers import Paper
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.pdf.blocks import (
    Block,
    Facts,
    Heading,
    Paragraph,
    SignatureGrid,
    Table,
    Text,
    Together,
    Tone,
)
from liaison_desktop.pdf.document import (
    Document,
)


def compose_correction_note(
    correction: Correction,
    minutes: Paper,
    meeting: Meeting,
    committee: Committee,
    catalogue: Catalogue,
    *,
    register_number: str,
) -> Document:
    """The note in the catalogue's language; the same input gives an equal document.

    It names the digest of the paper it corrects, so that nobody can take it for another's, and is
    signed by whoever signs the minutes.

    Args:
        correction: what is corrected.
        minutes: the paper in the register that it corrects.
        meeting: whose minutes these are.
        committee: who issues the note.
        catalogue: of the note's language.
        register_number: of the note itself, as printed.
    """
    writer = Writer(catalogue, meeting.language)
    heading = note_title(correction, catalogue)
    frame = Frame(
        issuer=Issuer.of_committee(committee),
        title=heading,
        subject=_subject(meeting, writer),
        created=datetime.combine(correction.decided_on, time(), UTC),
        register_number=register_number,
    )
    blocks = (
        Heading(text=heading, level=1),
        Paragraph(text=_subject(meeting, writer), tone=Tone.LEAD),
        *_corrected(correction, minutes, writer),
        *_passages(correction.passages, writer),
        _decided(correction, meeting, writer),
    )
    return framed(frame, blocks, writer)


def note_title(correction: Correction, catalogue: Catalogue) -> str:
    """What the note is called, in the catalogue's language."""
    number = Formats(catalogue.language).isolate(correction.label)
    return catalogue.pgettext("paper", "Correction note no. {number}").format(number=number)


def _subject(meeting: Meeting, writer: Writer) -> str:
    subject = writer.catalogue.pgettext("paper", "Minutes of the meeting of {date}")
    return subject.format(date=writer.formats.long_date(meeting.date))


def _corrected(correction: Correction, minutes: Paper, writer: Writer) -> Iterator[Block]:
    """The paper that is corrected, so that it cannot be mistaken."""
    pgettext, isolate = writer.catalogue.pgettext, writer.formats.isolate
    pairs: tuple[tuple[Text, Text], ...] = (
        (pgettext("paper", "Corrected paper"), writer.quote(minutes.title)),
        (pgettext("paper", "Register number"), isolate(minutes.register_number)),
        (pgettext("paper", "Digest (SHA-256)"), isolate(correction.sha256)),
    )
    yield Facts(pairs=pairs)
    yield Paragraph(
        text=pgettext(
            "paper",
            "The paper with this digest remains unchanged. This note is kept and read with it.",
        )
    )


def _passages(passages: tuple[Passage, ...], writer: Writer) -> Iterator[Block]:
    """A table of was and now; reasons have a column only where one was given."""
    pgettext = writer.catalogue.pgettext
    header = [
        pgettext("paper", "Item"),
        pgettext("paper", "As it stands"),
        pgettext("paper", "Corrected"),
    ]
    widths = [1.5, 5.6, 5.6]
    rows = [_row(passage, writer) for passage in passages]
    if any(passage.reason for passage in passages):
        header.append(pgettext("paper", "Reason"))
        widths.append(3.9)
        rows = [
            (*row, writer.quote(passage.reason))
            for row, passage in zip(rows, passages, strict=True)
        ]
    yield Heading(text=pgettext("paper", "Corrected passages"), level=2)
    yield Table(
        header=tuple(header),
        rows=tuple(rows),
        widths=tuple(widths),
        summary=pgettext("paper", "Corrected passages, as they stand and as they are to be read"),
    )


def _row(passage: Passage, writer: Writer) -> tuple[Text, ...]:
    item = "–" if passage.item_no is None else str(passage.item_no)
    return (item, writer.quote(passage.was), writer.quote(passage.now))


def _decided(correction: Correction, meeting: Meeting, writer: Writer) -> Together:
    pgettext = writer.catalogue.pgettext
    sentence = pgettext("paper", "The correction was decided on {date}:")
    decided = sentence.format(date=writer.formats.long_date(correction.decided_on))
    fields = tuple(signatorys_field(signatory, writer) for signatory in signatories(meeting))
    return Together(
        blocks=(
            Heading(text=pgettext("paper", "Decision on the correction"), level=2),
            Paragraph(text=spans(decided, " ", writer.quote(correction.decided_in))),
            *((SignatureGrid(fields=fields),) if fields else ()),
        )
    )
