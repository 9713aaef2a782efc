"""Reads the audit log and compares it with the records it speaks of."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db.audit import entry_of, record_digest
from liaison_desktop.db.repositories import stored
from liaison_desktop.db.repositories.agreements import AgreementReader
from liaison_desktop.db.repositories.attachments import AttachmentReader
from liaison_desktop.db.repositories.committees import CommitteeReader
from liaison_desktop.db.repositories.corrections import CorrectionReader
from liaison_desktop.db.repositories.meetings import MeetingReader
from liaison_desktop.db.repositories.papers import PaperReader
from liaison_desktop.db.repositories.people import PeopleReader
from liaison_desktop.db.repositories.records import RowReader, RowRecords
from liaison_desktop.db.tables import audit_entry
from liaison_desktop.db.tables import committee as committee_table
from liaison_desktop.domain.audit import AuditEntry, verify_chain
from liaison_desktop.domain.changes import Kind, Record
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.health import Finding
from liaison_desktop.domain.meetings import Meeting

Read = Callable[[], Iterable[Record]]
"""Reads all records of one kind."""

_ROWS: tuple[RowRecords[Any], ...] = (
    stored.AGREEMENT_VERSIONS,
    stored.COMMITMENTS,
    stored.CONSENTS,
    stored.DELETIONS,
    stored.SKILLS,
    stored.TEXT_VERSIONS,
    stored.PRIVATE_NOTES,
    stored.LETTERS,
    stored.REPLIES,
    stored.MEETING_TEMPLATES,
    stored.TEXT_MODULES,
    stored.CIRCULATIONS,
    stored.OBJECTIONS,
    stored.APPROVALS,
    stored.REFUSALS,
    stored.HAND_SIGNATURES,
    stored.FILINGS,
    stored.DISPATCHES,
    stored.TRUST_ANCHORS,
)

UNREADABLE = (UserError, ValueError, LookupError, TypeError)
"""What is raised where a value in a row is none that this program ever writes."""


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

    def entries_of(self, record_id: UUID) -> tuple[AuditEntry, ...]:
        """What the chains tell of one record, oldest entry first."""
        query = (
            sa.select(audit_entry)
            .where(audit_entry.c.entity_id == record_id)
            .order_by(audit_entry.c.sequence)
        )
        return tuple(entry_of(row) for row in self._connection.execute(query))

    def head(self, committee_id: UUID) -> AuditEntry | None:
        """The newest entry of a committee's chain."""
        query = (
            sa.select(audit_entry)
            .where(audit_entry.c.committee_id == committee_id)
            .order_by(audit_entry.c.sequence.desc())
            .limit(1)
        )
        row = self._connection.execute(query).first()
        return None if row is None else entry_of(row)

    def verify(self) -> Finding | None:
        """The first broken place, ``None`` if the log holds and the records agree with it."""
        return next(self.findings(), None)

    def findings(self) -> Iterator[Finding]:
        """Every broken chain, and every record that is not as its last entry says.

        Entries cut off at the end of a chain show as records that are not as written last.
        """
        for committee_id in self.committee_ids():
            yield from self.findings_of(committee_id)

    def committee_ids(self) -> tuple[UUID, ...]:
        """The committees that are stored, and those that only the log still knows."""
        logged = self._connection.scalars(sa.select(audit_entry.c.committee_id).distinct())
        stored = self._connection.scalars(sa.select(committee_table.c.id))
        return tuple(sorted({*logged, *stored}))

    def findings_of(self, committee_id: UUID) -> Iterator[Finding]:
        """What is wrong with one committee's chain and records."""
        name = self.committee_name(committee_id)
        try:
            entries = self.entries(committee_id)
        except UNREADABLE:
            yield Finding("audit_log_unreadable", {"committee": name})
            return
        broken = verify_chain(entries)
        if broken is not None:
            yield Finding("audit_chain_broken", {"committee": name, "sequence": broken})
        yield from self._differences(committee_id, entries)

    def committee_name(self, committee_id: UUID) -> str:
        """What a committee is called; its id, if it is gone."""
        name = sa.select(committee_table.c.name).where(committee_table.c.id == committee_id)
        return str(self._connection.scalar(name) or committee_id)

    def _differences(
        self, committee_id: UUID, entries: tuple[AuditEntry, ...]
    ) -> Iterator[Finding]:
        written = {(entry.kind, entry.entity_id): entry.after for entry in entries}
        written = {key: after for key, after in written.items() if after is not None}
        unreadable = set()
        for kind, read in self.readers(committee_id):
            try:
                digests = {(kind, record.id): record_digest(record) for record in read()}
            except UNREADABLE:
                unreadable.add(kind)
                name = self.committee_name(committee_id)
                yield Finding("records_unreadable", {"kind": kind, "committee": name})
                continue
            for key, digest in digests.items():
                if written.pop(key, None) != digest:
                    yield Finding("record_altered", {"kind": kind, "id": str(key[1])})
        for kind, record_id in written:
            if kind not in unreadable:
                yield Finding("record_missing", {"kind": kind, "id": str(record_id)})

    def readers(self, committee_id: UUID) -> Iterator[tuple[Kind, Read]]:
        """Each kind of record that the log speaks of, and what reads all of a committee."""
        connection = self._connection
        committees = CommitteeReader(connection)
        people = PeopleReader(connection)
        agreements = AgreementReader(connection)
        papers = PaperReader(connection)
        yield Kind.COMMITTEE, lambda: filter(None, (committees.get(committee_id),))
        yield Kind.RULES_VERSION, lambda: committees.rules_versions(committee_id)
        yield Kind.ORGANISATION, lambda: people.organisations(committee_id)
        yield Kind.PERSON, lambda: people.people(committee_id)
        yield Kind.SEAT, lambda: people.seats(committee_id)
        yield Kind.MEMBERSHIP, lambda: people.memberships(committee_id)
        yield Kind.MEETING, lambda: self._meetings(committee_id)
        yield Kind.AGREEMENT, lambda: agreements.of_committee(committee_id)
        yield Kind.PAPER, lambda: papers.of_committee(committee_id)
        yield Kind.CORRECTION, lambda: CorrectionReader(connection).of_committee(committee_id)
        yield Kind.ATTACHMENT, lambda: AttachmentReader(connection).of_committee(committee_id)
        for stored_as in _ROWS:
            yield (
                stored_as.kind,
                partial(RowReader(connection, stored_as).of_committee, committee_id),
            )

    def _meetings(self, committee_id: UUID) -> Iterator[Meeting]:
        meetings = MeetingReader(self._connection)
        found = (meetings.get(meeting_id) for meeting_id in meetings.of_committee(committee_id))
        return filter(None, found)
