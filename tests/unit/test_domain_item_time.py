"""The time an item takes: breaks do not count, midnight does not matter."""

from dataclasses import replace
from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.domain.item_time import minutes_taken
from liaison_desktop.domain.meetings import Break
from tests.unit.committee_meetings import meeting_of, present

DAY = 24 * 60
MEETING = meeting_of(present(1))
STARTS = st.integers(0, DAY - 1)
SPANS = st.lists(st.integers(0, 90), min_size=1, max_size=6)


def clock(minute: int) -> time:
    return time(minute % DAY // 60, minute % 60)


@given(STARTS, SPANS)
def test_the_stretches_between_breaks_are_what_it_takes(start: int, spans: list[int]) -> None:
    """Work and breaks take turns; the last break may still go on."""
    at, worked, breaks = start, 0, []
    for place, span in enumerate(spans):
        if place % 2:
            breaks.append(Break(start=clock(at), end=clock(at + span)))
        else:
            worked += span
        at += span
    meeting = replace(MEETING, breaks=tuple(breaks))
    assert minutes_taken(meeting, clock(start), clock(at)) == worked
    if len(spans) % 2 == 0:
        running = (*breaks[:-1], replace(breaks[-1], end=None))
        meeting = replace(MEETING, breaks=running)
        assert minutes_taken(meeting, clock(start), clock(at)) == worked


def test_breaks_before_the_item_and_a_clock_that_was_set_back_do_not_count() -> None:
    earlier = replace(MEETING, breaks=(Break(start=time(17, 10), end=time(17, 20)),))
    assert minutes_taken(earlier, time(17, 30), time(17, 42)) == 12
    assert minutes_taken(MEETING, time(17, 30), time(17, 29)) == 0
