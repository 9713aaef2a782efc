"""Corrections of minutes. Nothing here is ever rewritten."""

from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db.mapping.corrections import correction_of, correction_values
from liaison_desktop.db.recorder import Recorder, Target
from liaison_desktop.db.repositories.base import Reader
from liaison_desktop.db.tables import correction as correction_table
from liaison_desktop.db.tables import paper as paper_table
from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.corrections import Correction


class CorrectionReader(Reader):
    """Finds corrections."""

    def get(self, correction_id: UUID) -> Correction | None:
        """The correction with this id."""
        query = sa.select(correction_table).where(correction_table.c.id == correction_id)
        return self._first(query, correction_of)

    def of_meeting(self, meeting_id: UUID) -> tuple[Correction, ...]:
        """The corrections of a meeting's minutes, in the order of their numbers."""
        query = self._in_order().join(paper_table, paper_table.c.id == correction_table.c.paper_id)
        return self._all(query.where(paper_table.c.meeting_id == meeting_id), correction_of)

    def of_committee(self, committee_id: UUID) -> tuple[Correction, ...]:
        """A committee's corrections, in the order of their numbers."""
        query = self._in_order().where(correction_table.c.committee_id == committee_id)
        return self._all(query, correction_of)

    def taken_numbers(self, committee_id: UUID, year: int) -> tuple[int, ...]:
        """The numbers given in a year's series."""
        query = sa.select(correction_table.c.number).where(
            correction_table.c.committee_id == committee_id, correction_table.c.year == year
        )
        return tuple(self._connection.scalars(query))

    def _in_order(self) -> sa.Select[tuple[object, ...]]:
        return sa.select(correction_table).order_by(
            correction_table.c.year, correction_table.c.number
        )


class CorrectionRepository(CorrectionReader):
    """Finds corrections and adds new ones."""

    def __init__(self, connection: sa.Connection, recorder: Recorder) -> None:
        super().__init__(connection)
        self._recorder = recorder

    def add(self, correction: Correction) -> None:
        """Add a correction of minutes in the register."""
        target = Target(Kind.CORRECTION, correction_table, correction.committee_id)
        self._recorder.write(target, None, correction, correction_values(correction))
