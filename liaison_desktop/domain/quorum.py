"""The quorum: how many voting seats must be there, and whether they were, all through a meeting."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from fractions import Fraction
from math import ceil, inf
from typing import NamedTuple, assert_never
from uuid import UUID

from liaison_desktop.domain.attendance import (
    covers_item,
    covers_opening,
    intervals_there,
    present_at_opening,
    voting_attendees,
)
from liaison_desktop.domain.committees import QuorumBase, QuorumRule, Rules
from liaison_desktop.domain.meetings import Call, Meeting
from liaison_desktop.domain.sheet import Interval


class QuorumCause(StrEnum):
    """Why the voters present were counted."""

    OPENING = "opening"
    ARRIVAL = "arrival"
    DEPARTURE = "departure"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuorumNeeded:
    """How many it takes, and why.

    Attributes:
        rule: the one for the meeting's call.
        basis: voting seats that the share is taken of.
        required: voting seats.
    """

    rule: QuorumRule
    base: QuorumBase
    basis: int
    required: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum(QuorumNeeded):
    """The finding at the opening.

    Attributes:
        present_at_opening: voting seats.
    """

    present_at_opening: int
    established: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuorumPoint:
    """A count of the voters present: at the opening, and each time it changed.

    Attributes:
        at: clock time, where it is known.
        item: first agenda item to which the count applies; ``None`` = behind the last one.
        present, required: voting seats.
        seats: those there at the opening, later those that came or went, in the sheet's order.
    """

    at: time | None
    item: int | None
    present: int
    required: int
    quorate: bool
    cause: QuorumCause
    seats: tuple[UUID, ...]


class _Moment(NamedTuple):
    item: int | None
    at: time | None
    cause: QuorumCause


def required_seats(rule: QuorumRule, basis: int) -> int:
    """Voting seats that must be represented: the rule's share of the basis, fractions rounded up.

    More than half is the next whole number above the half. At least one seat is always required:
    where nobody is there, nothing is decided.
    """
    match rule:
        case QuorumRule.MORE_THAN_HALF:
            share = basis // 2 + 1
        case QuorumRule.AT_LEAST_HALF:
            share = ceil(Fraction(basis, 2))
        case QuorumRule.TWO_THIRDS:
            share = ceil(Fraction(2 * basis, 3))
        case QuorumRule.ONE_THIRD:
            share = ceil(Fraction(basis, 3))
        case QuorumRule.ANY:
            share = 1
        case _:
            assert_never(rule)
    return max(1, share)


def quorum_needed(rules: Rules, call: Call, *, filled: int, provided: int) -> QuorumNeeded:
    """The quorum of a call, before anybody came; a second call has its own rule.

    The share is taken of the voting seats that are filled, or of all that the statute provides.
    """
    rule = rules.second_call_quorum if call is Call.SECOND else rules.quorum
    basis = filled if rules.quorum_base is QuorumBase.FILLED_SEATS else provided
    return QuorumNeeded(
        rule=rule, base=rules.quorum_base, basis=basis, required=required_seats(rule, basis)
    )


def quorum_of(meeting: Meeting) -> Quorum:
    """The quorum of a meeting as found at its opening; filled are the voting seats on its sheet."""
    needed = quorum_needed(
        meeting.rules,
        meeting.call,
        filled=len(voting_attendees(meeting)),
        provided=meeting.seat_count,
    )
    present = len(present_at_opening(meeting))
    return Quorum(
        rule=needed.rule,
        base=needed.base,
        basis=needed.basis,
        required=needed.required,
        present_at_opening=present,
        established=present >= needed.required,
    )


def quorum_trail(meeting: Meeting) -> tuple[QuorumPoint, ...]:
    """The voters present at the opening and after each change, in the order of the meeting.

    Those who came, or went, at the same item and the same time make one point. Points follow the
    agenda, then the clock; departures come before arrivals where times do not tell.
    """
    required = quorum_of(meeting).required
    moves = _moves(meeting)
    stays: Counter[UUID] = Counter()  # a seat's intervals may overlap: it leaves with the last one
    present: set[UUID] = set()
    points = []
    for moment in sorted(moves, key=_order):
        step = -1 if moment.cause is QuorumCause.DEPARTURE else 1
        for seat in moves[moment]:
            stays[seat] += step
        before, present = present, {seat for seat, count in stays.items() if count}
        changed = before ^ present
        if changed or moment.cause is QuorumCause.OPENING:
            points.append(
                QuorumPoint(
                    at=moment.at,
                    item=moment.item,
                    present=len(present),
                    required=required,
                    quorate=len(present) >= required,
                    cause=moment.cause,
                    seats=tuple(seat for seat in dict.fromkeys(moves[moment]) if seat in changed),
                )
            )
    return tuple(points)


def _moves(meeting: Meeting) -> dict[_Moment, list[UUID]]:
    """The voting seats that came or went, by moment, in the order of the sheet."""
    agenda = sorted(item.no for item in meeting.items)
    opening = _Moment(agenda[0] if agenda else None, meeting.opened, QuorumCause.OPENING)
    moves: dict[_Moment, list[UUID]] = {opening: []}
    for attendee in voting_attendees(meeting):
        for interval in intervals_there(attendee):
            for moment in _moments(interval, meeting, agenda, opening):
                moves.setdefault(moment, []).append(attendee.seat_id)
    return moves


def _moments(
    interval: Interval, meeting: Meeting, agenda: Sequence[int], opening: _Moment
) -> Iterator[_Moment]:
    """Beginning and end of a stretch of presence; none, if it counts neither then nor ever."""
    covered = [no for no in agenda if covers_item(interval, no)]
    if covers_opening(interval, meeting):
        yield opening
    elif covered:
        yield _Moment(covered[0], interval.arrived, QuorumCause.ARRIVAL)
    else:
        return
    if _left_early(interval, meeting):
        last = inf if interval.last_item is None else interval.last_item
        behind = next((no for no in agenda if no > last), None)
        yield _Moment(behind, interval.left, QuorumCause.DEPARTURE)


def _left_early(interval: Interval, meeting: Meeting) -> bool:
    """Whether a stretch of presence ended before the close; leaving at the close is staying."""
    if interval.last_item is not None:
        return True
    if interval.left is None:
        return False
    return meeting.closed is None or interval.left < meeting.closed


def _order(moment: _Moment) -> tuple[bool, float, int, time, bool]:
    arrival = moment.cause is QuorumCause.ARRIVAL
    # Without a time, a departure is put before those with one, an arrival behind them.
    told = 1 if moment.at else 2 * arrival
    return (
        moment.cause is not QuorumCause.OPENING,
        inf if moment.item is None else moment.item,
        told,
        moment.at or time.min,
        arrival,
    )
