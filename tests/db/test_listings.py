"""Lists: pages put together are the whole list, and words are found whatever their accents."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from liaison_desktop.db.listings.listings import Listings
from liaison_desktop.db.store import Store
from liaison_desktop.domain.agreements import AgreementStatus
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.decisions import ActionStatus
from liaison_desktop.domain.listings import Page, PageRequest
from liaison_desktop.domain.meetings import MeetingState, MinutesState
from liaison_desktop.domain.people import Constituency, Organisation
from tests.db.records import Town, adopted, file_of, paper_of, town

ListOf = Callable[[Listings, PageRequest], Page[Any]]

LISTS: dict[str, ListOf] = {
    "meetings": Listings.meetings,
    "minutes": Listings.minutes,
    "people": Listings.people,
    "organisations": Listings.organisations,
    "decisions": Listings.decisions,
    "actions": Listings.actions,
    "agreements": Listings.agreements,
}


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, list[Town]]]:
    """Three towns, so that many sort keys are equal and only the ids tell rows apart."""
    store = Store.open(tmp_path_factory.mktemp("store") / "store.liaison", create=True)
    made = [town(key, city) for key, city in (("a", "Aarhus"), ("b", "Berlin"), ("c", "Κόρινθος"))]
    with store.write("demonstration", "tester") as unit:
        for each in made:
            each.put(unit)
        unit.commit()
    yield store, made
    store.close()


@pytest.mark.parametrize("name", LISTS)
@given(limit=st.integers(1, 12), alone=st.booleans())
@settings(max_examples=20, deadline=None)
def test_pages_are_the_whole_list(
    towns: tuple[Store, list[Town]], name: str, limit: int, alone: bool
) -> None:
    store, made = towns
    list_of = LISTS[name]
    committee_id = made[1].committee.id if alone else None
    request = PageRequest(committee_id=committee_id, limit=limit)
    with store.read() as reading:
        whole = list_of(reading.listings, replace(request, limit=1000))
        assert whole.next is None
        assert whole.rows
        paged: list[object] = []
        while True:
            page = list_of(reading.listings, request)
            assert len(page.rows) <= limit
            paged += page.rows
            if page.next is None:
                break
            request = replace(request, after=page.next)
    assert tuple(paged) == whole.rows
    assert all(row.committee_id == committee_id for row in whole.rows) or not alone


@pytest.mark.parametrize("name", LISTS)
def test_a_page_is_one_query(towns: tuple[Store, list[Town]], name: str) -> None:
    store, _made = towns
    queries: list[str] = []

    def note(_connection: sa.Connection, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("SELECT"):
            queries.append(statement)

    event.listen(store._engine, "before_cursor_execute", note)
    try:
        with store.read() as reading:
            LISTS[name](reading.listings, PageRequest())
    finally:
        event.remove(store._engine, "before_cursor_execute", note)
    assert len(queries) == 1


class TestRows:
    def test_meeting(self, store: Store, stored_town: Town) -> None:
        with store.read() as reading:
            (row,) = reading.listings.meetings(PageRequest()).rows
        meeting = stored_town.meeting
        assert (row.id, row.committee_id) == (meeting.id, meeting.committee_id)
        assert (row.committee_key, row.city) == ("it", "Portochiaro")
        assert (row.number, row.year, row.date) == (None, 2026, meeting.date)
        assert (row.kind, row.place, row.state) == (meeting.kind, meeting.place, meeting.state)

    def test_minutes_count_their_signatures(self, store: Store, stored_town: Town) -> None:
        paper = paper_of(stored_town.meeting, b"a", "ICC-1")
        german = paper_of(stored_town.meeting, b"b", "ICC-0", language="de")
        with store.write("file", "tester") as unit:
            unit.papers.add(german, b"b")
            unit.papers.add(paper, b"a")
            unit.papers.add_file(file_of(paper.id, b"ab", 1, "chair"), b"ab")
            unit.commit()
        with store.read() as reading:
            (row,) = reading.listings.minutes(PageRequest()).rows
        assert (row.paper_id, row.register_number) == (paper.id, "ICC-1")
        assert (row.signed, row.required) == (1, 2)

    def test_minutes_not_filed(self, store: Store, stored_town: Town) -> None:
        with store.read() as reading:
            (row,) = reading.listings.minutes(PageRequest()).rows
        assert (row.paper_id, row.register_number, row.signed, row.required) == (None, "", 0, 0)

    def test_person_shows_the_membership_that_runs_longest(
        self, store: Store, stored_town: Town
    ) -> None:
        first, second = stored_town.memberships
        ended = replace(
            second,
            id=uuid7(),
            seat_id=first.seat_id,
            start=date(2020, 1, 1),
            end=date(2021, 1, 1),
        )
        with store.write("edit", "tester") as unit:
            unit.people.put_membership(ended)
            unit.commit()
        with store.read() as reading:
            rows = reading.listings.people(PageRequest()).rows
        assert [row.name for row in rows] == ["Karim Àlvaro", "Ottavia Belcampo"]
        assert rows[0].term_end == second.end
        assert rows[0].organisation == "Associazione Fontebruna"
        assert rows[0].name_native == "كريم"
        assert rows[0].constituency is Constituency.MIGRANT_ASSOCIATION

    def test_organisation(self, store: Store, stored_town: Town) -> None:
        with store.read() as reading:
            rows = reading.listings.organisations(PageRequest()).rows
        assert [(row.name, row.seats) for row in rows] == [
            ("Associazione Fontebruna", 1),
            ("Comune", 1),
        ]

    def test_decisions_and_actions(self, store: Store, stored_town: Town) -> None:
        with store.read() as reading:
            decisions = reading.listings.decisions(PageRequest()).rows
            actions = reading.listings.actions(PageRequest()).rows
        assert [row.item for row in decisions] == [2, 1]
        assert decisions[1].declared_outcome == decisions[1].outcome
        assert [(row.text, row.responsible) for row in actions] == [
            ("Archiviare", ""),
            ("Pubblicare", "Ottavia Belcampo"),
        ]

    def test_agreement(self, store: Store, stored_town: Town) -> None:
        with store.read() as reading:
            (row,) = reading.listings.agreements(PageRequest()).rows
        assert (row.parties, row.ends_on, row.notice_until) == (
            2,
            date(2028, 1, 15),
            date(2027, 11, 16),
        )


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Δημοτικό Σχολείο", "σχολειο"),
        ("Δημοτικό Σχολείο", "ΣΧΟΛΕΙΟ δημ"),
        ("Byens mødested", "mode"),
        ("Verein Goldstraße", "GOLDSTRASSE"),
        ("جمعية الإسلام", "اسلام"),
        ("جمعية الإسلام", "جمعيه الاسلام"),
        ("Circolo ٢٠٢٦", "2026"),
        ("100 % Kultur_Haus", "% kultur_"),
    ],
)
def test_search(store: Store, stored_town: Town, name: str, typed: str) -> None:
    found = Organisation(
        id=uuid7(),
        committee_id=stored_town.committee.id,
        key="x",
        name=name,
        constituency=Constituency.CSO,
    )
    with store.write("edit", "tester") as unit:
        unit.people.put_organisation(found)
        unit.commit()
    with store.read() as reading:
        rows = reading.listings.organisations(PageRequest(search=typed)).rows
    assert [row.id for row in rows] == [found.id]


def test_search_knows_each_list_s_words(store: Store, stored_town: Town) -> None:
    expected = {
        "meetings": ("mercati nomina", 1),
        "minutes": ("2026-10-14", 1),
        "people": ("alvaro FONTEBRUNA", 1),
        "organisations": ("جمعيه", 1),
        "decisions": ("eletta", 1),
        "actions": ("belcampo", 1),
        "agreements": ("comune protocollo", 1),
    }
    with store.read() as reading:
        for name, (typed, count) in expected.items():
            page = LISTS[name](reading.listings, PageRequest(search=typed))
            assert (name, len(page.rows)) == (name, count)
            assert not LISTS[name](reading.listings, PageRequest(search=f"{typed} zzz")).rows


class TestWhatWaits:
    def test_upcoming(self, store: Store, stored_town: Town) -> None:
        planned = replace(
            stored_town.meeting,
            id=uuid7(),
            key="it-2026-4",
            date=date(2026, 12, 2),
            state=MeetingState.PLANNED,
            minutes_state=MinutesState.NONE,
            items=(),
        )
        with store.write("plan", "tester") as unit:
            unit.meetings.put(planned, {})
            unit.commit()
        with store.read() as reading:
            listings = reading.listings
            row = listings.upcoming(None, date(2026, 1, 1))
            assert row is not None
            assert row.id == planned.id
            assert listings.upcoming(planned.committee_id, date(2026, 12, 3)) is None

    def test_minutes_wait_until_all_have_signed(self, store: Store, stored_town: Town) -> None:
        meeting = replace(stored_town.meeting, minutes_state=MinutesState.FINAL, number=3)
        paper = paper_of(meeting, b"a", "1")
        with store.write("sign", "tester") as unit:
            unit.meetings.put(meeting, adopted(meeting))
            unit.papers.add(paper, b"a")
            unit.papers.add_file(file_of(paper.id, b"ab", 1, "chair"), b"ab")
            unit.commit()
        with store.read() as reading:
            assert len(reading.listings.waiting_minutes(None)) == 1
        with store.write("sign", "tester") as unit:
            unit.papers.add_file(file_of(paper.id, b"abc", 2, "secretary"), b"abc")
            unit.commit()
        with store.read() as reading:
            assert not reading.listings.waiting_minutes(None)

    def test_overdue_actions(self, store: Store, stored_town: Town) -> None:
        with store.read() as reading:
            assert not reading.listings.overdue_actions(None, date(2026, 11, 1))
            (row,) = reading.listings.overdue_actions(None, date(2026, 11, 2))
        assert row.text == "Pubblicare"
        assert row.status is ActionStatus.OPEN

    def test_agreements_due(self, store: Store, stored_town: Town) -> None:
        notice, end = date(2027, 11, 16), date(2028, 1, 15)
        with store.read() as reading:
            due = reading.listings.agreements_due
            assert len(due(None, notice, notice)) == 1
            assert len(due(None, end, end)) == 1
            assert not due(None, date(2027, 11, 17), date(2028, 1, 14))
        draft = replace(stored_town.agreement, status=AgreementStatus.DRAFT)
        with store.write("edit", "tester") as unit:
            unit.agreements.put(draft)
            unit.commit()
        with store.read() as reading:
            assert not reading.listings.agreements_due(None, notice, end)
