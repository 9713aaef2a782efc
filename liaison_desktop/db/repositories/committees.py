"""Committees and the versions of their rules."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db.mapping.committees import (
    committee_of,
    committee_values,
    rules_version_of,
    rules_version_values,
)
from liaison_desktop.db.recorder import Recorder, Target
from liaison_desktop.db.repositories.base import Reader
from liaison_desktop.db.tables import committee as committee_table
from liaison_desktop.db.tables import rules_version as rules_table
from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.committees import Committee, RulesVersion


class CommitteeReader(Reader):
    """Finds committees."""

    def get(self, committee_id: UUID) -> Committee | None:
        """The committee with this id."""
        query = sa.select(committee_table).where(committee_table.c.id == committee_id)
        return self._first(query, committee_of)

    def by_key(self, key: str) -> Committee | None:
        """The committee with this short name."""
        query = sa.select(committee_table).where(committee_table.c.key == key)
        return self._first(query, committee_of)

    def all(self) -> tuple[Committee, ...]:
        """All committees, by their short names."""
        return self._all(sa.select(committee_table).order_by(committee_table.c.key), committee_of)

    def rules_version(self, version_id: UUID) -> RulesVersion | None:
        """The version of rules with this id."""
        return self._first(
            sa.select(rules_table).where(rules_table.c.id == version_id), rules_version_of
        )

    def rules_on(self, committee_id: UUID, day: date) -> RulesVersion | None:
        """The rules that held on a day."""
        query = (
            sa.select(rules_table)
            .where(rules_table.c.committee_id == committee_id, rules_table.c.valid_from <= day)
            .order_by(rules_table.c.valid_from.desc())
            .limit(1)
        )
        return self._first(query, rules_version_of)

    def rules_versions(self, committee_id: UUID) -> tuple[RulesVersion, ...]:
        """All versions of a committee's rules, oldest first."""
        query = (
            sa.select(rules_table)
            .where(rules_table.c.committee_id == committee_id)
            .order_by(rules_table.c.valid_from)
        )
        return self._all(query, rules_version_of)


class CommitteeRepository(CommitteeReader):
    """Finds and keeps committees."""

    def __init__(self, connection: sa.Connection, recorder: Recorder) -> None:
        super().__init__(connection)
        self._recorder = recorder

    def put(self, committee: Committee) -> bool:
        """Store a committee; ``False`` = it is stored as it is."""
        return self._recorder.put(
            Target(Kind.COMMITTEE, committee_table, committee.id),
            self.get(committee.id),
            committee,
            committee_values(committee),
        )

    def put_rules(self, version: RulesVersion) -> bool:
        """Store one version of the rules; ``False`` = it is stored as it is."""
        return self._recorder.put(
            Target(Kind.RULES_VERSION, rules_table, version.committee_id),
            self.rules_version(version.id),
            version,
            rules_version_values(version),
        )

    def remove(self, committee: Committee) -> None:
        """Take a committee of which nothing else is stored out of the store."""
        self._recorder.remove(Target(Kind.COMMITTEE, committee_table, committee.id), committee)

    def remove_rules(self, version: RulesVersion) -> None:
        """Take one version of the rules out of the store."""
        self._recorder.remove(
            Target(Kind.RULES_VERSION, rules_table, version.committee_id), version
        )
