"""Who may take which seat and which office when: what a new membership must not run into."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from liaison_desktop.domain.seats import Capacity, EndReason, Membership, Role

_ONE_HOLDER = frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARY})


class Obstacle(StrEnum):
    """Why somebody cannot be appointed."""

    TERM_REVERSED = "membership_reversed"
    SEAT_TAKEN = "seat_taken"
    SEATED_ELSEWHERE = "person_seated_elsewhere"
    ROLE_TAKEN = "role_taken"
    SUBSTITUTE_IN_OFFICE = "substitute_in_office"


@dataclass(frozen=True, slots=True)
class Hindrance:
    """What stands in the way of a membership, and which one."""

    obstacle: Obstacle
    other: Membership | None = None


def hindrance(new: Membership, others: Iterable[Membership]) -> Hindrance | None:
    """The first thing that stands in the way of a membership; ``None`` = nothing does.

    At any time a seat has one holder, a person holds one seat, and chair, vice-chair and secretary
    are one person each. A substitute holds no office.
    """
    if new.start and new.end and new.end < new.start:
        return Hindrance(Obstacle.TERM_REVERSED)
    if new.capacity is Capacity.SUBSTITUTE:
        in_office = new.role is not Role.MEMBER
        return Hindrance(Obstacle.SUBSTITUTE_IN_OFFICE) if in_office else None
    for other in others:
        if other.id == new.id or other.capacity is Capacity.SUBSTITUTE or not overlap(new, other):
            continue
        obstacle = _obstacle(new, other)
        if obstacle:
            return Hindrance(obstacle, other)
    return None


def overlap(one: Membership, other: Membership) -> bool:
    """Whether there is a day on which both run; the last day of a term belongs to it."""
    starts = max(one.start or date.min, other.start or date.min)
    return starts <= min(one.end or date.max, other.end or date.max)


def ended(membership: Membership, on: date, reason: EndReason) -> Membership:
    """The membership with its last day; it is kept for ever."""
    return replace(membership, end=on, end_reason=reason)


def with_role(membership: Membership, role: Role, start: date) -> tuple[Membership, Membership]:
    """The membership as it was until the day before, and what follows it in another office.

    The second one carries the id of the first; whoever stores it gives it one of its own.
    """
    before = ended(membership, start - timedelta(days=1), EndReason.ROLE_CHANGED)
    return before, replace(membership, role=role, start=start)


def _obstacle(new: Membership, other: Membership) -> Obstacle | None:
    if other.seat_id == new.seat_id:
        return Obstacle.SEAT_TAKEN
    if other.person_id == new.person_id:
        return Obstacle.SEATED_ELSEWHERE
    if new.role in _ONE_HOLDER and other.role is new.role:
        return Obstacle.ROLE_TAKEN
    return None
