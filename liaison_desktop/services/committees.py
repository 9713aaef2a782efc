"""Committees: which there are, their rules and their seats."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading
from liaison_desktop.domain.committees import Committee, RulesVersion
from liaison_desktop.domain.people import Constituency
from liaison_desktop.domain.seats import Capacity, Membership, Seat
from liaison_desktop.services.references import find_committee
from liaison_desktop.services.required import required


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatGroup:
    """The voting seats of one constituency: how many there are and how many are filled."""

    constituency: Constituency
    seats: int
    filled: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeDetail:
    """A committee with the rules in force and its composition."""

    committee: Committee
    rules: RulesVersion | None
    composition: tuple[SeatGroup, ...]


class CommitteeService:
    """Use cases on committees."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Committee, ...]:
        """All committees, by name."""
        with self._store.read() as reading:
            return tuple(sorted(reading.committees.all(), key=lambda c: (c.city, c.key)))

    def by_ref(self, text: str) -> Committee:
        """The committee a person named; raises ``UserError("committee_unknown")``."""
        with self._store.read() as reading:
            return find_committee(reading, text)

    def detail(self, committee_id: UUID, on: date) -> CommitteeDetail:
        """One committee as it stands on a day."""
        with self._store.read() as reading:
            return CommitteeDetail(
                committee=required(reading.committees.get(committee_id)),
                rules=reading.committees.rules_on(committee_id, on),
                composition=composition(reading, (committee_id,), on),
            )


def composition(reading: Reading, committee_ids: Sequence[UUID], on: date) -> tuple[SeatGroup, ...]:
    """Voting seats of some committees on a day, by constituency in their usual order."""
    seats: list[Seat] = []
    filled: set[UUID] = set()
    for committee_id in committee_ids:
        all_seats = reading.people.seats(committee_id)
        seats += [seat for seat in all_seats if seat.voting and seat.exists_on(on)]
        memberships = reading.people.memberships(committee_id)
        filled |= {m.seat_id for m in memberships if holds_seat_on(m, on)}
    groups = []
    for constituency in Constituency:
        ids = {seat.id for seat in seats if seat.constituency is constituency}
        if ids:
            groups.append(
                SeatGroup(constituency=constituency, seats=len(ids), filled=len(ids & filled))
            )
    return tuple(groups)


def holds_seat_on(membership: Membership, on: date) -> bool:
    """Whether somebody holds the seat itself on a day."""
    return membership.capacity is Capacity.HOLDER and membership.runs_on(on)
