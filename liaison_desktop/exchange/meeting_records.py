"""The meetings of a file: head, agenda with its minutes, decisions and actions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum
from uuid import UUID

from liaison_desktop.domain.agenda import AgendaItem, ItemKind
from liaison_desktop.domain.committees import Committee, Rules, SignatoryRule
from liaison_desktop.domain.decisions import Action, ActionStatus
from liaison_desktop.domain.meetings import (
    Call,
    Convocation,
    Meeting,
    MeetingKind,
    MeetingMode,
    MeetingState,
    MinutesState,
    NextMeeting,
    Summary,
)
from liaison_desktop.domain.notices import Notice
from liaison_desktop.domain.sheet import Guest
from liaison_desktop.exchange.attendance_records import (
    MOST_ITEMS,
    Course,
    read_attendees,
    unlisted,
)
from liaison_desktop.exchange.decision_records import Voting, read_decision
from liaison_desktop.exchange.identifiers import record_id
from liaison_desktop.exchange.json_object import JsonObject, is_language
from liaison_desktop.exchange.people_records import Roll
from liaison_desktop.exchange.plain_text import markdown_from_plain
from liaison_desktop.exchange.uniqueness import Distinct

MOST_NUMBERED = 99_999
_SUMMARY = "summary_"


class RecordStatus(StrEnum):
    """How far a meeting of a file is, in one word for the meeting and its minutes."""

    PLANNED = "planned"
    CONVENED = "convened"
    DRAFT = "draft"
    FINAL = "final"


_STATES = {
    RecordStatus.PLANNED: (MeetingState.PLANNED, MinutesState.NONE),
    RecordStatus.CONVENED: (MeetingState.CONVENED, MinutesState.NONE),
    RecordStatus.DRAFT: (MeetingState.HELD, MinutesState.DRAFT),
    RecordStatus.FINAL: (MeetingState.HELD, MinutesState.FINAL),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The committee that met: its rules, and whom its file knows."""

    committee: Committee
    rules: Rules
    roll: Roll


def read_meeting(entry: JsonObject, body: Body, notices: list[Notice]) -> Meeting:
    """A meeting of the file; what the rules make of it is not asked here.

    Raises:
        UserError: the problems of ``JsonObject``, of the attendance and of the decisions,
            ``item_twice``, ``closed_before_opened``, ``convened_after_meeting``.
    """
    meeting = _head(entry, body)
    numbers = _item_numbers(entry)
    course = Course(opened=meeting.opened, closed=meeting.closed, items=numbers)
    attendees = read_attendees(entry, body.roll, course)
    if meeting.state is MeetingState.HELD:
        officers = (entry.optional_text("chair"), entry.optional_text("secretary"))
        for attendee, notice in tuple(unlisted(entry, body.roll, attendees, officers)):
            attendees += (attendee,)
            notices.extend([notice] if notice else [])
    meeting = replace(meeting, attendees=attendees)
    meeting = replace(meeting, items=tuple(_items(entry, meeting, body)))
    return _with_texts(meeting, entry)


def read_summaries(entry: JsonObject) -> tuple[Summary, ...]:
    """Short accounts in other languages, under keys such as ``summary_ar``."""
    languages = (
        key.removeprefix(_SUMMARY) for key in entry.key_names() if key.startswith(_SUMMARY)
    )
    return tuple(
        Summary(language=language, text=entry.text(f"{_SUMMARY}{language}"))
        for language in languages
        if is_language(language)
    )


def _head(entry: JsonObject, body: Body) -> Meeting:
    state, minutes_state = _STATES[entry.choice("status", RecordStatus)]
    key = entry.text("id")
    _require_of_record(entry, body.rules, state, minutes_state)
    final = minutes_state is MinutesState.FINAL
    number = entry.number("number", 1, MOST_NUMBERED) if "number" in entry else None
    label = entry.optional_text("label")
    day = entry.day("date")
    opened, closed = _hours(entry)
    committee = body.committee
    return Meeting(
        id=record_id(committee.key, "meeting", key),
        committee_id=committee.id,
        key=key,
        committee_name=committee.name,
        committee_city=committee.city,
        language=committee.language,
        seat_count=committee.seat_count,
        rules=body.rules,
        number=number if final else None,
        year=entry.number("year", 1900, 2199) if "year" in entry else day.year,
        label=label if final else "",
        kind=entry.choice("kind", MeetingKind),
        call=entry.choice("call", Call) if "call" in entry else Call.FIRST,
        mode=entry.choice("mode", MeetingMode) if "mode" in entry else MeetingMode.IN_PERSON,
        state=state,
        minutes_state=minutes_state,
        place=entry.text("place"),
        date=day,
        opened=opened,
        closed=closed,
        convocation=_convocation(entry),
        chair_seat_id=_seat_id(entry, "chair", body.roll),
        secretary_seat_id=_seat_id(entry, "secretary", body.roll),
        notice=committee.notice,
    )


