"""Tables for export: stable names, plain values, personal columns only when asked for."""

import json
from dataclasses import replace
from datetime import time

import pytest

from liaison_desktop.db.exports.table import Value
from liaison_desktop.db.store import Store
from liaison_desktop.domain.meetings import Break, ChairTurn
from liaison_desktop.exchange.codebook import description
from tests.db.every_kind import SCAN, archive_of, put_archive
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
    "approvals",
    "refusals",
    "filings",
    "dispatches",
)

PERSONAL = {
    "people": {"given_name", "family_name", "native_language", "native_name", "email"},
    "attendance": {"given_name", "family_name", "substitute", "note"},
    "guests": {"name", "reason"},
    "items": {"discussion", "proposer", "presenter"},
    "decisions": {"statement", "mover", "seconder"},
    "papers": {"signer"},
    "corrections": {"passages"},
    "refusals": {"name", "reason"},
    "dispatches": {"name", "receipt"},
}


Tables = dict[str, list[dict[str, Value]]]


@pytest.fixture
def exported(store: Store, stored_town: Town) -> Tables:
    paper = paper_of(stored_town.meeting, b"a", "ICC-1")
    with store.write("file", "tester") as unit:
        unit.papers.add(paper, b"a")
        unit.papers.add_file(file_of(paper.id, b"ab", 1, "chair"), b"ab")
        correction = correction_of(paper)
        unit.corrections.add(correction)
        unit.papers.add(note_of(correction, stored_town.meeting, b"n", "ICC-2"), b"n")
        unit.papers.add(agreement_paper_of(stored_town.agreement, b"g", "ICC-3"), b"g")
        town("de", "Fuldaberg").put(unit)
        put_archive(unit, archive_of(stored_town, paper))
        unit.commit()
    return tables_of(store, stored_town, personal=True)


def tables_of(store: Store, town: Town, *, personal: bool) -> Tables:
    with store.read() as reading:
        return {
            table.name: list(reading.tables.rows(table, town.committee.id))
            for table in reading.tables.all(personal=personal)
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


def test_every_row_has_every_column_and_plain_values(exported: Tables, store: Store) -> None:
    with store.read() as reading:
        columns = {table.name: table.columns for table in reading.tables.all(personal=True)}
    for name, rows in exported.items():
        assert rows, name
        for row in rows:
            assert tuple(row) == columns[name]
            assert all(type(value) in (str, int, float, bool, type(None)) for value in row.values())


def test_only_the_committee_asked_for(exported: Tables, stored_town: Town, store: Store) -> None:
    (committee,) = exported["committees"]
    assert committee["id"] == str(stored_town.committee.id)
    for name in NAMES[1:]:
        assert {row["committee_id"] for row in exported[name]} == {committee["id"]}
    with store.read() as reading:
        (table, *_rest) = reading.tables.all(personal=False)
        assert len(list(reading.tables.rows(table, None))) == 2


def test_values(exported: Tables) -> None:
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


def test_how_minutes_were_approved_and_what_became_of_papers(
    exported: Tables, store: Store, stored_town: Town
) -> None:
    (approved,) = exported["approvals"]
    assert approved["meeting_id"] == str(stored_town.meeting.id)
    assert (approved["circulations"], approved["drafts_sent"]) == (1, 2)
    assert approved["circulated_at"] == "2026-11-02T09:30:00+00:00"
    assert approved["objections_until"] == approved["approved_on"] == "2026-11-02"
    rulings = ("open", "accepted", "rejected", "withdrawn")
    assert [approved[f"objections_{ruling}"] for ruling in rulings] == [0, 1, 0, 0]
    assert (approved["words"], approved["corrected"]) == ("Verbale n. 4/2026", False)
    entry, note, _agreed = exported["register"]
    columns = ("signed", "signed_by_hand", "refused", "handed_over", "received")
    assert [entry[column] for column in columns] == [1, 1, 1, 1, 0]
    assert [note[column] for column in columns] == [0, 0, 0, 0, 0]
    filed = ("authority", "authority_number", "filed_on")
    assert [entry[column] for column in filed] == ["Comune", "0000123", "2026-11-02"]
    assert [note[column] for column in filed] == [None, None, None]
    assert exported["refusals"][0]["reason"] == "Non presente."
    assert exported["filings"][0]["number"] == "0000123"
    assert exported["dispatches"][0]["name"] == stored_town.people[0].full_name


def test_no_names_and_never_an_address_leave_with_the_life_of_minutes(
    exported: Tables, store: Store, stored_town: Town
) -> None:
    names = ("approvals", "refusals", "filings", "dispatches", "register")
    reduced = tables_of(store, stored_town, personal=False)
    told = repr([reduced[name] for name in names])
    for person in stored_town.people:
        assert person.full_name not in told
    assert "Non presente." not in told
    assert "@" not in repr([exported[name] for name in names])


def test_minutes_that_wait_for_their_approval_are_told(store: Store, stored_town: Town) -> None:
    archive = archive_of(stored_town)
    with store.write("circulate", "tester") as unit:
        unit.attachments.add(archive.scan, SCAN)
        unit.archive.circulations.put(archive.circulation)
        unit.commit()
    (waiting,) = tables_of(store, stored_town, personal=False)["approvals"]
    assert (waiting["circulations"], waiting["approved_on"]) == (1, None)
