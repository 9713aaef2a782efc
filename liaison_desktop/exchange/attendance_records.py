"""The attendance sheet of a meeting in a file."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import time

from liaison_desktop.domain.notices import Notice
from liaison_desktop.domain.sheet import AttendanceStatus, Attendee, Interval
from liaison_desktop.exchange.json_object import JsonObject
from liaison_desktop.exchange.people_records import Member, Roll
from liaison_desktop.exchange.uniqueness import Distinct

MOST_ITEMS = 9999

_TIMES = ("arrived", "arrived_at_item", "left", "left_after_item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What times of presence are measured by: the hours of a meeting and the numbers of its
    items."""

    opened: time | None
    closed: time | None
    items: Container[int]


def read_attendees(entry: JsonObject, roll: Roll, course: Course) -> tuple[Attendee, ...]:
    """The attendance sheet of a ``meeting`` object, in the order of the file.

    Raises:
        UserError: the problems of ``JsonObject``, ``member_not_in_file``, ``attendance_twice``,
            ``attendance_times_unwanted``, ``substitute_unwanted``, ``substitute_unknown``,
            ``item_not_on_agenda``, ``time_outside_meeting``, ``arrival_without_item``,
            ``departure_without_item``, ``left_before_arrival``.
    """
    seen = Distinct("attendance_twice")
    attendees = []
    for line in entry.children("attendance"):
        place = line.place.key("member")
        member = roll.member(line.text("member"), place)
        seen.add(member.seat.key, place)
        attendees.append(_attendee(line, member, course))
    return tuple(attendees)


def unlisted(
    entry: JsonObject, roll: Roll, attendees: Iterable[Attendee], officers: Container[str]
) -> Iterator[tuple[Attendee, Notice | None]]:
    """Members who are missing from the sheet, as far as the record needs them.

    A seat with a vote belongs on the sheet, so it is taken as absent. Without a vote only those who
    presided or took the minutes (``officers``), who were there, and those who got something to do
    are needed.
    """
    listed = {attendee.seat_key for attendee in attendees}
    responsible = _responsible(entry)
    for key, member in roll.members.items():
        if key in listed:
            continue
        if not member.seat.voting and key in officers:
            yield snapshot(member, AttendanceStatus.PRESENT, intervals=(Interval(),)), None
        elif member.seat.voting or key in responsible:
            notice = Notice(
                "attendance_missing",
                entry.place.key("attendance").path,
                {"key": key, "name": member.holder.full_name},
            )
            yield snapshot(member, AttendanceStatus.ABSENT), notice


def snapshot(
    member: Member,
    status: AttendanceStatus,
    *,
    substitute: str = "",
    intervals: tuple[Interval, ...] = (),
    note: str = "",
) -> Attendee:
    """A member as the sheet of one day shows the seat."""
    return Attendee(
        seat_id=member.seat.id,
        seat_key=member.seat.key,
        given_name=member.holder.given_name,
        family_name=member.holder.family_name,
        name_native=member.holder.name_native,
        organisation=member.organisation.name if member.organisation else "",
        constituency=member.seat.constituency,
        role=member.role,
        voting=member.seat.voting,
        status=status,
        substitute=substitute,
        intervals=intervals,
        note=note,
    )


def _responsible(entry: JsonObject) -> frozenset[str]:
    return frozenset(
        action.optional_text("who")
        for item in entry.children("items")
        for action in item.children("actions")
    )


def _attendee(line: JsonObject, member: Member, course: Course) -> Attendee:
    status = line.choice("status", AttendanceStatus)
    intervals: tuple[Interval, ...] = ()
    if status in (AttendanceStatus.PRESENT, AttendanceStatus.SUBSTITUTED):
        intervals = (_interval(line, course),)
    else:
        _refuse_times(line, status)
    return snapshot(
        member,
        status,
        substitute=_substitute(line, member, status),
        intervals=intervals,
        note=line.optional_text("note"),
    )


def _refuse_times(line: JsonObject, status: AttendanceStatus) -> None:
    for key in _TIMES:
        if key in line:
            raise line.place.key(key).error("attendance_times_unwanted", status=status)


def _substitute(line: JsonObject, member: Member, status: AttendanceStatus) -> str:
    """The name of whoever sat in the seat; without one, the substitute the committee appointed."""
    name = line.optional_text("substitute").strip()
    if status is not AttendanceStatus.SUBSTITUTED:
        if name:
            raise line.place.key("substitute").error("substitute_unwanted", status=status)
        return ""
    if not name and member.substitute is None:
        raise line.place.key("substitute").error("substitute_unknown")
    return name or (member.substitute.full_name if member.substitute else "")


def _interval(line: JsonObject, course: Course) -> Interval:
    arrived, first_item = _arrival(line, course)
    left, last_item = _departure(line, course)
    if arrived and left and left < arrived:
        raise line.place.key("left").error("left_before_arrival")
    if first_item and last_item and last_item < first_item:
        raise line.place.key("left_after_item").error("left_before_arrival")
    return Interval(arrived=arrived, first_item=first_item, left=left, last_item=last_item)


def _arrival(line: JsonObject, course: Course) -> tuple[time | None, int | None]:
    arrived = line.clock_time("arrived") if "arrived" in line else None
    if arrived and course.closed and arrived > course.closed:
        raise line.place.key("arrived").error("time_outside_meeting")
    first_item = _item(line, "arrived_at_item", course)
    from_the_opening = arrived is None or (course.opened is not None and arrived <= course.opened)
    if first_item is None and not from_the_opening:
        raise line.place.key("arrived_at_item").error("arrival_without_item")
    return arrived, first_item


def _departure(line: JsonObject, course: Course) -> tuple[time | None, int | None]:
    left = line.clock_time("left") if "left" in line else None
    if left and _outside(left, course):
        raise line.place.key("left").error("time_outside_meeting")
    last_item = _item(line, "left_after_item", course)
    if last_item is None and left is not None and left != course.closed:
        raise line.place.key("left_after_item").error("departure_without_item")
    return left, last_item


def _outside(moment: time, course: Course) -> bool:
    before = course.opened is not None and moment < course.opened
    return before or (course.closed is not None and moment > course.closed)


def _item(line: JsonObject, key: str, course: Course) -> int | None:
    if key not in line:
        return None
    number = line.number(key, 1, MOST_ITEMS)
    if number not in course.items:
        raise line.place.key(key).error("item_not_on_agenda", item=number)
    return number
