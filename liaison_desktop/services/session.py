"""A meeting in session: roll call, coming and going, breaks, the chair, opening and close."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum
from uuid import UUID

from liaison_desktop.db.unit_of_work import Reading, UnitOfWork
from liaison_desktop.domain import presiding, session
from liaison_desktop.domain.attendance_sheet import sheet_on
from liaison_desktop.domain.calling import Answer
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.item_time import taken_up
from liaison_desktop.domain.meetings import Meeting, MeetingState
from liaison_desktop.domain.sheet import Attendee, Guest
from liaison_desktop.services.meeting_changes import MeetingChanges, changeable, item_of, keep

_BEFORE = frozenset({MeetingState.PLANNED, MeetingState.CONVENED})


class Mark(StrEnum):
    """What the roll call says of a seat."""

    PRESENT = "present"
    REMOTE = "remote"
    SUBSTITUTED = "substituted"
    EXCUSED = "excused"
    ABSENT = "absent"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkSeat:
    """Say how a seat is represented.

    Attributes:
        at: the time on the clock.
        item_id: the item under way; before the opening it does not count.
        substitute: full name, where a substitute comes.
    """

    meeting_id: UUID
    seat_id: UUID
    mark: Mark
    at: time
    item_id: UUID | None = None
    substitute: str = ""


_WHERE_PEOPLE_MEET = frozenset({Mark.REMOTE, Mark.SUBSTITUTED, Mark.LEFT})


class SessionService:
    """Use cases while a meeting is held."""

    def __init__(self, changes: MeetingChanges) -> None:
        self._changes = changes

    def begin_roll_call(self, meeting_id: UUID) -> Changes:
        """Write every seat of the day on the sheet: absent at first, or excused if it declined.

        Seats that are on the sheet already keep what was said of them.
        """
        with self._changes.store.write("begin_roll_call", self._changes.actor) as work:
            meeting = changeable(work, meeting_id)
            _require(meeting, _BEFORE, "meeting_begun")
            keep(work, _with_sheet(work, meeting))
            return self._changes.undo.commit(work, "begin_roll_call")

    def mark(self, command: MarkSeat) -> Changes:
        """Say how a seat is represented, from now on.

        Raises:
            UserError: ``meeting_not_open``, ``substitute_without_name``, ``left_without_coming``,
                ``not_in_writing``.
        """
        return self._changes.apply(
            command.meeting_id, "mark_seat", lambda meeting: _marked(meeting, command)
        )

    def open(self, meeting_id: UUID, at: time, chair_seat_id: UUID | None = None) -> Changes:
        """Open the meeting; without a roll call everybody on the sheet is still absent.

        ``chair_seat_id``: who presides; ``None`` = who was chosen before, else who does by office.

        Raises:
            UserError: ``meeting_begun``, ``roll_call_missing``, ``chair_missing``,
                ``chair_not_there``.
        """

        def change(meeting: Meeting) -> Meeting:
            _require(meeting, _BEFORE, "meeting_begun")
            if not meeting.attendees:
                raise UserError("roll_call_missing")
            if chair_seat_id is not None:
                meeting = _chosen(meeting, chair_seat_id)
            meeting = presiding.with_officers(meeting)
            if meeting.chair_seat_id is None:
                raise UserError("chair_missing")
            return session.opened(meeting, at)

        return self._changes.apply(meeting_id, "open_meeting", change)

    def pause(self, meeting_id: UUID, at: time) -> Changes:
        """Begin a break; raises ``meeting_not_open``, ``not_in_writing``."""
        return self._while_open(
            meeting_id, "pause_meeting", lambda one: session.paused(_where_people_meet(one), at)
        )

    def resume(self, meeting_id: UUID, at: time) -> Changes:
        """End the break; raises ``meeting_not_open``."""
        return self._while_open(meeting_id, "resume_meeting", lambda one: session.resumed(one, at))

    def close(self, meeting_id: UUID, at: time) -> Changes:
        """Close the meeting: what is written of it is the draft of its minutes.

        Raises:
            UserError: ``meeting_not_open``.
        """
        return self._while_open(
            meeting_id,
            "close_meeting",
            lambda one: session.closed(presiding.with_officers(one), at),
        )

    def reopen(self, meeting_id: UUID) -> Changes:
        """Go on with a meeting that was closed by mistake.

        Raises:
            UserError: ``meeting_not_closed``, ``minutes_went_out``.
        """

        def change(meeting: Meeting) -> Meeting:
            _require(meeting, {MeetingState.HELD}, "meeting_not_closed")
            return session.reopened(meeting)

        return self._changes.apply(meeting_id, "reopen_meeting", change)

    def take_up(self, meeting_id: UUID, item_id: UUID, at: time) -> Changes:
        """Note when an item was taken up: once, in session, outside breaks; else nothing happens.

        The window notes it by itself, so it is nothing that anybody takes back, and whatever was
        done before can still be taken back.
        """

        def change(meeting: Meeting) -> Meeting:
            return taken_up(meeting, item_id, at)

        with self._changes.store.write("take_up_item", self._changes.actor) as work:
            meeting = changeable(work, meeting_id)
            if meeting.state is MeetingState.OPEN and not meeting.paused:
                keep(work, change(meeting))
            return self._changes.undo.commit_beside(work, change)

    def recuse(self, meeting_id: UUID, item_id: UUID, seat_id: UUID) -> Changes:
        """A member keeps out of an item for a conflict of interest, or no longer does."""
        return self._changes.apply(
            meeting_id,
            "recuse_seat",
            lambda one: session.recused(one, item_of(one, item_id).no, seat_id),
        )

    def choose_chair(self, meeting_id: UUID, seat_id: UUID) -> Changes:
        """Say who presides from the opening on; it stands as long as they are there to do it.

        Raises:
            UserError: ``meeting_begun``, ``chair_not_there``.
        """

        def change(meeting: Meeting) -> Meeting:
            _require(meeting, _BEFORE, "meeting_begun")
            return _chosen(meeting, seat_id)

        return self._changes.apply(meeting_id, "choose_chair", change)

    def hand_chair(self, meeting_id: UUID, item_id: UUID, seat_id: UUID, at: time) -> Changes:
        """Somebody else presides from an item on.

        Raises:
            UserError: ``meeting_not_open``, ``chair_not_there``.
        """

        def change(meeting: Meeting) -> Meeting:
            no = item_of(meeting, item_id).no
            _require_able(meeting, seat_id, no)
            return presiding.chair_handed(meeting, seat_id, no, at)

        return self._while_open(meeting_id, "hand_chair", change)

    def take_minutes(self, meeting_id: UUID, seat_id: UUID) -> Changes:
        """Somebody who came takes the minutes, with a vote or without.

        Raises:
            UserError: ``minute_taker_not_there``.
        """

        def change(meeting: Meeting) -> Meeting:
            if all(one.seat_id != seat_id for one in presiding.may_take_minutes(meeting)):
                raise UserError("minute_taker_not_there")
            return replace(meeting, secretary_seat_id=seat_id)

        return self._changes.apply(meeting_id, "take_minutes", change)

    def set_guests(self, meeting_id: UUID, guests: tuple[Guest, ...]) -> Changes:
        """Say who is there without a vote; lines without a name are left out."""
        named = tuple(guest for guest in guests if guest.name.strip())
        return self._changes.apply(meeting_id, "set_guests", lambda one: replace(one, guests=named))

    def _while_open(
        self, meeting_id: UUID, command: str, change: Callable[[Meeting], Meeting]
    ) -> Changes:
        def checked(meeting: Meeting) -> Meeting:
            _require(meeting, {MeetingState.OPEN}, "meeting_not_open")
            return change(meeting)

        return self._changes.apply(meeting_id, command, checked)


def sheet_of(reading: Reading | UnitOfWork, meeting: Meeting) -> tuple[Attendee, ...]:
    """The sheet of a meeting: as it is, or as the seats of the day would make it."""
    if meeting.attendees:
        return meeting.attendees
    people = reading.people
    return tuple(
        sheet_on(
            meeting.date,
            seats=people.seats(meeting.committee_id),
            memberships=people.memberships(meeting.committee_id),
            people=people.seated(meeting.committee_id),
            organisations=people.organisations(meeting.committee_id),
        )
    )


def _with_sheet(work: UnitOfWork, meeting: Meeting) -> Meeting:
    sheet = sheet_of(work, meeting)
    if not sheet:
        raise UserError("nobody_seated")
    begun = replace(meeting, attendees=sheet)
    if meeting.in_writing:  # To decline a call is no answer to a motion.
        return begun
    for reply in () if meeting.attendees else work.replies.where("meeting_id", meeting.id):
        if reply.answer is Answer.DECLINED and any(a.seat_id == reply.seat_id for a in sheet):
            begun = session.missed(begun, reply.seat_id, excused=True)
    return begun


def _chosen(meeting: Meeting, seat_id: UUID) -> Meeting:
    """Somebody presides from the opening on."""
    _require_able(meeting, seat_id, None)
    return replace(meeting, chair_seat_id=seat_id)


def _require_able(meeting: Meeting, seat_id: UUID, item_no: int | None) -> None:
    if all(one.seat_id != seat_id for one in presiding.may_preside(meeting, item_no)):
        raise UserError("chair_not_there")


def _where_people_meet(meeting: Meeting) -> Meeting:
    if meeting.in_writing:
        raise UserError("not_in_writing")
    return meeting


def _marked(meeting: Meeting, command: MarkSeat) -> Meeting:
    if command.mark in _WHERE_PEOPLE_MEET:
        _where_people_meet(meeting)
    item_no = None
    # An answer in writing counts for every item, whenever it comes.
    if meeting.state not in _BEFORE and not meeting.in_writing:
        item = item_of(meeting, command.item_id) if command.item_id else None
        item_no = item.no if item else 1
    if command.mark in (Mark.EXCUSED, Mark.ABSENT):
        excused = command.mark is Mark.EXCUSED
        return session.missed(meeting, command.seat_id, excused=excused)
    if command.mark is Mark.LEFT:
        if item_no is None:
            raise UserError("meeting_not_open")
        if not session.is_there(meeting.attendee(command.seat_id), item_no):
            raise UserError("left_without_coming")
        return session.left(meeting, command.seat_id, at=command.at, item_no=item_no)
    if command.mark is Mark.SUBSTITUTED and not command.substitute.strip():
        raise UserError("substitute_without_name")
    return session.came(
        meeting,
        command.seat_id,
        at=command.at,
        item_no=item_no,
        substitute=command.substitute.strip() if command.mark is Mark.SUBSTITUTED else "",
        remote=command.mark is Mark.REMOTE,
    )


def _require(
    meeting: Meeting, states: frozenset[MeetingState] | set[MeetingState], code: str
) -> None:
    if meeting.state not in states:
        raise UserError(code)
