"""Data going out to coordinators: every table, stable English columns, ISO dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading
from liaison_desktop.exchange.tables import Table, write_csv, write_json
from liaison_desktop.services.progress import Progress, Unheard, advance


class ExportFormat(StrEnum):
    """Formats that hold every table."""

    CSV = "csv"
    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """Write all tables into a folder.

    Attributes:
        committee_id: one committee, or ``None`` for all of them.
        personal: also names and contact data; without it people are numbers.
    """

    format: ExportFormat
    out: Path
    committee_id: UUID | None = None
    personal: bool = False


class ExportService:
    """Use case: hand the data over."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def export(self, command: Export, progress: Progress | None = None) -> tuple[Path, ...]:
        """Write the tables; the folder appears whole or not at all.

        Raises:
            UserError: the folder cannot be written, or holds something already.
            Cancelled: the user stopped the work.
        """
        write = write_csv if command.format is ExportFormat.CSV else write_json
        with self._store.read() as reading:
            return write(_tables(reading, command, progress or Unheard()), command.out)


def _tables(reading: Reading, command: Export, progress: Progress) -> Iterator[Table]:
    tables = reading.tables.all(personal=command.personal)
    for done, table in enumerate(tables):
        advance(progress, done, len(tables), table.name)
        yield Table(
            name=table.name,
            columns=table.columns,
            rows=tuple(reading.tables.rows(table, command.committee_id)),
        )
