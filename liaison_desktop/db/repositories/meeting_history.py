"""What a committee's meetings left open, found without reading their records."""

from collections import defaultdict
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db.repositories.base import Reader
from liaison_desktop.db.tables import action, agenda_item, decision, meeting
from liaison_desktop.domain.decisions import ActionStatus, Outcome
from liaison_desktop.domain.meetings import MeetingState


class MeetingHistory(Reader):
    """Ids, keys and days of a committee's meetings; the years make no record to be read."""

    def keys(self, committee_id: UUID) -> frozenset[str]:
        """The names in files that are taken."""
        query = sa.select(meeting.c.key).where(meeting.c.committee_id == committee_id)
        return frozenset(self._all(query, lambda row: str(row.key)))

    def dates(self, committee_id: UUID) -> frozenset[date]:
        """The days of all meetings, held or not."""
        query = sa.select(meeting.c.date).where(meeting.c.committee_id == committee_id).distinct()
        return frozenset(self._all(query, lambda row: row.date))

    def held(self, committee_id: UUID) -> tuple[UUID, ...]:
        """Ids of the meetings that were held, the newest first."""
        query = (
            sa.select(meeting.c.id)
            .where(meeting.c.committee_id == committee_id, meeting.c.state == MeetingState.HELD)
            .order_by(meeting.c.date.desc(), meeting.c.id.desc())
        )
        return self._all(query, lambda row: row.id)

    def approving(self, committee_id: UUID) -> dict[UUID, tuple[UUID, ...]]:
        """By the id of a meeting, those on whose agenda the approval of its minutes stands."""
        query = sa.select(agenda_item.c.approves_id, agenda_item.c.meeting_id).where(
            agenda_item.c.committee_id == committee_id, agenda_item.c.approves_id.is_not(None)
        )
        found: defaultdict[UUID, list[UUID]] = defaultdict(list)
        for row in self._connection.execute(query):
            found[row.approves_id].append(row.meeting_id)
        return {approved: tuple(by) for approved, by in found.items()}

    def taken_up(self, committee_id: UUID) -> frozenset[UUID]:
        """Ids of the items that another meeting, which was not cancelled, took up again."""
        return frozenset(self._all(_taken_up(committee_id), lambda row: row.continues_id))

    def unfinished(self, committee_id: UUID) -> frozenset[UUID]:
        """Ids of the meetings with an open action, or with an item that was left over."""
        acting = sa.select(action.c.meeting_id).where(
            action.c.committee_id == committee_id, action.c.status == ActionStatus.OPEN
        )
        adjourned = sa.select(decision.c.item_id).where(
            decision.c.committee_id == committee_id, decision.c.outcome == Outcome.ADJOURNED
        )
        leaving = (
            sa.select(agenda_item.c.meeting_id)
            .join(meeting, meeting.c.id == agenda_item.c.meeting_id)
            .where(
                agenda_item.c.committee_id == committee_id,
                meeting.c.state == MeetingState.HELD,
                agenda_item.c.postponed | agenda_item.c.id.in_(adjourned),
                agenda_item.c.id.not_in(_taken_up(committee_id)),
            )
        )
        return frozenset(
            row.meeting_id for row in self._connection.execute(sa.union(acting, leaving))
        )


def _taken_up(committee_id: UUID) -> sa.Select[tuple[UUID]]:
    return (
        sa.select(agenda_item.c.continues_id)
        .join(meeting, meeting.c.id == agenda_item.c.meeting_id)
        .where(
            agenda_item.c.committee_id == committee_id,
            agenda_item.c.continues_id.is_not(None),
            meeting.c.state != MeetingState.CANCELLED,
        )
    )
