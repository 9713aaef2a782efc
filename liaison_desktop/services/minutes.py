"""Minutes: from the draft to the signed paper in the register."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from pathlib import Path
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.assessment import assess, outcomes, signatories
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.listings import MinutesRow, Page, PageRequest
from liaison_desktop.domain.meetings import Meeting, MeetingState, MinutesState
from liaison_desktop.domain.papers import Edition, Paper, PaperFile, PaperKind, sha256_of
from liaison_desktop.domain.register import register_number
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.phrases import Phrases
from liaison_desktop.services.files import write_file
from liaison_desktop.services.finalising import finalised
from liaison_desktop.services.progress import Progress, Unheard, advance
from liaison_desktop.services.required import required
from liaison_desktop.services.signing import FieldToSign, SigningService


@dataclass(frozen=True, slots=True, kw_only=True)
class FinaliseMinutes:
    """Make the draft minutes of a meeting final: they get their numbers and are locked."""

    meeting_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMinutes:
    """Typeset final minutes and enter them in the register; no language = the committee's own."""

    meeting_id: UUID
    language: str | None = None
    edition: Edition = Edition.FULL


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SignPaper:
    """Sign one field of a paper in the register."""

    paper_id: UUID
    field: str
    key_path: Path
    passphrase: str
    reason: str = ""


