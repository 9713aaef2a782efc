"""Seats and who fills them, for which term."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from liaison_desktop.domain.people import Constituency


class Role(StrEnum):
    """Office held in the committee."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    SECRETARY = "secretary"
    MEMBER = "member"


class Capacity(StrEnum):
    """Whether somebody holds a seat or stands in for its holder."""

    HOLDER = "holder"
    SUBSTITUTE = "substitute"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A seat of a committee: it belongs to a constituency and mostly to an organisation."""

    id: UUID
    committee_id: UUID
    key: str
    constituency: Constituency
    organisation_id: UUID | None
    voting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A person in a seat for a term. It is ended, never deleted."""

    id: UUID
    committee_id: UUID
    seat_id: UUID
    person_id: UUID
    capacity: Capacity
    role: Role
    start: date | None = None
    end: date | None = None

    def runs_on(self, day: date) -> bool:
        """Whether the term has begun and not ended on a day; its last day belongs to it."""
        started = self.start is None or self.start <= day
        return started and (self.end is None or day <= self.end)
