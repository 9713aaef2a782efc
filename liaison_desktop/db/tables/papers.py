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
from liaison_desktop.db.types import UTC, enum_type, json_type
from liaison_desktop.domain.papers import Edition, PaperKind

paper = sa.Table(
    "paper",
    metadata,
    id_column(),
    committee_column(),
    reference("meeting_id", "meeting"),
    sa.Column("kind", enum_type(PaperKind, "kind"), nullable=False),
    sa.Column("edition", enum_type(Edition, "edition"), nullable=False),
    text_column("language"),
    text_column("title"),
    text_column("register_number"),
    sa.Column("register_position", sa.Integer(), nullable=False),
    sa.Column("fields", json_type(), nullable=False),
    *record_columns(),
    sa.UniqueConstraint("committee_id", "register_number"),
    sa.UniqueConstraint("committee_id", "register_position"),
    sa.UniqueConstraint("committee_id", "meeting_id", "kind", "edition", "language"),
    sa.Index(None, "meeting_id"),
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
