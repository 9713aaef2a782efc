"""Backups: a copy that was checked before it counts, and the way back."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from liaison_desktop.db.engine import connect
from liaison_desktop.db.failures import explained, user_error_of
from liaison_desktop.db.files import create_part, discard, publish, with_side_files
from liaison_desktop.db.lock import StoreLock
from liaison_desktop.db.opening import check_file
from liaison_desktop.db.schema import APPLICATION_ID, HISTORY, SchemaHistory
from liaison_desktop.domain.errors import UserError


def back_up(source: Path, target: Path, history: SchemaHistory = HISTORY) -> None:
    """Copy a store, compact and checked, while others may go on writing.

    A file that was there before is replaced by the finished copy.

    Raises:
        UserError: the target is a folder or cannot be written, the disk is full, or the store is
            damaged; no half file stays.
    """
    if target.is_dir():
        raise UserError("file_is_folder", path=str(target))
    if target.resolve() == source.resolve():
        raise UserError("store_backup_onto_itself", path=str(source))
    with _checked_copy(source, target, history) as part:
        publish(part, target)


def restore_store(source: Path, target: Path, history: SchemaHistory = HISTORY) -> Path | None:
    """Put a backup in a store's place; returns where the store of before is kept.

    Raises:
        UserError: the backup is missing, damaged or of a newer program, the store is open in a
            window, or the disk is full; the store stays as it is.
    """
    probe(source, history)
    with StoreLock(target), _checked_copy(source, target, history) as part:
        kept = _set_aside(target) if target.exists() else None
        publish(part, target)
    return kept


def probe(path: Path, history: SchemaHistory = HISTORY) -> str:
    """Read a store through, without writing to it; returns the revision of its schema.

    Raises:
        UserError: it is missing, empty, of something else, damaged or of a newer program.
    """
    check_file(path)
    with explained(path), closing(connect(path, mode="ro")) as connection:
        application = _single(connection, "PRAGMA application_id")
        tables = "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
        if application != APPLICATION_ID or not _single(connection, tables):
            raise UserError("store_foreign", path=str(path))
        revision = str(_single(connection, "SELECT version_num FROM alembic_version"))
        history.require_known(revision, path)
        sound = _single(connection, "PRAGMA integrity_check(1)") == "ok"
        if not sound or connection.execute("PRAGMA foreign_key_check").fetchone():
            raise UserError("store_damaged", path=str(path))
    return revision


def timestamp() -> str:
    """Now, as part of a file's name."""
    return datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")


@contextmanager
def _checked_copy(source: Path, target: Path, history: SchemaHistory) -> Iterator[Path]:
    """A checked copy beside its target; what is left of it at the end is removed."""
    part = create_part(target)
    try:
        if shutil.disk_usage(target.parent).free < source.stat().st_size:
            raise UserError("store_full", path=str(target))
        with explained(source), closing(connect(source, mode="ro")) as connection:
            _copy(connection, part, target)
        probe(part, history)
        yield part
    finally:
        discard(part)


def _copy(connection: Any, part: Path, target: Path) -> None:
    try:
        connection.execute("VACUUM INTO ?", (str(part),))
    except dbapi2.Error as failure:
        error = user_error_of(failure, target)
        if error is None or error.code == "store_damaged":
            raise  # not the target's fault
        raise error from failure


def _set_aside(path: Path) -> Path:
    """Rename a store with its side files: a log left behind would be taken for the new one's."""
    kept = path.with_name(f"{path.stem}-before-{timestamp()}{path.suffix}")
    for file, new in zip(with_side_files(path), with_side_files(kept), strict=True):
        if file.exists():
            file.rename(new)
    return kept


def _single(connection: Any, statement: str) -> Any:
    return connection.execute(statement).fetchone()[0]
