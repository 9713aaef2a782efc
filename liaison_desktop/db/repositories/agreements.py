"""Agreements and their parties."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db.mapping.agreements import (
    agreement_of,
    agreement_values,
    party_of,
    party_values,
)
from liaison_desktop.db.recorder import Recorder, Target
from liaison_desktop.db.repositories.base import Reader
from liaison_desktop.db.tables import agreement as agreement_table
from liaison_desktop.db.tables import agreement_party as party_table
from liaison_desktop.domain.agreements import Agreement
from liaison_desktop.domain.changes import Kind


class AgreementReader(Reader):
    """Finds agreements."""

    def get(self, agreement_id: UUID) -> Agreement | None:
        """The agreement with this id."""
        query = sa.select(agreement_table).where(agreement_table.c.id == agreement_id)
        return self._first(query, self._with_parties)

    def by_key(self, committee_id: UUID, key: str) -> Agreement | None:
        """The agreement with this name in files."""
        query = sa.select(agreement_table).where(
            agreement_table.c.committee_id == committee_id, agreement_table.c.key == key
        )
        return self._first(query, self._with_parties)

    def of_committee(self, committee_id: UUID) -> tuple[Agreement, ...]:
        """A committee's agreements, by title."""
        query = (
            sa.select(agreement_table)
            .where(agreement_table.c.committee_id == committee_id)
            .order_by(agreement_table.c.sort_key, agreement_table.c.id)
        )
        return self._all(query, self._with_parties)

    def _with_parties(self, row: sa.Row[Any]) -> Agreement:
        query = (
            sa.select(party_table)
            .where(party_table.c.agreement_id == row.id)
            .order_by(party_table.c.position)
        )
        return agreement_of(row, self._all(query, party_of))


class AgreementRepository(AgreementReader):
    """Finds and keeps agreements."""

    def __init__(self, connection: sa.Connection, recorder: Recorder) -> None:
        super().__init__(connection)
        self._recorder = recorder

    def put(self, agreement: Agreement) -> bool:
        """Store an agreement; ``False`` = it is stored as it is."""
        target = Target(Kind.AGREEMENT, agreement_table, agreement.committee_id)
        before = self.get(agreement.id)
        if not self._recorder.put(target, before, agreement, agreement_values(agreement)):
            return False
        self._drop_parties(agreement)
        if agreement.parties:
            self._connection.execute(sa.insert(party_table), party_values(agreement))
        return True

    def remove(self, agreement: Agreement) -> None:
        """Take an agreement out of the store; the log keeps that it was there."""
        self._drop_parties(agreement)
        target = Target(Kind.AGREEMENT, agreement_table, agreement.committee_id)
        self._recorder.remove(target, agreement)

    def _drop_parties(self, agreement: Agreement) -> None:
        self._connection.execute(
            sa.delete(party_table).where(party_table.c.agreement_id == agreement.id)
        )
