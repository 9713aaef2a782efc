"""Disks with too little room."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple


class Room(NamedTuple):
    """What ``shutil.disk_usage`` returns, in bytes."""

    total: int
    used: int
    free: int


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond a size in bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
