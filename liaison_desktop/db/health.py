"""The thorough check of an open store: everything that can be recomputed is."""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db.audit_check import UNREADABLE, plain_id, raw
from liaison_desktop.db.audit_trail import AuditTrail
from liaison_desktop.db.repositories.meetings import MeetingReader
from liaison_desktop.db.tables import attachment, hand_signature, paper, paper_file
from liaison_desktop.db.triggers import TRIGGERS
from liaison_desktop.domain.assessment import outcomes
from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.health import Finding, StoreHealth

_FILES = (
    sa.select(
        paper.c.register_number,
        paper_file.c.sequence,
        paper_file.c.sha256,
        raw(paper_file.c.content).label("content"),
    )
    .join_from(paper_file, paper)
    .order_by(paper.c.id, paper_file.c.sequence)
)
# All who signed a sheet share its scan, which is read once.
_SCANS = (
    sa.select(
        paper.c.register_number,
        attachment.c.name,
        attachment.c.sha256,
        raw(attachment.c.content).label("content"),
    )
    .join_from(paper, attachment, attachment.c.committee_id == paper.c.committee_id)
    .where(
        sa.exists().where(
            hand_signature.c.paper_id == paper.c.id, hand_signature.c.scan_id == attachment.c.id
        )
    )
    .order_by(paper.c.id, attachment.c.id)
)

Step = Callable[[int, int, str], None]
"""Hears that so many of so many steps are done, and the name of the committee that comes now."""


def check_health(connection: sa.Connection, step: Step) -> StoreHealth:
    """Check pages, references, the audit log with its records, outcomes and digests of files."""
    trail = AuditTrail(connection)
    committees = trail.committee_ids()
    total = len(committees) + 2
    step(0, total, "")
    findings = [
        *damaged_pages(connection),
        *broken_references(connection),
        *_missing_triggers(connection),
        *trail.strangers(),
    ]
    for done, committee_id in enumerate(committees, start=1):
        step(done, total, trail.committee_name(committee_id))
        findings.extend(trail.findings_of(committee_id))
        findings.extend(_altered_outcomes(connection, committee_id))
    step(total - 1, total, "")
    findings.extend(_altered_files(connection))
    findings.extend(_altered_attachments(connection))
    return StoreHealth(findings=tuple(findings))


def damaged_pages(connection: sa.Connection) -> Iterator[Finding]:
    """What SQLite finds wrong with the file itself."""
    for detail in connection.exec_driver_sql("PRAGMA integrity_check").scalars():
        if detail != "ok":
            yield Finding("pages_damaged", {"detail": detail})


def broken_references(connection: sa.Connection) -> Iterator[Finding]:
    """Rows that point to rows that are gone."""
    for table, _row, parent, _key in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding("reference_broken", {"table": table, "parent": parent})


def _missing_triggers(connection: sa.Connection) -> Iterator[Finding]:
    """Tables that should only grow, and that nothing keeps from shrinking any more."""
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    there = set(names.scalars())
    unguarded = dict.fromkeys(trigger.table for trigger in TRIGGERS if trigger.name not in there)
    for table in unguarded:
        yield Finding("table_unguarded", {"table": table})


def _altered_outcomes(connection: sa.Connection, committee_id: UUID) -> Iterator[Finding]:
    """Outcomes that lists show and the votes do not bear out."""
    meetings = MeetingReader(connection)
    try:
        meeting_ids = meetings.of_committee(committee_id)
    except UNREADABLE:
        return  # the record whose id cannot be read is reported
    for meeting_id in meeting_ids:
        try:
            meeting = meetings.get(meeting_id)
            altered = meeting is not None and outcomes(meeting) != meetings.outcomes(meeting_id)
        except UNREADABLE:
            continue  # the record as a whole is reported
        if meeting is not None and altered:
            yield Finding("outcome_altered", {"meeting": meeting.label or meeting.key})


def _altered_files(connection: sa.Connection) -> Iterator[Finding]:
    yield from _altered(connection, _FILES)


def altered_files_of(connection: sa.Connection, paper_id: UUID) -> Iterator[Finding]:
    """The files of one paper, and the scans of its signatures by hand, that are not as kept."""
    yield from _altered(connection, _FILES.where(paper.c.id == paper_id))
    yield from _altered_scans(connection, _SCANS.where(paper.c.id == paper_id))


def _altered_scans(connection: sa.Connection, scans: sa.Select[Any]) -> Iterator[Finding]:
    for row in connection.execute(scans.execution_options(yield_per=1)):
        if _digest_of(row.content) != row.sha256:
            yield Finding("scan_altered", {"paper": row.register_number, "file": row.name})


def _altered(connection: sa.Connection, files: sa.Select[Any]) -> Iterator[Finding]:
    # One file at a time in memory.
    for row in connection.execute(files.execution_options(yield_per=1)):
        if _digest_of(row.content) != row.sha256:
            yield Finding(
                "paper_file_altered", {"paper": row.register_number, "sequence": row.sequence}
            )


def _altered_attachments(connection: sa.Connection) -> Iterator[Finding]:
    columns = attachment.c
    files = sa.select(
        raw(columns.id).label("id"), columns.sha256, raw(columns.content).label("content")
    ).execution_options(yield_per=1)
    for row in connection.execute(files):
        if _digest_of(row.content) != row.sha256:
            yield Finding(
                "record_altered", {"kind": Kind.ATTACHMENT, "id": str(plain_id(row.id) or row.id)}
            )


def _digest_of(content: object) -> str | None:
    """The digest of a file; ``None``: what is stored is none."""
    return hashlib.sha256(content).hexdigest() if isinstance(content, bytes) else None
