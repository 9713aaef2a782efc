"""Who was on the sheets of the meetings of a period, without the rest of their records."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db.repositories.base import Reader
from liaison_desktop.db.tables import attendee, meeting, presence_interval
from liaison_desktop.domain.attendance_statistics import Period, Sitting
from liaison_desktop.domain.meetings import MeetingMode, MeetingState


class SittingReader(Reader):
    """Finds sittings."""

    def of_committee(self, committee_id: UUID, period: Period) -> tuple[Sitting, ...]:
        """The seats on the sheets of a committee's meetings, the oldest meeting first.

        Only meetings that were held count; resolutions in writing are no meetings.
        """
        part_of_it = (
            sa.exists()
            .where(
                presence_interval.c.meeting_id == attendee.c.meeting_id,
                presence_interval.c.seat_id == attendee.c.seat_id,
                sa.or_(
                    presence_interval.c.first_item.is_not(None),
                    presence_interval.c.last_item.is_not(None),
                    presence_interval.c.left.is_not(None),
                ),
            )
            .label("partly")
        )
        query = (
            sa.select(
                meeting.c.date,
                attendee.c.meeting_id,
                attendee.c.seat_id,
                attendee.c.organisation,
                attendee.c.constituency,
                attendee.c.status,
                attendee.c.remote,
                part_of_it,
            )
            .join_from(meeting, attendee)
            .where(
                meeting.c.committee_id == committee_id,
                meeting.c.state == MeetingState.HELD,
                meeting.c.mode != MeetingMode.WRITTEN,
            )
            .order_by(meeting.c.date, meeting.c.id, attendee.c.position)
        )
        if period.first is not None:
            query = query.where(meeting.c.date >= period.first)
        if period.last is not None:
            query = query.where(meeting.c.date <= period.last)
        return self._all(query, _sitting)


def _sitting(row: sa.Row[Any]) -> Sitting:
    return Sitting(
        meeting_id=row.meeting_id,
        day=row.date,
        seat_id=row.seat_id,
        organisation=row.organisation,
        constituency=row.constituency,
        status=row.status,
        remote=row.remote,
        partly=bool(row.partly),
    )
