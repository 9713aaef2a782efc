"""What every mapping needs: the values of a row, and names in their own script."""

from collections.abc import Callable
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

import sqlalchemy as sa

from liaison_desktop.domain.people import NativeText

Values = dict[str, Any]
"""Column name -> value, ready to be inserted."""

Row = sa.Row[Any]

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Plain = TypeVar("Plain", bound="DataclassInstance")


def plain_values(record: "DataclassInstance") -> Values:
    """The row of a record each of whose fields has a column of its name."""
    return {each.name: getattr(record, each.name) for each in fields(record)}


def plain_record(kind: type[Plain]) -> Callable[[Row], Plain]:
    """What makes such a record of a row."""
    names = tuple(each.name for each in fields(kind))

    def make(row: Row) -> Plain:
        return kind(**{name: getattr(row, name) for name in names})

    return make


def require_empty(*values: object) -> None:
    """Make sure that nothing is stored of a part that a record does not have.

    Raises:
        ValueError: something is; exports would tell of it, and the record would not.
    """
    if any(value is not None for value in values):
        raise ValueError("a row holds part of what its record does not have")


def native_values(name: NativeText | None) -> Values:
    """The two columns of a name in its own script."""
    return {
        "native_language": None if name is None else name.language,
        "native_name": None if name is None else name.text,
    }


def native_of(row: Row) -> NativeText | None:
    """A name in its own script, if the row has one.

    Raises:
        ValueError: there is a name without its language.
    """
    if row.native_language is None:
        require_empty(row.native_name)
        return None
    return NativeText(language=row.native_language, text=row.native_name)
