"""Any record that the domain allows comes back from the store as it was."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_desktop.db.store import Store
from liaison_desktop.domain.agreements import Agreement, Party
from liaison_desktop.domain.committees import Committee, Rules
from liaison_desktop.domain.meetings import (
    Action,
    AgendaItem,
    Convocation,
    Counts,
    Decision,
    Meeting,
    MinutesState,
    NextMeeting,
    Outcome,
    Summary,
    Vote,
)
from liaison_desktop.domain.people import Person
from liaison_desktop.domain.sheet import Attendee, Guest, Interval
from tests.db.records import town

Part = TypeVar("Part")

TOWN = town()
SEATS = [seat.id for seat in TOWN.seats]
ORGANISATIONS = [organisation.id for organisation in TOWN.organisations]

numbers = st.integers(0, 2**40)
maybe_numbers = st.none() | numbers
rules = st.builds(Rules, notice_days=numbers)
intervals = st.builds(Interval, first_item=maybe_numbers, last_item=maybe_numbers)
counts = st.builds(Counts, votes_for=numbers, against=numbers, abstained=numbers, recused=numbers)


@pytest.fixture(scope="module")
def town_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("store") / "store.liaison"
    store = Store.open(path, create=True)
    with store.write("demonstration", "tester") as unit:
        TOWN.put(unit)
        unit.commit()
    yield store
    store.close()


def small(elements: st.SearchStrategy[Part]) -> st.SearchStrategy[tuple[Part, ...]]:
    return st.lists(elements, max_size=3).map(tuple)


def attendees() -> st.SearchStrategy[tuple[Attendee, ...]]:
    """At most one for each seat."""
    return _once_a_seat(
        lambda seat: st.builds(Attendee, seat_id=st.just(seat), intervals=small(intervals))
    )


def votes() -> st.SearchStrategy[tuple[Vote, ...]]:
    """At most one of each seat."""
    return _once_a_seat(lambda seat: st.builds(Vote, seat_id=st.just(seat)))


def _once_a_seat(
    make: Callable[[UUID], st.SearchStrategy[Part]],
) -> st.SearchStrategy[tuple[Part, ...]]:
    return st.lists(st.sampled_from(SEATS), unique=True).flatmap(
        lambda seats: st.tuples(*map(make, seats))
    )


@st.composite
def agendas(draw: st.DrawFn) -> tuple[AgendaItem, ...]:
    """Items in any order, each number once."""
    decisions = st.builds(Decision, votes=votes(), counts=st.none() | counts)
    actions = st.builds(Action, seat_id=st.none() | st.sampled_from(SEATS))
    return tuple(
        draw(
            st.builds(
                AgendaItem,
                no=st.just(no),
                decision=st.none() | decisions,
                actions=small(actions),
            )
        )
        for no in draw(st.lists(numbers, unique=True, max_size=4))
    )


meetings = st.builds(
    Meeting,
    committee_id=st.just(TOWN.committee.id),
    seat_count=numbers,
    rules=rules,
    number=st.none(),
    year=numbers,
    minutes_state=st.sampled_from([MinutesState.NONE, MinutesState.DRAFT]),
    convocation=st.builds(Convocation),
    chair_seat_id=st.none() | st.sampled_from(SEATS),
    secretary_seat_id=st.none() | st.sampled_from(SEATS),
    attendees=attendees(),
    guests=small(st.builds(Guest)),
    items=agendas(),
    next_meeting=st.none() | st.builds(NextMeeting),
    annexes=small(st.text()),
    summaries=small(st.builds(Summary)),
)


@given(meetings)
@settings(max_examples=60, deadline=None)
def test_meetings(town_store: Store, meeting: Meeting) -> None:
    outcomes = {item.decision.id: Outcome.NONE for item in meeting.items if item.decision}
    with town_store.write("test", "tester") as unit:
        assert unit.meetings.put(meeting, outcomes)
        assert unit.meetings.get(meeting.id) == meeting
        assert not unit.meetings.put(meeting, outcomes)


@given(st.builds(Committee, seat_count=numbers, register_next=numbers))
@settings(deadline=None)
def test_committees(town_store: Store, committee: Committee) -> None:
    with town_store.write("test", "tester") as unit:
        assert unit.committees.put(committee)
        assert unit.committees.get(committee.id) == committee


@given(st.builds(Person, committee_id=st.just(TOWN.committee.id)))
@settings(deadline=None)
def test_people(town_store: Store, person: Person) -> None:
    with town_store.write("test", "tester") as unit:
        assert unit.people.put_person(person)
        assert unit.people.person(person.id) == person


@given(
    st.builds(
        Agreement,
        committee_id=st.just(TOWN.committee.id),
        duration_months=maybe_numbers,
        renewal_months=maybe_numbers,
        notice_days=maybe_numbers,
        articles=small(st.text()),
        parties=small(st.builds(Party, organisation_id=st.sampled_from(ORGANISATIONS))),
    )
)
@settings(deadline=None)
def test_agreements(town_store: Store, agreement: Agreement) -> None:
    with town_store.write("test", "tester") as unit:
        assert unit.agreements.put(agreement)
        assert unit.agreements.get(agreement.id) == agreement
