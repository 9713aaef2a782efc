"""There is no unlogged write, and whatever was changed behind the log's back is found."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from liaison_desktop.db.engine import connect
from liaison_desktop.db.store import Store
from liaison_desktop.db.triggers import TRIGGERS
from liaison_desktop.domain.audit import verify_chain
from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.errors import UserError
from tests.db.records import Town, correction_of, file_of, note_of, paper_of, town


def _codes(store: Store) -> list[str]:
    return [finding.code for finding in store.health().findings]


@pytest.fixture
def filed_town(store: Store, stored_town: Town) -> Town:
    paper = paper_of(stored_town.meeting, b"%PDF", "1")
    with store.write("file", "tester") as unit:
        unit.papers.add(paper, b"%PDF")
        unit.papers.add_file(file_of(paper.id, b"%PDF signed", 1, "chair"), b"%PDF signed")
        correction = correction_of(paper)
        unit.corrections.add(correction)
        unit.papers.add(note_of(correction, stored_town.meeting, b"note", "2"), b"note")
        unit.commit()
    return stored_town


def _tamper(path: Path, *statements: str) -> None:
    """Change the file as somebody could who has it: without the triggers."""
    with closing(connect(path)) as connection:
        for trigger in TRIGGERS:
            connection.execute(f"DROP TRIGGER {trigger.name}")
        for statement in statements:
            connection.execute(statement)
        for trigger in TRIGGERS:
            connection.execute(trigger.statement)


def test_every_change_has_its_entry(store: Store, filed_town: Town) -> None:
    with store.read() as reading:
        entries = reading.audit.entries(filed_town.committee.id)
        assert reading.audit.verify() is None
    kinds = [entry.kind for entry in entries]
    assert kinds == [
        Kind.COMMITTEE,
        Kind.RULES_VERSION,
        *[Kind.ORGANISATION] * 2,
        *[Kind.PERSON] * 2,
        *[Kind.SEAT] * 2,
        *[Kind.MEMBERSHIP] * 2,
        Kind.MEETING,
        Kind.AGREEMENT,
        *[Kind.PAPER] * 2,
        Kind.CORRECTION,
        Kind.PAPER,
    ]
    assert verify_chain(entries) is None
    assert {(entry.actor, entry.command) for entry in entries} == {
        ("tester", "demonstration"),
        ("tester", "file"),
    }
    assert [entry.at for entry in entries] == sorted(entry.at for entry in entries)
    made, signed = (entry for entry in entries[-4:] if entry.entity_id == entries[-4].entity_id)
    assert signed.before == made.after


def test_each_committee_has_its_own_chain(store: Store, stored_town: Town) -> None:
    other = town("de", "Fuldaberg")
    with store.write("demonstration", "tester") as unit:
        other.put(unit)
        unit.committees.put(replace(stored_town.committee, name="Altro"))
        unit.commit()
    with store.read() as reading:
        assert [e.sequence for e in reading.audit.entries(other.committee.id)] == list(range(1, 13))
        assert len(reading.audit.entries(stored_town.committee.id)) == 13
    assert store.health().sound


def test_what_is_rolled_back_is_not_logged(store: Store, stored_town: Town) -> None:
    with store.write("edit", "tester") as unit:
        unit.committees.put(replace(stored_town.committee, name="Altro"))
    with store.read() as reading:
        assert len(reading.audit.entries(stored_town.committee.id)) == 12


def test_stamps_go_on_after_reopening(store: Store, stored_town: Town) -> None:
    later = "2199-01-01T00:00:00.000Z-0000-elsewhere"
    _tamper(store.path, f"UPDATE audit_entry SET at = '{later}' WHERE sequence = 12")
    reopened = Store.open(store.path)
    with reopened.write("edit", "tester") as unit:
        unit.committees.put(replace(stored_town.committee, name="Altro"))
        unit.commit()
    with reopened.read() as reading:
        assert reading.audit.entries(stored_town.committee.id)[-1].at > later
    reopened.close()


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE audit_entry SET actor = 'other' WHERE sequence = 3", "audit_chain_broken"),
        ("UPDATE audit_entry SET after = before WHERE sequence = 14", "audit_chain_broken"),
        ("UPDATE audit_entry SET digest = previous WHERE sequence = 5", "audit_chain_broken"),
        ("DELETE FROM audit_entry WHERE sequence = 1", "audit_chain_broken"),
        ("DELETE FROM audit_entry WHERE sequence = 7", "audit_chain_broken"),
        ("DELETE FROM audit_entry WHERE sequence = 14", "record_altered"),
        ("DELETE FROM audit_entry", "record_altered"),
        ("UPDATE committee SET name = 'Altro'", "record_altered"),
        ("UPDATE rules_version SET valid_from = '2020-01-01'", "record_altered"),
        ("UPDATE organisation SET name = 'Altro'", "record_altered"),
        ("UPDATE person SET email = 'x@example.org'", "record_altered"),
        ("UPDATE seat SET voting = 0", "record_altered"),
        ("UPDATE membership SET role = 'secretary'", "record_altered"),
        ("UPDATE agenda_item SET discussion = 'Altro' WHERE no = 1", "record_altered"),
        ("UPDATE vote SET choice = 'against'", "record_altered"),
        ("UPDATE agreement SET title = 'Altro'", "record_altered"),
        ("UPDATE paper SET title = 'Altro'", "record_altered"),
        ("UPDATE paper_file SET signer = 'Altro'", "record_altered"),
        ("UPDATE paper_file SET content = x'00' WHERE sequence = 0", "paper_file_altered"),
        ("DELETE FROM membership", "record_missing"),
        ("UPDATE decision SET outcome = 'none'", "outcome_altered"),
        ("UPDATE decision SET votes_for = 1, against = NULL", "record_altered"),
        ("UPDATE meeting SET date = 'yesterday'", "record_unreadable"),
        ("UPDATE person SET email = CAST(x'ff' AS TEXT)", "record_unreadable"),
        ("UPDATE rules_version SET rules = '{}'", "record_unreadable"),
        ("UPDATE audit_entry SET kind = 'unicorn' WHERE sequence = 4", "audit_log_unreadable"),
    ],
)
def test_tampering_is_found(store: Store, filed_town: Town, statement: str, code: str) -> None:
    assert _codes(store) == []
    _tamper(store.path, statement)
    assert code in _codes(store)


def test_a_table_that_lost_its_guards_is_found(store: Store, filed_town: Town) -> None:
    with closing(connect(store.path)) as connection:
        connection.execute("DROP TRIGGER paper_update_refused")
    (finding,) = store.health().findings
    assert (finding.code, finding.parameters) == ("table_unguarded", {"table": "paper"})


def test_a_store_that_lost_its_own_name_is_damaged(store: Store) -> None:
    with closing(connect(store.path)) as connection:
        connection.execute("DELETE FROM store")
    with pytest.raises(UserError, match="store_damaged"):
        Store.open(store.path)


def test_a_vanished_committee_is_found(store: Store, stored_town: Town) -> None:
    with closing(connect(store.path)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("DELETE FROM committee")
    codes = _codes(store)
    assert "reference_broken" in codes
    assert "record_missing" in codes


@pytest.mark.parametrize("table", ["audit_entry", "paper", "paper_file", "correction"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET committee_id = NULL", "DELETE FROM {}"])
def test_what_only_grows_refuses_to_shrink(
    store: Store, filed_town: Town, table: str, statement: str
) -> None:
    with (
        closing(connect(store.path)) as connection,
        pytest.raises(Exception, match=f"{table} only grows"),
    ):
        connection.execute(statement.format(table))


def test_the_register_has_no_gaps(store: Store, filed_town: Town) -> None:
    columns = "committee_id, meeting_id, kind, edition, title, fields, version, changed_at, origin"
    copied = (
        f"INSERT INTO paper (id, language, register_number, register_position, {columns}) "
        f"SELECT x'00', 'de', '9', {{}}, {columns} FROM paper WHERE kind = 'minutes'"
    )
    with closing(connect(store.path)) as connection:
        for position in (2, 4):
            with pytest.raises(Exception, match="the register has no gaps"):
                connection.execute(copied.format(position))
        connection.execute(copied.format(3))


def test_corrections_have_no_gaps(store: Store, filed_town: Town) -> None:
    columns = (
        "committee_id, paper_id, sha256, label, decided_on, decided_in, passages, version, "
        "changed_at, origin"
    )
    copied = (
        f"INSERT INTO correction (id, year, number, {columns}) "
        f"SELECT randomblob(16), {{}}, {{}}, {columns} FROM correction WHERE year = 2026"
    )
    with closing(connect(store.path)) as connection:
        for year, number in ((2026, 1), (2026, 3), (2027, 2)):
            with pytest.raises(Exception, match="the corrections of a year have no gaps"):
                connection.execute(copied.format(year, number))
        connection.execute(copied.format(2027, 1))
        connection.execute(copied.format(2026, 2))
