"""A correction note: how passages of final minutes are to be read, and who decided so."""

from collections.abc import Iterator
from datetime import datetime

from liaison_desktop.documents.frame import Frame, Issuer, framed
from liaison_desktop.documents.signature_fields import signature_field
from liaison_desktop.documents.writer import Writer, spans
from liaison_desktop.domain.assessment import SignatoryFunction
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.corrections import Correction, Passage
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.pdf.blocks import (
    Block,
    Document,
    Facts,
    Heading,
    Paragraph,
    SignatureField,
    SignatureGrid,
    Table,
    Text,
    Together,
    Tone,
)


def compose_correction_note(
    correction: Correction,
    committee: Committee,
    catalogue: Catalogue,
    *,
    register_number: str,
    created: datetime,
) -> Document:
    """The note in the catalogue's language; the same input gives an equal document.

    It names the digest of the paper it corrects, so that nobody can take it for another's.
    """
    writer = Writer(catalogue, committee.language)
    number = writer.formats.isolate(correction.number)
    heading = catalogue.pgettext("paper", "Correction note no. {number}").format(number=number)
    frame = Frame(
        issuer=Issuer.of_committee(committee),
        title=heading,
        subject=_subject(correction, writer),
        created=created,
        register_number=register_number,
    )
    blocks = (
        Heading(text=heading, level=1),
        Paragraph(text=_subject(correction, writer), tone=Tone.LEAD),
        *_corrected(correction, writer),
        *_passages(correction.passages, writer),
        _decided(correction, writer),
    )
    return framed(frame, blocks, writer)


def _subject(correction: Correction, writer: Writer) -> str:
    subject = writer.catalogue.pgettext("paper", "Minutes of the meeting of {date}")
    return subject.format(date=writer.formats.long_date(correction.meeting_date))


def _corrected(correction: Correction, writer: Writer) -> Iterator[Block]:
    """The paper that is corrected, so that it cannot be mistaken."""
    pgettext = writer.catalogue.pgettext
    pairs: list[tuple[Text, Text]] = [
        (pgettext("paper", "Corrected paper"), writer.quote(correction.minutes_label))
    ]
    if correction.minutes_register_number:
        number = writer.formats.isolate(correction.minutes_register_number)
        pairs.append((pgettext("paper", "Register number"), number))
    digest = writer.formats.isolate(correction.sha256)
    pairs.append((pgettext("paper", "Digest (SHA-256)"), digest))
    yield Facts(pairs=tuple(pairs))
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


def _decided(correction: Correction, writer: Writer) -> Together:
    pgettext = writer.catalogue.pgettext
    sentence = pgettext("paper", "The correction was decided on {date}:")
    decided = sentence.format(date=writer.formats.long_date(correction.decided_on))
    fields = (
        _field(SignatoryFunction.CHAIR, correction.chair, writer),
        _field(SignatoryFunction.SECRETARY, correction.secretary, writer),
    )
    return Together(
        blocks=(
            Heading(text=pgettext("paper", "Decision on the correction"), level=2),
            Paragraph(text=spans(decided, " ", writer.quote(correction.decided_in))),
            SignatureGrid(fields=fields),
        )
    )


def _field(function: SignatoryFunction, name: str, writer: Writer) -> SignatureField:
    return signature_field(writer, field=function.value, name=name, function=function)
