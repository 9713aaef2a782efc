"""Corrections of final minutes: decided, numbered, and told in a note that the register keeps."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading, UnitOfWork
from liaison_desktop.domain.assessment import signatories
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.corrections import (
    Correction,
    CorrectionNote,
    Passage,
    correction_notes,
    require_decided,
    require_passages,
)
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.numbering import format_number, next_number
from liaison_desktop.domain.papers import Edition, Paper, PaperKind
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.progress import Progress, Unheard, advance
from liaison_desktop.services.references import find_minutes
from liaison_desktop.services.registering import NewPaper, enter
from liaison_desktop.services.required import required
from liaison_desktop.services.typesetting import stationery_of, typeset


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectMinutes:
    """Say how passages of minutes in the register are to be read.

    Attributes:
        paper_id: the full edition of the minutes.
        on: the day on which this is said.
        decided_in: the meeting or the resolution.
        language: of the note; ``None`` = the committee's own.
    """

    paper_id: UUID
    on: date
    decided_on: date
    decided_in: str
    passages: tuple[Passage, ...]
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileNote:
    """Enter the note on a correction in the register in one more language."""

    correction_id: UUID
    language: str


class CorrectionService:
    """Use cases on corrections; the corrected paper itself stays as it was signed."""

    def __init__(self, store: Store, catalogue: Callable[[str], Catalogue], actor: str) -> None:
        self._store = store
        self._catalogue = catalogue
        self._actor = actor

    def minutes_by_ref(self, text: str) -> Paper:
        """The minutes in the register that a person named, by paper or by meeting.

        Raises:
            UserError: ``minutes_not_filed``, ``meeting_unknown``, ``committee_unknown``,
                ``paper_unknown``.
        """
        with self._store.read() as reading:
            return find_minutes(reading, text)

    def correct(self, command: CorrectMinutes, progress: Progress | None = None) -> CorrectionNote:
        """Keep a correction under the next number of the year and enter its note in the register.

        Raises:
            UserError: ``paper_not_minutes``, or what ``require_decided`` and ``require_passages``
                find wrong.
        """
        progress = progress or Unheard()
        with self._store.write("correct_minutes", self._actor) as work:
            minutes = required(work.papers.get(command.paper_id))
            if minutes.kind is not PaperKind.MINUTES or minutes.edition is not Edition.FULL:
                raise UserError("paper_not_minutes", paper=minutes.register_number)
            meeting = required(work.meetings.get(required(minutes.meeting_id)))
            require_passages(meeting, command.passages)
            require_decided(meeting, command.decided_on, command.decided_in, command.on)
            advance(progress, 0, 2, "")
            correction = _numbered(work, minutes, command)
            work.corrections.add(correction)
            paper = self._enter(work, correction, command.language)
            advance(progress, 1, 2, "")
            work.commit()
            return CorrectionNote(correction=correction, paper=paper)

    def file_note(self, command: FileNote) -> Paper:
        """The note in a language, entered in the register now if it is not there yet."""
        with self._store.write("file_correction_note", self._actor) as work:
            correction = required(work.corrections.get(command.correction_id))
            minutes = required(work.papers.get(correction.paper_id))
            for paper in work.papers.notes_of(required(minutes.meeting_id)):
                if (paper.correction_id, paper.language) == (correction.id, command.language):
                    return paper
            paper = self._enter(work, correction, command.language)
            work.commit()
            return paper

    def _enter(self, work: UnitOfWork, correction: Correction, language: str | None) -> Paper:
        from liaison_desktop.documents.correction_note import compose_correction_note, note_title

        committee = required(work.committees.get(correction.committee_id))
        minutes = required(work.papers.get(correction.paper_id))
        meeting = required(work.meetings.get(required(minutes.meeting_id)))
        catalogue = self._catalogue(language or committee.language)
        new = NewPaper(
            committee_id=committee.id,
            kind=PaperKind.CORRECTION_NOTE,
            title=note_title(correction, catalogue),
            language=catalogue.language,
            fields=tuple(signatory.field for signatory in signatories(meeting)),
            meeting_id=meeting.id,
            correction_id=correction.id,
        )
        stationery = stationery_of(work, committee)
        return enter(
            work,
            new,
            lambda register: typeset(
                compose_correction_note(
                    correction, minutes, meeting, committee, catalogue, register_number=register
                ),
                stationery,
            ),
        )


def notes_on(reading: Reading, meeting_id: UUID) -> tuple[CorrectionNote, ...]:
    """The papers that correct a meeting's minutes, in the order of the register."""
    return correction_notes(
        reading.corrections.of_meeting(meeting_id), reading.papers.notes_of(meeting_id)
    )


def _numbered(work: UnitOfWork, minutes: Paper, command: CorrectMinutes) -> Correction:
    committee = required(work.committees.get(minutes.committee_id))
    year = command.decided_on.year
    number = next_number(work.corrections.taken_numbers(committee.id, year))
    return Correction(
        id=uuid7(),
        committee_id=committee.id,
        paper_id=minutes.id,
        sha256=minutes.newest.sha256,
        number=number,
        year=year,
        label=format_number(committee.correction_pattern, number, year),
        decided_on=command.decided_on,
        decided_in=command.decided_in.strip(),
        passages=tuple(_trimmed(passage) for passage in command.passages),
    )


def _trimmed(passage: Passage) -> Passage:
    return replace(
        passage,
        was=passage.was.strip(),
        now=passage.now.strip(),
        reason=passage.reason.strip(),
    )
