"""Reads the audit log and compares it with the records it speaks of."""

from collections.abc import Iterator
from contextlib import suppress
from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db.audit import entry_of
from liaison_desktop.db.audit_check import UNREADABLE, differences, plain_id, raw
from liaison_desktop.db.tables import audit_entry
from liaison_desktop.db.tables import committee as committee_table
from liaison_desktop.domain.audit import AuditEntry, verify_chain, verify_history
from liaison_desktop.domain.health import Finding


class AuditTrail:
    """The audit log of one reading."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def entries(self, committee_id: UUID) -> tuple[AuditEntry, ...]:
        """A committee's chain, oldest entry first."""
        query = (
            sa.select(audit_entry)
            .where(audit_entry.c.committee_id == committee_id)
            .order_by(audit_entry.c.sequence)
        )
        return tuple(entry_of(row) for row in self._connection.execute(query))

    def entries_of(self, record_id: UUID) -> tuple[AuditEntry, ...]:
        """What the chains tell of one record, oldest entry first."""
        query = (
            sa.select(audit_entry)
            .where(audit_entry.c.entity_id == record_id)
            .order_by(audit_entry.c.sequence)
        )
        return tuple(entry_of(row) for row in self._connection.execute(query))

    def head(self, committee_id: UUID) -> AuditEntry | None:
        """The newest entry of a committee's chain."""
        query = (
            sa.select(audit_entry)
            .where(audit_entry.c.committee_id == committee_id)
            .order_by(audit_entry.c.sequence.desc())
            .limit(1)
        )
        row = self._connection.execute(query).first()
        return None if row is None else entry_of(row)

    def verify(self) -> Finding | None:
        """The first broken place, ``None`` if the log holds and the records agree with it."""
        return next(self.findings(), None)

    def findings(self) -> Iterator[Finding]:
        """Every broken chain, and every record that is not as its last entry says.

        Entries cut off at the end of a chain show as records that are not as written last.
        """
        yield from self.strangers()
        for committee_id in self.committee_ids():
            yield from self.findings_of(committee_id)

    def committee_ids(self) -> tuple[UUID, ...]:
        """The committees that are stored, and those that only the log still knows."""
        logged = self._connection.scalars(sa.select(raw(audit_entry.c.committee_id)).distinct())
        stored = self._connection.scalars(sa.select(raw(committee_table.c.id)))
        return tuple(sorted(filter(None, map(plain_id, {*logged, *stored}))))

    def strangers(self) -> Iterator[Finding]:
        """Entries of the log that are no committee's."""
        query = sa.select(raw(audit_entry.c.committee_id), audit_entry.c.sequence)
        for owner, sequence in self._connection.execute(query):
            if plain_id(owner) is None:
                yield Finding("audit_log_unreadable", {"committee": owner, "sequence": sequence})

    def findings_of(self, committee_id: UUID) -> Iterator[Finding]:
        """What is wrong with one committee's chain and records."""
        name = self.committee_name(committee_id)
        try:
            entries = self.entries(committee_id)
        except UNREADABLE:
            sequence = self._readable(committee_id) + 1
            yield Finding("audit_log_unreadable", {"committee": name, "sequence": sequence})
            return
        broken = min(filter(None, (verify_chain(entries), verify_history(entries))), default=None)
        if broken is not None:
            yield Finding("audit_chain_broken", {"committee": name, "sequence": broken})
        yield from differences(self._connection, committee_id, entries)

    def _readable(self, committee_id: UUID) -> int:
        """How many entries at the beginning of a chain can be read."""
        query = (
            sa.select(audit_entry)
            .where(audit_entry.c.committee_id == committee_id)
            .order_by(audit_entry.c.sequence)
        )
        count = 0
        with suppress(*UNREADABLE):
            for row in self._connection.execute(query):
                entry_of(row)
                count += 1
        return count

    def committee_name(self, committee_id: UUID) -> str:
        """What a committee is called; its id, if it is gone."""
        name = sa.select(committee_table.c.name).where(committee_table.c.id == committee_id)
        return str(self._connection.scalar(name) or committee_id)
