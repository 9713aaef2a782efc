"""Opens the database file: driver, safety settings, transactions that begin when we say so."""

from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from liaison_desktop.db.failures import explained, raise_user_error

BUSY_TIMEOUT = 5.0
"""Seconds to wait for another writer."""

WRITING = "liaison_writing"
"""Execution option of a connection that is going to write."""

_PRAGMAS = (
    "foreign_keys=ON",
    "journal_mode=WAL",
    "synchronous=FULL",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "trusted_schema=OFF",
)


def make_engine(
    path: Path, *, key: bytes | None = None, reported_as: Path | None = None
) -> sa.Engine:
    """An engine on an existing file.

    Args:
        path: the file.
        key: 32 bytes that encrypt the file (SQLCipher); ``None`` = a plain file.
        reported_as: the file that errors name, where this one is not in its place yet.
    """
    engine = sa.create_engine(
        "sqlite://",
        module=dbapi2,
        creator=partial(connect, path, key=key),
        poolclass=QueuePool,
    )
    event.listen(engine, "connect", partial(_set_pragmas, path=reported_as or path))
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", partial(raise_user_error, path=reported_as or path))
    return engine


def connect(path: Path, *, key: bytes | None = None, mode: str = "rw") -> Any:
    """A bare connection of the driver to an existing file, to read (``"ro"``) or write (``"rw"``).

    It never begins a transaction by itself: only so is DDL rolled back after an error.
    """
    connection = dbapi2.connect(
        f"{path.resolve().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_TIMEOUT,
        isolation_level=None,
        check_same_thread=False,
    )
    if key is not None:
        # A raw key of hexadecimal digits: no derivation on every connection, nothing to quote.
        connection.execute(f"""PRAGMA key = "x'{key.hex()}'" """)
    return connection


def _set_pragmas(connection: Any, _record: object, path: Path) -> None:
    with explained(path):
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    writing = connection.get_execution_options().get(WRITING, False)
    # A writer takes its lock at once: one that began by reading could not get it later.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
