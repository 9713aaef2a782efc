"""Whether a committee is composed as was agreed: seats by constituency, vacancies, ending terms."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from liaison_desktop.domain.committees import Committee, SeatQuota
from liaison_desktop.domain.people import Constituency
from liaison_desktop.domain.roster import RosterSeat
from liaison_desktop.domain.seats import Role

LEAST_MEMBERS = 6
"""Each committee has at least six members (project LIAISON, description of the committees)."""

TERM_AHEAD = timedelta(days=120)
"""How far ahead the end of a term is worth a warning."""

CHART_COLOURS: Mapping[Constituency, str] = {
    Constituency.LOCAL_AUTHORITY: "#118080",
    Constituency.CSO: "#B87A10",
    Constituency.MIGRANT_ASSOCIATION: "#8A6AB6",
    Constituency.MUSLIM_COMMUNITY: "#3B7DB8",
    Constituency.COMMUNITY_LEADER: "#B5553C",
    Constituency.SECRETARIAT: "#7F8C8D",
}
"""By which each constituency is known in every chart, on screen and on paper; ``#RRGGBB``."""


class Concern(StrEnum):
    """What is not as it should be."""

    TOO_FEW_MEMBERS = "too_few_members"
    TOO_FEW_SEATS = "too_few_seats"
    TOO_MANY_SEATS = "too_many_seats"
    OUT_OF_BALANCE = "out_of_balance"
    VACANT = "vacant"
    TERM_ENDING = "term_ending"
    NO_CHAIR = "no_chair"
    NO_SECRETARY = "no_secretary"


@dataclass(frozen=True, slots=True, kw_only=True)
class CompositionWarning:
    """One concern.

    Attributes:
        count, wanted: how many there are and how many there should be.
        seat_id, holder, day: the seat, who sits in it and when the term ends.
    """

    concern: Concern
    constituency: Constituency | None = None
    count: int = 0
    wanted: int = 0
    seat_id: UUID | None = None
    holder: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstituencyShare:
    """The voting seats of one constituency: agreed, there and filled."""

    constituency: Constituency
    minimum: int
    maximum: int | None
    seats: int
    filled: int


def shares(committee: Committee, roster: Iterable[RosterSeat]) -> tuple[ConstituencyShare, ...]:
    """The constituencies that were agreed or have seats, in their usual order."""
    voting = [seat for seat in roster if seat.voting]
    quotas = {quota.constituency: quota for quota in committee.quotas}
    found = []
    for constituency in Constituency:
        seats = [seat for seat in voting if seat.constituency is constituency]
        if not seats and constituency not in quotas:
            continue
        quota = quotas.get(constituency, SeatQuota(constituency=constituency))
        found.append(
            ConstituencyShare(
                constituency=constituency,
                minimum=quota.minimum,
                maximum=quota.maximum,
                seats=len(seats),
                filled=sum(not seat.vacant for seat in seats),
            )
        )
    return tuple(found)


def warnings(
    committee: Committee, roster: tuple[RosterSeat, ...], on: date
) -> tuple[CompositionWarning, ...]:
    """What is not as it should be on a day, the gravest first."""
    return (
        *_members(roster),
        *_offices(roster),
        *_quotas(committee, roster),
        *_seats(roster, on),
    )


def _members(roster: tuple[RosterSeat, ...]) -> Iterator[CompositionWarning]:
    members = sum(seat.voting and not seat.vacant for seat in roster)
    if members < LEAST_MEMBERS:
        yield CompositionWarning(
            concern=Concern.TOO_FEW_MEMBERS, count=members, wanted=LEAST_MEMBERS
        )


def _offices(roster: tuple[RosterSeat, ...]) -> Iterator[CompositionWarning]:
    held = {seat.role for seat in roster if not seat.vacant}
    if Role.CHAIR not in held:
        yield CompositionWarning(concern=Concern.NO_CHAIR)
    if Role.SECRETARY not in held:
        yield CompositionWarning(concern=Concern.NO_SECRETARY)


def _quotas(committee: Committee, roster: tuple[RosterSeat, ...]) -> Iterator[CompositionWarning]:
    for share in shares(committee, roster):
        if share.seats < share.minimum:
            yield _about(share, Concern.TOO_FEW_SEATS, share.seats, share.minimum)
        elif share.filled < share.minimum:
            yield _about(share, Concern.OUT_OF_BALANCE, share.filled, share.minimum)
        if share.maximum is not None and share.seats > share.maximum:
            yield _about(share, Concern.TOO_MANY_SEATS, share.seats, share.maximum)


def _about(
    share: ConstituencyShare, concern: Concern, count: int, wanted: int
) -> CompositionWarning:
    return CompositionWarning(
        concern=concern, constituency=share.constituency, count=count, wanted=wanted
    )


def _seats(roster: tuple[RosterSeat, ...], on: date) -> Iterator[CompositionWarning]:
    for seat in roster:
        if seat.vacant:
            yield CompositionWarning(
                concern=Concern.VACANT, constituency=seat.constituency, seat_id=seat.seat_id
            )
        elif seat.end is not None and seat.end <= on + TERM_AHEAD:
            yield CompositionWarning(
                concern=Concern.TERM_ENDING,
                constituency=seat.constituency,
                seat_id=seat.seat_id,
                holder=seat.holder,
                day=seat.end,
            )
