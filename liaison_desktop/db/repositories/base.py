"""What all readers share: a connection, and rows out of it."""

from collections.abc import Callable
from typing import Any, TypeVar

import sqlalchemy as sa

Made = TypeVar("Made")


class Reader:
    """Reads within one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def _first(self, query: sa.Select[Any], make: Callable[[sa.Row[Any]], Made]) -> Made | None:
        row = self._connection.execute(query).first()
        return None if row is None else make(row)

    def _all(self, query: sa.Select[Any], make: Callable[[sa.Row[Any]], Made]) -> tuple[Made, ...]:
        return tuple(make(row) for row in self._connection.execute(query).all())
