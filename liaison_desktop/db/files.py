"""Files of the store: private from the first moment, in place whole or not at all."""

import os
import stat
from pathlib import Path

from liaison_desktop.domain.errors import UserError

OWNER_ONLY = stat.S_IRUSR | stat.S_IWUSR
"""Mode of every file of the store; SQLite gives its side files the mode of the store."""


def create_part(path: Path) -> Path:
    """An empty private file beside the place where a finished one will be published.

    Raises:
        UserError: ``store_read_only``, the folder cannot be written.
    """
    part = path.parent / f"{path.name}.{os.getpid()}.part"
    try:
        discard(part)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_ONLY))
    except OSError as error:
        raise UserError("store_read_only", path=str(path)) from error
    return part


def publish(part: Path, path: Path) -> None:
    """Put a finished file in its place, so that it is there also after a power cut."""
    _flush(part)
    part.replace(path)
    _flush_folder(path)


def publish_new(part: Path, path: Path) -> None:
    """The same, but a file that somebody else put there in the meantime stays.

    Raises:
        FileExistsError: there is one.
    """
    _flush(part)
    try:
        # Unlike a second name for a file, renaming replaces what is there.
        path.hardlink_to(part)
        part.unlink()
    except FileExistsError:
        raise
    except OSError:
        # Memory sticks know no second names.
        part.rename(path)
    _flush_folder(path)


def _flush(part: Path) -> None:
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(path: Path) -> None:
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def with_side_files(path: Path) -> tuple[Path, ...]:
    """A store's file and those that SQLite may keep beside it."""
    return (path, *(path.with_name(f"{path.name}-{kind}") for kind in ("wal", "shm", "journal")))


def discard(path: Path) -> None:
    """Remove a store's file and those beside it, if there are any."""
    for file in with_side_files(path):
        file.unlink(missing_ok=True)
