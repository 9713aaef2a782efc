"""Writes the audit log: a chain of entries per committee, in the transaction of the change."""

import hashlib
from dataclasses import replace
from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db.tables import audit_entry
from liaison_desktop.domain.audit import CHAIN_START, AuditEntry, canonical, chain_digest
from liaison_desktop.domain.changes import Kind


def record_digest(record: object | None) -> str | None:
    """SHA-256 over a record's canonical form; ``None`` for no record."""
    return None if record is None else hashlib.sha256(canonical(record)).hexdigest()


def entry_of(row: sa.Row[tuple[object, ...]]) -> AuditEntry:
    """An entry of the log."""
    return AuditEntry(
        sequence=row.sequence,
        at=row.at,
        actor=row.actor,
        command=row.command,
        committee_id=row.committee_id,
        kind=Kind(row.kind),
        entity_id=row.entity_id,
        before=row.before,
        after=row.after,
        previous=row.previous,
        digest=row.digest,
    )


class AuditLog:
    """Appends to the chains what one command, run by one actor, changes."""

    def __init__(self, connection: sa.Connection, command: str, actor: str) -> None:
        self._connection = connection
        self._command = command
        self._actor = actor
        self._heads: dict[UUID, tuple[int, str]] = {}

    def append(
        self,
        at: str,
        committee_id: UUID,
        kind: Kind,
        entity_id: UUID,
        *,
        before: object | None,
        after: object | None,
    ) -> None:
        """Add the entry of one changed record to its committee's chain."""
        sequence, previous = self._heads.get(committee_id) or self._stored_head(committee_id)
        entry = AuditEntry(
            sequence=sequence + 1,
            at=at,
            actor=self._actor,
            command=self._command,
            committee_id=committee_id,
            kind=kind,
            entity_id=entity_id,
            before=record_digest(before),
            after=record_digest(after),
            previous=previous,
        )
        self._insert(replace(entry, digest=chain_digest(entry)))

    def _insert(self, entry: AuditEntry) -> None:
        self._connection.execute(
            sa.insert(audit_entry).values(
                committee_id=entry.committee_id,
                sequence=entry.sequence,
                at=entry.at,
                actor=entry.actor,
                command=entry.command,
                kind=entry.kind.value,
                entity_id=entry.entity_id,
                before=entry.before,
                after=entry.after,
                previous=entry.previous,
                digest=entry.digest,
            )
        )
        self._heads[entry.committee_id] = (entry.sequence, entry.digest)

    def _stored_head(self, committee_id: UUID) -> tuple[int, str]:
        newest = (
            sa.select(audit_entry.c.sequence, audit_entry.c.digest)
            .where(audit_entry.c.committee_id == committee_id)
            .order_by(audit_entry.c.sequence.desc())
            .limit(1)
        )
        row = self._connection.execute(newest).one_or_none()
        return (0, CHAIN_START) if row is None else (row.sequence, row.digest)
