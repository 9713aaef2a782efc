"""Keeps a second window away from a store that is open in one."""

import os
import socket
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from liaison_desktop.db.files import OWNER_ONLY
from liaison_desktop.domain.errors import UserError

# Windows keeps others from reading the locked bytes, so those lie far behind who holds the lock.
_LOCKED_BYTE = 1 << 30


class StoreLock:
    """A lock on a file beside the store; the system lets go of it when the process ends or dies."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._path = store.with_name(f"{store.name}.lock")
        self._file: int | None = None

    def acquire(self) -> None:
        """Take the lock.

        Raises:
            UserError: ``store_in_use``, another window has it; ``store_read_only``.
        """
        try:
            file = os.open(self._path, os.O_CREAT | os.O_RDWR, OWNER_ONLY)
        except OSError as error:
            raise UserError("store_read_only", path=str(self._store)) from error
        try:
            _lock(file)
        except OSError as error:
            process, host = _holder(file)
            os.close(file)
            raise UserError(
                "store_in_use", path=str(self._store), process=process, host=host
            ) from error
        os.truncate(file, 0)
        os.write(file, f"{os.getpid()}\n{socket.gethostname()}\n".encode())
        self._file = file

    def release(self) -> None:
        """Let go of the lock; the empty file stays, since removing it would race with a taker."""
        if self._file is not None:
            os.truncate(self._file, 0)
            os.close(self._file)
            self._file = None

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def _holder(file: int) -> tuple[str, str]:
    process, _, host = os.read(file, 1000).decode(errors="replace").partition("\n")
    return process.strip() or "?", host.strip() or "?"


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        os.lseek(file, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(file, 0, os.SEEK_SET)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
