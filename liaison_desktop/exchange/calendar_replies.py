"""Answers to a call, as calendars and mail programs give them (RFC 5546, METHOD:REPLY).

They come from outside: nothing in them is believed beyond what it says, and whatever cannot be read
is refused with one error.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr
from typing import Any, Final
from uuid import UUID

from icalendar import Calendar

from liaison_desktop.domain.addresses import Mailbox
from liaison_desktop.domain.calling import Answer
from liaison_desktop.domain.errors import UserError
from liaison_desktop.exchange.calendar import meeting_of_uid

_LARGEST: Final = 8 * 1024 * 1024
"""An answer with the whole call quoted under it stays far below."""

_MOST_ANSWERS: Final = 100
_LONGEST: Final = 500
"""Letters of a comment or a name that are kept."""

_ANSWERS: Final = {
    "ACCEPTED": Answer.ACCEPTED,
    "DECLINED": Answer.DECLINED,
    "TENTATIVE": Answer.TENTATIVE,
    "DELEGATED": Answer.DELEGATED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarAnswer:
    """What one person answered.

    Attributes:
        meeting_id: ``None`` = it answers a call of another program.
        who: whose answer it is; the address is in small letters.
        delegate: who comes instead, where that is said.
        delegated_from: address of whom this person stands in for; empty as a rule.
        sender: address that the message came from; empty where there is only a calendar file.
        answered_at: ``None`` = the file does not say.
    """

    meeting_id: UUID | None
    who: Mailbox
    answer: Answer
    delegate: Mailbox | None
    delegated_from: str
    sender: str
    answered_at: datetime | None
    comment: str


def read_answers(content: bytes) -> tuple[CalendarAnswer, ...]:
    """The answers in a calendar file or in a message (``.eml``) that carries one.

    Raises:
        UserError: ``reply_too_large``; ``reply_unreadable``, it is neither; ``reply_none``, nobody
            answers a call in it.
    """
    if len(content) > _LARGEST:
        raise UserError("reply_too_large", most=_LARGEST // 1024 // 1024)
    try:
        found = tuple(_answers(content))
    except UserError:
        raise
    except Exception as error:
        # The libraries raise whatever a file of somebody else makes them stumble over.
        raise UserError("reply_unreadable") from error
    if not found:
        raise UserError("reply_none")
    return found[:_MOST_ANSWERS]


def _answers(content: bytes) -> Iterator[CalendarAnswer]:
    if _is_calendar(content):
        yield from _in_calendar(content, "")
        return
    message = message_from_bytes(content, policy=policy.compat32)
    if not message.keys():
        raise UserError("reply_unreadable")
    sender = parseaddr(str(message.get("From", "")))[1].lower()
    for part in _calendar_parts(message):
        # The same answer is often there twice: to be read by programs, and as an attachment.
        answers = tuple(_in_calendar(part, sender))
        if answers:
            yield from answers
            return


def _is_calendar(content: bytes) -> bool:
    return content.lstrip(b"\xef\xbb\xbf \r\n\t").upper().startswith(b"BEGIN:VCALENDAR")


def _calendar_parts(message: "Message[str, str] | EmailMessage") -> Iterator[bytes]:
    for part in message.walk():
        named = (part.get_filename() or "").lower().endswith(".ics")
        if part.get_content_type() == "text/calendar" or named:
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and _is_calendar(payload):
                yield payload


def _in_calendar(content: bytes, sender: str) -> Iterator[CalendarAnswer]:
    text = content.decode("utf-8-sig", errors="replace")
    for calendar in Calendar.from_ical(text, multiple=True):
        if str(calendar.get("method", "")).upper() != "REPLY":
            continue
        for event in calendar.walk("VEVENT"):
            yield from _of_event(event, sender)


def _of_event(event: Any, sender: str) -> Iterator[CalendarAnswer]:
    attendees = _listed(event.get("attendee"))
    names = {_address(each): _one_line(each.params.get("CN", "")) for each in attendees}
    for attendee in attendees:
        answer = _ANSWERS.get(str(attendee.params.get("PARTSTAT", "")).upper())
        who = _address(attendee)
        if answer is None or not who:
            continue
        to = _first_address(attendee.params.get("DELEGATED-TO"))
        yield CalendarAnswer(
            meeting_id=meeting_of_uid(str(event.get("uid", ""))),
            who=Mailbox(name=names[who], address=who),
            answer=answer,
            delegate=Mailbox(name=names.get(to, ""), address=to) if to else None,
            delegated_from=_first_address(attendee.params.get("DELEGATED-FROM")),
            sender=sender,
            answered_at=_moment(event.get("dtstamp")),
            comment=_one_line(" ".join(str(each) for each in _listed(event.get("comment")))),
        )


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _first_address(value: Any) -> str:
    """The first address of a parameter that may list several."""
    return next((_address(each) for each in _listed(value)), "")


def _address(value: Any) -> str:
    text = str(value).strip().lower()
    return text.removeprefix("mailto:").strip() if "@" in text else ""


def _moment(stamp: Any) -> datetime | None:
    moment = getattr(stamp, "dt", None)
    if not isinstance(moment, datetime):
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _one_line(value: Any) -> str:
    readable = "".join(letter if letter.isprintable() else " " for letter in str(value))
    return " ".join(readable.split())[:_LONGEST]
