"""The store: one file with all records of all committees."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import sqlalchemy as sa

from liaison_desktop.db.engine import WRITING
from liaison_desktop.db.health import Step, check_health
from liaison_desktop.db.opening import create_store, open_engine
from liaison_desktop.db.recovery import back_up, timestamp
from liaison_desktop.db.schema import HISTORY, SchemaHistory
from liaison_desktop.db.tables import audit_entry
from liaison_desktop.db.tables import store as store_table
from liaison_desktop.db.unit_of_work import Reading, UnitOfWork
from liaison_desktop.domain.clock import HybridClock
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.health import StoreHealth


class Store:
    """An open store; threads may share it, each transaction has its own connection."""

    def __init__(self, path: Path, engine: sa.Engine) -> None:
        self.path = path
        self._engine = engine
        with engine.connect() as connection:
            origin = connection.scalar(sa.select(store_table.c.origin))
            newest = connection.scalar(sa.select(sa.func.max(audit_entry.c.at)))
        if origin is None:
            raise UserError("store_damaged", path=str(path))
        self._origin = origin
        self._clock = HybridClock(str(origin))
        if newest is not None:
            self._clock.observe(newest)

    @classmethod
    def open(cls, path: Path, *, create: bool = False, history: SchemaHistory = HISTORY) -> Self:
        """Open the store of a file; with ``create``, make it if there is none.

        A store of an older program is backed up beside itself and brought forward.

        Raises:
            UserError: the file is missing, empty, of something else, damaged, read-only or of a
                newer program.
        """
        if create and not path.exists():
            create_store(path, history)
        engine, revision = open_engine(path)
        if revision != history.newest:
            engine.dispose()
            cls.migrate(path, path.parent / "backups", history=history)
            engine, _newest = open_engine(path)
        return cls(path, engine)

    @staticmethod
    def migrate(path: Path, backup_dir: Path, *, history: SchemaHistory = HISTORY) -> Path | None:
        """Bring a store to this program's schema, after a checked backup, which is returned.

        ``None`` = the store has this program's schema already.

        Raises:
            UserError: as for ``open``; the store stays as it is.
        """
        engine, revision = open_engine(path)
        engine.dispose()
        history.require_known(revision, path)
        if revision == history.newest:
            return None
        from liaison_desktop.db.upgrade import upgrade_schema

        backup_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        backup = backup_dir / f"{path.stem}-schema-{revision}-{timestamp()}{path.suffix}"
        back_up(path, backup, history)
        upgrade_schema(path, history)
        return backup

    @contextmanager
    def write(self, command: str, actor: str) -> Iterator[UnitOfWork]:
        """A unit of work: what is not committed when it ends is rolled back.

        Raises:
            UserError: ``store_busy``, another process is writing.
        """
        with self._engine.connect().execution_options(**{WRITING: True}) as connection:
            connection.begin()
            yield UnitOfWork(
                connection, command=command, actor=actor, clock=self._clock, origin=self._origin
            )

    @contextmanager
    def read(self) -> Iterator[Reading]:
        """One state of the store to read from."""
        with self._engine.connect() as connection:
            yield Reading(connection)

    def backup(self, target: Path) -> None:
        """Write a compact, checked copy; others may go on reading and writing.

        Raises:
            UserError: the place cannot be written, or the disk is full; no half file stays.
        """
        back_up(self.path, target)

    def health(self, step: Step = lambda _done, _total, _what: None) -> StoreHealth:
        """The thorough check of everything that can be recomputed; what ``step`` raises stops it.

        Raises:
            UserError: the file is so damaged that it cannot be read through.
        """
        with self._engine.connect() as connection:
            return check_health(connection, step)

    def close(self) -> None:
        """Close all connections; the last one to go tidies up the write-ahead log."""
        self._engine.dispose()
