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


def serving(meeting: Meeting, item_no: int | None) -> frozenset[UUID]:
    """The seats whose holders can serve at an item: who is there; in writing the whole sheet.

    Who leads a procedure in writing sends out the motions before anybody has answered, and need
    not vote. ``item_no``: ``None`` = at the opening.
    """
    return frozenset(
        one.seat_id for one in meeting.attendees if meeting.in_writing or is_there(one, item_no)
    )


def may_preside(meeting: Meeting, item_no: int | None) -> tuple[Attendee, ...]:
    """Who can take the chair at an item: who is there and has a vote or presides by office.

    ``item_no``: ``None`` = at the opening.
    """
    there = serving(meeting, item_no)
    return tuple(
        one
        for one in meeting.attendees
        if one.seat_id in there and (one.voting or one.role in _PRESIDE_BY_OFFICE)
    )


def may_take_minutes(meeting: Meeting) -> tuple[Attendee, ...]:
    """Who can take the minutes, with a vote or without: who came; in writing the whole sheet."""
    return tuple(one for one in meeting.attendees if meeting.in_writing or one.was_there)


def with_officers(meeting: Meeting) -> Meeting:
    """Whoever was chosen presides and takes the minutes if they came; else who does by office."""
    able = may_take_minutes(meeting)
    there = {one.role: one.seat_id for one in reversed(able)}
    seats = frozenset(one.seat_id for one in able)
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