def _with_texts(meeting: Meeting, entry: JsonObject) -> Meeting:
    return replace(
        meeting,
        guests=tuple(_guests(entry.children("guests"))),
        quorum_text=entry.optional_text("quorum_text"),
        closing_text=entry.optional_text("closing_text"),
        next_meeting=_next_meeting(entry),
        annexes=entry.texts("annexes"),
        summaries=read_summaries(entry),
    )


def _require_of_record(
    entry: JsonObject, rules: Rules, state: MeetingState, minutes_state: MinutesState
) -> None:
    """What was held has a sheet, an agenda and a chair; final minutes have hours and a number."""
    if state is MeetingState.HELD:
        entry.require("chair", "attendance", "items")
    if minutes_state is MinutesState.FINAL:
        entry.require("number", "opened", "closed")
        if SignatoryRule.SECRETARY in rules.signatories:
            entry.require("secretary")


def _hours(entry: JsonObject) -> tuple[time | None, time | None]:
    opened = entry.clock_time("opened") if "opened" in entry else None
    closed = entry.clock_time("closed") if "closed" in entry else None
    if opened and closed and closed < opened:
        raise entry.place.key("closed").error("closed_before_opened")
    return opened, closed


def _seat_id(entry: JsonObject, key: str, roll: Roll) -> UUID | None:
    return roll.member(entry.text(key), entry.place.key(key)).seat.id if key in entry else None


def _convocation(entry: JsonObject) -> Convocation:
    if "convocation" not in entry:
        return Convocation()
    convocation = entry.child("convocation")
    sent_on = convocation.day("sent_on") if "sent_on" in convocation else None
    if sent_on and sent_on > entry.day("date"):
        raise convocation.place.key("sent_on").error("convened_after_meeting")
    return Convocation(
        sent_on=sent_on,
        reference=convocation.optional_text("reference"),
        medium=convocation.optional_text("medium"),
    )


def _guests(entries: Iterable[JsonObject]) -> Iterator[Guest]:
    for guest in entries:
        yield Guest(
            name=guest.text("name"),
            organisation=guest.optional_text("organisation"),
            reason=guest.optional_text("reason"),
        )


def _next_meeting(entry: JsonObject) -> NextMeeting | None:
    if "next_meeting" not in entry:
        return None
    following = entry.child("next_meeting")
    return NextMeeting(
        date=following.day("date"),
        time=following.clock_time("time") if "time" in following else None,
        place=following.optional_text("place"),
    )


def _item_numbers(entry: JsonObject) -> frozenset[int]:
    seen = Distinct("item_twice")
    numbers = set()
    for item in entry.children("items"):
        number = item.number("no", 1, MOST_ITEMS)
        seen.add(number, item.place.key("no"))
        numbers.add(number)
    return frozenset(numbers)


def _items(entry: JsonObject, meeting: Meeting, body: Body) -> Iterator[AgendaItem]:
    for item in entry.children("items"):
        number = item.number("no", 1, MOST_ITEMS)
        voting = Voting(
            committee_key=body.committee.key, meeting=meeting, item_no=number, roll=body.roll
        )
        yield AgendaItem(
            id=record_id(body.committee.key, "item", meeting.key, number),
            no=number,
            title=item.text("title"),
            kind=item.choice("kind", ItemKind),
            discussion=markdown_from_plain(item.texts("discussion")),
            decision=read_decision(item.child("decision"), voting) if "decision" in item else None,
            actions=tuple(_actions(item, voting)),
            closed=item.flag("closed") if "closed" in item else False,
        )


def _actions(item: JsonObject, voting: Voting) -> Iterator[Action]:
    for position, action in enumerate(item.children("actions"), start=1):
        yield Action(
            id=record_id(
                voting.committee_key, "action", voting.meeting.key, voting.item_no, position
            ),
            number=action.optional_text("no"),
            text=action.text("what"),
            seat_id=_seat_id(action, "who", voting.roll),
            due=action.day("due") if "due" in action else None,
            status=action.choice("status", ActionStatus)
            if "status" in action
            else ActionStatus.OPEN,
        )
