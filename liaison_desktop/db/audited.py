"""Every kind of record that the audit log speaks of, and how one and all of them are read."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db import tables
from liaison_desktop.db.repositories import stored
from liaison_desktop.db.repositories.agreements import AgreementReader
from liaison_desktop.db.repositories.attachments import AttachmentReader
from liaison_desktop.db.repositories.committees import CommitteeReader
from liaison_desktop.db.repositories.corrections import CorrectionReader
from liaison_desktop.db.repositories.meetings import MeetingReader
from liaison_desktop.db.repositories.papers import PaperReader
from liaison_desktop.db.repositories.people import PeopleReader
from liaison_desktop.db.repositories.records import RowReader, RowRecords
from liaison_desktop.domain.changes import Kind, Record
from liaison_desktop.domain.meetings import Meeting

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

PARTS: tuple[sa.Table, ...] = (
    tables.attendee,
    tables.presence_interval,
    tables.guest,
    tables.agenda_item,
    tables.decision,
    tables.vote,
    tables.action,
    tables.agreement_party,
    tables.paper_file,
)
"""Tables whose rows are parts of a record."""


_Readers = tuple[
    Kind, sa.Table, Callable[[UUID], Record | None], Callable[[UUID], Iterable[Record]]
]
"""A kind, its table, and what reads one record and all of a committee."""


@dataclass(frozen=True, slots=True)
class Audited:
    """One kind of record of one committee.

    Attributes:
        one: reads the record with an id, ``None`` if there is none.
        all: reads all of the committee.
    """

    kind: Kind
    table: sa.Table
    one: Callable[[UUID], Record | None]
    all: Callable[[], Iterable[Record]]

    def of(self, committee_id: UUID) -> sa.ColumnElement[bool]:
        """Which rows of the table are a committee's."""
        own = self.table.c.id if self.kind is Kind.COMMITTEE else self.table.c.committee_id
        return own == committee_id


def audited(connection: sa.Connection, committee_id: UUID) -> Iterator[Audited]:
    """What the log speaks of."""
    committees = CommitteeReader(connection)
    people = PeopleReader(connection)
    agreements = AgreementReader(connection)
    papers = PaperReader(connection)
    corrections = CorrectionReader(connection)
    attachments = AttachmentReader(connection)
    meetings = MeetingReader(connection)
    kinds: tuple[_Readers, ...] = (
        (Kind.COMMITTEE, tables.committee, committees.get, partial(_itself, committees)),
        (
            Kind.RULES_VERSION,
            tables.rules_version,
            committees.rules_version,
            committees.rules_versions,
        ),
        (Kind.ORGANISATION, tables.organisation, people.organisation, people.organisations),
        (Kind.PERSON, tables.person, people.person, people.people),
        (Kind.SEAT, tables.seat, people.seat, people.seats),
        (Kind.MEMBERSHIP, tables.membership, people.membership, people.memberships),
        (Kind.MEETING, tables.meeting, meetings.get, partial(_meetings, meetings)),
        (Kind.AGREEMENT, tables.agreement, agreements.get, agreements.of_committee),
        (Kind.PAPER, tables.paper, papers.get, papers.of_committee),
        (Kind.CORRECTION, tables.correction, corrections.get, corrections.of_committee),
        (Kind.ATTACHMENT, tables.attachment, attachments.get, attachments.of_committee),
        *(_row(connection, each) for each in _ROWS),
    )
    for kind, table, one, every in kinds:
        yield Audited(kind, table, one, partial(every, committee_id))


def _row(connection: sa.Connection, records: RowRecords[Any]) -> _Readers:
    reader = RowReader(connection, records)
    return records.kind, records.table, reader.get, reader.of_committee


def _itself(committees: CommitteeReader, committee_id: UUID) -> Iterator[Record]:
    return filter(None, (committees.get(committee_id),))


def _meetings(meetings: MeetingReader, committee_id: UUID) -> Iterator[Meeting]:
    return filter(None, map(meetings.get, meetings.of_committee(committee_id)))
