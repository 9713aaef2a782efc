"""Objections to circulated minutes, and their approval by the committee."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from liaison_desktop.db.unit_of_work import Reading, UnitOfWork
from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.decisions import Outcome
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Meeting, MeetingState, MinutesState
from liaison_desktop.domain.minutes import (
    Approval,
    Circulation,
    MinutesStep,
    Objection,
    Ruling,
    may,
    require_ruled,
    require_step,
)
from liaison_desktop.domain.voting import decide
from liaison_desktop.services.meeting_changes import MeetingChanges, item_of, keep
from liaison_desktop.services.minutes import MinutesService
from liaison_desktop.services.required import required
from liaison_desktop.services.writing import WriteDiscussion, WritingService


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseObjection:
    """Say what somebody finds wrong.

    Attributes:
        seat_id: whose seat; ``None`` = somebody without one, who is then named.
        item_id: what it is about; ``None`` = the minutes as a whole.
    """

    meeting_id: UUID
    seat_id: UUID | None
    name: str = ""
    item_id: UUID | None = None
    text: str
    raised_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleOnObjection:
    """Decide on an objection; ``OPEN`` takes the ruling back."""

    objection_id: UUID
    ruling: Ruling
    answer: str
    ruled_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveMinutes:
    """Note that the committee approved minutes; see ``Approval``."""

    meeting_id: UUID
    approved_on: date
    approved_in: UUID | None = None
    decision_id: UUID | None = None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalFound:
    """A meeting on whose agenda the approval stands, with what it made of it.

    Attributes:
        decision_id, number: of the decision that approved; ``None`` = it has not decided yet.
    """

    meeting: Meeting
    item: AgendaItem
    decision_id: UUID | None
    number: str

    @property
    def approved(self) -> bool:
        """Whether the minutes were approved there."""
        return self.decision_id is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class WayToApproval:
    """How far minutes are on their way to approval.

    Attributes:
        found: meetings that have the approval on their agenda, the first one first.
    """

    circulations: tuple[Circulation, ...]
    objections: tuple[Objection, ...]
    approval: Approval | None
    found: tuple[ApprovalFound, ...]


class ApprovingService:
    """Use cases on objections and approvals."""

    def __init__(
        self, changes: MeetingChanges, minutes: MinutesService, writing: WritingService
    ) -> None:
        self._changes = changes
        self._store = changes.store
        self._minutes = minutes
        self._writing = writing

    def way(self, meeting_id: UUID) -> WayToApproval:
        """What was sent out, what was objected, and whether it is approved."""
        with self._store.read() as reading:
            meeting = required(reading.meetings.get(meeting_id))
            archive = reading.archive
            return WayToApproval(
                circulations=archive.circulations.where("meeting_id", meeting_id),
                objections=archive.objections.where("meeting_id", meeting_id),
                approval=_approval(reading, meeting_id),
                found=tuple(_found(reading, meeting)),
            )

    def changed_since(self, circulation: Circulation) -> bool:
        """Whether the text is no longer what was circulated; it is typeset anew to find out."""
        content = self._minutes.preview(circulation.meeting_id, circulation.language)
        return hashlib.sha256(content).hexdigest() != circulation.digest

    def object(self, command: RaiseObjection) -> Changes:
        """Note an objection.

        Raises:
            UserError: ``minutes_step_not_now``, ``objection_without_text``,
                ``objection_without_name``, ``objection_early``, ``item_gone``.
        """
        with self._store.write("raise_objection", self._changes.actor) as work:
            meeting = required(work.meetings.get(command.meeting_id))
            require_step(meeting, MinutesStep.OBJECT)
            work.archive.objections.put(_objection(meeting, command))
            return self._changes.undo.commit(work, "raise_objection")

    def rule(self, command: RuleOnObjection) -> Changes:
        """Decide on an objection.

        Raises:
            UserError: ``minutes_step_not_now``, ``ruling_without_reason``, a rejected objection
                needs one; ``ruling_early``.
        """
        with self._store.write("rule_on_objection", self._changes.actor) as work:
            objection = required(work.archive.objections.get(command.objection_id))
            require_step(required(work.meetings.get(objection.meeting_id)), MinutesStep.RULE)
            answer, still_open = command.answer.strip(), command.ruling is Ruling.OPEN
            if command.ruling is Ruling.REJECTED and not answer:
                raise UserError("ruling_without_reason")
            if not still_open and command.ruled_on < objection.raised_on:
                raise UserError("ruling_early", raised=objection.raised_on)
            ruled_on = None if still_open else command.ruled_on
            work.archive.objections.put(
                replace(objection, ruling=command.ruling, answer=answer, ruled_on=ruled_on)
            )
            return self._changes.undo.commit(work, "rule_on_objection")

    def revise(self, command: WriteDiscussion) -> Changes:
        """Change the text of an item of circulated minutes, or of a draft.

        Raises:
            UserError: ``minutes_locked``, ``item_gone``.
        """
        return self._writing.write(command)

    def approve(self, command: ApproveMinutes) -> Changes:
        """Note the approval; minutes that are final already stay so.

        Raises:
            UserError: ``minutes_approved_already``, ``objections_open``,
                ``approval_without_words``, ``approval_early``, ``approval_in_future``.
        """
        corrected = self._corrected(command.meeting_id)
        with self._store.write("approve_minutes", self._changes.actor) as work:
            meeting = required(work.meetings.get(command.meeting_id))
            _require_approvable(work, meeting, command)
            work.archive.approvals.put(
                Approval(
                    id=uuid7(),
                    committee_id=meeting.committee_id,
                    meeting_id=meeting.id,
                    approved_on=command.approved_on,
                    approved_in=command.approved_in,
                    decision_id=command.decision_id,
                    words=command.words.strip(),
                    corrected=corrected,
                )
            )
            if meeting.minutes_state is MinutesState.FINAL:
                return work.commit()
            keep(work, replace(meeting, minutes_state=MinutesState.APPROVED))
            return self._changes.undo.commit(work, "approve_minutes")

    def _corrected(self, meeting_id: UUID) -> bool:
        """Whether the text was changed after it was sent out for the last time."""
        with self._store.read() as reading:
            final = required(reading.meetings.get(meeting_id)).minutes_state is MinutesState.FINAL
            sent = reading.archive.circulations.where("meeting_id", meeting_id)
        return bool(sent) and not final and self.changed_since(sent[-1])


def _approval(reading: Reading | UnitOfWork, meeting_id: UUID) -> Approval | None:
    return next(iter(reading.archive.approvals.where("meeting_id", meeting_id)), None)


def _found(reading: Reading, approved: Meeting) -> Iterator[ApprovalFound]:
    """The meetings that have the approval on their agenda, by their day."""
    by = reading.history.approving(approved.committee_id).get(approved.id, ())
    meetings = [required(reading.meetings.get(each)) for each in by]
    for meeting in sorted(meetings, key=lambda one: one.date):
        for item in meeting.items:
            if item.approves_id == approved.id and meeting.state is not MeetingState.CANCELLED:
                yield _told(meeting, item)


def _told(meeting: Meeting, item: AgendaItem) -> ApprovalFound:
    adopted = [
        each
        for each in item.decisions
        if meeting.state is MeetingState.HELD
        and decide(each, meeting, item.no).outcome is Outcome.ADOPTED
    ]
    decision = adopted[-1] if adopted else None
    return ApprovalFound(
        meeting=meeting,
        item=item,
        decision_id=decision.id if decision else None,
        number=decision.number if decision else "",
    )


def _objection(meeting: Meeting, command: RaiseObjection) -> Objection:
    text, name = command.text.strip(), command.name.strip()
    if command.seat_id is not None:
        name = meeting.attendee(command.seat_id).present_name
    if not text:
        raise UserError("objection_without_text")
    if not name:
        raise UserError("objection_without_name")
    if command.raised_on < meeting.date:
        raise UserError("objection_early", held=meeting.date)
    if command.item_id is not None:
        item_of(meeting, command.item_id)
    return Objection(
        id=uuid7(),
        committee_id=meeting.committee_id,
        meeting_id=meeting.id,
        seat_id=command.seat_id,
        name=name,
        item_id=command.item_id,
        text=text,
        raised_on=command.raised_on,
    )


def _require_approvable(work: UnitOfWork, meeting: Meeting, command: ApproveMinutes) -> None:
    final = meeting.minutes_state is MinutesState.FINAL
    if _approval(work, meeting.id) is not None:
        raise UserError("minutes_approved_already", minutes=meeting.label or meeting.key)
    if not (final or may(meeting, MinutesStep.APPROVE)):
        require_step(meeting, MinutesStep.APPROVE)
    if not final:
        require_ruled(work.archive.objections.where("meeting_id", meeting.id))
    if not command.words.strip():
        raise UserError("approval_without_words")
    if command.approved_on < meeting.date:
        raise UserError("approval_early", held=meeting.date)
    if command.approved_on > datetime.now().astimezone().date():
        raise UserError("approval_in_future", day=command.approved_on)
