"""Seats and who fills them, for which term."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from liaison_desktop.domain.audit import later
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
    """A seat of a committee: it belongs to a constituency and mostly to an organisation.

    Attributes:
        closed_on: the first day on which the seat no longer exists.
    """

    id: UUID
    committee_id: UUID
    key: str
    constituency: Constituency
    organisation_id: UUID | None
    voting: bool
    closed_on: date | None = later(None)

    def exists_on(self, day: date) -> bool:
        """Whether the seat had not been closed on a day."""
        return self.closed_on is None or day < self.closed_on


class EndReason(StrEnum):
    """Why a membership ended."""

    TERM_OVER = "term_over"
    RESIGNED = "resigned"
    RECALLED = "recalled"
    ROLE_CHANGED = "role_changed"
    SEAT_CLOSED = "seat_closed"
    DECEASED = "deceased"


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A person in a seat for a term. It is ended, never deleted.

    Attributes:
        on_behalf_of: the organisation spoken for, where it is not that of the seat.
        appointed_by: by whom or by which resolution.
        appointment_id: the attached paper of the appointment.
    """

    id: UUID
    committee_id: UUID
    seat_id: UUID
    person_id: UUID
    capacity: Capacity
    role: Role
    start: date | None = None
    end: date | None = None
    end_reason: EndReason | None = later(None)
    on_behalf_of: UUID | None = later(None)
    appointed_by: str = later("")
    appointment_id: UUID | None = later(None)

    def runs_on(self, day: date) -> bool:
        """Whether the term has begun and not ended on a day; its last day belongs to it."""
        started = self.start is None or self.start <= day
        return started and (self.end is None or day <= self.end)
