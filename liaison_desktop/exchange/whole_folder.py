"""Folders that appear whole or not at all."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from liaison_desktop.domain.errors import UserError


@contextlib.contextmanager
def whole_folder(out: Path) -> Iterator[Path]:
    """A folder to write into; it gets its name only when everything in it is on the disk.

    Whatever is raised in between, a cancellation too, leaves nothing behind.

    Raises:
        UserError: ``folder_not_empty``, ``disk_full``, ``folder_not_written``.
    """
    _refuse_existing(out)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix=f".{out.name}.", dir=out.parent, ignore_cleanup_errors=True
        ) as scratch:
            folder = Path(scratch) / out.name
            folder.mkdir()
            yield folder
            _flush(folder)
            _put_in_place(folder, out)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        code = "disk_full" if full else "folder_not_written"
        raise UserError(code, path=out, reason=error.strerror) from error


def _refuse_existing(out: Path) -> None:
    try:
        occupied = out.is_symlink() or (out.exists() and any(out.iterdir()))
    except OSError as error:
        raise UserError("folder_not_written", path=out, reason=error.strerror) from error
    if occupied:
        raise UserError("folder_not_empty", path=out)


def _flush(folder: Path) -> None:
    for file in folder.iterdir():
        with file.open("rb+") as stream:
            os.fsync(stream.fileno())


def _put_in_place(folder: Path, out: Path) -> None:
    """Rename; an empty folder of that name gives way, because Windows renames over none.

    The new folder stays as private as the one that was there.
    """
    if out.exists():
        folder.chmod(out.stat().st_mode)
        out.rmdir()
    folder.rename(out)
