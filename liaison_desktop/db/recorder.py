"""The one door through which records are written: it stamps, logs and notes what was touched."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db.audit import AuditLog
from liaison_desktop.db.mapping.values import Values
from liaison_desktop.domain.changes import Changes, Kind, Record, Step
from liaison_desktop.domain.clock import HybridClock


class OwnedRecord(Record, Protocol):
    """A record of one committee."""

    @property
    def committee_id(self) -> UUID:
        """Whose it is."""


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
        self._steps: list[Step] = []

    @property
    def steps(self) -> tuple[Step, ...]:
        """What was done so far, one record after the other."""
        return tuple(self._steps)

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

    def remove(self, target: Target, record: Record) -> None:
        """Delete a record's row and log it."""
        table = target.table
        self._connection.execute(sa.delete(table).where(table.c.id == record.id))
        self.log(target, record, None)

    def log(
        self, target: Target, before: Record | None, after: Record | None, at: str = ""
    ) -> None:
        """Log a change whose rows were written elsewhere, at the stamp given or now."""
        entity_id = _id_of(before, after)
        self._log.append(
            at or self._clock.now(),
            target.committee_id,
            target.kind,
            entity_id,
            before=before,
            after=after,
        )
        self._steps.append(Step(target.kind, before, after))
        self.touch(target.kind, entity_id)

    def touch(self, kind: Kind, entity_id: UUID) -> None:
        """Note a record that changed along with another one."""
        self._touched.setdefault(kind, set()).add(entity_id)


def _id_of(before: Record | None, after: Record | None) -> UUID:
    known = after or before
    if known is None:
        raise ValueError("a change has a record before it or after it")
    return known.id
