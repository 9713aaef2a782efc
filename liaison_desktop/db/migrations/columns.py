"""What migrations do with columns again and again, with batches that keep every row.

A column that may not be empty names what the rows there are get: ``info={"empty": "0"}``, in SQL.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from liaison_desktop.db.types import GUID, json_type, sort_text


def text(name: str) -> sa.Column[Any]:
    """Text, empty in the rows there are."""
    return sa.Column(name, sa.Text(), nullable=True, info={"empty": "''"})


def listed(name: str) -> sa.Column[Any]:
    """A list, empty in the rows there are."""
    return sa.Column(name, json_type(), nullable=True, info={"empty": "'[]'"})


def flag(name: str) -> sa.Column[Any]:
    """No in the rows there are."""
    return sa.Column(name, sa.Boolean(), nullable=True, info={"empty": "0"})


def number(name: str, empty: int = 0) -> sa.Column[Any]:
    """A whole number, with what the rows there are get."""
    return sa.Column(name, sa.Integer(), nullable=True, info={"empty": str(empty)})


def widen(
    table: str,
    columns: tuple[sa.Column[Any], ...],
    enumeration: tuple[str, tuple[str, ...]] | None = None,
) -> None:
    """Add columns, and allow an enumeration more values."""
    for column in columns:
        op.add_column(table, column)
        if "empty" in column.info:
            empty = column.info["empty"]
            op.execute(f"UPDATE {table} SET {column.name} = {empty}")  # noqa: S608 - names of ours
    with op.batch_alter_table(table, recreate="always") as batch:
        for column in columns:
            if "empty" in column.info:
                batch.alter_column(column.name, existing_type=column.type, nullable=False)
        if enumeration:
            _allow(batch, table, *enumeration)


def narrow(
    table: str,
    columns: tuple[sa.Column[Any], ...],
    enumeration: tuple[str, tuple[str, ...]] | None = None,
) -> None:
    """Take columns away again, and values of an enumeration."""
    with op.batch_alter_table(table, recreate="always") as batch:
        for column in columns:
            batch.drop_column(column.name)
        if enumeration:
            _allow(batch, table, *enumeration)


def index(table: str, *columns: str) -> None:
    """An index under the name that the tables' own naming gives it."""
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=False)


def drop_index(table: str, *columns: str) -> None:
    """Take such an index away."""
    op.drop_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table)


def pointing(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    """A column that points to the id of another table."""
    return sa.ForeignKeyConstraint(
        [column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}_{target}")
    )


def unique(table: str, *columns: str) -> sa.UniqueConstraint:
    """Columns that are unique together."""
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def chosen(table: str, column: str, values: tuple[str, ...]) -> tuple[Any, Any]:
    """A column that holds one of some values, and the check that it does."""
    check = sa.CheckConstraint(_among(column, values), name=op.f(f"ck_{table}_{column}"))
    return sa.Column(column, sa.String(32), nullable=False), check


def create(table: str, *parts: Any) -> None:
    """A table of records: with id, committee and what every record carries."""
    op.create_table(
        table,
        sa.Column("id", GUID(), nullable=False),
        sa.Column("committee_id", GUID(), nullable=False),
        *parts,
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sort_text(), nullable=False),
        sa.Column("origin", GUID(), nullable=False),
        pointing(table, "committee_id", "committee"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def _allow(batch: Any, table: str, column: str, values: tuple[str, ...]) -> None:
    name = batch.f(f"ck_{table}_{column}")
    batch.drop_constraint(name, "check")
    batch.create_check_constraint(name, _among(column, values))


def _among(column: str, values: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(value) for value in values)})"
