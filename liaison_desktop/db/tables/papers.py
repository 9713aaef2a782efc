"""Official papers, their place in the register and every state of their files.

Both tables only grow: triggers refuse to change or delete a row.
"""

import sqlalchemy as sa

from liaison_desktop.db.tables.base import (
    committee_column,
    id_column,
    metadata,
    record_columns,
    reference,
    text_column,
)
from liaison_desktop.db.types import GUID, UTC, enum_type, json_type
from liaison_desktop.domain.papers import Edition, PaperKind

_REFERENCES = (
    "(kind = 'minutes' AND meeting_id IS NOT NULL AND correction_id IS NULL"
    " AND agreement_id IS NULL AND agreement_version IS NULL)"
    " OR (kind = 'correction_note' AND meeting_id IS NOT NULL AND correction_id IS NOT NULL"
    " AND agreement_id IS NULL AND agreement_version IS NULL)"
    " OR (kind = 'agreement' AND meeting_id IS NULL AND correction_id IS NULL"
    " AND agreement_id IS NOT NULL AND agreement_version IS NOT NULL)"
)
"""What a paper of each kind is about, and nothing else."""


def _once(kind: PaperKind, *columns: str) -> sa.Index:
    """Papers of one kind are in a committee's register once for these columns."""
    of_the_kind = sa.text(f"kind = '{kind.value}'")
    return sa.Index(
        f"uq_paper_{kind.value}",
        "committee_id",
        *columns,
        unique=True,
        sqlite_where=of_the_kind,
        postgresql_where=of_the_kind,
    )


paper = sa.Table(
    "paper",
    metadata,
    id_column(),
    committee_column(),
    reference("meeting_id", "meeting", nullable=True),
    sa.Column("kind", enum_type(PaperKind, "kind"), nullable=False),
    sa.Column("edition", enum_type(Edition, "edition"), nullable=False),
    text_column("language"),
    text_column("title"),
    text_column("register_number"),
    sa.Column("register_position", sa.Integer(), nullable=False),
    sa.Column("fields", json_type(), nullable=False),
    # A correction points to the paper it corrects: the tables, not their rows, form a circle.
    sa.Column("correction_id", GUID(), sa.ForeignKey("correction.id", use_alter=True)),
    reference("agreement_id", "agreement", nullable=True),
    sa.Column("agreement_version", sa.Integer()),
    *record_columns(),
    sa.CheckConstraint(_REFERENCES, name="references"),
    sa.UniqueConstraint("committee_id", "register_number"),
    sa.UniqueConstraint("committee_id", "register_position"),
    _once(PaperKind.MINUTES, "meeting_id", "edition", "language"),
    _once(PaperKind.CORRECTION_NOTE, "correction_id", "language"),
    sa.Index(None, "meeting_id"),
    sa.Index(None, "agreement_id"),
)

paper_file = sa.Table(
    "paper_file",
    metadata,
    id_column(),
    committee_column(),
    reference("paper_id", "paper"),
    sa.Column("sequence", sa.Integer(), nullable=False),
    sa.Column("sha256", sa.Text(), nullable=False, index=True),
    sa.Column("size", sa.Integer(), nullable=False),
    sa.Column("created_at", UTC(), nullable=False),
    text_column("field"),
    text_column("signer"),
    sa.Column("content", sa.LargeBinary(), nullable=False),
    sa.UniqueConstraint("paper_id", "sequence"),
)
