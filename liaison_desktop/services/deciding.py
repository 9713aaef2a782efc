"""Motions, votes and what is to be done, under the items of a meeting."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from liaison_desktop.domain.agenda import AgendaItem, ItemKind, with_decisions
from liaison_desktop.domain.attendance import present_voters
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.committees import SecretBallotRule
from liaison_desktop.domain.decisions import (
    METHODS_IN_WRITING,
    Action,
    ActionStatus,
    Candidate,
    Choice,
    Counts,
    Decision,
    Method,
    Outcome,
    Vote,
)
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.services.meeting_changes import MeetingChanges, item_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """What is put to the vote, and how the vote went.

    Attributes:
        votes: seat by seat, in a roll call and where names are known.
        counts: otherwise.
        adjourned: it was not decided on and comes again.
        statement: dissent or declaration for the record.
        amends_id: the motion under the same item that it would change.
        supersedes_id: the numbered decision that it replaces.
        candidates, places, most_votes_suffice: see ``Decision``.
    """

    text: str
    method: Method = Method.SHOW_OF_HANDS
    votes: tuple[Vote, ...] = ()
    counts: Counts | None = None
    adjourned: bool = False
    statement: str = ""
    mover: str = ""
    seconder: str = ""
    amends_id: UUID | None = None
    supersedes_id: UUID | None = None
    candidates: tuple[Candidate, ...] = ()
    places: int = 1
    most_votes_suffice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PutMotion:
    """Put a motion under an item, or change the one that is there.

    Attributes:
        decision_id: of the one that is changed; ``None`` = a further one.
    """

    meeting_id: UUID
    item_id: UUID
    motion: Motion
    decision_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something to be done.

    Attributes:
        seat_id, organisation: by whom; at most one of them is given.
    """

    text: str
    seat_id: UUID | None = None
    organisation: str = ""
    due: date | None = None
    status: ActionStatus = ActionStatus.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class PutAction:
    """Put an action under an item, or change the one that is there."""

    meeting_id: UUID
    item_id: UUID
    task: Task
    action_id: UUID | None = None


class DecidingService:
    """Use cases on decisions and actions."""

    def __init__(self, changes: MeetingChanges) -> None:
        self._changes = changes

    def put_motion(self, command: PutMotion) -> Changes:
        """Keep a motion with its vote.

        Raises:
            UserError: ``motion_needs_text``, ``method_in_writing``, ``secret_ballot_not_allowed``,
                ``too_many_votes``, ``vote_of_absent``, ``decision_not_numbered``,
                ``candidate_without_name``, ``too_many_candidate_votes``, ``item_gone``.
        """
        replaced = self._replaced(command.motion)

        def change(meeting: Meeting, item: AgendaItem) -> AgendaItem:
            _require_allowed(command.motion, meeting, item)
            made = replace(_decided(command.motion, item), supersedes_number=replaced)
            known = next((one for one in item.decisions if one.id == command.decision_id), None)
            return _with_motion(item, made, known)

        return self._change_item(command.meeting_id, command.item_id, "put_motion", change)

    def drop_motion(self, meeting_id: UUID, item_id: UUID, decision_id: UUID) -> Changes:
        """Take a motion away again, and the amendments to it."""

        def change(_meeting: Meeting, item: AgendaItem) -> AgendaItem:
            kept = tuple(
                one for one in item.decisions if decision_id not in (one.id, one.amends_id)
            )
            return with_decisions(item, kept)

        return self._change_item(meeting_id, item_id, "drop_motion", change)

    def put_action(self, command: PutAction) -> Changes:
        """Keep an action.

        Raises:
            UserError: ``action_needs_text``, ``item_gone``.
        """
        task = command.task
        if not task.text.strip():
            raise UserError("action_needs_text")

        def change(_meeting: Meeting, item: AgendaItem) -> AgendaItem:
            made = Action(
                id=command.action_id or uuid7(),
                text=task.text.strip(),
                seat_id=task.seat_id,
                organisation=task.organisation,
                due=task.due,
                status=task.status,
            )
            known = {one.id: one for one in item.actions}
            if made.id in known:
                made = replace(made, number=known[made.id].number)
            known[made.id] = made
            return replace(item, actions=tuple(known.values()))

        return self._change_item(command.meeting_id, command.item_id, "put_action", change)

    def drop_action(self, meeting_id: UUID, item_id: UUID, action_id: UUID) -> Changes:
        """Take an action away again."""

        def change(_meeting: Meeting, item: AgendaItem) -> AgendaItem:
            kept = tuple(one for one in item.actions if one.id != action_id)
            return replace(item, actions=kept)

        return self._change_item(meeting_id, item_id, "drop_action", change)

    def _replaced(self, motion: Motion) -> str:
        if motion.supersedes_id is None:
            return ""
        with self._changes.store.read() as reading:
            number = reading.meetings.decision_number(motion.supersedes_id)
        if not number:
            raise UserError("decision_not_numbered")
        return number

    def _change_item(
        self,
        meeting_id: UUID,
        item_id: UUID,
        command: str,
        change: Callable[[Meeting, AgendaItem], AgendaItem],
    ) -> Changes:
        def apply(meeting: Meeting) -> Meeting:
            changed = change(meeting, item_of(meeting, item_id))
            items = tuple(changed if one.id == item_id else one for one in meeting.items)
            return replace(meeting, items=items)

        return self._changes.apply(meeting_id, command, apply)


