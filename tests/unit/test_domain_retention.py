"""Clocks of keeping, and what an erasure takes and leaves."""

from calendar import monthrange
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.domain.agreements import months_after
from liaison_desktop.domain.meetings import Meeting, MinutesState
from liaison_desktop.domain.people import ContactKind, ContactPoint, Gender, NativeText, Person
from liaison_desktop.domain.retention import (
    PSEUDONYM,
    contact_due,
    erased,
    holds_anything,
    last_day,
    names_in_text,
    pseudonymised,
)
from liaison_desktop.domain.seats import Capacity, Membership, Role
from tests.unit.strategies import meetings

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
AMAL = Person(
    id=UUID(int=1),
    committee_id=UUID(int=2),
    key="p1",
    given_name="Amal",
    family_name="Haddad",
    gender=Gender.FEMALE,
    email="amal@example.org",
    name_native=NativeText(language="ar", text="أمل حداد"),
    contacts=(ContactPoint(kind=ContactKind.PHONE, value="1"),),
    note="calls back",
)


def term(start: date | None, end: date | None) -> Membership:
    return Membership(
        id=UUID(int=3),
        committee_id=UUID(int=2),
        seat_id=UUID(int=4),
        person_id=AMAL.id,
        capacity=Capacity.HOLDER,
        role=Role.MEMBER,
        start=start,
        end=end,
    )


@given(DAYS, st.integers(0, 60))
def test_months_later_is_the_same_day_or_the_months_last(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == min(day.day, monthrange(later.year, later.month)[1])


def test_the_clock_runs_from_the_end_of_the_last_term() -> None:
    terms = [term(None, date(2022, 3, 31)), term(date(2022, 4, 1), date(2024, 2, 29))]
    assert last_day(terms) == date(2024, 2, 29)
    assert contact_due(AMAL, terms, date(2025, 2, 27)) is None
    due = contact_due(AMAL, terms, date(2025, 2, 28))
    assert due is not None
    assert (due.name, due.term_ended, due.due_since) == (
        "Amal Haddad",
        date(2024, 2, 29),
        date(2025, 2, 28),
    )


@pytest.mark.parametrize(
    "terms", [[], [term(date(2020, 1, 1), None)], [term(None, date(2000, 1, 1)), term(None, None)]]
)
def test_no_clock_runs_without_an_end(terms: list[Membership]) -> None:
    assert last_day(terms) is None
    assert contact_due(AMAL, terms, date(2050, 1, 1)) is None


def test_an_erasure_leaves_the_name_and_says_what_it_took() -> None:
    emptied, fields = erased(AMAL, date(2026, 11, 25))
    assert fields == ("email", "contacts", "gender", "note")
    assert (emptied.full_name, emptied.name_native) == (AMAL.full_name, AMAL.name_native)
    assert emptied.erased_on == date(2026, 11, 25)
    assert not holds_anything(emptied)
    assert contact_due(emptied, [term(None, date(2000, 1, 1))], date(2026, 1, 1)) is None


@given(meetings(), st.sampled_from(MinutesState))
def test_a_draft_loses_the_name_and_nothing_else(meeting: Meeting, state: MinutesState) -> None:
    meeting = replace(meeting, minutes_state=state)
    seat = meeting.attendees[0]
    person = replace(AMAL, given_name=seat.given_name, family_name=seat.family_name)
    after = pseudonymised(meeting, person, frozenset({seat.seat_id}))
    if state is MinutesState.FINAL:
        assert after == meeting
        return
    assert after.attendees[0].full_name == PSEUDONYM
    assert after.attendees[1:] == meeting.attendees[1:]
    assert replace(after, attendees=meeting.attendees) == meeting


@given(meetings())
def test_a_name_in_the_text_of_a_draft_is_found(meeting: Meeting) -> None:
    named = replace(meeting, closing_text=f"Thanks to {AMAL.full_name}.")
    assert not names_in_text(meeting, AMAL)
    assert names_in_text(named, AMAL)
    assert not names_in_text(replace(named, minutes_state=MinutesState.FINAL), AMAL)


@given(meetings())
def test_whoever_stood_in_is_called_so_too(meeting: Meeting) -> None:
    first = replace(meeting.attendees[0], substitute=AMAL.full_name)
    meeting = replace(meeting, attendees=(first, *meeting.attendees[1:]))
    after = pseudonymised(meeting, AMAL, frozenset({first.seat_id}))
    assert after.attendees[0] == replace(first, substitute=PSEUDONYM)
    stranger = replace(AMAL, given_name="Nobody")
    assert pseudonymised(meeting, stranger, frozenset({first.seat_id})) == meeting
