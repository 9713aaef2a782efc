"""Appointments that are possible, and what a committee's composition lacks."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.domain.appointments import (
    Obstacle,
    ended,
    hindrance,
    overlap,
    with_role,
)
from liaison_desktop.domain.committees import Committee, SeatQuota
from liaison_desktop.domain.composition import Concern, shares, warnings
from liaison_desktop.domain.people import Constituency, NativeText
from liaison_desktop.domain.presets import PRESETS, preset_of
from liaison_desktop.domain.roster import RosterSeat, roster_on
from liaison_desktop.domain.seats import Capacity, EndReason, Membership, Role, Seat

TODAY = date(2026, 11, 25)
COMMITTEE = Committee(
    id=UUID(int=1),
    key="it",
    name="Comitato",
    abbreviation="",
    city="Borgolume",
    country="IT",
    language="it",
    seat_count=6,
)


def membership(number: int, **told: object) -> Membership:
    plain = Membership(
        id=UUID(int=100 + number),
        committee_id=COMMITTEE.id,
        seat_id=UUID(int=200 + number),
        person_id=UUID(int=300 + number),
        capacity=Capacity.HOLDER,
        role=Role.MEMBER,
        start=date(2026, 1, 1),
        end=date(2026, 12, 31),
    )
    return replace(plain, **told)  # type: ignore[arg-type]


days = st.dates(date(2025, 1, 1), date(2027, 12, 31))
ends = st.none() | days


@given(st.none() | days, ends, st.none() | days, ends, days)
def test_terms_overlap_if_there_is_a_day_on_which_both_run(
    start: date | None, end: date | None, start_2: date | None, end_2: date | None, day: date
) -> None:
    one, other = membership(1, start=start, end=end), membership(2, start=start_2, end=end_2)
    if one.runs_on(day) and other.runs_on(day):
        assert overlap(one, other)
    assert overlap(one, other) == overlap(other, one)
    if overlap(one, other):
        first = max(one.start or date.min, other.start or date.min)
        assert one.runs_on(first)
        assert other.runs_on(first)


@pytest.mark.parametrize(
    ("changes", "obstacle"),
    [
        ({"end": date(2025, 12, 31)}, Obstacle.TERM_REVERSED),
        ({"seat_id": UUID(int=201)}, Obstacle.SEAT_TAKEN),
        ({"person_id": UUID(int=301)}, Obstacle.SEATED_ELSEWHERE),
        ({"role": Role.CHAIR}, Obstacle.ROLE_TAKEN),
        ({"seat_id": UUID(int=201), "start": date(2027, 1, 1), "end": None}, None),
        ({"role": Role.MEMBER}, None),
        ({"role": Role.SECRETARY}, None),
        ({"capacity": Capacity.SUBSTITUTE, "seat_id": UUID(int=201)}, None),
        ({"capacity": Capacity.SUBSTITUTE, "role": Role.CHAIR}, Obstacle.SUBSTITUTE_IN_OFFICE),
        ({"id": UUID(int=101), "seat_id": UUID(int=201)}, None),
    ],
)
def test_what_stands_in_the_way(changes: dict[str, object], obstacle: Obstacle | None) -> None:
    chair = membership(1, role=Role.CHAIR)
    substitute = membership(3, capacity=Capacity.SUBSTITUTE, seat_id=UUID(int=202))
    found = hindrance(membership(2, **changes), (substitute, chair))
    assert (found and found.obstacle) == obstacle


def test_an_office_changes_hands_without_a_gap() -> None:
    before, after = with_role(membership(1), Role.CHAIR, date(2026, 6, 1))
    assert before == ended(membership(1), date(2026, 5, 31), EndReason.ROLE_CHANGED)
    assert (after.role, after.start, after.end) == (
        Role.CHAIR,
        date(2026, 6, 1),
        date(2026, 12, 31),
    )
    assert not overlap(before, after)


def seat(
    constituency: Constituency = Constituency.CSO,
    *,
    holder: str = "Ada",
    role: Role = Role.MEMBER,
    voting: bool = True,
    end: date | None = None,
) -> RosterSeat:
    return RosterSeat(
        seat_id=UUID(int=9),
        constituency=constituency,
        organisation="",
        voting=voting,
        holder=holder,
        role=role,
        end=end,
    )


def complete() -> tuple[RosterSeat, ...]:
    return (
        seat(role=Role.CHAIR),
        *(seat() for _ in range(5)),
        seat(Constituency.SECRETARIAT, role=Role.SECRETARY, voting=False),
    )


def concerns(committee: Committee, *roster: RosterSeat) -> list[Concern]:
    return [warning.concern for warning in warnings(committee, roster, TODAY)]


def test_a_complete_committee_gives_no_concern() -> None:
    assert concerns(COMMITTEE, *complete()) == []


def test_nobody_there_is_said_first() -> None:
    found = concerns(COMMITTEE, seat(holder=""))
    assert found == [
        Concern.TOO_FEW_MEMBERS,
        Concern.NO_CHAIR,
        Concern.NO_SECRETARY,
        Concern.VACANT,
    ]


def test_five_members_are_too_few() -> None:
    (warning,) = warnings(COMMITTEE, complete()[:5] + complete()[6:], TODAY)
    assert (warning.concern, warning.count, warning.wanted) == (Concern.TOO_FEW_MEMBERS, 5, 6)


@pytest.mark.parametrize(
    ("minimum", "maximum", "extra", "expected"),
    [
        (1, None, (), [Concern.TOO_FEW_SEATS]),
        (1, 1, ("Bo",), []),
        (1, None, ("",), [Concern.OUT_OF_BALANCE, Concern.VACANT]),
        (0, 1, ("Bo", "Cy"), [Concern.TOO_MANY_SEATS]),
        (0, None, (), []),
    ],
)
def test_quotas(
    minimum: int, maximum: int | None, extra: tuple[str, ...], expected: list[Concern]
) -> None:
    quota = SeatQuota(constituency=Constituency.MUSLIM_COMMUNITY, minimum=minimum, maximum=maximum)
    more = (seat(Constituency.MUSLIM_COMMUNITY, holder=holder) for holder in extra)
    assert concerns(replace(COMMITTEE, quotas=(quota,)), *complete(), *more) == expected


@pytest.mark.parametrize(("ahead", "warned"), [(120, True), (121, False), (-1, True)])
def test_a_term_that_ends_soon_is_told_with_its_day(ahead: int, *, warned: bool) -> None:
    end = TODAY + timedelta(days=ahead)
    found = warnings(COMMITTEE, (*complete(), seat(end=end)), TODAY)
    assert [(w.concern, w.holder, w.day) for w in found] == (
        [(Concern.TERM_ENDING, "Ada", end)] if warned else []
    )


def test_shares_follow_the_usual_order_and_count_voting_seats() -> None:
    quota = SeatQuota(constituency=Constituency.MIGRANT_ASSOCIATION, minimum=2, maximum=3)
    found = shares(
        replace(COMMITTEE, quotas=(quota,)),
        (seat(), seat(holder=""), seat(Constituency.LOCAL_AUTHORITY), seat(voting=False)),
    )
    assert [(s.constituency, s.minimum, s.maximum, s.seats, s.filled) for s in found] == [
        (Constituency.LOCAL_AUTHORITY, 0, None, 1, 1),
        (Constituency.CSO, 0, None, 2, 1),
        (Constituency.MIGRANT_ASSOCIATION, 2, 3, 0, 0),
    ]


def test_a_closed_seat_is_on_no_later_roster() -> None:
    closed = Seat(
        id=UUID(int=5),
        committee_id=COMMITTEE.id,
        key="m1",
        constituency=Constituency.CSO,
        organisation_id=None,
        voting=True,
        closed_on=TODAY,
    )
    for day, there in ((TODAY - timedelta(days=1), 1), (TODAY, 0)):
        found = roster_on(day, seats=(closed,), memberships=(), people=(), organisations=())
        assert len(found) == there


def test_names_in_other_languages() -> None:
    named = replace(COMMITTEE, names=(NativeText(language="de", text="Komitee"),))
    assert (named.name_in("de"), named.name_in("it"), named.name_in("el")) == (
        "Komitee",
        "Comitato",
        "Comitato",
    )


def test_presets_are_known_by_their_keys() -> None:
    assert [preset_of(preset.key) for preset in PRESETS] == list(PRESETS)
    assert preset_of("nowhere") is None
    assert {preset.country for preset in PRESETS} == {"IT", "DE", "AT", "DK", "GR"}
