"""What the database engine reports, as errors that a person can do something about."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.engine import ExceptionContext
from sqlcipher3 import dbapi2

from liaison_desktop.domain.errors import UserError

# Primary result codes of SQLite: https://www.sqlite.org/rescode.html
_PRIMARY = 0xFF
_CODES = {
    3: "store_read_only",  # PERM
    5: "store_busy",  # BUSY
    6: "store_busy",  # LOCKED
    8: "store_read_only",  # READONLY
    10: "store_write_failed",  # IOERR
    11: "store_damaged",  # CORRUPT
    13: "store_full",  # FULL
    14: "store_read_only",  # CANTOPEN
    26: "store_damaged",  # NOTADB
}

# The driver's own words, which come without a code.
_NOT_TEXT = "Could not decode to UTF-8"


def user_error_of(error: BaseException | None, path: Path) -> UserError | None:
    """What a person can do about a failure of the engine; ``None`` = it is a bug."""
    if isinstance(error, UnicodeDecodeError) or str(error).startswith(_NOT_TEXT):
        # Text in the file that is none, met by the driver in a row or in a message that quotes it.
        return UserError("store_damaged", path=str(path))
    code = getattr(error, "sqlite_errorcode", None)
    if code is None or (code & _PRIMARY) not in _CODES:
        return None
    return UserError(_CODES[code & _PRIMARY], path=str(path))


def raise_user_error(context: ExceptionContext, path: Path) -> None:
    """Turn a failure of one of SQLAlchemy's statements into an error a person can mend.

    Raises:
        UserError: the disk is full, the file is damaged, locked or read-only.
    """
    error = user_error_of(context.original_exception, path)
    if error is not None:
        raise error from context.original_exception


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """The same for statements run on the driver's own connection."""
    try:
        yield
    except (dbapi2.Error, UnicodeDecodeError) as failure:
        error = user_error_of(failure, path)
        if error is None:
            raise
        raise error from failure
