"""A meeting as it is recorded: who was there, what was on the agenda, what was decided.

The record holds its own snapshot of names, organisations and roles, and the rules it was held
under, so that a later change to a person or to the rules leaves old minutes byte-identical.
"""

import datetime
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from liaison_desktop.domain.committees import Rules
from liaison_desktop.domain.sheet import Attendee, Guest


class MeetingKind(StrEnum):
    """Ordinary, extraordinary or constitutive."""

    ORDINARY = "ordinary"
    EXTRAORDINARY = "extraordinary"
    CONSTITUTIVE = "constitutive"


class Call(StrEnum):
    """First or second call; the second may need fewer people."""

    FIRST = "first"
    SECOND = "second"


class MeetingMode(StrEnum):
    """How people take part."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"


class MeetingState(StrEnum):
    """How far a meeting is."""

    PLANNED = "planned"
    CONVENED = "convened"
    HELD = "held"


class MinutesState(StrEnum):
    """How far its minutes are; only final minutes carry numbers."""

    NONE = "none"
    DRAFT = "draft"
    FINAL = "final"


class ItemKind(StrEnum):
    """What an agenda item asks of the committee."""

    INFORMATION = "information"
    DISCUSSION = "discussion"
    DECISION = "decision"
    ELECTION = "election"


class Method(StrEnum):
    """How a decision was taken."""

    SHOW_OF_HANDS = "show_of_hands"
    ROLL_CALL = "roll_call"
    SECRET = "secret"  # noqa: S105 - a secret ballot, no password
    CONSENSUS = "consensus"
    NOTED = "noted"
    NONE = "none"


class Choice(StrEnum):
    """What a seat did in a vote."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"
    RECUSED = "recused"


class Outcome(StrEnum):
    """What became of a motion."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    NOT_QUORATE = "not_quorate"
    ADJOURNED = "adjourned"
    NOTED = "noted"
    NONE = "none"


class ActionStatus(StrEnum):
    """How far an action is."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """What one seat did in one vote."""

    seat_id: UUID
    choice: Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Result of a ballot, in votes."""

    votes_for: int
    against: int
    abstained: int
    recused: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A motion and what the committee made of it.

    Attributes:
        number: as printed, given when the minutes become final.
        votes: seat by seat where names are known; empty for bare counts.
        counts: bare counts, only where no names are known.
        declared_outcome: what the chair or the file said; the rules are asked anew.
        statement: dissent or declaration put on record.
    """

    id: UUID
    number: str = ""
    text: str
    method: Method
    votes: tuple[Vote, ...] = ()
    counts: Counts | None = None
    declared_outcome: Outcome | None = None
    statement: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something to be done by somebody until a day."""

    id: UUID
    number: str = ""
    text: str
    seat_id: UUID | None
    due: date | None
    status: ActionStatus = ActionStatus.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """An item of the agenda with its minutes.

    Attributes:
        discussion: Markdown (CommonMark, no HTML).
        closed: dealt with behind closed doors: left out of the public edition.
    """

    id: UUID
    no: int
    title: str
    kind: ItemKind
    discussion: str = ""
    decision: Decision | None = None
    actions: tuple[Action, ...] = ()
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Convocation:
    """How and when the members were called."""

    sent_on: date | None = None
    reference: str = ""
    medium: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeeting:
    """When and where the committee meets again."""

    date: datetime.date
    time: datetime.time | None = None
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A short account in another language."""

    language: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """The whole record of one meeting.

    Attributes:
        key: the record's name in files, unique in its committee (``"it-2026-3"``).
        number: of the meeting's minutes in the committee's yearly series; ``None`` until final.
        committee_name, committee_city, language: snapshot of the day.
        seat_count: the committee's voting seats by statute on that day.
        rules: the rules it was held under.
        chair_seat_id, secretary_seat_id: who presided and who took the minutes.
    """

    id: UUID
    committee_id: UUID
    key: str
    committee_name: str
    committee_city: str
    language: str
    seat_count: int
    rules: Rules
    number: int | None = None
    year: int
    label: str = ""
    kind: MeetingKind
    call: Call
    mode: MeetingMode
    state: MeetingState
    minutes_state: MinutesState
    place: str
    date: date
    opened: time | None = None
    closed: time | None = None
    convocation: Convocation = Convocation()
    chair_seat_id: UUID | None = None
    secretary_seat_id: UUID | None = None
    attendees: tuple[Attendee, ...] = ()
    guests: tuple[Guest, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    quorum_text: str = ""
    closing_text: str = ""
    next_meeting: NextMeeting | None = None
    annexes: tuple[str, ...] = ()
    summaries: tuple[Summary, ...] = ()
    notice: str = ""

    def attendee(self, seat_id: UUID) -> Attendee:
        """The entry of one seat.

        Raises:
            KeyError: the seat is not on the sheet.
        """
        for attendee in self.attendees:
            if attendee.seat_id == seat_id:
                return attendee
        raise KeyError(seat_id)
