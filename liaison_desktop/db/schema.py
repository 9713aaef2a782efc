"""Which schema this program knows, and how a new store gets it without loading Alembic."""

from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from liaison_desktop.db.tables import metadata
from liaison_desktop.db.triggers import create_triggers
from liaison_desktop.domain.errors import UserError

APPLICATION_ID = 0x4C494149
"""``LIAI`` in the header of every store, so that no other SQLite file is taken for one."""


@dataclass(frozen=True, slots=True)
class SchemaHistory:
    """The revisions of the schema, oldest first, and the folder of their migrations."""

    revisions: tuple[str, ...]
    scripts: Path

    @property
    def newest(self) -> str:
        """The revision that the program works with."""
        return self.revisions[-1]

    def require_known(self, revision: str, path: Path) -> None:
        """Make sure that this program knows a store's revision.

        Raises:
            UserError: ``store_newer``.
        """
        if revision not in self.revisions:
            raise UserError("store_newer", path=str(path), found=revision, known=self.newest)


HISTORY = SchemaHistory(
    revisions=("0001", "0002", "0003", "0004", "0005", "0006"),
    scripts=Path(__file__).parent / "migrations",
)
"""The program's own history; a test ties it to the migrations."""

# Alembic's own table, written here so that a new store does not have to load Alembic.
_ALEMBIC_VERSION = sa.Table(
    "alembic_version",
    sa.MetaData(),
    sa.Column("version_num", sa.String(32), nullable=False),
    sa.PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def create_schema(connection: sa.Connection, history: SchemaHistory = HISTORY) -> None:
    """Create every table and trigger of the newest revision in an empty database."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    metadata.create_all(connection)
    create_triggers(connection)
    _ALEMBIC_VERSION.create(connection)
    connection.execute(sa.insert(_ALEMBIC_VERSION).values(version_num=history.newest))


def stored_revision(connection: sa.Connection) -> str | None:
    """The revision a store has; ``None`` = it holds no schema of ours."""
    if not sa.inspect(connection).has_table(_ALEMBIC_VERSION.name):
        return None
    return connection.scalar(sa.select(_ALEMBIC_VERSION.c.version_num))
