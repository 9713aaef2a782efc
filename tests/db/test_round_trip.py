"""Any record that the domain allows comes back from the store as it was."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_desktop.db.store import Store
from liaison_desktop.domain.agenda import AgendaItem, with_decisions
from liaison_desktop.domain.agreements import Agreement, Party
from liaison_desktop.domain.committees import Committee, Rules
from liaison_desktop.domain.decisions import Action, Counts, Decision, Outcome, Vote
from liaison_desktop.domain.meetings import (
    Break,
    ChairTurn,
    Convocation,
    Meeting,
    MinutesState,
    NextMeeting,
    Summary,
)
from liaison_desktop.domain.people import NativeText, Person
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
        lambda seat: st.builds(
            Attendee, seat_id=st.just(seat), intervals=small(intervals), remote=st.booleans()
        )
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
    decisions = st.builds(
        Decision,
        votes=votes(),
        counts=st.none() | counts,
        mover=st.text(),
        seconder=st.text(),
    )
    actions = st.builds(Action, seat_id=st.none() | st.sampled_from(SEATS), organisation=st.text())
    decided = st.lists(decisions, max_size=3)
    return tuple(
        with_decisions(
            draw(
                st.builds(
                    AgendaItem,
                    no=st.just(no),
                    decision=st.none(),
                    actions=small(actions),
                    label=st.text(),
                    depth=st.integers(0, 2),
                    proposer=st.text(),
                    presenter=st.text(),
                    minutes_allotted=maybe_numbers,
                    late=st.booleans(),
                    postponed=st.booleans(),
                    continues_id=st.none() | st.uuids(),
                    approves_id=st.none() | st.uuids(),
                    attachments=small(st.uuids()),
                    titles=small(st.builds(NativeText)),
                    recused=small(st.sampled_from(SEATS)),
                )
            ),
            tuple(draw(decided)),
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
    starts=st.none() | st.times(),
    ends=st.none() | st.times(),
    link=st.text(),
    breaks=small(st.builds(Break, end=st.none() | st.times())),
    chair_turns=small(
        st.builds(ChairTurn, seat_id=st.sampled_from(SEATS), at=st.none() | st.times())
    ),
)


@given(meetings)
@settings(max_examples=60, deadline=None)
def test_meetings(town_store: Store, meeting: Meeting) -> None:
    outcomes = {each.id: Outcome.NONE for item in meeting.items for each in item.decisions}
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
