"""Who was there, how many must be, and the course of the quorum."""

from datetime import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.domain.attendance import present_at_opening, present_voters
from liaison_desktop.domain.committees import QuorumBase, QuorumRule
from liaison_desktop.domain.meetings import Call, Meeting
from liaison_desktop.domain.quorum import (
    QuorumCause,
    QuorumPoint,
    quorum_of,
    quorum_trail,
    required_seats,
)
from liaison_desktop.domain.sheet import AttendanceStatus, Interval
from tests.unit import plain_reading
from tests.unit.committee_meetings import (
    attendee,
    excused,
    meeting_of,
    present,
    rules_of,
    seat_id,
    secretary,
)
from tests.unit.strategies import meetings

OPENING, ARRIVAL, DEPARTURE = QuorumCause.OPENING, QuorumCause.ARRIVAL, QuorumCause.DEPARTURE


def course(meeting: Meeting) -> list[tuple[QuorumCause, int | None, time | None, int, list[int]]]:
    """The trail as rows: cause, item, time, present, seats by number."""
    numbers = {seat_id(n): n for n in range(1, 100)}
    return [
        (point.cause, point.item, point.at, point.present, [numbers[s] for s in point.seats])
        for point in quorum_trail(meeting)
    ]


@pytest.mark.parametrize(
    ("rule", "required"),
    [
        (QuorumRule.MORE_THAN_HALF, [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6]),
        (QuorumRule.AT_LEAST_HALF, [1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]),
        (QuorumRule.TWO_THIRDS, [1, 1, 2, 2, 3, 4, 4, 5, 6, 6, 7]),
        (QuorumRule.ONE_THIRD, [1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4]),
        (QuorumRule.ANY, [1] * 11),
    ],
)
def test_seats_required_of_none_to_ten(rule: QuorumRule, required: list[int]) -> None:
    assert [required_seats(rule, basis) for basis in range(11)] == required


@given(rule=st.sampled_from(QuorumRule), basis=st.integers(0, 3000))
def test_required_is_the_fewest_seats_that_make_the_share(rule: QuorumRule, basis: int) -> None:
    assert required_seats(rule, basis) == plain_reading.fewest(rule, basis)


def test_filled_seats_are_those_with_a_vote_on_the_sheet() -> None:
    meeting = meeting_of([*present(1, 2, 3), *excused(4, 5), secretary()], seat_count=9)
    quorum = quorum_of(meeting)
    assert (quorum.rule, quorum.base) == (QuorumRule.MORE_THAN_HALF, QuorumBase.FILLED_SEATS)
    assert (quorum.basis, quorum.required, quorum.present_at_opening) == (5, 3, 3)
    assert quorum.established


def test_a_second_call_has_its_own_rule() -> None:
    rules = rules_of(second_call_quorum=QuorumRule.ONE_THIRD)
    sheet = [*present(1, 2), *excused(3, 4, 5, 6)]
    first = quorum_of(meeting_of(sheet, rules=rules))
    second = quorum_of(meeting_of(sheet, rules=rules, call=Call.SECOND))
    assert (first.rule, first.required, first.established) == (QuorumRule.MORE_THAN_HALF, 4, False)
    assert (second.rule, second.required, second.established) == (QuorumRule.ONE_THIRD, 2, True)


@pytest.mark.parametrize("status", [AttendanceStatus.EXCUSED, AttendanceStatus.ABSENT])
def test_who_did_not_come_never_counts(status: AttendanceStatus) -> None:
    meeting = meeting_of([attendee(1, Interval(), status=status)])
    assert present_at_opening(meeting) == present_voters(meeting, 1) == frozenset()


def test_a_substitute_stands_for_the_seat_and_a_guest_seat_never_counts() -> None:
    meeting = meeting_of([attendee(1, substitute="Ginevra Rocalta"), attendee(2, voting=False)])
    assert present_at_opening(meeting) == present_voters(meeting, 1) == {seat_id(1)}


def test_who_comes_at_an_item_and_leaves_after_one_counts_for_both() -> None:
    meeting = meeting_of([attendee(1, Interval(first_item=2, last_item=4))])
    assert [bool(present_voters(meeting, n)) for n in range(1, 6)] == [
        False,
        True,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("interval", "opened", "there"),
    [
        (Interval(), None, True),
        (Interval(arrived=time(17)), time(17), True),
        (Interval(arrived=time(17, 1)), time(17), False),
        (Interval(arrived=time(17)), None, False),
        (Interval(arrived=time(16), first_item=1), time(17), False),
    ],
)
def test_the_opening_counts_who_was_there_by_then(
    interval: Interval, opened: time | None, *, there: bool
) -> None:
    meeting = meeting_of([attendee(1, interval)], opened=opened)
    assert bool(present_at_opening(meeting)) is there


def test_arrivals_and_departures_move_the_quorum() -> None:
    meeting = meeting_of(
        [
            *present(1, 2),
            attendee(3, Interval(arrived=time(17, 35), first_item=3)),
            attendee(4, Interval(left=time(18, 10), last_item=3)),
            attendee(5, Interval(arrived=time(17, 35), first_item=3, left=time(18, 50))),
            *excused(6),
        ]
    )
    assert course(meeting) == [
        (OPENING, 1, time(17), 3, [1, 2, 4]),
        (ARRIVAL, 3, time(17, 35), 5, [3, 5]),
        (DEPARTURE, 4, time(18, 10), 4, [4]),
        (DEPARTURE, None, time(18, 50), 3, [5]),
    ]
    assert [point.quorate for point in quorum_trail(meeting)] == [False, True, True, False]
    assert {point.required for point in quorum_trail(meeting)} == {4}


