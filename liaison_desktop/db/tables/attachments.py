"""Files that belong to a record. The table only grows: triggers refuse to change a row."""

import sqlalchemy as sa

from liaison_desktop.db.tables.base import (
    committee_column,
    id_column,
    metadata,
    record_columns,
    text_column,
)
from liaison_desktop.db.types import UTC

attachment = sa.Table(
    "attachment",
    metadata,
    id_column(),
    committee_column(),
    text_column("name"),
    text_column("media_type"),
    text_column("sha256"),
    sa.Column("size", sa.Integer(), nullable=False),
    sa.Column("added_at", UTC(), nullable=False),
    sa.Column("content", sa.LargeBinary(), nullable=False),
    *record_columns(),
    sa.Index(None, "committee_id"),
)
