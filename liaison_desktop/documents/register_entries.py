"""The entries of a register by their numbers: what each paper is, and what became of it."""

from collections.abc import Iterator

from liaison_desktop.documents.registered import correction, edition, signed
from liaison_desktop.documents.writer import DOT, Writer, between, bold, spans
from liaison_desktop.domain.archive import Dispatch, Filing, HandSignature, Refusal
from liaison_desktop.domain.papers import Paper, PaperKind
from liaison_desktop.domain.register_book import BookEntry, RegisterBook, entered_at
from liaison_desktop.pdf.blocks import (
    Block,
    Cell,
    Facts,
    Heading,
    Paragraph,
    Span,
    Table,
    Text,
    Tone,
)

# The last column holds the widest of all digests on one line.
_COLUMNS = (4.1, 11.9)


def register_part(book: RegisterBook, writer: Writer) -> Iterator[Block]:
    """The part of the book in which every number of the register stands."""
    pgettext = writer.catalogue.pgettext
    yield Heading(text=pgettext("paper", "Entries in the register"), level=2)
    if not book.entries:
        yield Paragraph(text=pgettext("paper", "No paper was entered in this year."))
        return
    missing = map(writer.formats.isolate, book.missing)
    none = pgettext("paper", "none")
    yield Facts(
        pairs=(
            (pgettext("paper", "Papers entered"), str(len(book.entries) - len(book.missing))),
            (pgettext("paper", "Missing numbers"), writer.formats.comma.join(missing) or none),
        )
    )
    yield Table(
        header=(
            pgettext("paper", "Number, date"),
            pgettext("paper", "Paper, digest (SHA-256), signatures, whereabouts"),
        ),
        rows=tuple(_row(entry, writer) for entry in book.entries),
        widths=_COLUMNS,
        summary=pgettext("paper", "Every number of the register in its sequence"),
    )


def _row(entry: BookEntry, writer: Writer) -> tuple[Text | Cell, ...]:
    number = Paragraph(text=bold(writer.formats.isolate(entry.register_number)))
    if entry.paper is None:
        gap = writer.catalogue.pgettext("paper", "No paper is stored under this number.")
        return (
            Cell(content=(number,)),
            Cell(content=(Paragraph(text=(Span(gap, italic=True),)),)),
        )
    day = writer.formats.date(entered_at(entry.paper).date())
    lines = (Paragraph(text=line, tone=Tone.SMALL) for line in _told(entry, entry.paper, writer))
    return (
        Cell(content=(number, Paragraph(text=day, tone=Tone.SMALL))),
        Cell(content=(Paragraph(text=_what(entry.paper, writer)), *lines)),
    )


def _what(paper: Paper, writer: Writer) -> Text:
    """The paper's name as it stands on it, and what kind of paper it is."""
    pgettext = writer.catalogue.pgettext
    own = writer if paper.kind is PaperKind.MINUTES else Writer(writer.catalogue, paper.language)
    name = tuple(
        Span(each.text, bold=True, language=each.language) for each in own.quote(paper.title)
    )
    kinds: dict[PaperKind, Text] = {
        PaperKind.CORRECTION_NOTE: pgettext("paper", "Correction note"),
        PaperKind.AGREEMENT: pgettext("paper", "Agreement"),
    }
    return between(DOT, (name, kinds.get(paper.kind, ""), edition(paper, writer)))


def _told(entry: BookEntry, paper: Paper, writer: Writer) -> Iterator[Text]:
    pgettext, formats = writer.catalogue.pgettext, writer.formats
    yield formats.isolate(paper.newest.sha256)
    names = signed(paper, writer)
    if names:
        yield pgettext("paper", "Signed: {names}").format(names=names)
    if entry.story.hand_signatures:
        by_hand = formats.semicolon.join(
            _by_hand(each, entry, writer) for each in entry.story.hand_signatures
        )
        yield pgettext("paper", "Signed by hand: {names}").format(names=by_hand)
    for refusal in entry.story.refusals:
        yield _refusal(refusal, entry, writer)
    if entry.waiting:
        waiting = formats.comma.join(map(formats.isolate, entry.waiting))
        yield pgettext("paper", "Not yet signed: {names}").format(names=waiting)
    for filing in entry.story.filings:
        yield _filing(filing, writer)
    for dispatch in entry.story.dispatches:
        yield _dispatch(dispatch, writer)
    for note in entry.corrected_by:
        words = pgettext("paper", "Corrected by: {note}")
        yield words.format(note=correction(note, writer))


def _by_hand(signature: HandSignature, entry: BookEntry, writer: Writer) -> str:
    name = writer.formats.isolate(entry.signer(signature))
    return f"{name} ({writer.formats.date(signature.signed_on)})"


def _refusal(refusal: Refusal, entry: BookEntry, writer: Writer) -> Text:
    words = writer.catalogue.pgettext("paper", "Refused to sign: {name} ({date}), because:")
    name, day = entry.signer(refusal), writer.formats.date(refusal.refused_on)
    told = words.format(name=writer.formats.isolate(name), date=day)
    return spans(told, " ", writer.quote(refusal.reason))


def _filing(filing: Filing, writer: Writer) -> Text:
    words = writer.catalogue.pgettext("paper", "Filed by {authority} under {number} on {date}")
    return words.format(
        authority=writer.formats.isolate(filing.authority),
        number=writer.formats.isolate(filing.number),
        date=writer.formats.date(filing.filed_on),
    )


def _dispatch(dispatch: Dispatch, writer: Writer) -> Text:
    """To whom it went and when."""
    pgettext, formats = writer.catalogue.pgettext, writer.formats
    words = pgettext("paper", "Handed to {name} on {date}")
    told = [
        words.format(
            name=formats.isolate(dispatch.name), date=formats.date(dispatch.sent_at.date())
        )
    ]
    if dispatch.received_on is not None:
        received = pgettext("paper", "received on {date}")
        told.append(received.format(date=formats.date(dispatch.received_on)))
    if dispatch.receipt:
        told.append(formats.isolate(dispatch.receipt))
    return between(DOT, told)
