"""The one door through which records are written: it stamps, logs and notes what was touched."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db.audit import AuditLog
from liaison_desktop.db.mapping.values import Values
from liaison_desktop.domain.changes import Changes, Kind
from liaison_desktop.domain.clock import HybridClock


class Record(Protocol):
    """Anything with an id of its own."""

    @property
    def id(self) -> UUID:
        """The record's id."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a record is written, and as what it is logged."""

    kind: Kind
    table: sa.Table
    committee_id: UUID


class Recorder:
    """Writes the records of one unit of work."""

    def __init__(
        self, connection: sa.Connection, log: AuditLog, clock: HybridClock, origin: UUID
    ) -> None:
        self._connection = connection
        self._log = log
        self._clock = clock
        self._origin = origin
        self._touched: dict[Kind, set[UUID]] = {}

    @property
    def changes(self) -> Changes:
        """What was touched so far."""
        return Changes({kind: frozenset(ids) for kind, ids in self._touched.items()})

    def put(self, target: Target, before: Record | None, after: Record, values: Values) -> bool:
        """Insert or update a record's row, unless it is stored as it is already.

        Returns whether anything was written.
        """
        if before == after:
            return False
        self.write(target, before, after, values)
        return True

    def write(self, target: Target, before: Record | None, after: Record, values: Values) -> None:
        """Insert or update a record's row and log it."""
        at = self._clock.now()
        table = target.table
        stamped = values | {"changed_at": at, "origin": self._origin}
        if before is None:
            self._connection.execute(sa.insert(table).values(**stamped, version=1))
        else:
            self._connection.execute(
                sa.update(table)
                .where(table.c.id == after.id)
                .values(**stamped, version=table.c.version + 1)
            )
        self.log(target, before, after, at)

    def log(self, target: Target, before: Record | None, after: Record, at: str = "") -> None:
        """Log a change whose rows were written elsewhere, at the stamp given or now."""
        self._log.append(
            at or self._clock.now(),
            target.committee_id,
            target.kind,
            after.id,
            before=before,
            after=after,
        )
        self.touch(target.kind, after.id)

    def touch(self, kind: Kind, entity_id: UUID) -> None:
        """Note a record that changed along with another one."""
        self._touched.setdefault(kind, set()).add(entity_id)
