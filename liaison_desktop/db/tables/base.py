"""What all tables share: the catalogue of tables, names of constraints, columns of every record."""

from typing import Any

import sqlalchemy as sa

from liaison_desktop.db.types import GUID, json_type, sort_text

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def id_column() -> sa.Column[Any]:
    """The record's own id, a UUID of version 7."""
    return sa.Column("id", GUID(), primary_key=True)


def committee_column() -> sa.Column[Any]:
    """The committee that owns the row; part of every unique key, so that stores can be merged."""
    return sa.Column("committee_id", GUID(), sa.ForeignKey("committee.id"), nullable=False)


def reference(
    name: str, target: str, *, nullable: bool = False, key: bool = False
) -> sa.Column[Any]:
    """A column that points to the id of another table's row."""
    return sa.Column(
        name, GUID(), sa.ForeignKey(f"{target}.id"), nullable=nullable, primary_key=key
    )


def text_column(name: str) -> sa.Column[str]:
    """Text that may be empty but is never missing."""
    return sa.Column(name, sa.Text(), nullable=False)


def list_column(name: str) -> sa.Column[Any]:
    """A list, as JSON, that may be empty but is never missing."""
    return sa.Column(name, json_type(), nullable=False)


def list_columns() -> tuple[sa.Column[str], sa.Column[str]]:
    """What a list is ordered by, and what it is searched in (see ``folding``)."""
    return (
        sa.Column("sort_key", sort_text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
    )


def record_columns() -> tuple[sa.Column[Any], ...]:
    """What every record carries besides its content.

    ``version`` counts the writes, ``changed_at`` is the hybrid logical clock of the last one and
    ``origin`` the store it was made in: enough to merge stores later without a server. The parts of
    a record (a meeting's attendees, items, votes) are versioned with it.
    """
    return (
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sort_text(), nullable=False),
        sa.Column("origin", GUID(), nullable=False),
    )
