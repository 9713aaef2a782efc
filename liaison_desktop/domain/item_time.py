"""How long an item of the agenda is being dealt with."""

from dataclasses import replace
from datetime import time
from uuid import UUID

from liaison_desktop.domain.meetings import Meeting, MeetingState

_DAY = 24 * 60
_BEFORE = frozenset({MeetingState.PLANNED, MeetingState.CONVENED, MeetingState.CANCELLED})


def taken_up(meeting: Meeting, item_id: UUID, at: time) -> Meeting:
    """The record with the time at which an item was taken up.

    The time that an item has stays, and before the opening no item has one.
    """
    if meeting.state in _BEFORE:
        return meeting
    items = tuple(
        replace(item, started=at) if item.id == item_id and item.started is None else item
        for item in meeting.items
    )
    return replace(meeting, items=items)


def minutes_taken(meeting: Meeting, started: time, at: time) -> int:
    """Whole minutes since an item was taken up, without breaks; midnight may lie between."""
    span = _minutes(started, at)
    if span > _DAY // 2:
        # The clock was set back, or the item noted ahead of it.
        return 0
    paused = 0
    for one in meeting.breaks:
        begins = _minutes(started, one.start)
        if begins < span:
            paused += min(_minutes(started, one.end or at), span) - begins
    return span - paused


def _minutes(since: time, at: time) -> int:
    return (at.hour * 60 + at.minute - since.hour * 60 - since.minute) % _DAY
