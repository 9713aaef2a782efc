"""Whatever is changed behind the program's back is found, and the check says where it is."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from sqlcipher3.dbapi2 import IntegrityError

from liaison_desktop.db import tables
from liaison_desktop.db.audited import PARTS
from liaison_desktop.db.engine import connect
from liaison_desktop.db.store import Store
from liaison_desktop.db.triggers import TRIGGERS
from liaison_desktop.db.types import GUID, UTC
from liaison_desktop.domain.audit import AuditEntry, chain_digest
from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.health import Finding
from tests.db.every_kind import put_every_kind
from tests.db.records import town

KINDS = sorted(set(Kind) - {Kind.REGISTER_ENTRY})
DERIVED = {"sort_key", "folded"}
"""What lists are ordered by and searched in: nobody reads it."""

Row = dict[str, Any]

_dates = st.dates().map(str)
_moments = st.datetimes().map(lambda moment: moment.isoformat(" ", "microseconds"))
_VALUES: dict[type, st.SearchStrategy[Any]] = {
    GUID: st.binary(min_size=15, max_size=17),
    UTC: _moments | st.just("soon"),
    sa.Boolean: st.sampled_from([0, 1]),
    sa.Enum: st.sampled_from(["unicorn", "draft", "full", "open", "it"]),
    sa.Integer: st.integers(-1, 2**31),
    sa.JSON: st.lists(st.text("ab")).map(json.dumps),
    sa.LargeBinary: st.binary(max_size=9),
    sa.Date: _dates | st.just("one day"),
    sa.Time: st.times().map(lambda time: time.isoformat("microseconds")),
    sa.Text: st.text(st.characters(exclude_categories=("Cs", "Cc"))),
    sa.String: st.text("0123456789", min_size=1),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("store") / "committees.liaison"
    with closing(Store.open(path, create=True)) as opened:
        put_every_kind(opened, town())
        yield opened


class ForbiddenError(Exception):
    """A change that the file's own rules keep even an intruder from."""


class Intruder:
    """Somebody who has the file, and neither the program nor its guards."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def rows(self, table: str) -> list[Row]:
        """All rows as they are stored."""
        cursor = self._connection.execute(f'SELECT * FROM "{table}" ORDER BY rowid')
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def write(self, table: str, rows: Sequence[Row]) -> bool:
        """Put these rows in the place of all others; ``False``: the file's rules forbid them."""
        self._connection.execute("BEGIN")
        self._connection.execute(f'DELETE FROM "{table}"')
        try:
            for row in rows:
                names = ", ".join(f'"{name}"' for name in row)
                marks = ", ".join("?" * len(row))
                self._connection.execute(
                    f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(row.values())
                )
        except IntegrityError:
            self._connection.execute("ROLLBACK")
            return False
        self._connection.execute("COMMIT")
        return True


