"""How often somebody was represented: only meetings inside a term count, and all counts agree."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.domain.attendance_statistics import (
    SMALL_CELL,
    AttendanceStatistics,
    Figures,
    Period,
    Sitting,
    statistics,
    to_hand_on,
    whole_year,
)
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.people import Constituency, PersonName
from liaison_desktop.domain.seats import Capacity, Membership, Role
from liaison_desktop.domain.sheet import AttendanceStatus
from tests.unit.committee_meetings import seat_id

COMMITTEE = UUID(int=1)
SEATS = 4
EVER = Period()
PEOPLE = tuple(PersonName(id=UUID(int=100 + n), full_name=f"Person {n}") for n in range(12))

days = st.dates(date(2026, 1, 1), date(2026, 12, 31))


def bounded(two: tuple[date, date], cut: int) -> tuple[date | None, date | None]:
    """Two days in their order, either of which may be missing."""
    return (None if cut & 1 else min(two)), (None if cut & 2 else max(two))


spans = st.builds(bounded, st.tuples(days, days), st.integers(0, 3))
terms = st.builds(
    lambda span, seat, person, capacity: Membership(
        id=UUID(int=7),
        committee_id=COMMITTEE,
        seat_id=seat_id(seat),
        person_id=person.id,
        capacity=capacity,
        role=Role.MEMBER,
        start=span[0],
        end=span[1],
    ),
    spans,
    st.integers(1, SEATS),
    st.sampled_from(PEOPLE),
    st.sampled_from(Capacity),
)
sittings = st.builds(
    Sitting,
    meeting_id=st.integers(1, 9).map(lambda number: UUID(int=number)),
    day=days,
    seat_id=st.integers(1, SEATS).map(seat_id),
    organisation=st.sampled_from(["", "Ponte", "Comune"]),
    constituency=st.sampled_from(Constituency),
    status=st.sampled_from(AttendanceStatus),
    remote=st.booleans(),
    partly=st.booleans(),
)
records = st.lists(sittings, max_size=30)
memberships = st.lists(terms, max_size=12)
periods = spans.map(lambda span: Period(first=span[0], last=span[1]))


def figures_of(found: AttendanceStatistics, name: str) -> Figures:
    return next((line.figures for line in found.people if line.name == name), Figures())


def sitting(
    day: date, seat: int = 1, status: AttendanceStatus = AttendanceStatus.PRESENT
) -> Sitting:
    return Sitting(
        meeting_id=UUID(int=day.toordinal()),
        day=day,
        seat_id=seat_id(seat),
        organisation="Ponte",
        constituency=Constituency.CSO,
        status=status,
    )


def term(
    person: int, seat: int = 1, start: date | None = None, end: date | None = None
) -> Membership:
    return Membership(
        id=UUID(int=1000 + person),
        committee_id=COMMITTEE,
        seat_id=seat_id(seat),
        person_id=PEOPLE[person].id,
        capacity=Capacity.HOLDER,
        role=Role.MEMBER,
        start=start,
        end=end,
    )


def test_who_joins_in_july_ignores_january_to_june() -> None:
    months = [date(2026, month, 15) for month in range(1, 13)]
    absent_before = [
        sitting(day, status=AttendanceStatus.ABSENT if day.month < 7 else AttendanceStatus.PRESENT)
        for day in months
    ]
    joined = date(2026, 7, 1)
    held = [term(0, end=joined - timedelta(days=1)), term(1, start=joined)]
    found = statistics(whole_year(2026), absent_before, held, PEOPLE)
    assert figures_of(found, "Person 1").rate == 1
    assert figures_of(found, "Person 1").meetings == 6
    assert figures_of(found, "Person 0").rate == 0
    (organisation,) = found.organisations
    assert organisation.figures.rate == Fraction(1, 2)
    assert found.meetings == 12


def test_on_the_day_a_seat_is_handed_over_it_counts_for_the_one_who_begins() -> None:
    day = date(2026, 7, 1)
    found = statistics(EVER, [sitting(day)], [term(0, end=day), term(1, start=day)], PEOPLE)
    assert [line.name for line in found.people] == ["Person 1"]


def test_a_substitute_represents_and_who_left_early_was_there() -> None:
    days_ = [date(2026, 1, day) for day in range(1, 6)]
    record = [
        replace(sitting(day, status=status), remote=day.day == 2, partly=True)
        for day, status in zip(
            days_,
            (
                AttendanceStatus.PRESENT,
                AttendanceStatus.PRESENT,
                AttendanceStatus.SUBSTITUTED,
                AttendanceStatus.EXCUSED,
                AttendanceStatus.ABSENT,
            ),
            strict=True,
        )
    ]
    found = statistics(EVER, record, [term(0)], PEOPLE).whole
    assert found == Figures(
        meetings=5, in_person=1, remote=1, substituted=1, excused=1, absent=1, partly=3
    )
    assert (found.represented, found.rate) == (3, Fraction(3, 5))
    assert Figures().rate is None


@given(records, memberships, periods)
def test_meetings_outside_the_terms_and_the_period_change_nothing(
    record: list[Sitting], held: list[Membership], period: Period
) -> None:
    def inside(each: Sitting) -> bool:
        return period.holds(each.day) and any(
            one.capacity is Capacity.HOLDER
            and one.seat_id == each.seat_id
            and one.runs_on(each.day)
            for one in held
        )

    without = [each for each in record if inside(each)]
    assert statistics(period, record, held, PEOPLE) == statistics(period, without, held, PEOPLE)
    assert statistics(period, record, held, PEOPLE).whole.meetings == len(without)


@given(records, memberships, periods)
def test_the_three_counts_agree(
    record: list[Sitting], held: list[Membership], period: Period
) -> None:
    found = statistics(period, record, held, PEOPLE)
    for lines in (found.people, found.organisations, found.constituencies):
        assert sum((line.figures for line in lines), Figures()) == found.whole
    whole = found.whole
    assert whole.meetings == whole.represented + whole.excused + whole.absent
    assert whole.partly <= whole.represented
    assert all(line.figures.meetings for line in found.people)


@given(records, memberships)
def test_no_small_constituency_is_handed_on(record: list[Sitting], held: list[Membership]) -> None:
    found = statistics(EVER, record, held, PEOPLE)
    given_on = to_hand_on(found)
    assert all(len(line.people) >= SMALL_CELL for line in given_on.constituencies)
    people = {person for line in found.constituencies for person in line.people}
    told = {person for line in given_on.constituencies for person in line.people}
    if len(people) < SMALL_CELL:
        assert not told
    elif told:
        left_out = found.whole.meetings - sum(
            line.figures.meetings for line in given_on.constituencies
        )
        assert left_out == 0


def test_small_constituencies_are_told_together() -> None:
    large = [
        replace(sitting(date(2026, 1, 1), seat), constituency=Constituency.CSO)
        for seat in range(1, 7)
    ]
    small = [
        replace(sitting(date(2026, 1, 1), seat), constituency=constituency)
        for seat, constituency in (
            (7, Constituency.LOCAL_AUTHORITY),
            (8, Constituency.MUSLIM_COMMUNITY),
        )
    ]
    held = [term(seat - 1, seat) for seat in range(1, 9)]
    found = to_hand_on(statistics(EVER, [*large, *small], held, PEOPLE))
    # One line of two members would tell of them by what is missing: the six join them.
    assert [(line.name, len(line.people)) for line in found.constituencies] == [(None, 8)]


def test_a_period_must_not_end_before_it_begins() -> None:
    with pytest.raises(UserError, match="period_ends_before"):
        Period(first=date(2026, 2, 1), last=date(2026, 1, 1))
