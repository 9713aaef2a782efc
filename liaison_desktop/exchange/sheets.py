"""Tables that somebody sends: CSV and XLSX, read to plain text with the numbers of their rows."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.notices import Notice
from liaison_desktop.domain.tables import Sheet, SheetRow

MOST_ROWS = 20_000
MOST_COLUMNS = 100
_LARGEST_INSIDE = 200 * 1024 * 1024
"""Bytes an XLSX file may unpack to; a table of addresses stays far below."""

_DELIMITERS = ";,\t"
_ZIP = b"PK\x03\x04"
_LONGEST_CELL = 10_000


def read_sheet(content: bytes) -> Sheet:
    """The table of a CSV or XLSX file; empty rows are left out.

    Raises:
        UserError: ``sheet_unreadable``, ``sheet_empty``, ``sheet_too_large``.
    """
    notices: tuple[Notice, ...] = ()
    if content.startswith(_ZIP):
        lines = list(_limited(_xlsx(content)))
    else:
        text, notices = _decoded(content)
        lines = list(_limited(_csv(text)))
    filled = [line for line in lines if any(line.cells)]
    if len(filled) < 2:
        raise UserError("sheet_empty")
    header = filled[0].cells
    width = max(place for place, name in enumerate(header, 1) if name)
    if width > MOST_COLUMNS:
        raise UserError("sheet_too_large", rows=MOST_ROWS, columns=MOST_COLUMNS)
    rows = tuple(SheetRow(line.number, _as_wide(line.cells, width)) for line in filled[1:])
    return Sheet(header=header[:width], rows=rows, notices=notices)


def _as_wide(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*cells[:width], *[""] * (width - len(cells)))


def _limited(lines: Iterator[SheetRow]) -> Iterator[SheetRow]:
    for line in lines:
        if line.number > MOST_ROWS + 1:
            raise UserError("sheet_too_large", rows=MOST_ROWS, columns=MOST_COLUMNS)
        yield line


def _decoded(content: bytes) -> tuple[str, tuple[Notice, ...]]:
    """The text; what is no Unicode is read as Western European, and the reader is told."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    encoding = "utf-16" if marked else "utf-8-sig"
    try:
        return _text(content.decode(encoding)), ()
    except UnicodeDecodeError:
        pass
    try:
        return _text(content.decode("cp1252")), (Notice("sheet_western", "", {}),)
    except UnicodeDecodeError as error:
        raise UserError("sheet_unreadable") from error


def _text(text: str) -> str:
    if "\0" in text:
        raise UserError("sheet_unreadable")
    return text


def _csv(text: str) -> Iterator[SheetRow]:
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)
    before = 0
    try:
        for cells in reader:
            number, before = before + 1, reader.line_num
            yield SheetRow(number, tuple(_tidy(cell) for cell in cells))
    except csv.Error as error:
        raise UserError("sheet_unreadable") from error


def _xlsx(content: bytes) -> Iterator[SheetRow]:
    """The rows of the sheet that was open when the file was saved."""
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(each.file_size for each in archive.infolist()) > _LARGEST_INSIDE:
                raise UserError("sheet_too_large", rows=MOST_ROWS, columns=MOST_COLUMNS)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.active
        rows: Iterable[Any] = () if sheet is None else sheet.iter_rows(values_only=True)
        for number, cells in enumerate(rows, 1):
            yield SheetRow(number, tuple(_tidy(_said(cell)) for cell in cells))
    except UserError:
        raise
    except Exception as error:
        # The library raises whatever an archive of somebody else makes it stumble over.
        raise UserError("sheet_unreadable") from error


def _said(cell: object) -> str:
    """A cell as its reader would write it."""
    if cell is None:
        return ""
    if isinstance(cell, datetime) and cell.time() == datetime.min.time():
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _tidy(text: str) -> str:
    return text.strip().lstrip("\ufeff")[:_LONGEST_CELL]
