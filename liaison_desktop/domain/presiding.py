"""Who presides over a meeting and who takes its minutes.

Every function takes a record and gives the record as it is afterwards; nothing else changes.
"""

from dataclasses import replace
from datetime import time
from uuid import UUID

from liaison_desktop.domain.meetings import ChairTurn, Meeting
from liaison_desktop.domain.seats import Role
from liaison_desktop.domain.session import is_there
from liaison_desktop.domain.sheet import Attendee

_PRESIDE_BY_OFFICE = (Role.CHAIR, Role.VICE_CHAIR)


def may_preside(meeting: Meeting, item_no: int | None) -> tuple[Attendee, ...]:
    """Who can take the chair at an item: who is there and has a vote or presides by office.

    ``item_no``: ``None`` = at the opening.
    """
    return tuple(
        one
        for one in meeting.attendees
        if is_there(one, item_no) and (one.voting or one.role in _PRESIDE_BY_OFFICE)
    )


def with_officers(meeting: Meeting) -> Meeting:
    """Whoever was chosen presides and takes the minutes if they came; else who does by office."""
    there = {one.role: one.seat_id for one in reversed(meeting.attendees) if one.was_there}
    seats = frozenset(one.seat_id for one in meeting.attendees if one.was_there)
    chair, secretary = meeting.chair_seat_id, meeting.secretary_seat_id
    by_office = next((there[role] for role in _PRESIDE_BY_OFFICE if role in there), None)
    return replace(
        meeting,
        chair_seat_id=chair if chair in seats else by_office,
        secretary_seat_id=secretary if secretary in seats else there.get(Role.SECRETARY),
    )


def chair_handed(meeting: Meeting, seat_id: UUID, item_no: int, at: time | None) -> Meeting:
    """Somebody else presides from an item on."""
    turns = [turn for turn in meeting.chair_turns if turn.item_no < item_no]
    if replace(meeting, chair_turns=tuple(turns)).chair_at(item_no) != seat_id:
        turns.append(ChairTurn(seat_id=seat_id, item_no=item_no, at=at))
    return replace(meeting, chair_turns=tuple(turns))
