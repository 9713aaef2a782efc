"""How often members, organisations and constituencies were represented, and handing it on."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.domain.attendance_statistics import (
    AttendanceStatistics,
    Figures,
    Line,
    Period,
    statistics,
    to_hand_on,
)
from liaison_desktop.exchange.tables import Table, Value
from liaison_desktop.services.files import write_file

_PLACES = 4
"""Decimals of a rate that is handed on."""


class AttendanceService:
    """Use cases: count, and write the figures into a table."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def statistics(self, committee_id: UUID, period: Period) -> AttendanceStatistics:
        """The figures of a committee in a period."""
        with self._store.read() as reading:
            return statistics(
                period,
                reading.sittings.of_committee(committee_id, period),
                reading.people.memberships(committee_id),
                reading.people.names_of_seated(committee_id),
            )

    def handed_on(self, committee_id: UUID, period: Period) -> AttendanceStatistics:
        """The same for others than the committee: small constituencies are put together."""
        return to_hand_on(self.statistics(committee_id, period))

    def save(self, committee_id: UUID, period: Period, path: Path) -> Path:
        """Write the figures as they are handed on: XLSX if the file is called so, else CSV.

        Raises:
            UserError: as for ``write_file``.
        """
        from liaison_desktop.exchange.single_tables import as_csv, as_xlsx

        table = _table(self.handed_on(committee_id, period))
        make = as_xlsx if path.suffix.casefold() == ".xlsx" else as_csv
        write_file(path, make(table))
        return path


_COLUMNS = (
    "by",
    "name",
    "members",
    "meetings",
    "represented",
    "rate",
    "in_person",
    "remote",
    "substituted",
    "excused",
    "absent",
    "partly",
)


def _table(found: AttendanceStatistics) -> Table:
    return Table(name="attendance_statistics", columns=_COLUMNS, rows=tuple(_rows(found)))


def _rows(found: AttendanceStatistics) -> Iterator[dict[str, Value]]:
    yield from _part("person", found.people)
    yield from _part("organisation", found.organisations)
    yield from _part("constituency", found.constituencies)


def _part(by: str, lines: Iterable[Line[Any]]) -> Iterator[dict[str, Value]]:
    for line in lines:
        figures = line.figures
        yield {
            "by": by,
            "name": "other" if line.name is None else str(line.name),
            "members": len(line.people),
            "meetings": figures.meetings,
            "represented": figures.represented,
            "rate": _rate(figures),
            "in_person": figures.in_person,
            "remote": figures.remote,
            "substituted": figures.substituted,
            "excused": figures.excused,
            "absent": figures.absent,
            "partly": figures.partly,
        }


def _rate(figures: Figures) -> float | None:
    return None if figures.rate is None else round(float(figures.rate), _PLACES)
