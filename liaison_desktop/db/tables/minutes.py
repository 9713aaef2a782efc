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
from liaison_desktop.db.types import GUID, enum_type, json_type
from liaison_desktop.domain.agenda import ItemKind
from liaison_desktop.domain.decisions import ActionStatus, Choice, Method, Outcome

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
    text_column("label"),
    sa.Column("depth", sa.Integer(), nullable=False),
    text_column("proposer"),
    text_column("presenter"),
    sa.Column("minutes_allotted", sa.Integer()),
    sa.Column("late", sa.Boolean(), nullable=False),
    sa.Column("postponed", sa.Boolean(), nullable=False),
    sa.Column("continues_id", GUID()),
    sa.Column("approves_id", GUID()),
    sa.Column("attachments", json_type(), nullable=False),
    sa.Column("titles", json_type(), nullable=False),
    sa.Column("recused", json_type(), nullable=False),
    sa.Column("started", sa.Time()),
    sa.UniqueConstraint("meeting_id", "no"),
    sa.Index(None, "continues_id"),
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
    text_column("mover"),
    text_column("seconder"),
    sa.Column("amends_id", GUID()),
    sa.Column("supersedes_id", GUID()),
    text_column("supersedes_number"),
    sa.Column("candidates", json_type(), nullable=False),
    sa.Column("places", sa.Integer(), nullable=False),
    sa.Column("most_votes_suffice", sa.Boolean(), nullable=False),
    *list_columns(),
    sa.Index(None, "item_id"),
    sa.Index(None, "meeting_id"),
    sa.Index(None, "supersedes_id"),
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
    text_column("organisation"),
    *list_columns(),
    sa.Index(None, "meeting_id"),
    sa.Index(None, "item_id"),
    sa.Index(None, "sort_key", "id"),
)
