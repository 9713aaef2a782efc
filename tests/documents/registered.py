"""The Italian sample's minutes in a register, signed by its chair, and one way to compose them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from liaison_desktop.documents.correction_note import compose_correction_note
from liaison_desktop.documents.register_of_minutes import compose_register
from liaison_desktop.documents.transmittal_slip import Consignment, compose_transmittal_slip
from liaison_desktop.domain.archive import (
    Dispatch,
    DispatchMedium,
    Filing,
    PaperStory,
    Refusal,
)
from liaison_desktop.domain.assessment import signatories
from liaison_desktop.domain.audit import CHAIN_START, AuditEntry
from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.corrections import Correction, CorrectionNote, Passage
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.papers import Edition, Paper, PaperFile, PaperKind, sha256_of
from liaison_desktop.domain.register import RegisterEntry, register_entries
from liaison_desktop.domain.register_book import RegisterBook, book_of
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.pdf.document import (
    Document,
)
from tests.documents.conftest import CREATED, Case

HEAD = AuditEntry(
    sequence=57,
    at="2026-11-23T13:30:05.000Z-0000-portochiaro",
    actor="tester",
    command="sign_paper",
    committee_id=UUID(int=1),
    kind=Kind.PAPER,
    entity_id=UUID(int=2),
    before=None,
    after=None,
    previous=CHAIN_START,
    digest="c0ffee42" * 8,
)


def file_of(sequence: int, signer: str = "", field: str = "") -> PaperFile:
    content = f"state {sequence}".encode()
    return PaperFile(
        id=UUID(int=20 + sequence),
        paper_id=UUID(int=10),
        sequence=sequence,
        sha256=sha256_of(content),
        size=54182,
        created_at=datetime(2026, 11, 23, 9 + sequence, 5, tzinfo=UTC),
        field=field,
        signer=signer,
    )


def paper_of(meeting: Meeting) -> Paper:
    """Full minutes as filed, signed by the chair."""
    fields = signatories(meeting)
    return Paper(
        id=UUID(int=10),
        committee_id=meeting.committee_id,
        meeting_id=meeting.id,
        kind=PaperKind.MINUTES,
        edition=Edition.FULL,
        language=meeting.language,
        title=meeting.label,
        register_number="ICC-0000118",
        fields=tuple(signatory.field for signatory in fields),
        files=(*(file_of(1, chair.name, chair.field) for chair in fields[:1]), file_of(0)),
    )


def correction_of(minutes: Paper) -> Correction:
    """Two passages, decided in the meeting after."""
    return Correction(
        id=UUID(int=40),
        committee_id=minutes.committee_id,
        paper_id=minutes.id,
        sha256=minutes.newest.sha256,
        number=1,
        year=2026,
        label="1/2026",
        decided_on=date(2026, 12, 2),
        decided_in="Verbale n. 4/2026, punto 1",
        passages=(
            Passage(
                item_no=3,
                was="quattro laboratori",
                now="cinque laboratori",
                reason="errore di scrittura",
            ),
            Passage(item_no=None, was="19:10", now="19:20"),
        ),
    )


def note_of(meeting: Meeting, language: str = "it") -> CorrectionNote:
    """The correction with its note, which nobody signed yet."""
    correction = correction_of(paper_of(meeting))
    paper = replace(
        paper_of(meeting),
        id=UUID(int=41),
        kind=PaperKind.CORRECTION_NOTE,
        correction_id=correction.id,
        language=language,
        title="Nota di rettifica n. 1/2026",
        register_number="ICC-0000130",
        files=(replace(file_of(0), sha256="5eed" * 16),),
    )
    return CorrectionNote(correction=correction, paper=paper)


def composed_note(
    case: Case, language: str, correction: Correction | None = None, register_number: str = ""
) -> Document:
    minutes = paper_of(case.meeting)
    return compose_correction_note(
        correction or correction_of(minutes),
        minutes,
        case.meeting,
        case.committee,
        Catalogue(language),
        register_number=register_number,
    )


def year_of(case: Case) -> tuple[RegisterEntry, ...]:
    """Numbers 1 (not in the register), 2 (missing), 3 (signed by one, corrected), and a draft."""
    first = replace(case.meeting, id=UUID(int=31), number=1, label="Verbale n. 1/2026")
    draft = replace(case.meeting, id=UUID(int=32), number=None, label="")
    note = note_of(case.meeting)
    papers = (paper_of(case.meeting), note.paper)
    return register_entries((draft, case.meeting, first), papers, (note.correction,))


def book_of_case(case: Case) -> RegisterBook:
    """Number 118 with all that can become of a paper, eleven gaps, and 130, which corrects it."""
    note, minutes = note_of(case.meeting), paper_of(case.meeting)
    known: dict[str, Any] = {"committee_id": minutes.committee_id, "paper_id": minutes.id}
    secretary = minutes.fields[1]
    day = date(2026, 11, 24)
    sent = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
    story = PaperStory(
        refusals=(
            Refusal(
                id=UUID(int=51),
                field=secretary,
                name="Noemi Castelverde",
                reason="Manca il punto 4.",
                refused_on=day,
                **known,
            ),
        ),
        filings=(
            Filing(
                id=UUID(int=52),
                authority="Comune di Portochiaro",
                number="0000123",
                filed_on=day,
                **known,
            ),
        ),
        dispatches=(
            Dispatch(
                id=UUID(int=53),
                edition=Edition.FULL,
                name="Biblioteca civica",
                address="b@b.example",
                medium=DispatchMedium.FOLDER,
                sent_at=sent,
                sha256=minutes.newest.sha256,
                slip_sha256="00",
                received_on=date(2026, 11, 26),
                receipt="n. 77",
                **known,
            ),
        ),
    )
    papers = (minutes, note.paper)
    book = book_of(2026, papers, 131, stories={minutes.id: story}, notes=(note,))
    names = {each.field: each.name for each in signatories(case.meeting)}
    return replace(book, entries=tuple(replace(entry, names=names) for entry in book.entries))


def register(
    case: Case,
    language: str = "it",
    entries: Sequence[RegisterEntry] | None = None,
    book: RegisterBook | None = None,
) -> Document:
    return compose_register(
        case.committee,
        year_of(case) if entries is None else entries,
        book_of_case(case) if book is None else book,
        Catalogue(language),
        head=HEAD,
        created=CREATED,
    )


def slip(
    case: Case,
    language: str = "it",
    *,
    pages: int = 4,
    addressee: str = "",
    paper: Paper | None = None,
    notes: Sequence[CorrectionNote] = (),
    story: PaperStory | None = None,
) -> Document:
    consignment = Consignment(
        paper=paper or paper_of(case.meeting),
        meeting=case.meeting,
        signers={each.field: each.name for each in signatories(case.meeting)},
        story=story or PaperStory(),
        pages=pages,
        notes=notes,
    )
    return compose_transmittal_slip(
        consignment,
        case.committee,
        Catalogue(language),
        addressee=addressee,
        head=HEAD,
        created=CREATED,
    )
