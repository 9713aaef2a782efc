"""What a committee decides, how it voted, and what is to be done."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from liaison_desktop.domain.audit import later


class Method(StrEnum):
    """How a decision was taken."""

    SHOW_OF_HANDS = "show_of_hands"
    ROLL_CALL = "roll_call"
    SECRET = "secret"  # noqa: S105 - a secret ballot, no password
    CONSENSUS = "consensus"
    NOTED = "noted"
    NONE = "none"


METHODS_IN_WRITING = (Method.ROLL_CALL, Method.NOTED, Method.NONE)
"""How decisions are taken where nobody meets: each answer bears a name."""


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
class Candidate:
    """Somebody who stands for election, with the votes for them."""

    name: str
    votes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A motion and what the committee made of it.

    Attributes:
        number: as printed, given when the minutes become final.
        votes: seat by seat where names are known; empty for bare counts.
        counts: bare counts, only where no names are known.
        declared_outcome: what the chair or the file said; the rules are asked anew.
        statement: dissent or declaration put on record.
        mover, seconder: full names of who moved it and who seconded.
        amends_id: the motion under the same item that it would change.
        supersedes_id, supersedes_number: the earlier decision that it replaces, as printed.
        candidates: those who stand for election; the ballots are then the counts: with a name
            (``votes_for``) and blank or void (``abstained``).
        places: how many are elected.
        most_votes_suffice: no majority is needed, as in a further ballot.
    """

    id: UUID
    number: str = ""
    text: str
    method: Method
    votes: tuple[Vote, ...] = ()
    counts: Counts | None = None
    declared_outcome: Outcome | None = None
    statement: str = ""
    mover: str = later("")
    seconder: str = later("")
    amends_id: UUID | None = later(None)
    supersedes_id: UUID | None = later(None)
    supersedes_number: str = later("")
    candidates: tuple[Candidate, ...] = later(())
    places: int = later(1)
    most_votes_suffice: bool = later(False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something to be done by somebody until a day.

    Attributes:
        organisation: name of the organisation that is to do it, where it is not a seat.
    """

    id: UUID
    number: str = ""
    text: str
    seat_id: UUID | None
    due: date | None
    status: ActionStatus = ActionStatus.OPEN
    organisation: str = later("")
