"""A table of the export: where it comes from, its columns, and which of them are personal."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import Enum
from typing import Any
from uuid import UUID

import sqlalchemy as sa

Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class ExportColumn:
    """A column under its stable name.

    Attributes:
        personal: names, contact data and free text about people.
    """

    name: str
    expression: sa.ColumnElement[Any]
    personal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportTable:
    """A table under its stable name; ``committee`` is the column that says whose a row is."""

    name: str
    source: sa.FromClause
    committee: sa.ColumnElement[Any]
    order: tuple[sa.ColumnElement[Any], ...]
    described: tuple[ExportColumn, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns, in order."""
        return tuple(column.name for column in self.described)

    @property
    def personal(self) -> frozenset[str]:
        """Names of the columns with personal data."""
        return frozenset(column.name for column in self.described if column.personal)

    def without_personal(self) -> "ExportTable":
        """The same table without names, contact data and free text about people."""
        kept = tuple(column for column in self.described if not column.personal)
        return replace(self, described=kept)

    def rows(
        self, connection: sa.Connection, committee_id: UUID | None
    ) -> Iterator[dict[str, Value]]:
        """The rows of one committee, or of all."""
        query = (
            sa.select(*(column.expression.label(column.name) for column in self.described))
            .select_from(self.source)
            .order_by(*self.order)
        )
        if committee_id is not None:
            query = query.where(self.committee == committee_id)
        for row in connection.execute(query):
            yield dict(zip(self.columns, map(plain_value, row), strict=True))


def columns_of(
    table: sa.Table, *names: str, personal: frozenset[str] = frozenset()
) -> tuple[ExportColumn, ...]:
    """Columns that are exported under the names they have in the store."""
    return tuple(ExportColumn(name, table.c[name], name in personal) for name in names)


def plain_value(value: object) -> Value:
    """A value as text, number or truth.

    Lists of words are joined by semicolons, lists of records are JSON, days and times ISO 8601.
    """
    match value:
        case Enum():
            return str(value.value)
        case None | bool() | int() | float() | str():
            return value
        case date() | time() | datetime():
            return value.isoformat()
        case list() if any(isinstance(element, dict) for element in value):
            return json.dumps(value, ensure_ascii=False)
        case list():
            return "; ".join(str(element) for element in value)
        case _:
            return str(value)
