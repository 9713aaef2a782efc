"""What needs the secretary now."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading
from liaison_desktop.domain.agreement_steps import NOTICE_AHEAD
from liaison_desktop.domain.agreement_texts import CommitmentStatus
from liaison_desktop.domain.agreements import RUNNING, AgreementStatus, staying
from liaison_desktop.domain.forecast import Forecast
from liaison_desktop.domain.listings import MeetingRow, MinutesRow
from liaison_desktop.domain.meetings import MinutesState
from liaison_desktop.domain.minutes import open_objections
from liaison_desktop.domain.papers import Paper
from liaison_desktop.services.committees import SeatGroup, composition
from liaison_desktop.services.invitations import meeting_forecast
from liaison_desktop.services.privacy import due_contacts
from liaison_desktop.services.required import required

# How far ahead a day is worth a line.
_COMMITMENT_AHEAD = timedelta(days=14)
_TERM_AHEAD = timedelta(days=120)


class TaskKind(StrEnum):
    """Kinds of things that wait for the secretary, the most urgent first."""

    MINUTES_TO_SIGN = "minutes_to_sign"
    MINUTES_TO_FINALISE = "minutes_to_finalise"
    MINUTES_TO_APPROVE = "minutes_to_approve"
    AGREEMENT_TO_SIGN = "agreement_to_sign"
    ACTION_OVERDUE = "action_overdue"
    COMMITMENT_DUE = "commitment_due"
    AGREEMENT_NOTICE = "agreement_notice"
    SEAT_VACANT = "seat_vacant"
    TERM_ENDING = "term_ending"
    DATA_TO_ERASE = "data_to_erase"
    MINUTES_TO_FILE = "minutes_to_file"


_URGENCY = {kind: place for place, kind in enumerate(TaskKind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing that waits.

    Attributes:
        subject: what it is about, in the data's own words.
        detail: values for the line under it.
        due: the day that matters, if there is one.
        target: the record where it is solved: meeting, agreement or committee.
    """

    kind: TaskKind
    committee_id: UUID
    city: str
    subject: str
    detail: dict[str, str] = field(default_factory=dict)
    due: date | None = None
    target: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The first screen.

    Attributes:
        forecast: whether the next meeting will be quorate; ``None`` while nobody has answered.
    """

    next_meeting: MeetingRow | None
    days_until: int | None
    forecast: Forecast | None
    tasks: tuple[Task, ...]
    composition: tuple[SeatGroup, ...]


class TodayService:
    """Use case: what needs me now?"""

    def __init__(self, store: Store) -> None:
        self._store = store

    def overview(self, committee_id: UUID | None, on: date) -> Overview:
        """The next meeting, what waits, and who sits where, for one committee or all."""
        with self._store.read() as reading:
            upcoming = reading.listings.upcoming(committee_id, on)
            committees = [c.id for c in reading.committees.all() if committee_id in (None, c.id)]
            tasks = [
                *_minutes_tasks(reading, committee_id),
                *_action_tasks(reading, committee_id, on),
                *_signing_tasks(reading, committees),
                *_commitment_tasks(reading, committees, on),
                *_agreement_tasks(reading, committee_id, on),
                *_seat_tasks(reading, committees, on),
                *_privacy_tasks(reading, committees, on),
            ]
            return Overview(
                next_meeting=upcoming,
                days_until=(upcoming.date - on).days if upcoming else None,
                forecast=meeting_forecast(reading, upcoming.id) if upcoming else None,
                tasks=tuple(sorted(tasks, key=lambda task: _URGENCY[task.kind])),
                composition=composition(reading, committees, on),
            )


def _minutes_tasks(reading: Reading, committee_id: UUID | None) -> Iterator[Task]:
    for row in reading.listings.waiting_minutes(committee_id):
        detail = {"signed": str(row.signed), "required": str(row.required)}
        due = row.date
        if row.minutes_state is MinutesState.CIRCULATED:
            archive = reading.archive
            objections = open_objections(archive.objections.where("meeting_id", row.meeting_id))
            detail = {"objections": str(len(objections))}
            due = archive.circulations.where("meeting_id", row.meeting_id)[-1].until
        yield Task(
            kind=_minutes_step(row),
            committee_id=row.committee_id,
            city=row.city,
            subject=row.label,
            detail=detail,
            due=due,
            target=row.meeting_id,
        )


def _minutes_step(row: MinutesRow) -> TaskKind:
    if row.minutes_state is MinutesState.CIRCULATED:
        return TaskKind.MINUTES_TO_APPROVE
    if row.minutes_state is not MinutesState.FINAL:
        return TaskKind.MINUTES_TO_FINALISE
    return TaskKind.MINUTES_TO_FILE if row.paper_id is None else TaskKind.MINUTES_TO_SIGN


def _action_tasks(reading: Reading, committee_id: UUID | None, on: date) -> Iterator[Task]:
    for row in reading.listings.overdue_actions(committee_id, on):
        yield Task(
            kind=TaskKind.ACTION_OVERDUE,
            committee_id=row.committee_id,
            city=row.city,
            subject=row.text,
            detail={"responsible": row.responsible},
            due=row.due,
            target=row.meeting_id,
        )


def _signing_tasks(reading: Reading, committee_ids: list[UUID]) -> Iterator[Task]:
    """Agreements that were adopted and wait for the parties to sign."""
    for committee_id in committee_ids:
        committee = required(reading.committees.get(committee_id))
        for agreement in reading.agreements.of_committee(committee_id):
            if agreement.status is AgreementStatus.APPROVED:
                papers = reading.papers.of_agreement(agreement.id)
                signed = max((_answered(reading, paper) for paper in papers), default=0)
                yield Task(
                    kind=TaskKind.AGREEMENT_TO_SIGN,
                    committee_id=committee_id,
                    city=committee.city,
                    subject=agreement.title,
                    detail={"signed": str(signed), "required": str(len(staying(agreement)))},
                    target=agreement.id,
                )


def _answered(reading: Reading, paper: Paper) -> int:
    """How many have signed a paper, by key or by hand, or refused to."""
    return len(paper.fields) - len(reading.archive.story(paper.id).waiting(paper))


def _commitment_tasks(reading: Reading, committee_ids: list[UUID], on: date) -> Iterator[Task]:
    """What the parties of running agreements owe by now or soon, the longest owed first."""
    for committee_id in committee_ids:
        committee = required(reading.committees.get(committee_id))
        agreements = {
            agreement.id: agreement
            for agreement in reading.agreements.of_committee(committee_id)
            if agreement.status in RUNNING
        }
        for commitment in reading.commitments.of_committee(committee_id):
            agreement = agreements.get(commitment.agreement_id)
            waits = commitment.status is CommitmentStatus.OPEN and commitment.due
            if agreement and waits and waits <= on + _COMMITMENT_AHEAD:
                party = commitment.organisation_id
                names = (p.name for p in agreement.parties if p.organisation_id == party)
                yield Task(
                    kind=TaskKind.COMMITMENT_DUE,
                    committee_id=committee_id,
                    city=committee.city,
                    subject=commitment.text,
                    detail={"responsible": next(names, ""), "overdue": "yes" * (waits < on)},
                    due=waits,
                    target=agreement.id,
                )


def _agreement_tasks(reading: Reading, committee_id: UUID | None, on: date) -> Iterator[Task]:
    for row in reading.listings.agreements_due(committee_id, on, on + NOTICE_AHEAD):
        yield Task(
            kind=TaskKind.AGREEMENT_NOTICE,
            committee_id=row.committee_id,
            city=row.city,
            subject=row.title,
            detail={"parties": str(row.parties)},
            due=row.notice_until if row.notice_until and row.notice_until >= on else row.ends_on,
            target=row.id,
        )


def _seat_tasks(reading: Reading, committee_ids: list[UUID], on: date) -> Iterator[Task]:
    for committee_id in committee_ids:
        committee = required(reading.committees.get(committee_id))
        filled = sum(group.filled for group in composition(reading, (committee_id,), on))
        if filled < committee.seat_count:
            yield Task(
                kind=TaskKind.SEAT_VACANT,
                committee_id=committee_id,
                city=committee.city,
                subject=committee.name,
                detail={"filled": str(filled), "seats": str(committee.seat_count)},
                target=committee_id,
            )
        if committee.term_end and on <= committee.term_end <= on + _TERM_AHEAD:
            yield Task(
                kind=TaskKind.TERM_ENDING,
                committee_id=committee_id,
                city=committee.city,
                subject=committee.name,
                due=committee.term_end,
                target=committee_id,
            )


def _privacy_tasks(reading: Reading, committee_ids: list[UUID], on: date) -> Iterator[Task]:
    """Contact data that have been kept long enough."""
    for committee_id in committee_ids:
        due = due_contacts(reading, committee_id, on)
        if due:
            committee = required(reading.committees.get(committee_id))
            yield Task(
                kind=TaskKind.DATA_TO_ERASE,
                committee_id=committee_id,
                city=committee.city,
                subject=committee.name,
                detail={"people": str(len(due))},
                due=due[0].due_since,
                target=committee_id,
            )
