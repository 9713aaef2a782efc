"""All tables of the export."""

from collections.abc import Iterator
from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db.exports import approving, meetings, papers, people
from liaison_desktop.db.exports.table import ExportTable, Value

_TABLES = (
    people.committees,
    people.rules,
    people.organisations,
    people.people,
    people.seats,
    people.memberships,
    meetings.meetings,
    meetings.attendance,
    meetings.presence,
    meetings.guests,
    meetings.items,
    meetings.decisions,
    meetings.votes,
    meetings.actions,
    papers.agreements,
    papers.agreement_parties,
    papers.papers,
    papers.register,
    papers.corrections,
    approving.approvals,
    approving.refusals,
    approving.filings,
    approving.dispatches,
)


class ExportTables:
    """Reads what is exported."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def all(self, *, personal: bool) -> tuple[ExportTable, ...]:
        """Every table; without ``personal``, its personal columns are left out."""
        tables = tuple(table() for table in _TABLES)
        return tables if personal else tuple(table.without_personal() for table in tables)

    def rows(self, table: ExportTable, committee_id: UUID | None) -> Iterator[dict[str, Value]]:
        """The rows of a table, of one committee or of all."""
        return table.rows(self._connection, committee_id)
