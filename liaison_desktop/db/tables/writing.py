"""What is written beside the record of a meeting.

Items are written anew with their meeting, so nothing here refers to their rows.
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
from liaison_desktop.db.types import GUID, UTC

text_version = sa.Table(
    "text_version",
    metadata,
    id_column(),
    committee_column(),
    reference("meeting_id", "meeting"),
    sa.Column("item_id", GUID(), nullable=False),
    sa.Column("saved_at", UTC(), nullable=False),
    text_column("text"),
    *record_columns(),
    sa.Index(None, "committee_id"),
    sa.Index(None, "item_id"),
)

private_note = sa.Table(
    "private_note",
    metadata,
    id_column(),
    committee_column(),
    reference("meeting_id", "meeting"),
    text_column("text"),
    *record_columns(),
    sa.Index(None, "committee_id"),
    sa.Index(None, "meeting_id"),
)

typed = sa.Table(
    "typed",
    metadata,
    sa.Column("item_id", GUID(), primary_key=True),
    committee_column(),
    reference("meeting_id", "meeting"),
    sa.Column("typed_at", UTC(), nullable=False),
    text_column("text"),
    sa.Index(None, "meeting_id"),
)
"""The journal of typing: it is no record yet, so no entry of the log tells of it."""