def _require_allowed(motion: Motion, meeting: Meeting, item: AgendaItem) -> None:
    if not motion.text.strip():
        raise UserError("motion_needs_text")
    if meeting.in_writing and motion.method not in METHODS_IN_WRITING:
        raise UserError("method_in_writing")
    if motion.method is Method.SECRET and not _secret_allowed(meeting, item):
        raise UserError("secret_ballot_not_allowed")
    present = present_voters(meeting, item.no)
    if any(vote.seat_id not in present for vote in motion.votes):
        raise UserError("vote_of_absent")
    _require_candidates(motion)
    counts = motion.counts
    if counts is None or motion.votes:
        return
    cast = counts.votes_for + counts.against + counts.abstained
    voters = len(present) - len(present & set(item.recused))
    if cast > voters:
        raise UserError("too_many_votes", cast=cast, voters=voters)


def _require_candidates(motion: Motion) -> None:
    if any(not candidate.name.strip() for candidate in motion.candidates):
        raise UserError("candidate_without_name")
    if motion.counts is None:
        return
    ballots, votes = motion.counts.votes_for, [one.votes for one in motion.candidates]
    if any(each > ballots for each in votes) or sum(votes) > ballots * motion.places:
        raise UserError("too_many_candidate_votes", ballots=ballots, places=motion.places)


def _with_motion(item: AgendaItem, made: Decision, known: Decision | None) -> AgendaItem:
    """The item with a motion: where it stood, else at the end, an amendment before its motion."""
    decisions = list(item.decisions)
    if known is not None:
        kept = replace(made, id=known.id, number=known.number)
        decisions[decisions.index(known)] = kept
    else:
        amended = [place for place, one in enumerate(decisions) if one.id == made.amends_id]
        decisions.insert(amended[0] if amended else len(decisions), made)
    return with_decisions(item, tuple(decisions))


def _secret_allowed(meeting: Meeting, item: AgendaItem) -> bool:
    rule = meeting.rules.secret_ballot
    on_people = rule is SecretBallotRule.PERSONS_ONLY and item.kind is ItemKind.ELECTION
    return rule is SecretBallotRule.ON_REQUEST or on_people


def _decided(motion: Motion, item: AgendaItem) -> Decision:
    """The decision; who kept out of the item is recorded as not voting."""
    votes = tuple(vote for vote in motion.votes if vote.seat_id not in item.recused)
    counts = None
    if votes:
        votes += tuple(Vote(seat_id=seat, choice=Choice.RECUSED) for seat in item.recused)
    elif motion.counts is not None:
        counts = replace(motion.counts, recused=len(item.recused))
    return Decision(
        id=uuid7(),
        text=motion.text.strip(),
        method=motion.method,
        votes=votes,
        counts=counts,
        declared_outcome=Outcome.ADJOURNED if motion.adjourned else None,
        statement=motion.statement.strip(),
        mover=motion.mover.strip(),
        seconder=motion.seconder.strip(),
        amends_id=motion.amends_id,
        supersedes_id=motion.supersedes_id,
        candidates=tuple(replace(one, name=one.name.strip()) for one in motion.candidates),
        places=motion.places if motion.candidates else 1,
        most_votes_suffice=bool(motion.candidates) and motion.most_votes_suffice,
    )
