"""Column types and functions that mean the same on SQLite, SQLCipher and PostgreSQL."""

from datetime import UTC as UTC_ZONE
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction
from sqlalchemy.types import TypeDecorator, TypeEngine

ENUM_LENGTH = 32
"""Width of every enumeration column, so that a new member never changes the column's type."""


class GUID(TypeDecorator[UUID]):
    """A UUID: 16 bytes on SQLite, where they sort as PostgreSQL's own ``uuid`` does."""

    impl = sa.LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the native type where there is one."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.UUID(as_uuid=True))
        return dialect.type_descriptor(sa.LargeBinary(16))

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        """Hand the driver what its column holds."""
        if value is None or dialect.name == "postgresql":
            return value
        return value.bytes

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        """Make a UUID of what the driver returned."""
        if value is None or isinstance(value, UUID):
            return value
        return UUID(bytes=bytes(value))


class UTC(TypeDecorator[datetime]):
    """A moment in universal time; SQLite would forget the zone."""

    impl = sa.DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Keep the zone where the database can."""
        return dialect.type_descriptor(sa.DateTime(timezone=dialect.name == "postgresql"))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn any aware moment into universal time.

        Raises:
            ValueError: the moment has no zone.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be stored")
        moment = value.astimezone(UTC_ZONE)
        return moment if dialect.name == "postgresql" else moment.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment its zone back."""
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC_ZONE)


def json_type() -> TypeEngine[Any]:
    """Plain JSON: text on SQLite, JSONB on PostgreSQL."""
    return sa.JSON(none_as_null=True).with_variant(
        postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), "postgresql"
    )


def sort_text() -> TypeEngine[str]:
    """Text ordered byte by byte, as SQLite's BINARY collation does."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def enum_type(members: type[StrEnum], name: str) -> sa.Enum:
    """A text column that holds the values of an enumeration and nothing else.

    ``name`` becomes part of the name of the check constraint.
    """
    return sa.Enum(
        members,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=ENUM_LENGTH,
        values_callable=lambda kind: [member.value for member in kind],
    )


class array_length(GenericFunction[int]):  # noqa: N801 - as functions of SQL are written
    """How many entries a list in a column of JSON has."""

    type = sa.Integer()
    inherit_cache = True


@compiles(array_length)
def _array_length(element: array_length, compiler: SQLCompiler, **kwargs: Any) -> str:
    return f"json_array_length({compiler.process(element.clauses, **kwargs)})"


@compiles(array_length, "postgresql")
def _array_length_of_jsonb(element: array_length, compiler: SQLCompiler, **kwargs: Any) -> str:
    return f"jsonb_array_length({compiler.process(element.clauses, **kwargs)})"