def test_somebody_goes_and_comes_back() -> None:
    away = (Interval(last_item=2, left=time(17, 30)), Interval(first_item=4, arrived=time(18)))
    meeting = meeting_of([attendee(1), attendee(2, *away)])
    assert course(meeting) == [
        (OPENING, 1, time(17), 2, [1, 2]),
        (DEPARTURE, 3, time(17, 30), 1, [2]),
        (ARRIVAL, 4, time(18), 2, [2]),
    ]


def test_departures_come_first_where_times_do_not_tell() -> None:
    meeting = meeting_of(
        [
            attendee(1, Interval(first_item=3)),
            attendee(2, Interval(last_item=2)),
            attendee(3, Interval(first_item=3, arrived=time(18))),
            attendee(4, Interval(last_item=2, left=time(18))),
            attendee(5, Interval(last_item=2, left=time(18, 5))),
            attendee(6, Interval(first_item=3, arrived=time(17, 55))),
        ]
    )
    assert [row[:3] for row in course(meeting)[1:]] == [
        (DEPARTURE, 3, None),
        (ARRIVAL, 3, time(17, 55)),
        (DEPARTURE, 3, time(18)),
        (ARRIVAL, 3, time(18)),
        (DEPARTURE, 3, time(18, 5)),
        (ARRIVAL, 3, None),
    ]


def test_intervals_that_overlap_are_one_presence() -> None:
    meeting = meeting_of([attendee(1, Interval(last_item=3), Interval(first_item=2, last_item=4))])
    assert course(meeting) == [(OPENING, 1, time(17), 1, [1]), (DEPARTURE, 5, None, 0, [1])]


def test_a_presence_that_reaches_no_item_moves_nothing() -> None:
    meeting = meeting_of([attendee(1, Interval(first_item=6)), attendee(2)])
    assert course(meeting) == [(OPENING, 1, time(17), 1, [2])]


@pytest.mark.parametrize(
    ("left", "closed", "early"),
    [
        (time(19), time(19), False),
        (time(19, 5), time(19), False),
        (time(18, 59), time(19), True),
        (time(18, 59), None, True),
    ],
)
def test_leaving_at_the_close_is_staying(left: time, closed: time | None, *, early: bool) -> None:
    meeting = meeting_of([attendee(1, Interval(left=left))], closed=closed)
    assert len(course(meeting)) == 1 + early


def test_a_meeting_without_anybody_still_has_its_opening() -> None:
    meeting = meeting_of(excused(1, 2), items=[], opened=None)
    assert course(meeting) == [(OPENING, None, None, 0, [])]


@given(meeting=meetings())
def test_presence_is_what_a_plain_reading_finds(meeting: Meeting) -> None:
    quorum = quorum_of(meeting)
    rule, basis = plain_reading.rule_in_force(meeting), plain_reading.basis(meeting)
    there = plain_reading.seats_at_opening(meeting)
    assert present_at_opening(meeting) == there
    assert (quorum.rule, quorum.basis, quorum.present_at_opening) == (rule, basis, len(there))
    assert quorum.required == plain_reading.fewest(rule, basis)
    assert quorum.established is plain_reading.enough(rule, len(there), basis)
    for no in range(1, 8):
        assert present_voters(meeting, no) == plain_reading.seats_there(meeting, no)


def _place(point: QuorumPoint) -> float:
    return float("inf") if point.item is None else point.item


@given(meeting=meetings())
def test_replaying_the_trail_gives_the_presence_at_each_item(meeting: Meeting) -> None:
    trail = quorum_trail(meeting)
    assert [point.cause for point in trail].index(OPENING) == 0
    assert set(trail[0].seats) == plain_reading.seats_at_opening(meeting)
    for item in meeting.items:
        there = set(trail[0].seats)
        for point in trail[1:]:
            if _place(point) <= item.no:
                there ^= set(point.seats)
        assert there == plain_reading.seats_there(meeting, item.no)


@given(meeting=meetings())
def test_each_point_changes_the_count_and_stands_in_order(meeting: Meeting) -> None:
    trail = quorum_trail(meeting)
    rule, basis = plain_reading.rule_in_force(meeting), plain_reading.basis(meeting)
    moments = [(point.item, point.at, point.cause) for point in trail]
    assert len(set(moments)) == len(moments)
    sheet = [attendee.seat_id for attendee in meeting.attendees]
    for point in trail:
        assert point.required == plain_reading.fewest(rule, basis)
        assert point.quorate is plain_reading.enough(rule, point.present, basis)
        assert sorted(set(point.seats), key=sheet.index) == list(point.seats)
    for before, after in pairwise(trail):
        step = {ARRIVAL: len(after.seats), DEPARTURE: -len(after.seats)}[after.cause]
        assert after.seats
        assert after.present == before.present + step
        assert before.cause is OPENING or _place(before) <= _place(after)
        if before.cause is not OPENING and before.item == after.item and before.at and after.at:
            assert before.at <= after.at
