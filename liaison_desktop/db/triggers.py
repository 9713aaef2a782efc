"""Every trigger of the store, in one place.

A batch migration copies its table and loses the table's triggers, so they are all dropped before
and created again after any change of the schema.
"""

from dataclasses import dataclass

import sqlalchemy as sa


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger of one table."""

    name: str
    table: str
    statement: str


def _refuse(table: str, action: str) -> Trigger:
    name = f"{table}_{action}_refused"
    return Trigger(
        name,
        table,
        f"CREATE TRIGGER {name} BEFORE {action.upper()} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END",
    )


TRIGGERS = (
    *(
        _refuse(table, action)
        for table in ("audit_entry", "paper", "paper_file", "correction", "deletion")
        for action in ("update", "delete")
    ),
    Trigger(
        "paper_register_gapless",
        "paper",
        "CREATE TRIGGER paper_register_gapless BEFORE INSERT ON paper "
        "WHEN NEW.register_position <> 1 + (SELECT count(*) FROM paper "
        "WHERE committee_id = NEW.committee_id) "
        "BEGIN SELECT RAISE(ABORT, 'the register has no gaps'); END",
    ),
    Trigger(
        "correction_gapless",
        "correction",
        "CREATE TRIGGER correction_gapless BEFORE INSERT ON correction "
        "WHEN NEW.number <> 1 + (SELECT count(*) FROM correction "
        "WHERE committee_id = NEW.committee_id AND year = NEW.year) "
        "BEGIN SELECT RAISE(ABORT, 'the corrections of a year have no gaps'); END",
    ),
)
"""In SQLite's language."""


def create_triggers(connection: sa.Connection) -> None:
    """Create the triggers of all tables that exist; none of them exists yet."""
    tables = set(sa.inspect(connection).get_table_names())
    for trigger in TRIGGERS:
        if trigger.table in tables:
            connection.exec_driver_sql(trigger.statement)


def drop_triggers(connection: sa.Connection) -> None:
    """Drop whatever triggers there are."""
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for name in names.scalars().all():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
