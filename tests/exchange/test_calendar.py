"""Calendar files: what is written can be read by others; what others wrote is never believed."""

from datetime import UTC, date, datetime
from email.message import EmailMessage
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from liaison_desktop.domain.addresses import Mailbox
from liaison_desktop.domain.calling import Answer
from liaison_desktop.domain.decisions import ActionStatus
from liaison_desktop.domain.errors import UserError
from liaison_desktop.exchange.calendar import (
    CalendarMeeting,
    CalendarMethod,
    CalendarTask,
    Part,
    meeting_of_uid,
    meeting_uid,
    write_invitation,
    write_tasks,
)
from liaison_desktop.exchange.calendar_replies import read_answers
from liaison_desktop.exchange.mail import (
    Mail,
    MailCalendar,
    MailFile,
    compose_mail,
    require_address,
)
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.errors import sentence

MEETING = UUID("01a22023-b27b-7026-90ef-f42bfbbe6f23")
NOON = datetime(2027, 1, 20, 12, tzinfo=UTC)
OFFICE = Mailbox(name='Büro "Vielfalt"', address="office@example.org")
ADA = Mailbox(name="Fabbri, Ada; لجنة", address="ada@example.org")
ENGLISH = Catalogue("en")

REPLY = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"
    f"UID:{meeting_uid(MEETING)}\r\nDTSTAMP:20270110T090000Z\r\nDTSTART:20270120T160000Z\r\n"
    "ATTENDEE;PARTSTAT=ACCEPTED;CN=Ada Fabbri:mailto:Ada@Example.org\r\n"
    "COMMENT:Bin da\\, komme später\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def meeting(**changes: object) -> CalendarMeeting:
    facts: dict[str, object] = {
        "meeting_id": MEETING,
        "sequence": 2,
        "stamp": NOON,
        "starts": NOON,
        "ends": None,
        "title": "Sitzung",
        "place": "Rathaus",
        "description": "Tagesordnung",
        "link": "",
        "language": "de-AT",
    }
    return CalendarMeeting(**(facts | changes))  # type: ignore[arg-type]


def invitation(told: CalendarMeeting, method: CalendarMethod = CalendarMethod.REQUEST) -> Any:
    content = write_invitation(told, method, organiser=OFFICE, attendee=ADA, part=Part.CHAIR)
    return Calendar.from_ical(content)


@given(st.text(min_size=1), st.text(), st.text())
def test_whatever_is_written_reads_back(title: str, place: str, description: str) -> None:
    (event,) = invitation(meeting(title=title, place=place, description=description)).walk("VEVENT")
    assert event["SEQUENCE"] == 2
    assert meeting_of_uid(str(event["UID"])) == MEETING
    assert event["ATTENDEE"].params["ROLE"] == "CHAIR"
    assert len(invitation(meeting(description=description)).subcomponents) == 1


@given(st.text())
def test_no_name_can_add_a_line_to_a_calendar(name: str) -> None:
    attendee = Mailbox(name=name, address="ada@example.org")
    content = write_invitation(
        meeting(), CalendarMethod.REQUEST, organiser=OFFICE, attendee=attendee, part=Part.REQUIRED
    )
    event: Any
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert str(event["ATTENDEE"]) == "mailto:ada@example.org"
    assert str(event["ORGANIZER"]) == "mailto:office@example.org"


def test_a_day_without_an_hour_is_a_whole_day() -> None:
    (event,) = invitation(meeting(starts=date(2027, 1, 20))).walk("VEVENT")
    assert event["DTSTART"].to_ical() == b"20270120"


def test_a_task_has_day_and_state_and_its_meeting() -> None:
    told = CalendarTask(
        action_id=UUID(int=7),
        meeting_id=MEETING,
        stamp=NOON,
        text="Protokoll veröffentlichen",
        details="Ada",
        due=date(2027, 2, 1),
        status=ActionStatus.DONE,
        language="de",
    )
    task: Any
    (task,) = Calendar.from_ical(write_tasks([told])).walk("VTODO")
    assert task["DUE"].dt == date(2027, 2, 1)
    assert (task["STATUS"], task["PERCENT-COMPLETE"]) == ("COMPLETED", 100)
    assert str(task["RELATED-TO"]) == meeting_uid(MEETING)


