"""What papers print of other papers in the register: digest, signatures, the state of the log."""

from collections.abc import Iterator

from liaison_desktop.documents.writer import DOT, Writer, between
from liaison_desktop.domain.assessment import signatories
from liaison_desktop.domain.audit import AuditEntry
from liaison_desktop.domain.clock import stamped_at
from liaison_desktop.domain.corrections import CorrectionNote
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.papers import Edition, Paper, PaperKind
from liaison_desktop.pdf.blocks import (
    Block,
    Facts,
    Heading,
    Paragraph,
    Text,
    Together,
    Tone,
)


def edition(paper: Paper, writer: Writer) -> Text:
    """For whom minutes are, and in which language; other papers have no editions."""
    if paper.kind is not PaperKind.MINUTES:
        return writer.formats.language_name(paper.language)
    pgettext = writer.catalogue.pgettext
    public = paper.edition is Edition.PUBLIC
    name = pgettext("paper", "Public edition") if public else pgettext("paper", "Full edition")
    return between(DOT, (name, writer.formats.language_name(paper.language)))


def title(paper: Paper, meeting: Meeting, writer: Writer) -> Text:
    """What a paper is called: minutes by their record, a note in the note's own language."""
    own = meeting.language if paper.kind is PaperKind.MINUTES else paper.language
    return Writer(writer.catalogue, own).quote(paper.title)


def correction(note: CorrectionNote, writer: Writer) -> str:
    """Which note corrects minutes, and where it is in the register."""
    words = writer.catalogue.pgettext(
        "paper", "correction note no. {number} (register no. {entry})"
    )
    return words.format(
        number=writer.formats.isolate(note.correction.label),
        entry=writer.formats.isolate(note.paper.register_number),
    )


def signed(paper: Paper, writer: Writer) -> str:
    """Who signed a paper and when, in the order of signing; empty if nobody did."""
    formats = writer.formats
    return formats.semicolon.join(
        f"{formats.isolate(state.signer)} ({formats.moment(state.created_at)})"
        for state in paper.signatures
    )


def unsigned(paper: Paper, meeting: Meeting, writer: Writer) -> str:
    """Whose signatures a paper still lacks."""
    names = {signatory.field: signatory.name for signatory in signatories(meeting)}
    missing = (names.get(field) or field for field in paper.unsigned_fields)
    return writer.formats.comma.join(map(writer.formats.isolate, missing))


def log_head(head: AuditEntry, purpose: str, writer: Writer) -> Together:
    """Where the committee's log of changes stands, and what that is printed for."""
    return Together(blocks=tuple(_log_head(head, purpose, writer)))


def _log_head(head: AuditEntry, purpose: str, writer: Writer) -> Iterator[Block]:
    pgettext = writer.catalogue.pgettext
    entry = pgettext("paper", "No. {number} of {moment}").format(
        number=writer.formats.isolate(str(head.sequence)),
        moment=writer.formats.moment(stamped_at(head.at)),
    )
    yield Heading(text=pgettext("paper", "State of the log of changes"), level=2)
    yield Paragraph(text=purpose, tone=Tone.QUIET)
    yield Facts(
        pairs=(
            (pgettext("paper", "Newest entry"), entry),
            (pgettext("paper", "Digest (SHA-256)"), writer.formats.isolate(head.digest)),
        )
    )
