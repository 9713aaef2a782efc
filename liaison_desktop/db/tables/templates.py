"""What a committee plans and writes again and again."""

import sqlalchemy as sa

from liaison_desktop.db.tables.base import (
    committee_column,
    id_column,
    list_column,
    metadata,
    record_columns,
    text_column,
)
from liaison_desktop.db.types import enum_type
from liaison_desktop.domain.meetings import MeetingKind, MeetingMode

meeting_template = sa.Table(
    "meeting_template",
    metadata,
    id_column(),
    committee_column(),
    text_column("name"),
    sa.Column("kind", enum_type(MeetingKind, "kind"), nullable=False),
    sa.Column("mode", enum_type(MeetingMode, "mode"), nullable=False),
    text_column("place"),
    text_column("link"),
    sa.Column("starts", sa.Time()),
    sa.Column("ends", sa.Time()),
    list_column("items"),
    *record_columns(),
    sa.UniqueConstraint("committee_id", "name"),
)

text_module = sa.Table(
    "text_module",
    metadata,
    id_column(),
    committee_column(),
    text_column("language"),
    text_column("name"),
    text_column("text"),
    *record_columns(),
    sa.UniqueConstraint("committee_id", "language", "name"),
)
