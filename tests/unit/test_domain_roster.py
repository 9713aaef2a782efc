"""The roster: who sits where on a day."""

from datetime import date
from uuid import UUID, uuid4

from liaison_desktop.domain.people import Constituency, Organisation, PersonName
from liaison_desktop.domain.roster import RosterSeat, filled_voting_seats, roster_on
from liaison_desktop.domain.seats import Capacity, Membership, Role, Seat

COMMITTEE = uuid4()
LIBRARY = Organisation(
    id=uuid4(), committee_id=COMMITTEE, key="o1", name="Library", constituency=Constituency.CSO
)
SEAT = Seat(
    id=uuid4(),
    committee_id=COMMITTEE,
    key="m1",
    constituency=Constituency.CSO,
    organisation_id=LIBRARY.id,
    voting=True,
)


def person(name: str) -> PersonName:
    return PersonName(id=uuid4(), full_name=f"{name} X")


ADA, BEN, CEM = person("Ada"), person("Ben"), person("Cem")


def term(
    who: PersonName,
    start: date | None = None,
    end: date | None = None,
    capacity: Capacity = Capacity.HOLDER,
    role: Role = Role.MEMBER,
    seat: UUID = SEAT.id,
) -> Membership:
    return Membership(
        id=uuid4(),
        committee_id=COMMITTEE,
        seat_id=seat,
        person_id=who.id,
        capacity=capacity,
        role=role,
        start=start,
        end=end,
    )


def seat_on(day: date, *terms: Membership) -> RosterSeat:
    (seat,) = roster_on(
        day, seats=(SEAT,), memberships=terms, people=(ADA, BEN, CEM), organisations=(LIBRARY,)
    )
    return seat


def test_first_and_last_day_belong_to_a_term() -> None:
    ada = term(ADA, date(2026, 1, 1), date(2026, 6, 30), role=Role.CHAIR)
    first, last = seat_on(date(2026, 1, 1), ada), seat_on(date(2026, 6, 30), ada)
    assert first == last
    assert (first.holder, first.role, first.organisation) == ("Ada X", Role.CHAIR, "Library")
    assert (first.start, first.end) == (ada.start, ada.end)
    assert seat_on(date(2025, 12, 31), ada).vacant
    assert seat_on(date(2026, 7, 1), ada).vacant


def test_the_term_that_began_last_counts() -> None:
    old, new = term(ADA), term(BEN, date(2026, 3, 1))
    assert seat_on(date(2026, 4, 1), new, old).holder == "Ben X"
    assert seat_on(date(2026, 2, 1), new, old).holder == "Ada X"


def test_a_substitute_does_not_fill_the_seat() -> None:
    cem = term(CEM, capacity=Capacity.SUBSTITUTE)
    alone = seat_on(date(2026, 4, 1), cem)
    assert alone.vacant
    assert alone.substitutes == ("Cem X",)
    assert filled_voting_seats((alone,)) == 0
    held = seat_on(date(2026, 4, 1), cem, term(ADA))
    assert (held.holder, held.substitutes) == ("Ada X", ("Cem X",))
    assert filled_voting_seats((held,)) == 1


def test_terms_of_other_seats_do_not_count() -> None:
    assert seat_on(date(2026, 4, 1), term(ADA, seat=uuid4())).vacant
