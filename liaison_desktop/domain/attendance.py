"""Who was represented when: from intervals of presence to the voting seats at an agenda item."""

from uuid import UUID

from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.sheet import Attendee, Interval


def voting_attendees(meeting: Meeting) -> tuple[Attendee, ...]:
    """The voting seats on the sheet, represented or not; all others never count."""
    return tuple(attendee for attendee in meeting.attendees if attendee.voting)


def intervals_there(attendee: Attendee) -> tuple[Interval, ...]:
    """When the seat was represented: never, for the excused and the absent."""
    return attendee.intervals if attendee.was_there else ()


def covers_item(interval: Interval, item_no: int) -> bool:
    """Whether a stretch of presence counts for an agenda item.

    Who arrives at an item counts for it and later ones, who leaves after an item counts up to it.
    """
    arrived = interval.first_item is None or interval.first_item <= item_no
    return arrived and (interval.last_item is None or item_no <= interval.last_item)


def covers_opening(interval: Interval, meeting: Meeting) -> bool:
    """Whether a stretch of presence counts for the finding of the quorum at the opening.

    It must not begin at an item, nor later than the meeting was opened.
    """
    if interval.first_item is not None:
        return False
    if interval.arrived is None:
        return True
    return meeting.opened is not None and interval.arrived <= meeting.opened


def present_voters(meeting: Meeting, item_no: int) -> frozenset[UUID]:
    """The voting seats represented at an agenda item; a substitute represents the seat.

    A member recused for a conflict of interest is present: the seat counts here and for the quorum.
    """
    return frozenset(
        attendee.seat_id
        for attendee in voting_attendees(meeting)
        if any(covers_item(interval, item_no) for interval in intervals_there(attendee))
    )


def present_at_opening(meeting: Meeting) -> frozenset[UUID]:
    """The voting seats represented when the meeting was opened."""
    return frozenset(
        attendee.seat_id
        for attendee in voting_attendees(meeting)
        if any(covers_opening(interval, meeting) for interval in intervals_there(attendee))
    )
