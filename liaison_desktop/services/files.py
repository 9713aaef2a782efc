"""Files of the user: read whole, written beside and renamed, each fault with its error."""

import contextlib
import errno
import os
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

    Raises:
        UserError: ``disk_full``, ``file_not_written``.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        code = "disk_full" if full else "file_not_written"
        raise UserError(code, path=path, reason=error.strerror) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink()
