"""Records that are one row each: found, kept and, when they are taken back, removed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db.mapping.values import Row, Values
from liaison_desktop.db.recorder import OwnedRecord, Recorder, Target
from liaison_desktop.db.repositories.base import Reader
from liaison_desktop.domain.changes import Kind

Kept = TypeVar("Kept", bound=OwnedRecord)


@dataclass(frozen=True, slots=True)
class RowRecords(Generic[Kept]):
    """How one kind of record is stored.

    Attributes:
        values, make: the row of a record, and the record of a row.
        order: in which they are read.
    """

    kind: Kind
    table: sa.Table
    values: Callable[[Kept], Values]
    make: Callable[[Row], Kept]
    order: tuple[sa.ColumnElement[object], ...] = ()


class RowReader(Reader, Generic[Kept]):
    """Finds records of one kind."""

    def __init__(self, connection: sa.Connection, stored: RowRecords[Kept]) -> None:
        super().__init__(connection)
        self._stored = stored

    def get(self, record_id: UUID) -> Kept | None:
        """The record with this id."""
        stored = self._stored
        return self._first(
            sa.select(stored.table).where(stored.table.c.id == record_id), stored.make
        )

    def of_committee(self, committee_id: UUID) -> tuple[Kept, ...]:
        """A committee's records, in their order."""
        return self.where("committee_id", committee_id)

    def where(self, column: str, value: UUID) -> tuple[Kept, ...]:
        """The records in which a column has this value, in their order."""
        stored = self._stored
        query = sa.select(stored.table).where(stored.table.c[column] == value)
        return self._all(query.order_by(*stored.order, stored.table.c.id), stored.make)


class RowRepository(RowReader[Kept]):
    """Finds and keeps records of one kind."""

    def __init__(
        self, connection: sa.Connection, recorder: Recorder, stored: RowRecords[Kept]
    ) -> None:
        super().__init__(connection, stored)
        self._recorder = recorder

    def put(self, record: Kept) -> bool:
        """Store a record; ``False`` = it is stored as it is."""
        return self._recorder.put(
            self._target(record), self.get(record.id), record, self._stored.values(record)
        )

    def remove(self, record: Kept) -> None:
        """Take a record out of the store; the log keeps that it was there."""
        self._recorder.remove(self._target(record), record)

    def _target(self, record: Kept) -> Target:
        return Target(self._stored.kind, self._stored.table, record.committee_id)