class MinutesService:
    """Use cases on minutes."""

    def __init__(
        self,
        store: Store,
        signing: SigningService,
        catalogue: Callable[[str], Catalogue],
        actor: str,
    ) -> None:
        self._store = store
        self._signing = signing
        self._catalogue = catalogue
        self._actor = actor

    def page(self, request: PageRequest) -> Page[MinutesRow]:
        """A page of the minutes of held meetings, the newest first."""
        with self._store.read() as reading:
            return reading.listings.minutes(request)

    def finalise(self, command: FinaliseMinutes) -> Changes:
        """Give the minutes, their decisions and actions their numbers and lock them.

        Raises:
            UserError: ``meeting_not_held``, ``minutes_already_final``.
        """
        with self._store.write("finalise_minutes", self._actor) as work:
            meeting = required(work.meetings.get(command.meeting_id))
            if meeting.state is not MeetingState.HELD:
                raise UserError("meeting_not_held", meeting=meeting.key)
            if meeting.minutes_state is MinutesState.FINAL:
                raise UserError("minutes_already_final", minutes=meeting.label)
            committee = required(work.committees.get(meeting.committee_id))
            final = finalised(
                meeting,
                committee,
                taken=work.meetings.taken_numbers(committee.id, meeting.year),
                decision_numbers=work.meetings.decision_numbers(committee.id, meeting.year),
                action_numbers=work.meetings.action_numbers(committee.id, meeting.year),
            )
            work.meetings.put(final, outcomes(final))
            return work.commit()

    def preview(
        self, meeting_id: UUID, language: str | None = None, edition: Edition = Edition.FULL
    ) -> bytes:
        """The minutes as PDF, entered nowhere; a draft says on each page that it is one.

        Raises:
            UserError: ``meeting_not_held``.
        """
        with self._store.read() as reading:
            meeting = required(reading.meetings.get(meeting_id))
            committee = required(reading.committees.get(meeting.committee_id))
        return self._typeset(meeting, committee, language, edition, register="")

    def save_preview(
        self, meeting_id: UUID, path: Path, language: str | None, edition: Edition
    ) -> Path:
        """Write a preview to a place of the user's choice."""
        write_file(path, self.preview(meeting_id, language, edition))
        return path

    def file(self, command: FileMinutes, progress: Progress | None = None) -> Paper:
        """The minutes' paper in the register, made now if there is none yet.

        Raises:
            UserError: ``minutes_not_final``.
        """
        progress = progress or Unheard()
        with self._store.write("file_minutes", self._actor) as work:
            meeting = required(work.meetings.get(command.meeting_id))
            if meeting.minutes_state is not MinutesState.FINAL:
                raise UserError("minutes_not_final", meeting=meeting.key)
            language = command.language or meeting.language
            for paper in work.papers.of_meeting(meeting.id):
                if (paper.language, paper.edition) == (language, command.edition):
                    return paper
            advance(progress, 0, 2, "")
            paper = self._enter(work, meeting, language, command.edition)
            advance(progress, 1, 2, "")
            work.commit()
            return paper

    def paper(self, paper_id: UUID) -> Paper:
        """One paper of the register with all its files."""
        with self._store.read() as reading:
            return required(reading.papers.get(paper_id))

    def content(self, paper_id: UUID) -> bytes:
        """The newest file of a paper."""
        with self._store.read() as reading:
            return reading.papers.content(required(reading.papers.get(paper_id)).newest.id)

    def sign(self, command: SignPaper, progress: Progress | None = None) -> Paper:
        """Add one signature to a paper; the file before stays in the register as it was.

        Raises:
            UserError: ``field_unknown``, ``field_signed``, or what is wrong with key or passphrase.
        """
        progress = progress or Unheard()
        advance(progress, 0, 2, "")
        with self._store.write("sign_paper", self._actor) as work:
            paper = required(work.papers.get(command.paper_id))
            signed = self._signing.sign(
                work.papers.content(paper.newest.id),
                FieldToSign(
                    field=command.field,
                    key_path=command.key_path,
                    passphrase=command.passphrase,
                    function=self._function(
                        required(work.meetings.get(paper.meeting_id)), paper, command
                    ),
                    reason=command.reason,
                    language=paper.language,
                ),
            )
            advance(progress, 1, 2, "")
            file = PaperFile(
                id=uuid7(),
                paper_id=paper.id,
                sequence=paper.newest.sequence + 1,
                sha256=sha256_of(signed.content),
                size=len(signed.content),
                created_at=datetime.now(UTC),
                field=command.field,
                signer=signed.signer,
            )
            work.papers.add_file(file, signed.content)
            work.commit()
            return replace(paper, files=(*paper.files, file))

    def save_copy(self, paper_id: UUID, path: Path) -> Path:
        """Write the newest file of a paper to a place of the user's choice."""
        write_file(path, self.content(paper_id))
        return path

    def _function(self, meeting: Meeting, paper: Paper, command: SignPaper) -> str:
        phrases = Phrases(self._catalogue(paper.language))
        for signatory in signatories(meeting):
            if signatory.field == command.field:
                return phrases.function(signatory.function)
        return ""

    def _enter(self, work: UnitOfWork, meeting: Meeting, language: str, edition: Edition) -> Paper:
        committee = required(work.committees.get(meeting.committee_id))
        number = register_number(committee.register_prefix, committee.register_next)
        content = self._typeset(meeting, committee, language, edition, number)
        paper_id = uuid7()
        first = PaperFile(
            id=uuid7(),
            paper_id=paper_id,
            sequence=0,
            sha256=sha256_of(content),
            size=len(content),
            created_at=datetime.now(UTC),
        )
        public = edition is Edition.PUBLIC
        paper = Paper(
            id=paper_id,
            committee_id=committee.id,
            meeting_id=meeting.id,
            kind=PaperKind.MINUTES,
            edition=edition,
            language=language,
            title=meeting.label,
            register_number=number,
            fields=() if public else tuple(s.field for s in signatories(meeting)),
            files=(first,),
        )
        work.papers.add(paper, content)
        work.committees.put(replace(committee, register_next=committee.register_next + 1))
        return paper

    def _typeset(
        self,
        meeting: Meeting,
        committee: Committee,
        language: str | None,
        edition: Edition,
        register: str,
    ) -> bytes:
        from liaison_desktop.documents.minutes import compose_minutes
        from liaison_desktop.pdf.typesetter import typeset

        if meeting.state is not MeetingState.HELD:
            raise UserError("meeting_not_held", meeting=meeting.key)
        document = compose_minutes(
            meeting,
            assess(meeting),
            committee,
            self._catalogue(language or meeting.language),
            edition=edition,
            register_number=register,
            created=datetime.combine(meeting.date, meeting.closed or time(), UTC),
            draft=meeting.minutes_state is not MinutesState.FINAL,
        )
        return typeset(document)
