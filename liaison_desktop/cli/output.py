"""Results on standard output, progress on standard error."""

import dataclasses
import json
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from uuid import UUID

import click


class StandardError:
    """Progress as lines on standard error."""

    cancelled = False

    def step(self, done: int, total: int, what: str) -> None:
        """Write one line per step."""
        if what:
            click.echo(f"[{done + 1}/{total}] {what}", err=True)


def print_json(value: Any) -> None:
    """One JSON document with ISO dates and ids as text."""
    click.echo(json.dumps(plain(value), ensure_ascii=False, indent=2))


def plain(value: Any) -> Any:
    """Turn records into what JSON knows."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    if isinstance(value, (date, datetime, time)):
        return value.isoformat()
    return str(value) if isinstance(value, (UUID, Path)) else value


def print_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table with columns as wide as their widest entry."""
    lines = [tuple(header), *(tuple(row) for row in rows)]
    widths = [max(_width(line[column]) for line in lines) for column in range(len(header))]
    for line in lines:
        cells = (cell + " " * (w - _width(cell)) for cell, w in zip(line, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


def _width(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    marks = sum(unicodedata.combining(character) > 0 for character in text)
    return len(text) + wide - marks


def is_terminal() -> bool:
    """Whether somebody sits at the keyboard."""
    return sys.stdin.isatty()
