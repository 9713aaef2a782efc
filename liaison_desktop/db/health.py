"""The thorough check of an open store: everything that can be recomputed is."""

import hashlib
from collections.abc import Iterator

import sqlalchemy as sa

from liaison_desktop.db.audit_trail import AuditTrail
from liaison_desktop.db.tables import paper, paper_file
from liaison_desktop.domain.health import Finding, StoreHealth


def check_health(connection: sa.Connection) -> StoreHealth:
    """Check pages, references, the audit log with its records, and the digest of every file."""
    return StoreHealth(
        findings=(
            *damaged_pages(connection),
            *broken_references(connection),
            *AuditTrail(connection).findings(),
            *_altered_files(connection),
        )
    )


def damaged_pages(connection: sa.Connection) -> Iterator[Finding]:
    """What SQLite finds wrong with the file itself."""
    for detail in connection.exec_driver_sql("PRAGMA integrity_check").scalars():
        if detail != "ok":
            yield Finding("pages_damaged", {"detail": detail})


def broken_references(connection: sa.Connection) -> Iterator[Finding]:
    """Rows that point to rows that are gone."""
    for table, _row, parent, _key in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding("reference_broken", {"table": table, "parent": parent})


def _altered_files(connection: sa.Connection) -> Iterator[Finding]:
    files = (
        sa.select(
            paper.c.register_number,
            paper_file.c.sequence,
            paper_file.c.sha256,
            paper_file.c.content,
        )
        .join_from(paper_file, paper)
        .order_by(paper.c.id, paper_file.c.sequence)
        # One paper at a time in memory.
        .execution_options(yield_per=1)
    )
    for row in connection.execute(files):
        if hashlib.sha256(row.content).hexdigest() != row.sha256:
            yield Finding(
                "paper_file_altered", {"paper": row.register_number, "sequence": row.sequence}
            )
