"""Opens and creates store files, and says in one word what is wrong with one."""

import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa

from liaison_desktop.db.engine import WRITING, make_engine
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

OWNER_ONLY = stat.S_IRUSR | stat.S_IWUSR
_MAGIC = b"SQLite format 3\x00"


def create_file(path: Path) -> None:
    """Create an empty file that only its owner may read; SQLite's side files follow it.

    Raises:
        FileExistsError: there is one already.
        UserError: ``store_read_only``, the folder cannot be written.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_ONLY))
    except FileExistsError:
        raise
    except OSError as error:
        raise UserError("store_read_only", path=str(path)) from error


def create_store(path: Path, history: SchemaHistory = HISTORY) -> None:
    """Create a new store: whole, or not at all.

    Raises:
        UserError: the folder cannot be written, or the disk is full.
    """
    part = path.with_name(path.name + ".part")
    discard(part)
    create_file(part)
    engine = make_engine(part)
    try:
        with engine.connect().execution_options(**{WRITING: True}) as connection:
            create_schema(connection, history)
            connection.execute(
                sa.insert(store_table).values(origin=uuid7(), created_at=datetime.now(UTC))
            )
            connection.commit()
        engine.dispose()
        publish(part, path)
    finally:
        engine.dispose()
        discard(part)


def open_engine(path: Path) -> sa.Engine:
    """An engine on a file that is a store of ours and can be written.

    Raises:
        UserError: the file is missing, empty, of something else, damaged or read-only.
    """
    check_file(path)
    path.chmod(OWNER_ONLY)
    engine = make_engine(path)
    try:
        with engine.connect() as connection:
            check_application(connection, path)
    except BaseException:
        engine.dispose()
        raise
    return engine


def check_file(path: Path) -> None:
    """Look at the file from outside, before SQLite touches it.

    Raises:
        UserError: it is missing, empty, not SQLite's, shorter than it says, or read-only.
    """
    if not path.is_file():
        raise UserError("store_missing", path=str(path))
    size = path.stat().st_size
    if size == 0:
        raise UserError("store_empty", path=str(path))
    if not (os.access(path, os.R_OK | os.W_OK) and os.access(path.parent, os.W_OK)):
        raise UserError("store_read_only", path=str(path))
    with path.open("rb") as file:
        header = file.read(100)
    if not header.startswith(_MAGIC):
        raise UserError("store_foreign", path=str(path))
    if size < _declared_size(header):
        raise UserError("store_damaged", path=str(path))


def check_application(connection: sa.Connection, path: Path) -> None:
    """Make sure that the database is one of ours.

    Raises:
        UserError: ``store_foreign``.
    """
    found = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    if found != APPLICATION_ID or stored_revision(connection) is None:
        raise UserError("store_foreign", path=str(path))


def publish(part: Path, path: Path) -> None:
    """Put a finished file in its place, so that it is there also after a power cut."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def discard(path: Path) -> None:
    """Remove a file with SQLite's side files, if there are any."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal"):
        path.with_name(name).unlink(missing_ok=True)


def _declared_size(header: bytes) -> int:
    """Bytes the file must have at least (https://www.sqlite.org/fileformat.html#the_database_header)."""
    page_size = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    counter, valid_for = header[24:28], header[92:96]
    largest = 65536
    return (largest if page_size == 1 else page_size) * (pages if counter == valid_for else 1)
