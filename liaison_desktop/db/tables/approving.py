"""The way of minutes to their approval: drafts that went out, objections, the approval itself."""

import sqlalchemy as sa

from liaison_desktop.db.tables.base import (
    committee_column,
    id_column,
    list_column,
    metadata,
    record_columns,
    reference,
    text_column,
)
from liaison_desktop.db.types import GUID, UTC, enum_type
from liaison_desktop.domain.minutes import CirculationMedium, Ruling

circulation = sa.Table(
    "circulation",
    metadata,
    id_column(),
    committee_column(),
    reference("meeting_id", "meeting"),
    sa.Column("circulated_at", UTC(), nullable=False),
    sa.Column("until", sa.Date(), nullable=False),
    sa.Column("medium", enum_type(CirculationMedium, "medium"), nullable=False),
    text_column("language"),
    list_column("addressees"),
    reference("file_id", "attachment"),
    text_column("digest"),
    *record_columns(),
    sa.Index(None, "committee_id"),
    sa.Index(None, "meeting_id"),
)

objection = sa.Table(
    "objection",
    metadata,
    id_column(),
    committee_column(),
    reference("meeting_id", "meeting"),
    reference("seat_id", "seat", nullable=True),
    text_column("name"),
    # No foreign key: items are written anew with their meeting.
    sa.Column("item_id", GUID()),
    text_column("text"),
    sa.Column("raised_on", sa.Date(), nullable=False),
    sa.Column("ruling", enum_type(Ruling, "ruling"), nullable=False),
    text_column("answer"),
    sa.Column("ruled_on", sa.Date()),
    *record_columns(),
    sa.Index(None, "committee_id"),
    sa.Index(None, "meeting_id"),
)

approval = sa.Table(
    "approval",
    metadata,
    id_column(),
    committee_column(),
    reference("meeting_id", "meeting"),
    sa.Column("approved_on", sa.Date(), nullable=False),
    reference("approved_in", "meeting", nullable=True),
    sa.Column("decision_id", GUID()),
    text_column("words"),
    sa.Column("corrected", sa.Boolean(), nullable=False),
    *record_columns(),
    sa.UniqueConstraint("meeting_id"),
    sa.Index(None, "committee_id"),
)
