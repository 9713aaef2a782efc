"""Calendar files (iCalendar, RFC 5545 and 5546): meetings people are called to, and tasks.

Times are written in universal time, which every calendar shows on its own clock; so no file has to
carry the rules of a time zone. A file names one recipient only: addresses of others stay private.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from unicodedata import category
from uuid import UUID

from icalendar import Calendar, Event, Todo, vCalAddress, vText, vUri

from liaison_desktop import __version__
from liaison_desktop.domain.addresses import Mailbox
from liaison_desktop.domain.decisions import ActionStatus

_UID_HOST = "@liaison-desktop"
_TODO_STATUS = {
    ActionStatus.OPEN: "NEEDS-ACTION",
    ActionStatus.DONE: "COMPLETED",
    ActionStatus.DROPPED: "CANCELLED",
}
_DONE = 100


class Part(StrEnum):
    """In which capacity somebody is called (RFC 5545, section 3.2.16)."""

    CHAIR = "CHAIR"
    REQUIRED = "REQ-PARTICIPANT"
    OPTIONAL = "OPT-PARTICIPANT"
    INFORMED = "NON-PARTICIPANT"


class CalendarMethod(StrEnum):
    """What a calendar file asks of who receives it (RFC 5546)."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"
    PUBLISH = "PUBLISH"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarMeeting:
    """A meeting as calendars show it.

    Attributes:
        sequence: of the call; it grows with every change that went out.
        stamp: when this version was made.
        starts, ends: moments with their time zone; a day = the time is not known yet.
        description: agenda and notice, plain text.
        language: tag of what the texts are written in (``it``, ``de-AT``).
    """

    meeting_id: UUID
    sequence: int
    stamp: datetime
    starts: datetime | date
    ends: datetime | None
    title: str
    place: str
    description: str
    link: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarTask:
    """Something to be done, as lists of tasks show it."""

    action_id: UUID
    meeting_id: UUID
    stamp: datetime
    text: str
    details: str
    due: date | None
    status: ActionStatus
    language: str


def meeting_uid(meeting_id: UUID) -> str:
    """What calendars know a meeting by; it stays the same through every change."""
    return f"{meeting_id}{_UID_HOST}"


def meeting_of_uid(uid: str) -> UUID | None:
    """The meeting that calendars know by this; ``None`` = it is none of this program's."""
    try:
        return UUID(uid.strip().removesuffix(_UID_HOST))
    except ValueError:
        return None


def write_invitation(
    meeting: CalendarMeeting,
    method: CalendarMethod,
    *,
    organiser: Mailbox,
    attendee: Mailbox,
    part: Part,
    answered: bool = True,
) -> bytes:
    """The call of one person to a meeting, or its withdrawal.

    ``answered``: whether the calendar asks for an answer.
    """
    event = _event(meeting)
    event.add("status", "CANCELLED" if method is CalendarMethod.CANCEL else "CONFIRMED")
    event.add("organizer", _address(organiser))
    called = _address(attendee)
    called.params["CUTYPE"] = "INDIVIDUAL"
    called.params["ROLE"] = part.value
    called.params["PARTSTAT"] = "NEEDS-ACTION"
    asks = answered and method is not CalendarMethod.CANCEL
    called.params["RSVP"] = "TRUE" if asks else "FALSE"
    event.add("attendee", called)
    return _file([event], method)


def write_meeting(meeting: CalendarMeeting, *, confirmed: bool) -> bytes:
    """A meeting for anybody's calendar, without the name of any person."""
    event = _event(meeting)
    event.add("status", "CONFIRMED" if confirmed else "TENTATIVE")
    return _file([event], CalendarMethod.PUBLISH)


def write_tasks(tasks: Iterable[CalendarTask]) -> bytes:
    """Tasks; each points to the meeting that agreed on it."""
    return _file([_todo(task) for task in tasks], CalendarMethod.PUBLISH)


def _event(meeting: CalendarMeeting) -> Event:
    event = Event()
    event.add("uid", meeting_uid(meeting.meeting_id))
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", meeting.stamp)
    event.add("dtstart", meeting.starts)
    if meeting.ends is not None:
        event.add("dtend", meeting.ends)
    event.add("summary", _text(meeting.title, meeting.language))
    for name, value in (("location", meeting.place), ("description", meeting.description)):
        if value:
            event.add(name, _text(value, meeting.language))
    if meeting.link:
        event.add("url", vUri(_one_line(meeting.link)))
    return event


def _todo(task: CalendarTask) -> Todo:
    todo = Todo()
    todo.add("uid", f"{task.action_id}{_UID_HOST}")
    todo.add("dtstamp", task.stamp)
    todo.add("summary", _text(task.text, task.language))
    if task.details:
        todo.add("description", _text(task.details, task.language))
    if task.due is not None:
        todo.add("due", task.due)
    todo.add("status", _TODO_STATUS[task.status])
    if task.status is ActionStatus.DONE:
        todo.add("percent-complete", _DONE)
    todo.add("related-to", meeting_uid(task.meeting_id))
    return todo


def _file(components: Iterable[Event | Todo], method: CalendarMethod) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", f"-//LIAISON//LIAISON Desktop {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method.value)
    for component in components:
        calendar.add_component(component)
    return bytes(calendar.to_ical())


def _address(mailbox: Mailbox) -> vCalAddress:
    address = vCalAddress(f"mailto:{mailbox.address}")
    # A quotation mark would end the parameter (RFC 5545, section 3.1).
    address.params["CN"] = _one_line(mailbox.name.replace('"', "’"))
    return address


def _text(value: str, language: str) -> vText:
    text = vText("\n".join(_readable(line) for line in value.split("\n")))
    text.params["LANGUAGE"] = language.replace("_", "-")
    return text


def _one_line(value: str) -> str:
    return " ".join(_readable(value).split())


def _readable(line: str) -> str:
    """A line without control characters: a calendar may not hold any (RFC 5545, section 3.1)."""
    return "".join(" " if category(letter) == "Cc" else letter for letter in line)