@contextmanager
def intruder(store: Store) -> Iterator[Intruder]:
    with closing(connect(store.path)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("PRAGMA ignore_check_constraints=ON")
        for trigger in TRIGGERS:
            connection.execute(f"DROP TRIGGER {trigger.name}")
        try:
            yield Intruder(connection)
        finally:
            for trigger in TRIGGERS:
                connection.execute(trigger.statement)


def found(store: Store, table: str, change: Callable[[list[Row]], list[Row]]) -> list[Finding]:
    """What the check says after the rows of a table were changed; then they are as before."""
    with intruder(store) as somebody:
        before = somebody.rows(table)
        if not somebody.write(table, change([dict(row) for row in before])):
            raise ForbiddenError
    try:
        return list(store.health().findings)
    finally:
        with intruder(store) as somebody:
            assert somebody.write(table, before)


def rows_of(store: Store, table: str) -> list[Row]:
    with closing(connect(store.path)) as connection:
        return Intruder(connection).rows(table)


def locates(findings: Sequence[Finding], kind: str, record_id: bytes) -> bool:
    """Whether a finding names a record."""
    named = [
        (each.parameters.get("kind"), each.parameters.get("id"))
        for each in findings
        if each.code in ("record_altered", "record_missing", "record_unreadable")
    ]
    return (Kind(kind), str(UUID(bytes=record_id))) in named


def other_value(column: sa.Column[Any], value: object) -> st.SearchStrategy[Any]:
    """A value of the column that is not the one it has."""
    values = next(_VALUES[each] for each in type(column.type).__mro__ if each in _VALUES)
    if column.nullable:
        values |= st.none()
    return values.filter(lambda new: new != value)


def is_read(column: sa.Column[Any]) -> bool:
    """Whether a record depends on a column of its row."""
    in_order = column.name == "position" and column.table in PARTS
    return not in_order and column.name not in DERIVED


def owner_of(table: sa.Table, row: Row) -> tuple[str, bytes]:
    """Which record a row is, or is a part of."""
    for name in ("agreement_id", "paper_id", "meeting_id"):
        if table in PARTS and name in row:
            return name.removesuffix("_id"), row[name]
    return table.name, row["id"]


def test_a_record_of_every_kind_is_there_and_holds(store: Store) -> None:
    """A kind that the check forgets would be reported as gone."""
    assert store.health().findings == ()
    assert {entry["kind"] for entry in rows_of(store, "audit_entry")} == set(KINDS)


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_a_changed_value_is_found_in_its_record(store: Store, data: st.DataObject) -> None:
    names = [*KINDS, *(part.name for part in PARTS)]
    table = tables.metadata.tables[data.draw(st.sampled_from(names), "table")]
    rows = rows_of(store, table.name)
    index = data.draw(st.integers(0, len(rows) - 1), "row")
    old = rows[index]
    column = data.draw(st.sampled_from([each for each in table.c if is_read(each)]))
    new = data.draw(other_value(column, old[column.name]), column.name)

    def change(rows: list[Row]) -> list[Row]:
        rows[index][column.name] = new
        return rows

    try:
        findings = found(store, table.name, change)
    except ForbiddenError:
        reject()
    if (table.name, column.name) == ("decision", "outcome"):
        assert findings
    elif (table.name, column.name) == ("paper_file", "content"):
        assert "paper_file_altered" in [each.code for each in findings]
    else:
        assert locates(findings, *owner_of(table, old)), findings


@pytest.mark.parametrize("name", [*KINDS, *(part.name for part in PARTS)])
def test_a_row_that_is_gone_is_found(store: Store, name: str) -> None:
    table = tables.metadata.tables[name]
    row = rows_of(store, name)[0]
    assert locates(found(store, name, lambda rows: rows[1:]), *owner_of(table, row))


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_that_was_slipped_in_is_found(store: Store, kind: str) -> None:
    new = uuid7().bytes
    other: Row = {"key": "other", "register_number": "3", "register_position": 3, "number": 9}
    unique: dict[str, Row] = {
        "approval": {"meeting_id": uuid7().bytes},
        "refusal": {"field": "other"},
        "hand_signature": {"field": "other"},
        "filing": {"number": "9"},
        "trust_anchor": {"fingerprint": "cd"},
        "rules_version": {"valid_from": "2031-01-01"},
        "paper": {"meeting_id": uuid7().bytes},
        "reply": {"seat_id": uuid7().bytes},
        "meeting_template": {"name": "other"},
        "text_module": {"name": "other"},
    }

    def slip_in(rows: list[Row]) -> list[Row]:
        copied = dict(rows[0])
        changed = {name: value for name, value in other.items() if name in copied}
        return [*rows, copied | changed | unique.get(kind, {}) | {"id": new}]

    assert locates(found(store, kind, slip_in), kind, new)


def entry_of(row: Row) -> AuditEntry:
    ids = {name: UUID(bytes=row[name]) for name in ("committee_id", "entity_id")}
    return AuditEntry(**row | ids | {"kind": Kind(row["kind"])})


def broken_at(findings: Sequence[Finding]) -> object:
    """The entry of the log that the check names."""
    named = [
        each.parameters["sequence"]
        for each in findings
        if each.code in ("audit_chain_broken", "audit_log_unreadable")
    ]
    return named[0] if named else None


def entries(store: Store) -> st.SearchStrategy[int]:
    return st.integers(0, len(rows_of(store, "audit_entry")) - 1)


@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_a_changed_entry_of_the_log_is_found(store: Store, data: st.DataObject) -> None:
    index = data.draw(entries(store), "entry")
    column = data.draw(st.sampled_from(list(tables.audit_entry.c)))
    old = rows_of(store, "audit_entry")[index]
    new = data.draw(other_value(column, old[column.name]), column.name)

    def change(rows: list[Row]) -> list[Row]:
        rows[index][column.name] = new
        return rows

    try:
        findings = found(store, "audit_entry", change)
    except ForbiddenError:
        reject()
    sequence = old["sequence"]
    moved = min(sequence, new) if column.name == "sequence" else sequence
    gone = locates(findings, old["kind"], old["entity_id"])
    assert broken_at(findings) in (max(1, moved), sequence) or gone, findings


@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_an_entry_that_is_gone_is_found(store: Store, data: st.DataObject) -> None:
    index = data.draw(entries(store), "entry")
    rows = rows_of(store, "audit_entry")
    findings = found(store, "audit_entry", lambda rows: rows[:index] + rows[index + 1 :])
    if index == len(rows) - 1:
        assert locates(findings, rows[index]["kind"], rows[index]["entity_id"])
    else:
        assert broken_at(findings) == rows[index]["sequence"]


@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_entries_that_changed_places_are_found(store: Store, data: st.DataObject) -> None:
    """Also if whoever did it renumbered them."""
    first, second = sorted(data.draw(st.sets(entries(store), min_size=2, max_size=2)))

    def change(rows: list[Row]) -> list[Row]:
        one, other = rows[first]["sequence"], rows[second]["sequence"]
        rows[first], rows[second] = (
            rows[second] | {"sequence": one},
            rows[first] | {"sequence": other},
        )
        return rows

    assert broken_at(found(store, "audit_entry", change)) == first + 1


@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_an_entry_that_was_slipped_in_is_found(store: Store, data: st.DataObject) -> None:
    """Also if it is chained as the program would have chained it."""
    rows = rows_of(store, "audit_entry")
    like = rows[data.draw(entries(store), "like")]
    told = st.sampled_from([None, like["before"], like["after"], "f" * 64])
    drawn: Row = {"before": data.draw(told, "before"), "after": data.draw(told, "after")}
    drawn["entity_id"] = data.draw(st.sampled_from([like["entity_id"], uuid7().bytes]), "record")
    made = like | drawn | {"sequence": len(rows) + 1, "previous": rows[-1]["digest"]}
    digest = chain_digest(entry_of(made))
    chained = data.draw(st.booleans(), "chained")
    slipped_in = made | {"digest": digest if chained else "0" * 64}
    findings = found(store, "audit_entry", lambda rows: [*rows, slipped_in])
    named = locates(findings, like["kind"], drawn["entity_id"])
    assert broken_at(findings) == len(rows) + 1 or (chained and named)


@pytest.mark.parametrize("part", [part.name for part in PARTS])
def test_a_part_that_was_put_under_another_committee_is_found(store: Store, part: str) -> None:
    row = rows_of(store, part)[0]
    moved = row | {"committee_id": uuid7().bytes}
    findings = found(store, part, lambda rows: [moved, *rows[1:]])
    assert locates(findings, *owner_of(tables.metadata.tables[part], row))


def _putting(*rows: Row) -> Callable[[list[Row]], list[Row]]:
    """A change that leaves these rows and no others."""
    return lambda _rows: list(rows)


def test_a_kept_file_that_was_changed_is_found(store: Store) -> None:
    row = rows_of(store, "attachment")[0]
    contents: tuple[object, ...] = (b"another", "no bytes at all")
    for content in contents:
        changed = row | {"content": content}
        findings = found(store, "attachment", _putting(changed))
        assert locates(findings, "attachment", row["id"])


def test_papers_that_changed_places_in_the_register_are_found(store: Store) -> None:
    first, second = rows_of(store, "paper")
    places = first["register_position"], second["register_position"]
    swapped = [
        first | {"register_position": places[1]},
        second | {"register_position": places[0]},
    ]
    findings = found(store, "paper", _putting(*swapped))
    assert locates(findings, "paper", first["id"])
    assert locates(findings, "paper", second["id"])
