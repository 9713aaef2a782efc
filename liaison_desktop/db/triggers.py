"""Every trigger of the store, in one place.

A batch migration copies its table and loses the table's triggers, so they are all dropped before
and created again after any change of the schema.
"""

import sqlalchemy as sa


def _append_only(table: str) -> dict[str, str]:
    return {
        f"{table}_{action}_refused": (
            f"CREATE TRIGGER {table}_{action}_refused BEFORE {action.upper()} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
        )
        for action in ("update", "delete")
    }


TRIGGERS = {
    **_append_only("audit_entry"),
    **_append_only("paper"),
    **_append_only("paper_file"),
    "paper_register_gapless": (
        "CREATE TRIGGER paper_register_gapless BEFORE INSERT ON paper "
        "WHEN NEW.register_position <> 1 + (SELECT count(*) FROM paper "
        "WHERE committee_id = NEW.committee_id) "
        "BEGIN SELECT RAISE(ABORT, 'the register has no gaps'); END"
    ),
}
"""Name -> statement, for SQLite."""


def create_triggers(connection: sa.Connection) -> None:
    """Create all triggers; none of them exists."""
    for statement in TRIGGERS.values():
        connection.exec_driver_sql(statement)


def drop_triggers(connection: sa.Connection) -> None:
    """Drop whatever triggers there are."""
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for name in names.scalars().all():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
