"""Identifiers and stamps that sort by time."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import pairwise
from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.domain.clock import HybridClock, stamped_at, uuid7

MOMENT = 1_790_000_000_123_456_789  # 2026-09-21T14:13:20.123456789 UTC, in nanoseconds

walls = st.lists(st.integers(0, MOMENT * 2), min_size=1, max_size=40)


def wall_of(readings: list[int]) -> Callable[[], int]:
    """A clock on the wall that shows these readings, then stands still."""
    shown: Iterator[int] = iter(readings)
    return lambda: next(shown, readings[-1])


def milliseconds_of(identifier: UUID) -> int:
    return identifier.int >> 80


def test_an_identifier_is_built_as_rfc_9562_says() -> None:
    identifier = uuid7(lambda: MOMENT)
    assert (identifier.version, identifier.variant) == (7, RFC_4122)
    assert milliseconds_of(identifier) == MOMENT // 1_000_000
    fraction = (identifier.int >> 64) & 0xFFF
    assert fraction == int(0.456789 * 4096)


def test_identifiers_carry_the_time_of_today() -> None:
    before = time.time_ns() // 1_000_000
    identifier = uuid7()
    assert before <= milliseconds_of(identifier) <= time.time_ns() // 1_000_000
    assert (identifier.version, identifier.variant) == (7, RFC_4122)


def test_identifiers_of_one_moment_differ() -> None:
    assert len({uuid7() for _ in range(1000)}) == 1000


def test_the_random_part_is_drawn_anew() -> None:
    tails = {uuid7(lambda: MOMENT).int & ((1 << 62) - 1) for _ in range(100)}
    assert len(tails) == 100


def test_threads_may_share_a_clock() -> None:
    clock = HybridClock("here", lambda: MOMENT)
    with ThreadPoolExecutor(8) as pool:
        stamps = list(pool.map(lambda _: clock.now(), range(4000)))
    assert len(set(stamps)) == 4000


def test_a_stamp_shows_time_counter_and_origin() -> None:
    clock = HybridClock("portochiaro", lambda: MOMENT)
    assert clock.now() == "2026-09-21T14:13:20.123Z-0000-portochiaro"
    assert clock.now() == "2026-09-21T14:13:20.123Z-0001-portochiaro"


@given(readings=walls)
def test_stamps_sort_as_text_whatever_the_clock_does(readings: list[int]) -> None:
    clock = HybridClock("here", wall_of(readings))
    stamps = [clock.now() for _ in range(len(readings) + 5)]
    assert all(before < after for before, after in pairwise(stamps))


@given(ours=walls, theirs=walls)
def test_stamps_come_behind_all_that_were_observed(ours: list[int], theirs: list[int]) -> None:
    here, there = HybridClock("a", wall_of(ours)), HybridClock("b", wall_of(theirs))
    last = here.now()
    for _ in theirs:
        seen = there.now()
        here.observe(seen)
        stamp = here.now()
        assert stamp > max(last, seen)
        last = stamp


def test_an_old_stamp_does_not_set_the_clock_back() -> None:
    clock = HybridClock("here", lambda: MOMENT)
    first = clock.now()
    clock.observe("1970-01-01T00:00:00.000Z-ffff-there")
    assert clock.now() > first


def test_a_counter_that_is_full_borrows_from_the_time() -> None:
    clock = HybridClock("here", lambda: 0)
    clock.observe("2026-09-21T14:13:20.999Z-ffff-there")
    assert clock.now() == "2026-09-21T14:13:21.000Z-0000-here"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-09-21T14:13:20.123Z",
        "2026-09-21T14:13:20.123Z-0000-",
        "2026-09-21T14:13:20Z-0000-here",
        "2026-09-21T14:13:20.123Z-000G-here",
        "2026-13-21T14:13:20.123Z-0000-here",
    ],
)
def test_other_texts_are_no_stamps(text: str) -> None:
    with pytest.raises(ValueError, match=r"stamp|month"):
        HybridClock("here").observe(text)
    with pytest.raises(ValueError, match=r"stamp|month"):
        stamped_at(text)


def test_a_stamp_tells_its_moment() -> None:
    stamp = HybridClock("here", lambda: MOMENT).now()
    assert stamped_at(stamp) == datetime(2026, 9, 21, 14, 13, 20, 123000, tzinfo=UTC)
