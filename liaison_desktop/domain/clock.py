"""Identifiers and stamps that sort by the moment they were made, also when stores merge later."""

import re
import secrets
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Lock
from uuid import UUID

Wall = Callable[[], int]
"""A clock on the wall: nanoseconds since 1970-01-01 in UTC, possibly set back by somebody."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_NANOSECONDS = 1_000_000
_VERSION = 7
_VARIANT = 0b10
_FRACTION_BITS = 12
_RANDOM_BITS = 62
_COUNTER_BITS = 16
_STAMP = re.compile(
    r"(?P<moment>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3})Z"
    r"-(?P<counter>[0-9a-f]{4})-(?P<origin>.+)"
)


def uuid7(wall: Wall = time.time_ns) -> UUID:
    """A new identifier of version 7 (RFC 9562), in the order of the clock on the wall.

    Twelve bits of it hold the fraction of the millisecond (section 6.2, method 3), so that
    identifiers made one after the other mostly sort that way.
    """
    milliseconds, fraction = divmod(_ticks(wall()), 1 << _FRACTION_BITS)
    head = (milliseconds << 4 | _VERSION) << _FRACTION_BITS | fraction
    tail = _VARIANT << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS)
    return UUID(int=head << 64 | tail)


class HybridClock:
    """Stamps that never go backwards and never repeat: physical time, a counter, the store's name.

    A hybrid logical clock (Kulkarni, Demirbas et al., 2014): it follows the clock on the wall and
    counts on where that stands still, was set back, or is behind a stamp seen from another store.
    Stamps are text of fixed width up to the origin, so that they sort as text:
    ``2026-10-14T17:05:00.123Z-0000-portochiaro``. Threads may share one clock.

    A store that is opened again shows its clock the greatest stamp it holds (``observe``).
    """

    def __init__(self, origin: str, wall: Wall = time.time_ns) -> None:
        self._origin = origin
        self._wall = wall
        self._lock = Lock()
        self._last = 0

    def now(self) -> str:
        """A stamp greater than all this clock gave or observed."""
        with self._lock:
            physical = self._wall() // _NANOSECONDS << _COUNTER_BITS
            self._last = max(self._last + 1, physical)
            return _stamp(self._last, self._origin)

    def observe(self, stamp: str) -> None:
        """Take note of a stamp from elsewhere: whatever comes next is greater.

        Raises:
            ValueError: not a stamp.
        """
        with self._lock:
            self._last = max(self._last, _reading(stamp))


def stamped_at(stamp: str) -> datetime:
    """The moment in universal time at which a clock gave a stamp.

    Raises:
        ValueError: not a stamp.
    """
    return _EPOCH + (_reading(stamp) >> _COUNTER_BITS) * _MILLISECOND


def _ticks(nanoseconds: int) -> int:
    milliseconds, rest = divmod(nanoseconds, _NANOSECONDS)
    return milliseconds << _FRACTION_BITS | (rest << _FRACTION_BITS) // _NANOSECONDS


def _stamp(reading: int, origin: str) -> str:
    milliseconds, counter = divmod(reading, 1 << _COUNTER_BITS)
    moment = _EPOCH + milliseconds * _MILLISECOND
    text = moment.replace(tzinfo=None).isoformat(timespec="milliseconds")
    return f"{text}Z-{counter:04x}-{origin}"


def _reading(stamp: str) -> int:
    match = _STAMP.fullmatch(stamp)
    if match is None:
        raise ValueError(f"not a stamp: {stamp!r}")
    moment = datetime.fromisoformat(match["moment"]).replace(tzinfo=UTC)
    milliseconds = (moment - _EPOCH) // _MILLISECOND
    return milliseconds << _COUNTER_BITS | int(match["counter"], 16)
