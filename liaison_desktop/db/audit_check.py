"""Compares the records of a committee with what its audit log says of them.

What nobody reads is not compared: the keys that lists are ordered by and searched in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db import tables
from liaison_desktop.db.audit import record_digest
from liaison_desktop.db.audited import PARTS, Audited, audited
from liaison_desktop.domain.audit import AuditEntry
from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.health import Finding

UNREADABLE = (UserError, ValueError, LookupError, TypeError)
"""What is raised where a value in a row is none that this program ever writes."""

Key = tuple[Kind, UUID]

_UUID_BYTES = 16


@dataclass(frozen=True, slots=True)
class Left:
    """How a record was left, by the log.

    Attributes:
        after: digest of the record.
        version, at: what its row carries: how often the row was written, and the last time.
    """

    after: str
    version: int
    at: str


def left_by(entries: Iterable[AuditEntry]) -> dict[Key, Left]:
    """How the log says that each record was left, in the order in which they were made."""
    left: dict[Key, Left] = {}
    for entry in entries:
        key = (entry.kind, entry.entity_id)
        before = left.get(key)
        if entry.after is None:
            left.pop(key, None)
        elif before is None:
            left[key] = Left(entry.after, 1, entry.at)
        elif entry.kind is Kind.PAPER:
            # A new state of its file leaves the row of a paper as it is.
            left[key] = Left(entry.after, before.version, before.at)
        else:
            left[key] = Left(entry.after, before.version + 1, entry.at)
    return left


def differences(
    connection: sa.Connection, committee_id: UUID, entries: Iterable[AuditEntry]
) -> Iterator[Finding]:
    """Each record that is altered, unreadable, gone, or was never written through the log."""
    left = left_by(entries)
    displaced = _displaced(connection, committee_id, left)
    for each in audited(connection, committee_id):
        logged = {key[1]: how for key, how in left.items() if key[0] is each.kind}
        yield from _differences(connection, committee_id, each, logged, displaced)


def _differences(
    connection: sa.Connection,
    committee_id: UUID,
    each: Audited,
    logged: dict[UUID, Left],
    displaced: set[Key],
) -> Iterator[Finding]:
    stamps = _stamps(connection, committee_id, each)
    digests = _digests(each, stamps)
    for stored_id, stamp in stamps.items():
        record_id = plain_id(stored_id)
        digest = digests.get(record_id) if record_id else None
        if record_id is None or digest is None:
            yield Finding(
                "record_unreadable", {"kind": each.kind, "id": str(record_id or stored_id)}
            )
            continue
        how = logged.get(record_id)
        as_left = how is not None and digest == how.after and stamp == (how.version, how.at, True)
        if not as_left or (each.kind, record_id) in displaced:
            yield Finding("record_altered", {"kind": each.kind, "id": str(record_id)})
    there = set(map(plain_id, stamps))
    for record_id in logged:
        if record_id not in there:
            yield Finding("record_missing", {"kind": each.kind, "id": str(record_id)})


def _digests(each: Audited, ids: Iterable[object]) -> dict[UUID, str | None]:
    """Digests of all records that can be read."""
    try:
        return {record.id: record_digest(record) for record in each.all()}
    except UNREADABLE:
        readable = filter(None, map(plain_id, ids))
        return {record_id: _digest(each, record_id) for record_id in readable}


def _digest(each: Audited, record_id: UUID) -> str | None:
    try:
        return record_digest(each.one(record_id))
    except UNREADABLE:
        return None


def _stamps(
    connection: sa.Connection, committee_id: UUID, each: Audited
) -> dict[object, tuple[object, object, bool]]:
    """What the rows carry beside the record, by their id as it is stored.

    The stamp of the last write ends with the name of the store in which it was made.
    """
    columns = each.table.c
    query = sa.select(
        raw(columns.id), raw(columns.version), raw(columns.changed_at), raw(columns.origin)
    ).where(each.of(committee_id))
    return {
        stored_id: (version, at, str(at).endswith(f"-{plain_id(origin)}"))
        for stored_id, version, at, origin in connection.execute(query)
    }


def _displaced(connection: sa.Connection, committee_id: UUID, left: dict[Key, Left]) -> set[Key]:
    """Papers at another place of the register than they were entered at, and records with strays.

    A stray is a part that is kept under another committee or meeting than what it is a part of:
    nothing reads it with its record.
    """
    in_order = [record_id for kind, record_id in left if kind is Kind.PAPER]
    entered = {record_id: place for place, record_id in enumerate(in_order, start=1)}
    paper = tables.paper.c
    query = sa.select(raw(paper.id), raw(paper.register_position)).where(
        paper.committee_id == committee_id
    )
    places = ((plain_id(stored_id), place) for stored_id, place in connection.execute(query))
    displaced = {
        (Kind.PAPER, paper_id)
        for paper_id, place in places
        if paper_id and entered.get(paper_id) != place
    }
    return displaced | set(_with_strays(connection, committee_id))


def _with_strays(connection: sa.Connection, committee_id: UUID) -> Iterator[Key]:
    for part in PARTS:
        for constraint in part.foreign_key_constraints:
            whole = constraint.referred_table
            owner = _owner(whole)
            shared = [name for name in ("committee_id", "meeting_id") if _both(part, whole, name)]
            if owner is None or not shared:
                continue
            joined = (pair.parent == pair.column for pair in constraint.elements)
            apart = (part.c[name].is_distinct_from(whole.c[name]) for name in shared)
            query = sa.select(raw(whole.c[owner])).where(
                whole.c.committee_id == committee_id, sa.and_(*joined), sa.or_(*apart)
            )
            kind = Kind.MEETING if owner == "meeting_id" else Kind(whole.name)
            for record_id in filter(None, map(plain_id, connection.scalars(query))):
                yield kind, record_id


def _owner(whole: sa.Table) -> str | None:
    """The column that names the record to which a row of a table belongs."""
    if whole in PARTS:
        return "meeting_id"
    return "id" if whole in (tables.meeting, tables.agreement, tables.paper) else None


def _both(part: sa.Table, whole: sa.Table, name: str) -> bool:
    return name in part.c and name in whole.c


def raw(column: sa.ColumnElement[object]) -> sa.ColumnElement[object]:
    """A column as the driver returns it, whatever was put into it."""
    return sa.type_coerce(column, sa.types.NullType())


def plain_id(raw: object) -> UUID | None:
    """The id that a driver returned; ``None``: it is none."""
    if isinstance(raw, UUID):
        return raw
    return UUID(bytes=raw) if isinstance(raw, bytes) and len(raw) == _UUID_BYTES else None
