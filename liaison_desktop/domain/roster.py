"""A committee's seats as they stand on a day: who sits in each, for whom, and who stands in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from liaison_desktop.domain.people import Constituency, NativeText, Organisation, PersonName
from liaison_desktop.domain.seats import Capacity, Membership, Role, Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterSeat:
    """One seat on one day, without anybody's contact data.

    Attributes:
        organisation: the body the seat belongs to; empty for a seat of its own.
        holder: full name; empty while the seat is vacant.
        role: the holder's.
        substitutes: full names.
        start, end: of the holder's term.
    """

    seat_id: UUID
    constituency: Constituency
    organisation: str
    voting: bool
    holder: str = ""
    holder_native: NativeText | None = None
    role: Role = Role.MEMBER
    substitutes: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None

    @property
    def vacant(self) -> bool:
        """Whether nobody holds the seat."""
        return not self.holder


def roster_on(
    day: date,
    *,
    seats: Iterable[Seat],
    memberships: Iterable[Membership],
    people: Iterable[PersonName],
    organisations: Iterable[Organisation],
) -> tuple[RosterSeat, ...]:
    """All seats there are on a day, as they stand then, in the order they are given.

    Where two terms in one seat overlap, the one that began last counts.
    """
    current = sorted(
        (membership for membership in memberships if membership.runs_on(day)),
        key=lambda membership: membership.start or date.min,
    )
    terms = terms_by_seat(current)
    names = {organisation.id: organisation.name for organisation in organisations}
    known = {person.id: person for person in people}
    roster = []
    for seat in seats:
        if not seat.exists_on(day):
            continue
        organisation = names[seat.organisation_id] if seat.organisation_id else ""
        roster.append(_on_roster(seat, organisation, terms.get(seat.id, ()), known))
    return tuple(roster)


def terms_by_seat(memberships: Iterable[Membership]) -> dict[UUID, tuple[Membership, ...]]:
    """The memberships of each seat that has any, in the order they are given."""
    found: defaultdict[UUID, list[Membership]] = defaultdict(list)
    for membership in memberships:
        found[membership.seat_id].append(membership)
    return {seat_id: tuple(terms) for seat_id, terms in found.items()}


def filled_voting_seats(roster: Iterable[RosterSeat]) -> int:
    """How many seats with a vote somebody holds."""
    return sum(seat.voting and not seat.vacant for seat in roster)


def _on_roster(
    seat: Seat, organisation: str, terms: Sequence[Membership], people: dict[UUID, PersonName]
) -> RosterSeat:
    vacant = RosterSeat(
        seat_id=seat.id,
        constituency=seat.constituency,
        organisation=organisation,
        voting=seat.voting,
        substitutes=tuple(_substitutes(terms, people)),
    )
    term = next((t for t in reversed(terms) if t.capacity is Capacity.HOLDER), None)
    if term is None:
        return vacant
    holder = people[term.person_id]
    return replace(
        vacant,
        holder=holder.full_name,
        holder_native=holder.native,
        role=term.role,
        start=term.start,
        end=term.end,
    )


def _substitutes(terms: Sequence[Membership], people: dict[UUID, PersonName]) -> Iterator[str]:
    for term in terms:
        if term.capacity is Capacity.SUBSTITUTE:
            yield people[term.person_id].full_name
