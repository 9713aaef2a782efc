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
        make: makes a row of the list.
        listed: which rows of the table; ``None`` = all of them.
        holds: whether a row holds a folded word; ``None`` = its own folded text decides.
        newest_first: by descending sort key.
    """

    query: sa.Select[Any]
    table: sa.Table
    make: Callable[[sa.Row[Any]], Row]
    listed: sa.ColumnElement[bool] | None = None
    holds: Callable[[str], sa.ColumnElement[bool]] | None = None
    newest_first: bool = False

    def page(self, connection: sa.Connection, request: PageRequest) -> Page[Row]:
        """One page.

        The ids of its rows are found first, by an index of the one table; what else a row tells is
        read for those of the page alone.
        """
        # One row more than asked for tells whether there is another page.
        found = self.found(request).limit(request.limit + 1).subquery("found")
        query = self.query.where(self.table.c.id.in_(sa.select(found.c.id)))
        rows = connection.execute(self._ordered(query)).all()
        shown = rows[: request.limit]
        last = shown[-1] if len(rows) > len(shown) else None
        return Page(
            rows=tuple(self.make(row) for row in shown),
            next=None if last is None else Cursor(sort=last.sort_key, id=last.id),
        )

    def of_committee(self, committee_id: UUID | None) -> sa.Select[Any]:
        """The query for one committee, or for all of them."""
        return self._narrowed(self.query, committee_id)

    def found(self, request: PageRequest) -> sa.Select[Any]:
        """The ids of the rows from the page on, in their order."""
        query = self._narrowed(sa.select(self.table.c.id), request.committee_id)
        for word in fold(request.search).split():
            query = query.where(self._holds(word))
        if request.after is not None:
            query = query.where(self._behind(request.after))
        return self._ordered(query)

    def _narrowed(self, query: sa.Select[Any], committee_id: UUID | None) -> sa.Select[Any]:
        if self.listed is not None:
            query = query.where(self.listed)
        if committee_id is not None:
            query = query.where(self.table.c.committee_id == committee_id)
        return query

    def _holds(self, word: str) -> sa.ColumnElement[bool]:
        if self.holds is not None:
            return self.holds(word)
        return contains(self.table.c.folded, word)

    def _ordered(self, query: sa.Select[Any]) -> sa.Select[Any]:
        keys = (self.table.c.sort_key, self.table.c.id)
        return query.order_by(*(key.desc() if self.newest_first else key for key in keys))

    def _behind(self, after: Cursor) -> sa.ColumnElement[bool]:
        key = sa.tuple_(self.table.c.sort_key, self.table.c.id)
        end = sa.tuple_(sa.literal(after.sort), sa.literal(after.id, GUID()))
        return key < end if self.newest_first else key > end


def contains(folded: sa.ColumnElement[str], word: str) -> sa.ColumnElement[bool]:
    """Whether a folded text has a folded word in it; ``%`` and ``_`` are plain letters."""
    return folded.contains(word, autoescape=True)
