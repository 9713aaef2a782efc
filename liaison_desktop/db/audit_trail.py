"""Reads the audit log and compares it with the records it speaks of."""

from collections.abc import Iterator
from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db.audit import entry_of, record_digest
from liaison_desktop.db.repositories.agreements import AgreementReader
from liaison_desktop.db.repositories.committees import CommitteeReader
from liaison_desktop.db.repositories.meetings import MeetingReader
from liaison_desktop.db.repositories.papers import PaperReader
from liaison_desktop.db.repositories.people import PeopleReader
from liaison_desktop.db.tables import audit_entry
from liaison_desktop.domain.audit import AuditEntry, verify_chain
from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.health import Finding

Stored = tuple[Kind, UUID, object]
"""A record with its kind and id."""


class AuditTrail:
    """The audit log of one reading."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def entries(self, committee_id: UUID) -> tuple[AuditEntry, ...]:
        """A committee's chain, oldest entry first."""
        query = (
            sa.select(audit_entry)
            .where(audit_entry.c.committee_id == committee_id)
            .order_by(audit_entry.c.sequence)
        )
        return tuple(entry_of(row) for row in self._connection.execute(query))

    def verify(self) -> Finding | None:
        """The first broken place, ``None`` if the log holds and the records agree with it."""
        return next(self.findings(), None)

    def findings(self) -> Iterator[Finding]:
        """Every broken chain, and every record that is not as its last entry says.

        Entries cut off at the end of a chain show as records that are not as written last.
        """
        committees = sa.select(audit_entry.c.committee_id).distinct()
        logged = set(self._connection.scalars(committees))
        for committee_id in sorted(logged | set(self._committee_ids())):
            entries = self.entries(committee_id)
            broken = verify_chain(entries)
            if broken is not None:
                name = self._committee_name(committee_id)
                yield Finding("audit_chain_broken", {"committee": name, "sequence": broken})
            yield from self._differences(committee_id, entries)

    def _differences(
        self, committee_id: UUID, entries: tuple[AuditEntry, ...]
    ) -> Iterator[Finding]:
        written = {(entry.kind, entry.entity_id): entry.after for entry in entries}
        for kind, record_id, record in self._records(committee_id):
            if written.pop((kind, record_id), None) != record_digest(record):
                yield Finding("record_altered", {"kind": kind, "id": str(record_id)})
        for kind, record_id in written:
            yield Finding("record_missing", {"kind": kind, "id": str(record_id)})

    def _records(self, committee_id: UUID) -> Iterator[Stored]:
        committees = CommitteeReader(self._connection)
        committee = committees.get(committee_id)
        if committee is not None:
            yield Kind.COMMITTEE, committee_id, committee
        for version in committees.rules_versions(committee_id):
            yield Kind.RULES_VERSION, version.id, version
        yield from self._people(committee_id)
        meetings = MeetingReader(self._connection)
        for meeting_id in meetings.of_committee(committee_id):
            yield Kind.MEETING, meeting_id, meetings.get(meeting_id)
        for agreement in AgreementReader(self._connection).of_committee(committee_id):
            yield Kind.AGREEMENT, agreement.id, agreement
        for paper in PaperReader(self._connection).of_committee(committee_id):
            yield Kind.PAPER, paper.id, paper

    def _people(self, committee_id: UUID) -> Iterator[Stored]:
        people = PeopleReader(self._connection)
        for organisation in people.organisations(committee_id):
            yield Kind.ORGANISATION, organisation.id, organisation
        for person in people.people(committee_id):
            yield Kind.PERSON, person.id, person
        for seat in people.seats(committee_id):
            yield Kind.SEAT, seat.id, seat
        for membership in people.memberships(committee_id):
            yield Kind.MEMBERSHIP, membership.id, membership

    def _committee_ids(self) -> Iterator[UUID]:
        return (committee.id for committee in CommitteeReader(self._connection).all())

    def _committee_name(self, committee_id: UUID) -> str:
        committee = CommitteeReader(self._connection).get(committee_id)
        return str(committee_id) if committee is None else committee.name
