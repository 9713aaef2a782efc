"""Keyset pages: the next page starts behind the key of the last row, however long the list is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db.folding import fold
from liaison_desktop.db.types import GUID
from liaison_desktop.domain.listings import Cursor, Page, PageRequest

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Generic[Row]):
    """One kind of list.

    Attributes:
        query: its columns and joins, without order; it selects the table's id and sort key.
        table: whose rows are listed.
        folded: the folded text in which words are searched.
        make: makes a row of the list.
        newest_first: by descending sort key.
    """

    query: sa.Select[Any]
    table: sa.Table
    folded: sa.ColumnElement[str]
    make: Callable[[sa.Row[Any]], Row]
    newest_first: bool = False

    def page(self, connection: sa.Connection, request: PageRequest) -> Page[Row]:
        """One page, in one query."""
        query = self._ordered(self.of_committee(request.committee_id))
        for word in fold(request.search).split():
            query = query.where(self.folded.contains(word, autoescape=True))
        if request.after is not None:
            query = query.where(self._behind(request.after))
        # One row more than asked for tells whether there is another page.
        rows = connection.execute(query.limit(request.limit + 1)).all()
        shown = rows[: request.limit]
        last = shown[-1] if len(rows) > len(shown) else None
        return Page(
            rows=tuple(self.make(row) for row in shown),
            next=None if last is None else Cursor(sort=last.sort_key, id=last.id),
        )

    def of_committee(self, committee_id: UUID | None) -> sa.Select[Any]:
        """The query for one committee, or for all of them."""
        if committee_id is None:
            return self.query
        return self.query.where(self.table.c.committee_id == committee_id)

    def _ordered(self, query: sa.Select[Any]) -> sa.Select[Any]:
        keys = (self.table.c.sort_key, self.table.c.id)
        return query.order_by(*(key.desc() if self.newest_first else key for key in keys))

    def _behind(self, after: Cursor) -> sa.ColumnElement[bool]:
        key = sa.tuple_(self.table.c.sort_key, self.table.c.id)
        end = sa.tuple_(sa.literal(after.sort), sa.literal(after.id, GUID()))
        return key < end if self.newest_first else key > end
