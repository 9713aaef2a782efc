"""Files of the user: read whole, written beside and renamed, each fault with its error."""

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from liaison_desktop.domain.errors import UserError

# A signed paper with attachments stays far below; anything larger is not one of our papers.
LARGEST_FILE = 256 * 1024 * 1024


@contextlib.contextmanager
def naming(path: Path) -> Iterator[None]:
    """Name the file in whatever is found wrong with its content."""
    try:
        yield
    except UserError as problem:
        raise UserError("in_file", path=path, problem=problem) from problem


def read_file(path: Path) -> bytes:
    """The whole file.

    Raises:
        UserError: ``file_missing``, ``file_is_folder``, ``file_too_large``, ``file_unreadable``.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UserError("file_too_large", path=path)
        return path.read_bytes()
    except FileNotFoundError:
        raise UserError("file_missing", path=path) from None
    except IsADirectoryError:
        raise UserError("file_is_folder", path=path) from None
    except OSError as error:
        raise UserError("file_unreadable", path=path, reason=error.strerror) from error


def write_file(path: Path, content: bytes) -> None:
    """Write the whole file or nothing: beside it first, then renamed over it.

    A link stays one, and what it points to is written; a file that is there keeps its mode.

    Raises:
        UserError: ``disk_full``, ``file_is_folder``, ``file_not_written``.
    """
    with _beside(path) as (part, target):
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)


def require_writable(path: Path) -> None:
    """Make sure, before anything is changed, that ``write_file`` will find its place.

    Raises:
        UserError: as for ``write_file``.
    """
    with _beside(path):
        pass


def make_folder(path: Path) -> Path:
    """The folder to write into, made for its owner alone if it is missing.

    Raises:
        UserError: ``folder_not_written``.
    """
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        _require_permission(path)
    except OSError as error:
        raise UserError("folder_not_written", path=path, reason=error.strerror) from error
    return path


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[tuple[Path, Path]]:
    """An empty file beside the real place of another, and that place; gone if not renamed."""
    target = Path(os.path.realpath(path))
    part = target.parent / f".{target.name}.{os.getpid()}.part"
    try:
        if target.is_dir():
            raise UserError("file_is_folder", path=path)
        part.touch()
        if target.exists():
            _require_permission(target)
            shutil.copymode(target, part)
        yield part, target
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        code = "disk_full" if full else "file_not_written"
        raise UserError(code, path=path, reason=error.strerror) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink()


def _require_permission(path: Path) -> None:
    """Renaming over a file asks nobody whether the file itself may be written."""
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
