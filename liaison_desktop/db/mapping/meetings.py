"""A meeting's own row and those of its attendees and guests, between row and record."""

from typing import Any

from liaison_desktop.db.folding import fold_all
from liaison_desktop.db.mapping.committees import rules_json, rules_of
from liaison_desktop.db.mapping.parts import parts_of, plain_parts
from liaison_desktop.db.mapping.values import Row, Values, native_of, native_values, require_empty
from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.meetings import (
    Break,
    ChairTurn,
    Convocation,
    Meeting,
    NextMeeting,
    Summary,
)
from liaison_desktop.domain.sheet import Attendee, Guest, Interval

_AS_IT_IS = (
    "id",
    "committee_id",
    "key",
    "committee_name",
    "committee_city",
    "language",
    "seat_count",
    "number",
    "year",
    "label",
    "kind",
    "call",
    "mode",
    "state",
    "minutes_state",
    "place",
    "date",
    "opened",
    "closed",
    "chair_seat_id",
    "secretary_seat_id",
    "quorum_text",
    "closing_text",
    "notice",
    "starts",
    "ends",
    "link",
    "sequence",
)
"""What the row holds under the same name and in the same form as the record."""


def meeting_values(meeting: Meeting) -> Values:
    """The meeting's own row; its parts have their own tables."""
    return {
        **{name: getattr(meeting, name) for name in _AS_IT_IS},
        "rules": rules_json(meeting.rules),
        "convocation_sent_on": meeting.convocation.sent_on,
        "convocation_reference": meeting.convocation.reference,
        "convocation_medium": meeting.convocation.medium,
        **_next_meeting_values(meeting.next_meeting),
        "annexes": list(meeting.annexes),
        "summaries": [[summary.language, summary.text] for summary in meeting.summaries],
        "breaks": plain_parts(meeting.breaks),
        "chair_turns": plain_parts(meeting.chair_turns),
        "sort_key": meeting.date.isoformat(),
        "folded": _folded(meeting),
    }


def meeting_of(
    row: Row,
    attendees: tuple[Attendee, ...],
    guests: tuple[Guest, ...],
    items: tuple[AgendaItem, ...],
) -> Meeting:
    """The meeting of its row and its parts."""
    return Meeting(
        **{name: getattr(row, name) for name in _AS_IT_IS},
        rules=rules_of(row.rules),
        convocation=Convocation(
            sent_on=row.convocation_sent_on,
            reference=row.convocation_reference,
            medium=row.convocation_medium,
        ),
        attendees=attendees,
        guests=guests,
        items=items,
        next_meeting=_next_meeting_of(row),
        annexes=tuple(row.annexes),
        summaries=tuple(Summary(language=language, text=text) for language, text in row.summaries),
        breaks=parts_of(row.breaks, Break),
        chair_turns=parts_of(row.chair_turns, ChairTurn),
    )


def attendee_values(meeting: Meeting) -> list[Values]:
    """The rows of those who were there, excused or absent."""
    return [
        {
            **_part_of(meeting, position),
            "seat_id": attendee.seat_id,
            "seat_key": attendee.seat_key,
            "given_name": attendee.given_name,
            "family_name": attendee.family_name,
            **native_values(attendee.name_native),
            "organisation": attendee.organisation,
            "constituency": attendee.constituency,
            "role": attendee.role,
            "voting": attendee.voting,
            "status": attendee.status,
            "substitute": attendee.substitute,
            "note": attendee.note,
            "remote": attendee.remote,
        }
        for position, attendee in enumerate(meeting.attendees)
    ]


def attendee_of(row: Row, intervals: tuple[Interval, ...]) -> Attendee:
    """One seat's entry on the attendance sheet."""
    return Attendee(
        seat_id=row.seat_id,
        seat_key=row.seat_key,
        given_name=row.given_name,
        family_name=row.family_name,
        name_native=native_of(row),
        organisation=row.organisation,
        constituency=row.constituency,
        role=row.role,
        voting=row.voting,
        status=row.status,
        substitute=row.substitute,
        intervals=intervals,
        note=row.note,
        remote=row.remote,
    )


def interval_values(meeting: Meeting) -> list[Values]:
    """The rows of all stretches of presence."""
    return [
        {
            **_part_of(meeting, position),
            "seat_id": attendee.seat_id,
            "arrived": interval.arrived,
            "first_item": interval.first_item,
            "left": interval.left,
            "last_item": interval.last_item,
        }
        for attendee in meeting.attendees
        for position, interval in enumerate(attendee.intervals)
    ]


def interval_of(row: Row) -> Interval:
    """A stretch of presence."""
    return Interval(
        arrived=row.arrived, first_item=row.first_item, left=row.left, last_item=row.last_item
    )


def guest_values(meeting: Meeting) -> list[Values]:
    """The rows of the guests."""
    return [
        {
            **_part_of(meeting, position),
            "name": guest.name,
            "organisation": guest.organisation,
            "reason": guest.reason,
        }
        for position, guest in enumerate(meeting.guests)
    ]


def guest_of(row: Row) -> Guest:
    """A guest."""
    return Guest(name=row.name, organisation=row.organisation, reason=row.reason)


def _part_of(meeting: Meeting, position: int) -> dict[str, Any]:
    return {
        "meeting_id": meeting.id,
        "committee_id": meeting.committee_id,
        "position": position,
    }


def _next_meeting_values(following: NextMeeting | None) -> Values:
    return {
        "next_date": None if following is None else following.date,
        "next_time": None if following is None else following.time,
        "next_place": "" if following is None else following.place,
    }


def _next_meeting_of(row: Row) -> NextMeeting | None:
    if row.next_date is None:
        require_empty(row.next_time, row.next_place or None)
        return None
    return NextMeeting(date=row.next_date, time=row.next_time, place=row.next_place)


def _folded(meeting: Meeting) -> str:
    return fold_all(
        meeting.label,
        meeting.key,
        meeting.date.isoformat(),
        meeting.place,
        meeting.committee_city,
        *(item.title for item in meeting.items),
    )
