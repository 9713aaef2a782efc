"""A meeting as it is recorded: who was there, what was on the agenda, what was decided.

The record holds its own snapshot of names, organisations and roles, and the rules it was held
under, so that a later change to a person or to the rules leaves old minutes byte-identical.
"""

import datetime
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.audit import later
from liaison_desktop.domain.committees import Rules
from liaison_desktop.domain.sheet import Attendee, Guest


class MeetingKind(StrEnum):
    """Ordinary, extraordinary or constitutive."""

    ORDINARY = "ordinary"
    EXTRAORDINARY = "extraordinary"
    CONSTITUTIVE = "constitutive"


class Call(StrEnum):
    """First or second call; the second may need fewer people."""

    FIRST = "first"
    SECOND = "second"


class MeetingMode(StrEnum):
    """How people take part; in writing = a circular resolution between meetings."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"
    WRITTEN = "written"


class MeetingState(StrEnum):
    """How far a meeting is."""

    PLANNED = "planned"
    CONVENED = "convened"
    HELD = "held"
    OPEN = "open"
    CANCELLED = "cancelled"


class MinutesState(StrEnum):
    """How far its minutes are; only final minutes carry numbers. See ``minutes`` for the steps."""

    NONE = "none"
    DRAFT = "draft"
    CIRCULATED = "circulated"
    APPROVED = "approved"
    FINAL = "final"


@dataclass(frozen=True, slots=True, kw_only=True)
class Convocation:
    """How and when the members were called."""

    sent_on: date | None = None
    reference: str = ""
    medium: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeeting:
    """When and where the committee meets again."""

    date: datetime.date
    time: datetime.time | None = None
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A short account in another language."""

    language: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """An interruption; it goes on while it has no end."""

    start: time
    end: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChairTurn:
    """Somebody else takes the chair, from an item on."""

    seat_id: UUID
    item_no: int
    at: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """The whole record of one meeting.

    Attributes:
        key: the record's name in files, unique in its committee (``"it-2026-3"``).
        number: of the meeting's minutes in the committee's yearly series; ``None`` until final.
        committee_name, committee_city, language: snapshot of the day.
        seat_count: the committee's voting seats by statute on that day.
        rules: the rules it was held under.
        chair_seat_id, secretary_seat_id: who presided and who took the minutes.
        starts, ends: as announced.
        link: where people take part from afar.
        sequence: of the last call that went out (RFC 5546, SEQUENCE).
        chair_turns: who presided after the chair was handed over, in the order of the agenda.
    """

    id: UUID
    committee_id: UUID
    key: str
    committee_name: str
    committee_city: str
    language: str
    seat_count: int
    rules: Rules
    number: int | None = None
    year: int
    label: str = ""
    kind: MeetingKind
    call: Call
    mode: MeetingMode
    state: MeetingState
    minutes_state: MinutesState
    place: str
    date: date
    opened: time | None = None
    closed: time | None = None
    convocation: Convocation = Convocation()
    chair_seat_id: UUID | None = None
    secretary_seat_id: UUID | None = None
    attendees: tuple[Attendee, ...] = ()
    guests: tuple[Guest, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    quorum_text: str = ""
    closing_text: str = ""
    next_meeting: NextMeeting | None = None
    annexes: tuple[str, ...] = ()
    summaries: tuple[Summary, ...] = ()
    notice: str = ""
    starts: time | None = later(None)
    ends: time | None = later(None)
    link: str = later("")
    breaks: tuple[Break, ...] = later(())
    chair_turns: tuple[ChairTurn, ...] = later(())
    sequence: int = later(0)

    @property
    def in_writing(self) -> bool:
        """Whether votes are returned in writing, until the end of its day, and nobody meets."""
        return self.mode is MeetingMode.WRITTEN

    @property
    def paused(self) -> bool:
        """Whether a break is going on."""
        return any(one.end is None for one in self.breaks)

    def chair_at(self, item_no: int) -> UUID | None:
        """The seat that presides at an item."""
        turns = [turn for turn in self.chair_turns if turn.item_no <= item_no]
        return turns[-1].seat_id if turns else self.chair_seat_id

    def item_number(self, no: int) -> str:
        """The number of an item as printed."""
        return next((item.number for item in self.items if item.no == no), str(no))

    def attendee(self, seat_id: UUID) -> Attendee:
        """The entry of one seat.

        Raises:
            KeyError: the seat is not on the sheet.
        """
        for attendee in self.attendees:
            if attendee.seat_id == seat_id:
                return attendee
        raise KeyError(seat_id)
