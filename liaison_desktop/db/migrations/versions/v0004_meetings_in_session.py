"""Planning, agenda and session of meetings; texts and notes beside them."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from liaison_desktop.db.types import GUID, UTC, json_type, sort_text

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

OLD_STATES = ("planned", "convened", "held")
NEW_STATES = (*OLD_STATES, "open", "cancelled")
OLD_KINDS = ("information", "discussion", "decision", "election")
NEW_KINDS = (*OLD_KINDS, "approval", "any_other")

NEW_TABLES = ("typed", "private_note", "text_version")


def upgrade() -> None:
    """Add tables and columns."""
    _create_writing()
    _widen("meeting", _meeting_columns(), ("state", NEW_STATES))
    _widen("attendee", (_flag("remote"),))
    _widen("agenda_item", _item_columns(), ("kind", NEW_KINDS))
    _index("agenda_item", "continues_id")
    _fill("decision", _decision_columns())
    with op.batch_alter_table("decision", recreate="always") as batch:
        _require(batch, _decision_columns())
        batch.drop_constraint(batch.f("uq_decision_item_id"), "unique")
    _index("decision", "item_id")
    _widen("action", (_text("organisation"),))
    op.drop_index(op.f("uq_paper_agreement"), "paper")
    _index("paper", "agreement_id")


def downgrade() -> None:
    """Take them away again."""
    op.drop_index(op.f("ix_paper_agreement_id"), "paper")
    of_agreements = sa.text("kind = 'agreement'")
    op.create_index(
        op.f("uq_paper_agreement"),
        "paper",
        ["committee_id", "agreement_id", "agreement_version", "edition", "language"],
        unique=True,
        sqlite_where=of_agreements,
        postgresql_where=of_agreements,
    )
    _narrow("action", (_text("organisation"),))
    op.drop_index(op.f("ix_decision_item_id"), "decision")
    with op.batch_alter_table("decision", recreate="always") as batch:
        for column in _decision_columns():
            batch.drop_column(column.name)
        batch.create_unique_constraint(batch.f("uq_decision_item_id"), ["item_id"])
    op.drop_index(op.f("ix_agenda_item_continues_id"), "agenda_item")
    _narrow("agenda_item", _item_columns(), ("kind", OLD_KINDS))
    _narrow("attendee", (_flag("remote"),))
    _narrow("meeting", _meeting_columns(), ("state", OLD_STATES))
    for table in NEW_TABLES:
        op.drop_table(table)


def _meeting_columns() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("starts", sa.Time(), nullable=True),
        sa.Column("ends", sa.Time(), nullable=True),
        _text("link"),
        _list("breaks"),
        _list("chair_turns"),
    )


def _item_columns() -> tuple[sa.Column[Any], ...]:
    return (
        _text("label"),
        _number("depth"),
        _text("proposer"),
        _text("presenter"),
        sa.Column("minutes_allotted", sa.Integer(), nullable=True),
        _flag("late"),
        _flag("postponed"),
        sa.Column("continues_id", GUID(), nullable=True),
        sa.Column("approves_id", GUID(), nullable=True),
        _list("attachments"),
        _list("titles"),
        _list("recused"),
    )


def _decision_columns() -> tuple[sa.Column[Any], ...]:
    return (_text("mover"), _text("seconder"))


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=True)


def _list(name: str) -> sa.Column[Any]:
    return sa.Column(name, json_type(), nullable=True)


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=True)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=True, info={"required": True})


def _widen(
    table: str,
    columns: tuple[sa.Column[Any], ...],
    enumeration: tuple[str, tuple[str, ...]] | None = None,
) -> None:
    _fill(table, columns)
    with op.batch_alter_table(table, recreate="always") as batch:
        _require(batch, columns)
        if enumeration:
            _allow(batch, table, *enumeration)


def _narrow(
    table: str,
    columns: tuple[sa.Column[Any], ...],
    enumeration: tuple[str, tuple[str, ...]] | None = None,
) -> None:
    with op.batch_alter_table(table, recreate="always") as batch:
        for column in columns:
            batch.drop_column(column.name)
        if enumeration:
            _allow(batch, table, *enumeration)


def _allow(batch: Any, table: str, column: str, values: tuple[str, ...]) -> None:
    listed = ", ".join(f"'{value}'" for value in values)
    name = batch.f(f"ck_{table}_{column}")
    batch.drop_constraint(name, "check")
    batch.create_check_constraint(name, f"{column} IN ({listed})")


def _fill(table: str, columns: tuple[sa.Column[Any], ...]) -> None:
    """Add columns to the rows there are: empty texts and lists, nought and no."""
    for column in columns:
        op.add_column(table, column)
        empty = _empty(column)
        if empty is not None:
            op.execute(f"UPDATE {table} SET {column.name} = {empty}")  # noqa: S608 - names of ours


def _require(batch: Any, columns: tuple[sa.Column[Any], ...]) -> None:
    """From now on no row is without them."""
    for column in columns:
        if _empty(column) is not None:
            batch.alter_column(column.name, existing_type=column.type, nullable=False)


def _empty(column: sa.Column[Any]) -> str | None:
    if isinstance(column.type, sa.Boolean):
        return "0"
    if isinstance(column.type, sa.Text):
        return "''"
    if isinstance(column.type, sa.JSON):
        return "'[]'"
    return "0" if column.info.get("required") else None


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=False)


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}_{target}")
    )


def _create(table: str, *parts: Any) -> None:
    op.create_table(
        table,
        sa.Column("id", GUID(), nullable=False),
        sa.Column("committee_id", GUID(), nullable=False),
        *parts,
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sort_text(), nullable=False),
        sa.Column("origin", GUID(), nullable=False),
        _reference(table, "committee_id", "committee"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    _index(table, "committee_id")


def _create_writing() -> None:
    _create(
        "text_version",
        sa.Column("meeting_id", GUID(), nullable=False),
        sa.Column("item_id", GUID(), nullable=False),
        sa.Column("saved_at", UTC(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        _reference("text_version", "meeting_id", "meeting"),
    )
    _index("text_version", "item_id")
    _create(
        "private_note",
        sa.Column("meeting_id", GUID(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        _reference("private_note", "meeting_id", "meeting"),
    )
    _index("private_note", "meeting_id")
    op.create_table(
        "typed",
        sa.Column("item_id", GUID(), nullable=False),
        sa.Column("committee_id", GUID(), nullable=False),
        sa.Column("meeting_id", GUID(), nullable=False),
        sa.Column("typed_at", UTC(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        _reference("typed", "committee_id", "committee"),
        _reference("typed", "meeting_id", "meeting"),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_typed")),
    )
    _index("typed", "meeting_id")
