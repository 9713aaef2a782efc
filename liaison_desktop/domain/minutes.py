"""The life of minutes, from draft to archive: which step may follow which, and who takes it.

draft -> circulated -> approved -> final -> signed -> filed. Objections come in while minutes are
circulated and each is ruled on. Circulating and approving may be left out where the rules of a
committee ask for the signatures at the end of the meeting (Denmark, § 13 kommunestyrelsesloven; in
Italy minutes have evidential force before they are approved). Final minutes are never changed: a
numbered correction note goes with them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Meeting, MeetingState, MinutesState


class MinutesStep(StrEnum):
    """What can be done with minutes."""

    CIRCULATE = "circulate"
    OBJECT = "object"
    RULE = "rule"
    REVISE = "revise"
    APPROVE = "approve"
    FINALISE = "finalise"
    SIGN = "sign"
    REFUSE = "refuse"
    FILE = "file"
    CORRECT = "correct"


class Taker(StrEnum):
    """Who takes a step; the secretary keeps the record of it."""

    SECRETARY = "secretary"
    MEMBER = "member"
    COMMITTEE = "committee"
    SIGNATORY = "signatory"
    AUTHORITY = "authority"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRule:
    """When a step may be taken and by whom.

    Attributes:
        states: of the minutes before it.
        undoable: whether it can be taken back.
    """

    states: frozenset[MinutesState]
    taker: Taker
    undoable: bool


_UNLOCKED = frozenset({MinutesState.DRAFT, MinutesState.CIRCULATED})
_BEFORE_FINAL = _UNLOCKED | {MinutesState.APPROVED}
_FINAL = frozenset({MinutesState.FINAL})

STEPS: Mapping[MinutesStep, StepRule] = MappingProxyType(
    {
        MinutesStep.CIRCULATE: StepRule(states=_UNLOCKED, taker=Taker.SECRETARY, undoable=True),
        MinutesStep.OBJECT: StepRule(
            states=frozenset({MinutesState.CIRCULATED}), taker=Taker.MEMBER, undoable=True
        ),
        MinutesStep.RULE: StepRule(
            states=frozenset({MinutesState.CIRCULATED}), taker=Taker.COMMITTEE, undoable=True
        ),
        MinutesStep.REVISE: StepRule(states=_UNLOCKED, taker=Taker.SECRETARY, undoable=True),
        MinutesStep.APPROVE: StepRule(states=_UNLOCKED, taker=Taker.COMMITTEE, undoable=True),
        MinutesStep.FINALISE: StepRule(states=_BEFORE_FINAL, taker=Taker.SECRETARY, undoable=False),
        MinutesStep.SIGN: StepRule(states=_FINAL, taker=Taker.SIGNATORY, undoable=False),
        MinutesStep.REFUSE: StepRule(states=_FINAL, taker=Taker.SIGNATORY, undoable=False),
        MinutesStep.FILE: StepRule(states=_FINAL, taker=Taker.AUTHORITY, undoable=False),
        MinutesStep.CORRECT: StepRule(states=_FINAL, taker=Taker.COMMITTEE, undoable=False),
    }
)

LOCKED = frozenset({MinutesState.APPROVED, MinutesState.FINAL})
"""What was approved or is final says what it says."""


class Stage(StrEnum):
    """Where on their way minutes are, for whoever looks at them."""

    DRAFT = "draft"
    CIRCULATED = "circulated"
    APPROVED = "approved"
    FINAL = "final"
    SIGNED = "signed"
    FILED = "filed"


class CirculationMedium(StrEnum):
    """How a draft went to the members."""

    DRAFT = "draft"
    SMTP = "smtp"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Somebody to whom something was sent.

    Attributes:
        seat_id: the seat the person holds; ``None`` = somebody without one.
        digest: SHA-256 of the message; empty = it was handed over otherwise.
    """

    name: str
    address: str = ""
    seat_id: UUID | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circulation:
    """A draft that was sent to the members.

    Attributes:
        until: last day for objections.
        file_id: the PDF that went out, among the store’s files.
        digest: SHA-256 of that PDF, hexadecimal.
    """

    id: UUID
    committee_id: UUID
    meeting_id: UUID
    circulated_at: datetime
    until: date
    medium: CirculationMedium
    language: str
    addressees: tuple[Addressee, ...]
    file_id: UUID
    digest: str


class Ruling(StrEnum):
    """What became of an objection."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What somebody finds wrong with circulated minutes.

    Attributes:
        seat_id: who objects, by seat; ``None`` = somebody without one.
        name: of who objects.
        item_id: the item it is about; ``None`` = the minutes as a whole.
        answer: why it was ruled on like this, or what was changed.
    """

    id: UUID
    committee_id: UUID
    meeting_id: UUID
    seat_id: UUID | None
    name: str
    item_id: UUID | None
    text: str
    raised_on: date
    ruling: Ruling = Ruling.OPEN
    answer: str = ""
    ruled_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """That the committee approved minutes. A meeting has one at most.

    Attributes:
        approved_in: the meeting that did; ``None`` = it is only told in words.
        decision_id: by which of its decisions.
        words: where and by what, for people: ``Meeting 4/2026, decision 17/2026``.
        corrected: whether the text was changed after it was circulated.
    """

    id: UUID
    committee_id: UUID
    meeting_id: UUID
    approved_on: date
    approved_in: UUID | None
    decision_id: UUID | None
    words: str
    corrected: bool


def may(meeting: Meeting, step: MinutesStep) -> bool:
    """Whether a step may be taken now: minutes come after the meeting."""
    held = meeting.state is MeetingState.HELD
    return held and meeting.minutes_state in STEPS[step].states


def require_step(meeting: Meeting, step: MinutesStep) -> None:
    """Make sure that a step may be taken now.

    Raises:
        UserError: ``minutes_step_not_now``.
    """
    if not may(meeting, step):
        raise UserError(
            "minutes_step_not_now",
            step=step,
            minutes=meeting.label or meeting.key,
            state=meeting.minutes_state,
        )


def open_objections(objections: Iterable[Objection]) -> tuple[Objection, ...]:
    """Those that nobody ruled on yet."""
    return tuple(each for each in objections if each.ruling is Ruling.OPEN)


def require_ruled(objections: Iterable[Objection]) -> None:
    """Make sure that each objection was ruled on.

    Raises:
        UserError: ``objections_open``, with how many there are.
    """
    left = open_objections(objections)
    if left:
        raise UserError("objections_open", count=len(left))


def stage_of(state: MinutesState, *, completed: bool, filed: bool) -> Stage:
    """Where minutes are.

    ``completed``: whoever signs has signed or refused; ``filed``: the authority gave a number.
    """
    if state is not MinutesState.FINAL:
        return Stage(state.value) if state is not MinutesState.NONE else Stage.DRAFT
    if not completed:
        return Stage.FINAL
    return Stage.FILED if filed else Stage.SIGNED
