"""Tables for export: stable names, plain values, personal columns only when asked for."""

import json
from dataclasses import replace
from datetime import time

import pytest

from liaison_desktop.db.exports.table import Value
from liaison_desktop.db.store import Store
from liaison_desktop.domain.meetings import Break, ChairTurn
from liaison_desktop.exchange.codebook import description
from tests.db.records import (
    Town,
    adopted,
    agreement_paper_of,
    correction_of,
    file_of,
    note_of,
    paper_of,
    town,
)

NAMES = (
    "committees",
    "rules",
    "organisations",
    "people",
    "seats",
    "memberships",
    "meetings",
    "attendance",
    "presence",
    "guests",
    "items",
    "decisions",
    "votes",
    "actions",
    "agreements",
    "agreement_parties",
    "papers",
    "register",
    "corrections",
)

PERSONAL = {
    "people": {"given_name", "family_name", "native_language", "native_name", "email"},
    "attendance": {"given_name", "family_name", "substitute", "note"},
    "guests": {"name", "reason"},
    "items": {"discussion", "proposer", "presenter"},
    "decisions": {"statement", "mover", "seconder"},
    "papers": {"signer"},
    "corrections": {"passages"},
}


@pytest.fixture
def exported(store: Store, stored_town: Town) -> dict[str, list[dict[str, Value]]]:
    paper = paper_of(stored_town.meeting, b"a", "ICC-1")
    with store.write("file", "tester") as unit:
        unit.papers.add(paper, b"a")
        unit.papers.add_file(file_of(paper.id, b"ab", 1, "chair"), b"ab")
        correction = correction_of(paper)
        unit.corrections.add(correction)
        unit.papers.add(note_of(correction, stored_town.meeting, b"n", "ICC-2"), b"n")
        unit.papers.add(agreement_paper_of(stored_town.agreement, b"g", "ICC-3"), b"g")
        town("de", "Fuldaberg").put(unit)
        unit.commit()
    with store.read() as reading:
        tables = reading.tables.all(personal=True)
        return {
            table.name: list(reading.tables.rows(table, stored_town.committee.id))
            for table in tables
        }


def test_names_and_personal_columns(store: Store) -> None:
    with store.read() as reading:
        whole = reading.tables.all(personal=True)
        public = reading.tables.all(personal=False)
    assert tuple(table.name for table in whole) == NAMES
    assert {table.name: table.personal for table in whole if table.personal} == PERSONAL
    for table, reduced in zip(whole, public, strict=True):
        assert set(table.columns) - set(reduced.columns) == PERSONAL.get(table.name, set())


def test_every_column_is_described(store: Store) -> None:
    with store.read() as reading:
        for table in reading.tables.all(personal=True):
            assert all(description(table.name, column) for column in table.columns), table.name


def test_every_row_has_every_column_and_plain_values(
    exported: dict[str, list[dict[str, Value]]], store: Store
) -> None:
    with store.read() as reading:
        columns = {table.name: table.columns for table in reading.tables.all(personal=True)}
    for name, rows in exported.items():
        assert rows, name
        for row in rows:
            assert tuple(row) == columns[name]
            assert all(type(value) in (str, int, float, bool, type(None)) for value in row.values())


def test_only_the_committee_asked_for(
    exported: dict[str, list[dict[str, Value]]], stored_town: Town, store: Store
) -> None:
    (committee,) = exported["committees"]
    assert committee["id"] == str(stored_town.committee.id)
    for name in NAMES[1:]:
        assert {row["committee_id"] for row in exported[name]} == {committee["id"]}
    with store.read() as reading:
        (table, *_rest) = reading.tables.all(personal=False)
        assert len(list(reading.tables.rows(table, None))) == 2


def test_values(exported: dict[str, list[dict[str, Value]]]) -> None:
    (rules,) = exported["rules"]
    assert rules["quorum"] == "more_than_half"
    assert rules["notice_days"] == 5
    assert rules["signatories"] == "chair; secretary"
    (meeting,) = exported["meetings"]
    assert (meeting["date"], meeting["opened"]) == ("2026-10-14", "17:00:00")
    by_name, counted = exported["decisions"]
    assert [by_name[column] for column in ("votes_for", "against", "abstained")] == [1, 0, 1]
    assert [counted[column] for column in ("votes_for", "against", "recused")] == [6, 1, 1]
    entry, note, agreed = exported["register"]
    assert (entry["register_position"], entry["register_number"]) == (1, "ICC-1")
    assert (entry["fields"], entry["signed"]) == ("chair; secretary", 1)
    assert [file["created_at"] for file in exported["papers"]] == [
        "2026-10-20T09:30:15.000250+00:00"
    ] * 4
    (correction,) = exported["corrections"]
    assert (correction["number"], correction["decided_on"]) == (1, "2026-12-02")
    assert json.loads(str(correction["passages"]))[1] == {
        "item": None,
        "was": "19:10",
        "now": "19:20",
        "reason": "",
    }
    assert (note["kind"], note["correction_id"]) == ("correction_note", correction["id"])
    assert (agreed["meeting_id"], agreed["agreement_version"]) == (None, 1)


def test_the_course_of_a_meeting(store: Store, stored_town: Town) -> None:
    meeting = stored_town.meeting
    first, closed, third = meeting.items
    seat = meeting.attendees[0].seat_id
    course = {"label": "1a", "depth": 1, "proposer": "Ada", "late": True, "recused": (seat,)}
    assert first.decision is not None
    (action, *others) = first.actions
    changed = replace(
        meeting,
        starts=time(17),
        ends=time(19),
        breaks=(Break(start=time(18), end=time(18, 10)),),
        chair_turns=(ChairTurn(seat_id=seat, item_no=2),),
        attendees=(replace(meeting.attendees[0], remote=True), *meeting.attendees[1:]),
        items=(
            replace(
                first,
                started=time(17, 5),
                decision=replace(first.decision, mover="Ada", seconder="Bice"),
                actions=(replace(action, seat_id=None, organisation="Consulta"), *others),
                **course,  # type: ignore[arg-type]
            ),
            replace(closed, **course),  # type: ignore[arg-type]
            third,
        ),
    )
    with store.write("change", "tester") as unit:
        unit.meetings.put(changed, adopted(changed))
        unit.commit()
    with store.read() as reading:
        found = {
            table.name: list(reading.tables.rows(table, stored_town.committee.id))
            for table in reading.tables.all(personal=True)
        }
    (told,) = found["meetings"]
    assert (told["starts"], told["ends"]) == ("17:00:00", "19:00:00")
    assert json.loads(str(told["breaks"]))[0]["start"].startswith("18:00")
    assert json.loads(str(told["chair_turns"]))[0]["seat_id"] == str(seat)
    assert [row["remote"] for row in found["attendance"]] == [True, False]
    open_item, closed_item, _third = found["items"]
    wanted = ("label", "depth", "proposer", "late", "recused", "started")
    assert [open_item[each] for each in wanted] == ["1a", 1, "Ada", True, str(seat), "17:05:00"]
    assert [closed_item[each] for each in wanted] == ["1a", 1, None, None, None, None]
    assert (found["decisions"][0]["mover"], found["decisions"][0]["seconder"]) == ("Ada", "Bice")
    assert [row["organisation"] for row in found["actions"]] == ["Consulta", ""]
