"""Opening PDF files that come from anywhere, within a time limit.

Imports pyHanko; import it inside functions only.
"""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.generic import (
    DictionaryObject,
    IndirectObject,
    NullObject,
    PdfObject,
    Reference,
    StreamObject,
    read_object,
)
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields

from liaison_desktop.domain.errors import UserError

# pyHanko logs names from certificates and whole objects of the file: personal data that belongs in
# no log.
for _library in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_library).addHandler(logging.NullHandler())
    logging.getLogger(_library).propagate = False

_BASE_SECONDS = 2.0
_SECONDS_PER_MEGABYTE = 30.0
_MOST_SECONDS = 60.0


class OutOfTimeError(Exception):
    """The file takes longer than any paper does; it is made to do so."""


class Deadline:
    """A point in time after which work on one file stops.

    What counts is the time this thread has worked, so that nothing is given up only because the
    machine is busy. It grows with the file: thirty pages with three signatures (240 kB) take less
    than a second to check on a machine of 2024, and slow machines take some times as long.
    """

    def __init__(self, pdf: bytes) -> None:
        seconds = _BASE_SECONDS + _SECONDS_PER_MEGABYTE * len(pdf) / 1_000_000
        self._end = time.thread_time() + min(seconds, _MOST_SECONDS)

    def check(self) -> None:
        """Raise ``OutOfTimeError`` once the time is up."""
        if time.thread_time() > self._end:
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


class _Pack:
    """An object stream (ISO 32000-2, 7.5.7), unpacked once.

    Whatever in it is not as the standard wants it raises ``PdfReadError``.
    """

    def __init__(self, stream: PdfObject) -> None:
        if not isinstance(stream, StreamObject) or stream.get("/Type") != "/ObjStm":
            raise PdfReadError("not an object stream")
        self._data = stream.read_data(DecodePurpose.OBJECT_STREAM)
        self._first = int(stream["/First"])
        numbers = self._data[: self._first].split()
        count = int(stream["/N"])
        if not 0 <= 2 * count <= len(numbers) or self._first < 0:
            raise PdfReadError("an object stream with a torn table")
        table = [int(number) for number in numbers[: 2 * count]]
        self._places = list(zip(table[::2], table[1::2], strict=True))

    def read(self, reference: Reference, index: int) -> PdfObject:
        """The object that stands at a place in the table."""
        if not 0 <= index < len(self._places) or self._places[index][0] != reference.idnum:
            raise PdfReadError("not the object that its stream should hold there")
        data = BytesIO(self._data)
        data.seek(self._first + self._places[index][1])
        found: PdfObject = read_object(data, reference)
        if isinstance(found, (StreamObject, IndirectObject)):
            raise PdfReadError("an object that may not stand in an object stream")
        return found


class BoundedReader(PdfFileReader):
    """A reader that looks at the clock with each object it reads."""

    def __init__(self, pdf: bytes, deadline: Deadline) -> None:
        self.pdf = pdf
        self._deadline = deadline
        self._revisions: dict[int, _BoundedRevision] = {}
        self._packs: dict[int, _Pack] = {}
        super().__init__(BytesIO(pdf))

    def get_object(self, ref: Reference, *args: Any, **options: Any) -> Any:
        """The object, unless the time is up."""
        self._deadline.check()
        return super().get_object(ref, *args, **options)  # type: ignore[no-untyped-call]  # untyped there

    def _get_object_from_stream(self, idnum: int, stmnum: int, idx: int) -> Any:
        """An object out of an object stream.

        The library unpacks the stream and reads its table anew for each object in it; most of the
        objects of a paper are kept like that.
        """
        if stmnum not in self._packs:
            stream = Reference(stmnum, 0, self).get_object()
            self._packs[stmnum] = _Pack(stream)
        return self._packs[stmnum].read(Reference(idnum, 0, self), idx)

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


@dataclass(frozen=True, slots=True)
class FoundField:
    """A signature field of a file.

    Attributes:
        name: the full name, from the topmost field down.
        value: what stands in it: a signature dictionary, or anything in a hostile file;
            ``None`` = it is empty.
    """

    name: str
    dictionary: DictionaryObject
    value: PdfObject | None


def signature_fields(reader: BoundedReader) -> tuple[FoundField, ...]:
    """The signature fields of a file; raises ``UserError`` as ``open_pdf`` does."""
    with telling_damage():
        return tuple(
            FoundField(name, reader.get_object(field.reference), _resolved(value))
            for name, value, field in enumerate_sig_fields(reader)
        )


def _resolved(value: PdfObject | None) -> PdfObject | None:
    if value is None:
        return None
    resolved: PdfObject = value.get_object()  # type: ignore[no-untyped-call]  # untyped there
    return None if isinstance(resolved, NullObject) else resolved


def entry(dictionary: PdfObject | None, key: str) -> PdfObject | None:
    """What stands under a key, references followed; ``None`` where there is nothing, or no
    dictionary to look in.
    """
    if not isinstance(dictionary, DictionaryObject):
        return None
    return _resolved(dict.get(dictionary, key))