def test_an_answer_is_read_from_a_calendar_and_from_a_message() -> None:
    (given_,) = read_answers(REPLY.encode())
    assert given_.meeting_id == MEETING
    assert given_.who == Mailbox(name="Ada Fabbri", address="ada@example.org")
    assert given_.answer is Answer.ACCEPTED
    assert given_.answered_at == datetime(2027, 1, 10, 9, tzinfo=UTC)
    assert given_.comment == "Bin da, komme später"
    message = EmailMessage()
    message["From"] = "Ada <ada@example.org>"
    message.set_content("Ja")
    message.add_alternative(
        REPLY.encode(), maintype="text", subtype="calendar", params={"method": "REPLY"}
    )
    message.add_attachment(
        REPLY.encode(), maintype="application", subtype="ics", filename="reply.ics"
    )
    (mailed,) = read_answers(message.as_bytes())
    assert mailed.sender == "ada@example.org"
    assert mailed.who == given_.who


def test_who_comes_instead_is_read_with_the_name() -> None:
    delegated = REPLY.replace(
        "ATTENDEE;PARTSTAT=ACCEPTED",
        'ATTENDEE;CN=Nour Saleh;PARTSTAT=NEEDS-ACTION;DELEGATED-FROM="mailto:ada@example.org"'
        ":mailto:nour@example.org\r\n"
        'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:nour@example.org"',
    )
    (given_,) = read_answers(delegated.encode())
    assert given_.answer is Answer.DELEGATED
    assert given_.delegate == Mailbox(name="Nour Saleh", address="nour@example.org")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "reply_unreadable"),
        (b"\x89PNG\r\n\x1a\n", "reply_unreadable"),
        (b"BEGIN:VCALENDAR\r\nEND:VEVENT", "reply_none"),
        (REPLY.replace("REPLY", "REQUEST").encode(), "reply_none"),
        (REPLY.replace("ACCEPTED", "NEEDS-ACTION").encode(), "reply_none"),
        (b"From: a@b.cc\r\n\r\nIch komme!", "reply_none"),
        (b"x" * (9 * 1024 * 1024), "reply_too_large"),
    ],
)
def test_what_is_no_answer_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(UserError) as refused:
        read_answers(content)
    assert refused.value.code == code
    assert sentence(refused.value, ENGLISH)


@given(
    st.lists(st.tuples(st.integers(0, len(REPLY)), st.integers(0, 40), st.text(max_size=20))),
    st.booleans(),
)
def test_no_mutated_answer_breaks_the_reader(
    cuts: list[tuple[int, int, str]], wrapped: bool
) -> None:
    text = REPLY
    for at, length, put in cuts:
        text = text[:at] + put + text[at + length :]
    content = text.encode()
    if wrapped:
        content = b"From: x\r\nContent-Type: text/calendar; method=REPLY\r\n\r\n" + content
    _read_or_refused(content)


@given(st.binary(max_size=400))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    _read_or_refused(content)
    _read_or_refused(b"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n" + content)


def _read_or_refused(content: bytes) -> None:
    try:
        answers = read_answers(content)
    except UserError:
        return
    for each in answers:
        assert "\n" not in each.comment + each.who.name + each.who.address


def test_the_same_message_has_the_same_bytes() -> None:
    told = Mail(
        message_id="1.2@example.org",
        sender=OFFICE,
        recipient=ADA,
        sent_at=NOON,
        subject="Einberufung\r\nBcc: all@example.org",
        text="Liebe Ada,\n",
        language="de",
        files=(MailFile(name="Einberufung.pdf", content=b"%PDF-1.7"),),
        calendar=MailCalendar(
            name="sitzung.ics", content=REPLY.encode(), method=CalendarMethod.REQUEST
        ),
    )
    content = compose_mail(told, unsent=False)
    assert content == compose_mail(told, unsent=False)
    assert b"\r\nBcc:" not in content


@pytest.mark.parametrize(
    "address",
    ["", "x", "a@b", "a b@c.dd", "ü@c.de", "a@b.cc, d@e.ff", "a@b.cc\r\nBcc: e@f.gg", "a@b.cc>"],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(UserError, match="mail_address_malformed"):
        require_address(address)
