"""What the minutes of a meeting hold: items, decisions, votes and actions."""

import sqlalchemy as sa

from liaison_desktop.db.tables.base import (
    committee_column,
    id_column,
    list_columns,
    metadata,
    reference,
    text_column,
)
from liaison_desktop.db.types import enum_type
from liaison_desktop.domain.meetings import ActionStatus, Choice, ItemKind, Method, Outcome

agenda_item = sa.Table(
    "agenda_item",
    metadata,
    id_column(),
    committee_column(),
    reference("meeting_id", "meeting"),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("no", sa.Integer(), nullable=False),
    text_column("title"),
    sa.Column("kind", enum_type(ItemKind, "kind"), nullable=False),
    text_column("discussion"),
    sa.Column("closed", sa.Boolean(), nullable=False),
    sa.UniqueConstraint("meeting_id", "no"),
)

decision = sa.Table(
    "decision",
    metadata,
    id_column(),
    committee_column(),
    reference("meeting_id", "meeting"),
    reference("item_id", "agenda_item"),
    text_column("number"),
    text_column("text"),
    sa.Column("method", enum_type(Method, "method"), nullable=False),
    sa.Column("votes_for", sa.Integer()),
    sa.Column("against", sa.Integer()),
    sa.Column("abstained", sa.Integer()),
    sa.Column("recused", sa.Integer()),
    sa.Column("declared_outcome", enum_type(Outcome, "declared_outcome")),
    # What the rules made of the votes when the record was written.
    sa.Column("outcome", enum_type(Outcome, "outcome"), nullable=False),
    text_column("statement"),
    *list_columns(),
    sa.UniqueConstraint("item_id"),
    sa.Index(None, "meeting_id"),
    sa.Index(None, "sort_key", "id"),
)

vote = sa.Table(
    "vote",
    metadata,
    reference("decision_id", "decision", key=True),
    reference("seat_id", "seat", key=True),
    committee_column(),
    reference("meeting_id", "meeting"),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("choice", enum_type(Choice, "choice"), nullable=False),
    sa.Index(None, "meeting_id"),
)

action = sa.Table(
    "action",
    metadata,
    id_column(),
    committee_column(),
    reference("meeting_id", "meeting"),
    reference("item_id", "agenda_item"),
    sa.Column("position", sa.Integer(), nullable=False),
    text_column("number"),
    text_column("text"),
    reference("seat_id", "seat", nullable=True),
    sa.Column("due", sa.Date()),
    sa.Column("status", enum_type(ActionStatus, "status"), nullable=False),
    *list_columns(),
    sa.Index(None, "meeting_id"),
    sa.Index(None, "item_id"),
    sa.Index(None, "sort_key", "id"),
)
