"""Creates and opens the file of a store, and says what is wrong with one that is none."""

import contextlib
import os
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa

from liaison_desktop.db.engine import WRITING, make_engine
from liaison_desktop.db.files import OWNER_ONLY, create_part, discard, publish_new
from liaison_desktop.db.schema import (
    APPLICATION_ID,
    HISTORY,
    SchemaHistory,
    create_schema,
    stored_revision,
)
from liaison_desktop.db.tables import store as store_table
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.errors import UserError

_MAGIC = b"SQLite format 3\x00"


def create_store(path: Path, history: SchemaHistory = HISTORY) -> None:
    """Create a new store: whole, or not at all. One that another process just made stays.

    Raises:
        UserError: the folder cannot be written, or the disk is full.
    """
    part = create_part(path)
    try:
        _fill(make_engine(part, reported_as=path), history)
        with contextlib.suppress(FileExistsError):
            publish_new(part, path)
    finally:
        discard(part)


def open_engine(path: Path) -> tuple[sa.Engine, str]:
    """An engine on a store of ours that can be written, and the revision of its schema.

    Raises:
        UserError: the file is missing, empty, of something else, damaged or read-only.
    """
    check_file(path)
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise UserError("store_read_only", path=str(path))
    path.chmod(OWNER_ONLY)
    engine = make_engine(path)
    try:
        with engine.connect() as connection:
            application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
            revision = stored_revision(connection)
        if application != APPLICATION_ID or revision is None:
            raise UserError("store_foreign", path=str(path))
    except BaseException:
        engine.dispose()
        raise
    return engine, revision


def check_file(path: Path) -> None:
    """Look at the file from outside, before SQLite touches it.

    Raises:
        UserError: it is missing, empty, unreadable or not SQLite's.
    """
    if not path.is_file():
        raise UserError("store_missing", path=str(path))
    if path.stat().st_size == 0:
        raise UserError("store_empty", path=str(path))
    try:
        with path.open("rb") as file:
            header = file.read(len(_MAGIC))
    except OSError as error:
        raise UserError("store_read_only", path=str(path)) from error
    if header != _MAGIC:
        raise UserError("store_foreign", path=str(path))


def _fill(engine: sa.Engine, history: SchemaHistory) -> None:
    try:
        with engine.connect().execution_options(**{WRITING: True}) as connection:
            create_schema(connection, history)
            connection.execute(
                sa.insert(store_table).values(origin=uuid7(), created_at=datetime.now(UTC))
            )
            connection.commit()
    finally:
        engine.dispose()
