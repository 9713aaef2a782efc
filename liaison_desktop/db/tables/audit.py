"""The audit log and the store's own name."""

import sqlalchemy as sa

from liaison_desktop.db.tables.base import metadata, text_column
from liaison_desktop.db.types import GUID, UTC

# No foreign keys and no enumerations here: the log outlives whatever it speaks of.
audit_entry = sa.Table(
    "audit_entry",
    metadata,
    sa.Column("committee_id", GUID(), primary_key=True),
    sa.Column("sequence", sa.Integer(), primary_key=True, autoincrement=False),
    text_column("at"),
    text_column("actor"),
    text_column("command"),
    text_column("kind"),
    sa.Column("entity_id", GUID(), nullable=False),
    sa.Column("before", sa.Text()),
    sa.Column("after", sa.Text()),
    text_column("previous"),
    text_column("digest"),
    sa.Index(None, "entity_id"),
)

store = sa.Table(
    "store",
    metadata,
    sa.Column("origin", GUID(), primary_key=True),
    sa.Column("created_at", UTC(), nullable=False),
)
