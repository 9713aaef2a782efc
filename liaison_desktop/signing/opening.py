"""Opening PDF files that come from anywhere: within a time limit, and with errors a person
understands.

Imports pyHanko; import it inside functions only.
"""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.generic import Reference
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader

from liaison_desktop.domain.errors import UserError

# pyHanko logs names from certificates and whole objects of the file: personal data that belongs in
# no log.
for _library in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_library).addHandler(logging.NullHandler())
    logging.getLogger(_library).propagate = False


class OutOfTimeError(Exception):
    """The file takes longer than any paper does; it is made to do so."""


class Deadline:
    """A point in time after which work on one file stops."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def check(self) -> None:
        """Raise ``OutOfTimeError`` once the time is up."""
        if time.monotonic() > self._end:
            raise OutOfTimeError


class _BoundedRevision(HistoricalResolver):
    """One revision of a file; looks at the clock with each object it is asked for.

    The comparison of revisions follows every path to every object, and a small file can hold more
    paths than can ever be followed; this is the one place all of them pass.
    """

    def __init__(self, reader: PdfFileReader, revision: int, deadline: Deadline) -> None:
        super().__init__(reader, revision)
        self._deadline = deadline

    def get_object(self, ref: Reference, as_metadata_stream: bool = False) -> Any:
        self._deadline.check()
        return super().get_object(ref, as_metadata_stream)


class BoundedReader(PdfFileReader):
    """A reader that looks at the clock with each object it reads."""

    def __init__(self, pdf: bytes, deadline: Deadline) -> None:
        self.pdf = pdf
        self._deadline = deadline
        self._revisions: dict[int, _BoundedRevision] = {}
        super().__init__(BytesIO(pdf))

    def get_object(self, ref: Reference, *args: Any, **options: Any) -> Any:
        """The object, unless the time is up."""
        self._deadline.check()
        return super().get_object(ref, *args, **options)  # type: ignore[no-untyped-call]  # untyped there

    def get_historical_resolver(self, revision: int) -> HistoricalResolver:
        """The file as it was at a revision."""
        if revision not in self._revisions:
            self._revisions[revision] = _BoundedRevision(self, revision, self._deadline)
        return self._revisions[revision]


@contextmanager
def telling_damage() -> Iterator[None]:
    """Tell every failure of the library on a file as ``pdf_damaged``.

    What it raises on damaged files is not one family: reading errors, but also lookup, type, value,
    recursion and assertion errors. All of them mean that the file cannot be read as a PDF.
    """
    try:
        yield
    except UserError:
        raise
    except OutOfTimeError as error:
        raise UserError("pdf_too_complex") from error
    except Exception as error:
        raise UserError("pdf_damaged") from error


def open_pdf(pdf: bytes, deadline: Deadline) -> BoundedReader:
    """A reader of the file.

    Raises:
        UserError: ``not_a_pdf``, ``pdf_damaged``, ``pdf_encrypted``, ``pdf_too_complex``.
    """
    if not pdf.startswith(b"%PDF-"):
        raise UserError("not_a_pdf")
    with telling_damage():
        reader = BoundedReader(pdf, deadline)
        encrypted = "/Encrypt" in reader.trailer
        root = reader.root
    if encrypted:
        raise UserError("pdf_encrypted")
    if "/Pages" not in root:
        raise UserError("pdf_damaged")
    return reader
