"""A meeting in session: who comes and goes, breaks, opening and close.

Every function takes a record and gives the record as it is afterwards; nothing else changes.
"""

from dataclasses import dataclass, replace
from datetime import time
from uuid import UUID

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.attendance import (
    covers_item,
    intervals_there,
    present_at_opening,
    present_voters,
)
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import (
    Break,
    Meeting,
    MeetingState,
    MinutesState,
)
from liaison_desktop.domain.quorum import quorum_of
from liaison_desktop.domain.sheet import AttendanceStatus, Attendee, Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The quorum as it stands at an item: voting seats."""

    present: int
    basis: int
    required: int

    @property
    def missing(self) -> int:
        """How many more it takes; 0 = the committee is quorate."""
        return max(0, self.required - self.present)

    @property
    def quorate(self) -> bool:
        """Whether the committee may decide."""
        return not self.missing


def standing(meeting: Meeting, item_no: int | None) -> Standing:
    """The quorum at an item; ``None`` = at the opening."""
    quorum = quorum_of(meeting)
    present = present_at_opening(meeting) if item_no is None else present_voters(meeting, item_no)
    return Standing(present=len(present), basis=quorum.basis, required=quorum.required)


def is_there(attendee: Attendee, item_no: int | None) -> bool:
    """Whether a seat is represented at an item; ``None`` = at the opening."""
    if item_no is None:
        return any(one.first_item is None for one in intervals_there(attendee))
    return any(covers_item(one, item_no) for one in intervals_there(attendee))


def opened(meeting: Meeting, at: time) -> Meeting:
    """The meeting is opened; who came before that is there from the opening on."""
    return replace(meeting, state=MeetingState.OPEN, opened=at, minutes_state=MinutesState.DRAFT)


def closed(meeting: Meeting, at: time) -> Meeting:
    """The meeting is closed; a break that goes on ends with it."""
    return replace(meeting, state=MeetingState.HELD, closed=at, breaks=_ended(meeting.breaks, at))


def reopened(meeting: Meeting) -> Meeting:
    """The meeting goes on, as when it was closed by mistake.

    Raises:
        UserError: ``minutes_went_out``.
    """
    if meeting.minutes_state is not MinutesState.DRAFT:
        raise UserError("minutes_went_out")
    return replace(meeting, state=MeetingState.OPEN, closed=None)


def paused(meeting: Meeting, at: time) -> Meeting:
    """A break begins."""
    return replace(meeting, breaks=(*meeting.breaks, Break(start=at)))


def resumed(meeting: Meeting, at: time) -> Meeting:
    """The break is over."""
    return replace(meeting, breaks=_ended(meeting.breaks, at))


def came(
    meeting: Meeting,
    seat_id: UUID,
    *,
    at: time | None,
    item_no: int | None,
    substitute: str = "",
    remote: bool = False,
) -> Meeting:
    """A seat is represented from now on: from the opening on where no item is under way.

    Whoever is there already only changes how: from afar or in the room, in person or by a
    substitute.
    """
    attendee = meeting.attendee(seat_id)
    intervals = attendee.intervals if attendee.was_there else ()
    if not is_there(attendee, item_no):
        if item_no is None:
            intervals = (Interval(),)
        else:
            intervals = (*intervals, Interval(arrived=at, first_item=item_no))
    return _with(
        meeting,
        replace(
            attendee,
            status=AttendanceStatus.SUBSTITUTED if substitute else AttendanceStatus.PRESENT,
            substitute=substitute,
            remote=remote,
            intervals=intervals,
        ),
    )


def left(meeting: Meeting, seat_id: UUID, *, at: time, item_no: int) -> Meeting:
    """A seat is not represented any more; it counts for the item only where it voted there."""
    attendee = meeting.attendee(seat_id)
    last = item_no if _voted(meeting.items, item_no, seat_id) else item_no - 1
    intervals = tuple(
        replace(one, left=at, last_item=last) if covers_item(one, item_no) else one
        for one in attendee.intervals
    )
    return _with(meeting, replace(attendee, intervals=intervals))


def missed(meeting: Meeting, seat_id: UUID, *, excused: bool) -> Meeting:
    """A seat was not represented at all."""
    status = AttendanceStatus.EXCUSED if excused else AttendanceStatus.ABSENT
    attendee = meeting.attendee(seat_id)
    return _with(
        meeting, replace(attendee, status=status, substitute="", remote=False, intervals=())
    )


def recused(meeting: Meeting, item_no: int, seat_id: UUID) -> Meeting:
    """A member keeps out of an item for a conflict of interest, or no longer does."""
    items = []
    for item in meeting.items:
        if item.no == item_no:
            kept = tuple(seat for seat in item.recused if seat != seat_id)
            out = kept if seat_id in item.recused else (*kept, seat_id)
            items.append(replace(item, recused=out))
        else:
            items.append(item)
    return replace(meeting, items=tuple(items))


def _voted(items: tuple[AgendaItem, ...], item_no: int, seat_id: UUID) -> bool:
    return any(
        vote.seat_id == seat_id
        for item in items
        if item.no == item_no
        for decision in item.decisions
        for vote in decision.votes
    )


def _ended(breaks: tuple[Break, ...], at: time) -> tuple[Break, ...]:
    return tuple(one if one.end else replace(one, end=at) for one in breaks)


def _with(meeting: Meeting, attendee: Attendee) -> Meeting:
    attendees = tuple(
        attendee if one.seat_id == attendee.seat_id else one for one in meeting.attendees
    )
    return replace(meeting, attendees=attendees)
