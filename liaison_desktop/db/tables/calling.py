"""Letters that went out, and what was answered."""

import sqlalchemy as sa

from liaison_desktop.db.tables.base import (
    committee_column,
    id_column,
    metadata,
    record_columns,
    reference,
    text_column,
)
from liaison_desktop.db.types import UTC, enum_type
from liaison_desktop.domain.calling import Answer, AnswerSource, Medium, Purpose

letter = sa.Table(
    "letter",
    metadata,
    id_column(),
    committee_column(),
    reference("meeting_id", "meeting"),
    reference("seat_id", "seat", nullable=True),
    sa.Column("purpose", enum_type(Purpose, "purpose"), nullable=False),
    sa.Column("sequence", sa.Integer(), nullable=False),
    text_column("name"),
    text_column("address"),
    sa.Column("medium", enum_type(Medium, "medium"), nullable=False),
    sa.Column("sent_at", UTC(), nullable=False),
    text_column("message_id"),
    text_column("digest"),
    text_column("paper_digest"),
    *record_columns(),
    sa.Index(None, "committee_id"),
    sa.Index(None, "meeting_id"),
)

reply = sa.Table(
    "reply",
    metadata,
    id_column(),
    committee_column(),
    reference("meeting_id", "meeting"),
    reference("seat_id", "seat"),
    sa.Column("answer", enum_type(Answer, "answer"), nullable=False),
    text_column("substitute"),
    sa.Column("answered_at", UTC(), nullable=False),
    sa.Column("source", enum_type(AnswerSource, "source"), nullable=False),
    text_column("comment"),
    *record_columns(),
    sa.UniqueConstraint("meeting_id", "seat_id"),
    sa.Index(None, "committee_id"),
)
