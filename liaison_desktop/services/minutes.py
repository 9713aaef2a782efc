"""Minutes: from the draft to the paper in the register."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading, UnitOfWork
from liaison_desktop.domain.assessment import assess, outcomes, signatories
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.listings import MinutesRow, Page, PageRequest
from liaison_desktop.domain.meetings import Meeting, MeetingState, MinutesState
from liaison_desktop.domain.minutes import Approval, require_ruled
from liaison_desktop.domain.papers import Edition, Paper, PaperKind
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.files import write_file
from liaison_desktop.services.finalising import finalised
from liaison_desktop.services.progress import Progress, Unheard, advance
from liaison_desktop.services.registering import NewPaper, enter
from liaison_desktop.services.required import required
from liaison_desktop.services.typesetting import files_of, stationery_of, typeset
from liaison_desktop.services.undo import UndoService

if TYPE_CHECKING:
    from liaison_desktop.documents.stationery import Stationery


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


@dataclass(frozen=True, slots=True)
class _Source:
    """What minutes are typeset from, read in one transaction."""

    meeting: Meeting
    files: dict[UUID, str]
    stationery: "Stationery"
    approval: Approval | None


class MinutesService:
    """Use cases on minutes."""

    def __init__(
        self,
        store: Store,
        catalogue: Callable[[str], Catalogue],
        actor: str,
        undo: UndoService,
    ) -> None:
        self._store = store
        self._undo = undo
        self._catalogue = catalogue
        self._actor = actor

    def page(self, request: PageRequest) -> Page[MinutesRow]:
        """A page of the minutes of held meetings, the newest first."""
        with self._store.read() as reading:
            return reading.listings.minutes(request)

    def finalise(self, command: FinaliseMinutes) -> Changes:
        """Give the minutes, their decisions and actions their numbers and lock them.

        From then on nothing of it can be taken back.

        Raises:
            UserError: ``meeting_not_held``, ``minutes_already_final``, ``objections_open``.
        """
        with self._store.write("finalise_minutes", self._actor) as work:
            meeting = required(work.meetings.get(command.meeting_id))
            if meeting.state is not MeetingState.HELD:
                raise UserError("meeting_not_held", meeting=meeting.key)
            if meeting.minutes_state is MinutesState.FINAL:
                raise UserError("minutes_already_final", minutes=meeting.label)
            objections = work.archive.objections.where("meeting_id", meeting.id)
            circulations = work.archive.circulations.where("meeting_id", meeting.id)
            require_ruled(objections)
            committee = required(work.committees.get(meeting.committee_id))
            final = finalised(
                meeting,
                committee,
                taken=work.meetings.taken_numbers(committee.id, meeting.year),
                decision_numbers=work.meetings.decision_numbers(committee.id, meeting.year),
                action_numbers=work.meetings.action_numbers(committee.id, meeting.year),
            )
            work.meetings.put(final, outcomes(final))
            changes = work.commit()
            before = [each.id for each in objections] + [each.id for each in circulations]
            self._undo.forget(meeting.id, *before)
            return changes

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
            source = _source(reading, meeting, committee)
        return self._typeset(source, language, edition, register="")

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
            for paper in work.papers.minutes_of(meeting.id):
                if (paper.language, paper.edition) == (language, command.edition):
                    return paper
            advance(progress, 0, 2, "")
            paper = self._enter(work, meeting, language, command.edition)
            advance(progress, 1, 2, "")
            work.commit()
            return paper

    def _enter(self, work: UnitOfWork, meeting: Meeting, language: str, edition: Edition) -> Paper:
        committee = required(work.committees.get(meeting.committee_id))
        public = edition is Edition.PUBLIC
        new = NewPaper(
            committee_id=committee.id,
            kind=PaperKind.MINUTES,
            title=meeting.label,
            language=language,
            edition=edition,
            fields=() if public else tuple(s.field for s in signatories(meeting)),
            meeting_id=meeting.id,
        )
        source = _source(work, meeting, committee)
        return enter(work, new, lambda register: self._typeset(source, language, edition, register))

    def _typeset(
        self, source: "_Source", language: str | None, edition: Edition, register: str
    ) -> bytes:
        from liaison_desktop.documents.minutes import compose_minutes

        meeting, stationery = source.meeting, source.stationery
        if meeting.state is not MeetingState.HELD:
            raise UserError("meeting_not_held", meeting=meeting.key)
        draft = meeting.minutes_state is not MinutesState.FINAL
        if draft:
            # What was circulated stays the same paper when it is approved.
            meeting = replace(meeting, minutes_state=MinutesState.DRAFT)
        document = compose_minutes(
            meeting,
            assess(meeting),
            stationery.committee,
            self._catalogue(language or meeting.language),
            edition=edition,
            register_number=register,
            created=datetime.combine(meeting.date, meeting.closed or time(), UTC),
            draft=draft,
            files=source.files,
            approval=None if draft else source.approval,
        )
        return typeset(document, stationery)


def _source(reading: Reading | UnitOfWork, meeting: Meeting, committee: Committee) -> _Source:
    return _Source(
        meeting=meeting,
        files=files_of(reading, meeting),
        stationery=stationery_of(reading, committee),
        approval=next(iter(reading.archive.approvals.where("meeting_id", meeting.id)), None),
    )
