"""The journal of typing: what is being written and is no record yet."""

from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db import tables
from liaison_desktop.db.repositories.base import Reader
from liaison_desktop.domain.writing import Typed


class JournalReader(Reader):
    """Finds what was typed and never became part of a record."""

    def of_meeting(self, meeting_id: UUID) -> tuple[Typed, ...]:
        """What is being typed under the items of a meeting."""
        table = tables.typed
        query = sa.select(table).where(table.c.meeting_id == meeting_id)
        return self._all(query.order_by(table.c.typed_at), _typed_of)


class Journal(JournalReader):
    """Keeps the newest state of each text; the log has nothing of it."""

    def put(self, typed: Typed) -> None:
        """Keep what was typed instead of what was typed before."""
        self.drop(typed.item_id)
        self._connection.execute(
            sa.insert(tables.typed).values(
                item_id=typed.item_id,
                committee_id=typed.committee_id,
                meeting_id=typed.meeting_id,
                typed_at=typed.typed_at,
                text=typed.text,
            )
        )

    def drop(self, item_id: UUID) -> None:
        """Forget it: it has become part of the record."""
        table = tables.typed
        self._connection.execute(sa.delete(table).where(table.c.item_id == item_id))


def _typed_of(row: sa.Row[tuple[object, ...]]) -> Typed:
    return Typed(
        item_id=row.item_id,
        committee_id=row.committee_id,
        meeting_id=row.meeting_id,
        typed_at=row.typed_at,
        text=row.text,
    )
