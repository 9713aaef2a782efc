"""The book of a register: the year's minutes by their numbers, and every entry with its paper."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from liaison_desktop.documents.frame import Frame, Issuer, framed
from liaison_desktop.documents.register_entries import register_part
from liaison_desktop.documents.registered import edition, log_head
from liaison_desktop.documents.writer import DOT, Writer, between, bold
from liaison_desktop.domain.audit import AuditEntry
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.corrections import CorrectionNote
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.papers import Paper
from liaison_desktop.domain.register import RegisterEntry
from liaison_desktop.domain.register_book import RegisterBook, entered_at
from liaison_desktop.i18n.catalogue import Catalogue
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
from liaison_desktop.pdf.document import (
    Document,
)

_COLUMNS = (1.1, 4.0, 10.9)


def compose_register(
    committee: Committee,
    entries: Sequence[RegisterEntry],
    book: RegisterBook,
    catalogue: Catalogue,
    *,
    head: AuditEntry,
    created: datetime,
) -> Document:
    """The register in the catalogue's language; the same input gives an equal document.

    Gaps in either series, minutes that are not in the register and drafts are told, not passed
    over. The newest entry of the committee's audit log stands at the end, so that whoever keeps the
    paper can prove the log up to there.
    """
    writer = Writer(catalogue, committee.language)
    title = catalogue.pgettext("paper", "Register of papers {year}").format(year=book.year)
    as_of = catalogue.pgettext("paper", "As of {date}").format(
        date=writer.formats.long_date(created.date())
    )
    frame = Frame(
        issuer=Issuer.of_committee(committee), title=title, subject=as_of, created=created
    )
    blocks = (
        Heading(text=title, level=1),
        Paragraph(text=as_of, tone=Tone.LEAD),
        *(_minutes_part(entries, writer) if entries else ()),
        *register_part(book, writer),
        log_head(head, _purpose(writer), writer),
    )
    return framed(frame, blocks, writer)


def _minutes_part(entries: Sequence[RegisterEntry], writer: Writer) -> Iterator[Block]:
    yield Heading(text=writer.catalogue.pgettext("paper", "The year’s minutes"), level=2)
    yield Facts(pairs=tuple(_facts(entries, writer)))
    yield _table(entries, writer)


def _facts(entries: Sequence[RegisterEntry], writer: Writer) -> Iterator[tuple[Text, Text]]:
    """How whole the series is."""
    pgettext = writer.catalogue.pgettext
    numbered = [entry for entry in entries if entry.number is not None]
    known = [entry for entry in numbered if entry.meeting]
    missing = [entry for entry in numbered if not entry.meeting]
    unfiled = [entry for entry in known if not entry.filed]
    yield pgettext("paper", "Numbered minutes"), str(len(known))
    yield pgettext("paper", "Missing numbers"), _numbers(missing, writer)
    yield pgettext("paper", "Not in the register"), _numbers(unfiled, writer)
    drafts = len(entries) - len(numbered)
    if drafts:
        yield pgettext("paper", "Drafts without a number"), str(drafts)


def _numbers(entries: Sequence[RegisterEntry], writer: Writer) -> str:
    if not entries:
        return writer.catalogue.pgettext("paper", "none")
    numbers = (writer.formats.isolate(str(entry.number)) for entry in entries)
    words = writer.catalogue.pgettext("paper", "no. {numbers}")
    return words.format(numbers=writer.formats.comma.join(numbers))


def _table(entries: Sequence[RegisterEntry], writer: Writer) -> Table:
    pgettext = writer.catalogue.pgettext
    return Table(
        header=(
            pgettext("paper", "No."),
            pgettext("paper", "Minutes"),
            pgettext("paper", "Entries in the register"),
        ),
        rows=tuple(_row(entry, writer) for entry in entries),
        widths=_COLUMNS,
        summary=pgettext("paper", "The year’s minutes by number, with their papers"),
    )


def _row(entry: RegisterEntry, writer: Writer) -> tuple[Text | Cell, ...]:
    number = "–" if entry.number is None else str(entry.number)
    if entry.meeting is None:
        gap = writer.catalogue.pgettext("paper", "No minutes are stored under this number.")
        return (number, Cell(content=(Paragraph(text=(Span(gap, italic=True),)),), columns=2))
    return (number, _minutes(entry.meeting, writer), _papers(entry, writer))


def _minutes(meeting: Meeting, writer: Writer) -> Cell:
    draft = writer.catalogue.pgettext("paper", "Draft, not approved")
    name = bold(draft) if meeting.number is None else _label(meeting, writer)
    date = Paragraph(text=writer.formats.long_date(meeting.date), tone=Tone.SMALL)
    return Cell(content=(Paragraph(text=name), date))


def _label(meeting: Meeting, writer: Writer) -> Text:
    return tuple(
        Span(span.text, bold=True, language=span.language) for span in writer.quote(meeting.label)
    )


def _papers(entry: RegisterEntry, writer: Writer) -> Cell:
    lines = [_paper(paper, edition(paper, writer), writer) for paper in entry.papers]
    if not entry.filed:
        words = writer.catalogue.pgettext("paper", "Not in the register yet")
        lines.append(Paragraph(text=(Span(words, italic=True),)))
    lines.extend(_paper(note.paper, _corrected(note, writer), writer) for note in entry.notes)
    return Cell(content=tuple(lines))


def _corrected(note: CorrectionNote, writer: Writer) -> Text:
    words = writer.catalogue.pgettext("paper", "Corrected by correction note no. {number}")
    number = writer.formats.isolate(note.correction.label)
    language = writer.formats.language_name(note.paper.language)
    return between(DOT, (words.format(number=number), language))


def _paper(paper: Paper, what: Text, writer: Writer) -> Paragraph:
    """Number, what it is, and the day by whose year its entry is found."""
    number = bold(writer.formats.isolate(paper.register_number))
    day = writer.formats.date(entered_at(paper).date())
    return Paragraph(text=between(DOT, (number, what, day)))


def _purpose(writer: Writer) -> str:
    return writer.catalogue.pgettext(
        "paper",
        "Every change to the committee’s records is entered in a log, each entry with the digest of"
        " the one before. As long as the log holds the entry below with this digest, no entry up to"
        " it has been altered, left out or put in afterwards.",
    )
