"""Committees and the rules by which they decide."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from liaison_desktop.domain.audit import later
from liaison_desktop.domain.people import Constituency, NativeText


class QuorumRule(StrEnum):
    """Share of the voting seats that must be present; fractions are rounded up."""

    MORE_THAN_HALF = "more_than_half"
    AT_LEAST_HALF = "at_least_half"
    TWO_THIRDS = "two_thirds"
    ONE_THIRD = "one_third"
    ANY = "any"


class QuorumBase(StrEnum):
    """Which seats the share is taken of."""

    FILLED_SEATS = "filled_seats"
    ALL_SEATS = "all_seats"


class MajorityBase(StrEnum):
    """What the votes in favour are compared with."""

    VOTES_CAST = "votes_cast"
    MEMBERS_PRESENT = "members_present"


class AbstentionRule(StrEnum):
    """How an abstention is named and weighed."""

    NOT_COUNTED = "not_counted"
    COUNTS_AS_PRESENT = "counts_as_present"
    COUNTS_AS_REJECTION = "counts_as_rejection"


class TieRule(StrEnum):
    """Who decides when as many vote for as against."""

    REJECTED = "rejected"
    CHAIR_CASTS = "chair_casts"


class SecretBallotRule(StrEnum):
    """When a secret ballot is allowed."""

    NEVER = "never"
    PERSONS_ONLY = "persons_only"
    ON_REQUEST = "on_request"


class SignatoryRule(StrEnum):
    """Who signs the minutes."""

    CHAIR = "chair"
    SECRETARY = "secretary"
    ALL_PRESENT = "all_present"
    ONE_MORE_MEMBER = "one_more_member"
    LOCAL_AUTHORITY = "local_authority"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """One version of a committee's rules of procedure."""

    quorum: QuorumRule
    second_call_quorum: QuorumRule
    quorum_base: QuorumBase = QuorumBase.FILLED_SEATS
    majority: MajorityBase
    abstention: AbstentionRule
    tie: TieRule
    secret_ballot: SecretBallotRule
    notice_days: int
    signatories: tuple[SignatoryRule, ...]
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesVersion:
    """Rules with the day from which they hold; meetings keep the version they were held under."""

    id: UUID
    committee_id: UUID
    valid_from: date
    rules: Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatQuota:
    """How many voting seats a constituency has at least and at most; no maximum = no limit."""

    constituency: Constituency
    minimum: int = 0
    maximum: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    """A committee.

    Attributes:
        key: short name that people type and that files use, for example ``"it"``.
        language: of its papers (``it``, ``de``, ``de_AT``, ``da``, ``el``, ``ar``, ``en``).
        seat_count: voting seats by statute, filled or not.
        minutes_pattern: how its minutes are named, with ``{n}`` and ``{year}``.
        decision_pattern, action_pattern, correction_pattern: the same for decisions, actions and
            corrections of minutes.
        register_prefix, register_next: its own register of papers.
        notice: a sentence printed on its papers, for example that the data are invented.
        names: what it is called in other languages than its own.
        languages: in which it works, beside its own.
        address: lines of the letterhead.
        logo_id: the attached image in the letterhead.
        funding: a line at the foot of its papers that names who pays.
        quotas: of its constituencies, in their usual order; empty = none were agreed.
        preset: key of the preset its rules were taken from.
        evidence_until: the last day on which attendance sheets have to be kept for the grant.
    """

    id: UUID
    key: str
    name: str
    abbreviation: str
    city: str
    country: str
    language: str
    seat_count: int
    established_on: date | None = None
    term_start: date | None = None
    term_end: date | None = None
    minutes_pattern: str = "{n}/{year}"
    decision_pattern: str = "{n}/{year}"
    action_pattern: str = "{n}/{year}"
    register_prefix: str = ""
    register_next: int = 1
    notice: str = ""
    correction_pattern: str = later("{n}/{year}")
    names: tuple[NativeText, ...] = later(())
    languages: tuple[str, ...] = later(())
    address: str = later("")
    logo_id: UUID | None = later(None)
    funding: str = later("")
    quotas: tuple[SeatQuota, ...] = later(())
    preset: str = later("")
    evidence_until: date | None = later(None)

    def name_in(self, language: str) -> str:
        """What it is called in a language; its own name where no other is known."""
        return next((name.text for name in self.names if name.language == language), self.name)
