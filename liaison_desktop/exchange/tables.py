"""Tables for coordinators: CSV for spreadsheets, JSON for programs, with a codebook."""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import TextIO

from liaison_desktop.exchange.codebook import description
from liaison_desktop.exchange.whole_folder import whole_folder

EXPORT_SCHEMA = "liaison-tables/1"
"""Version of the JSON documents; it changes when a reader of the old one would fail."""

Value = str | int | float | bool | date | time | None

# Spreadsheets run a cell that starts like this as a formula (OWASP, "CSV Injection").
_FORMULA = re.compile(r"[=+\-@\t\r\n]")
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table on its way out; its rows are read once, as they are written.

    Attributes:
        name: stable English name, also of its file.
        columns: stable English names in order; each row holds one value for each.
    """

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Mapping[str, Value]]


def write_csv(tables: Iterable[Table], out: Path, *, delimiter: str = ";") -> tuple[Path, ...]:
    """Write one CSV file (RFC 4180, UTF-8 with byte order mark) for each table, and a codebook.

    What raises while tables and rows are read, a cancellation too, leaves nothing behind.

    Args:
        tables: asked for one after the other.
        out: folder to make; it must not hold anything yet.
        delimiter: one character; Excel expects ``;`` wherever decimals have a comma.

    Raises:
        UserError: ``folder_not_empty``, ``disk_full``, ``folder_not_written``.
    """
    names = []
    codebook: list[dict[str, Value]] = []
    with whole_folder(out) as folder:
        for table in tables:
            _write_csv_table(table, folder, delimiter)
            names.append(table.name)
            codebook.extend(_descriptions(table))
        book = Table(name="codebook", columns=("table", "column", "description"), rows=codebook)
        _write_csv_table(book, folder, delimiter)
        names.append(book.name)
    return tuple(out / f"{name}.csv" for name in names)


def write_json(tables: Iterable[Table], out: Path) -> tuple[Path, ...]:
    """Write one JSON document for each table, and ``manifest.json``, which describes them.

    What raises while tables and rows are read, a cancellation too, leaves nothing behind.

    Args:
        tables: asked for one after the other.
        out: folder to make; it must not hold anything yet.

    Raises:
        UserError: ``folder_not_empty``, ``disk_full``, ``folder_not_written``.
    """
    contents = []
    with whole_folder(out) as folder:
        for table in tables:
            file = f"{table.name}.json"
            with (folder / file).open("w", encoding="utf-8", newline="\n") as stream:
                count = _write_json_table(table, stream)
            columns = [
                {"name": d["column"], "description": d["description"]} for d in _descriptions(table)
            ]
            contents.append({"name": table.name, "file": file, "rows": count, "columns": columns})
        manifest = {"schema": EXPORT_SCHEMA, "tables": contents}
        text = json.dumps(manifest, ensure_ascii=False, indent=1)
        (folder / "manifest.json").write_text(f"{text}\n", encoding="utf-8", newline="\n")
    return (*(out / str(entry["file"]) for entry in contents), out / "manifest.json")


def _descriptions(table: Table) -> Iterator[dict[str, Value]]:
    for column in table.columns:
        text = description(table.name, column)
        yield {"table": table.name, "column": column, "description": text}


def _write_csv_table(table: Table, folder: Path, delimiter: str) -> None:
    file = folder / f"{table.name}.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        write_rows(table, stream, delimiter)


def write_rows(table: Table, stream: TextIO, delimiter: str) -> None:
    """Write one table as CSV into an open text."""
    writer = csv.writer(stream, delimiter=delimiter)
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([_cell(row[column]) for column in table.columns])


def _cell(value: Value) -> str:
    text = _text(value)
    harmful = isinstance(value, str) and _FORMULA.match(text) and not _PLAIN_NUMBER.fullmatch(text)
    return f"'{text}" if harmful else text


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def _write_json_table(table: Table, stream: TextIO) -> int:
    """Row by row, so that a large table never stands in memory; returns the number of rows."""
    head = json.dumps({"schema": EXPORT_SCHEMA, "table": table.name}, ensure_ascii=False)
    stream.write(f'{head[:-1]}, "rows": [')
    count = 0
    for row in table.rows:
        members = {column: _json_value(row[column]) for column in table.columns}
        separator = "," if count else ""
        stream.write(f"{separator}\n{json.dumps(members, ensure_ascii=False, allow_nan=False)}")
        count += 1
    stream.write("\n]}\n")
    return count


def _json_value(value: Value) -> str | int | float | bool | None:
    return value.isoformat() if isinstance(value, date | time) else value
