"""Changes the schema of an existing store, in one transaction: all of it or nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from liaison_desktop.db.engine import WRITING, make_engine
from liaison_desktop.db.health import broken_references
from liaison_desktop.db.schema import HISTORY, SchemaHistory
from liaison_desktop.db.triggers import create_triggers, drop_triggers

if TYPE_CHECKING:
    from alembic.config import Config


def upgrade_schema(
    path: Path, history: SchemaHistory = HISTORY, revision: str | None = None
) -> None:
    """Bring a store forward to a revision, by default to the newest one.

    Raises:
        RuntimeError: rows would point to rows that are gone.
    """
    from alembic import command

    wanted = revision or history.newest
    _migrate(path, history, lambda config: command.upgrade(config, wanted))


def downgrade_schema(path: Path, revision: str, history: SchemaHistory = HISTORY) -> None:
    """Take a store back to an earlier revision; ``"base"`` drops all tables.

    Raises:
        RuntimeError: rows would point to rows that are gone.
    """
    from alembic import command

    _migrate(path, history, lambda config: command.downgrade(config, revision))


def _migrate(path: Path, history: SchemaHistory, step: "Callable[[Config], None]") -> None:
    """Run a step of Alembic's.

    Foreign keys are off meanwhile: with them on, a batch migration, which copies a table and drops
    the old one, would silently delete the rows that point to it. They are checked before the
    commit.
    """
    engine = make_engine(path)
    try:
        with engine.connect().execution_options(**{WRITING: True}) as connection:
            _switch_foreign_keys_off(connection)
            connection.begin()
            drop_triggers(connection)
            step(_config(connection, history))
            broken = [finding.parameters for finding in broken_references(connection)]
            if broken:
                raise RuntimeError(f"the migration breaks references: {broken}")
            create_triggers(connection)
            connection.commit()
    finally:
        engine.dispose()


def _switch_foreign_keys_off(connection: sa.Connection) -> None:
    # Within a transaction the pragma does nothing; SQLAlchemy would begin one, so it is bypassed.
    driver_connection = connection.connection.driver_connection
    if driver_connection is not None:
        driver_connection.execute("PRAGMA foreign_keys=OFF")


def _config(connection: sa.Connection, history: SchemaHistory) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(history.scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
