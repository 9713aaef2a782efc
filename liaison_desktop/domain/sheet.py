"""The attendance sheet of a meeting: who sat in which seat, and when."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from uuid import UUID

from liaison_desktop.domain.audit import later
from liaison_desktop.domain.people import Constituency, NativeText
from liaison_desktop.domain.seats import Role


class AttendanceStatus(StrEnum):
    """How a seat was represented."""

    PRESENT = "present"
    SUBSTITUTED = "substituted"
    EXCUSED = "excused"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A stretch of presence.

    Attributes:
        arrived, left: clock times, ``None`` for the opening and the close.
        first_item: first agenda item it counts for; ``None`` = from the opening on.
        last_item: last agenda item it counts for; ``None`` = to the close.
    """

    arrived: time | None = None
    first_item: int | None = None
    left: time | None = None
    last_item: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """One seat in one meeting, with the names and roles of that day.

    Attributes:
        substitute: full name of the substitute, empty unless ``status`` is ``SUBSTITUTED``.
        intervals: when the seat was represented; empty for the excused and the absent.
        remote: takes part from afar.
    """

    seat_id: UUID
    seat_key: str
    given_name: str
    family_name: str
    name_native: NativeText | None = None
    organisation: str = ""
    constituency: Constituency
    role: Role
    voting: bool
    status: AttendanceStatus
    substitute: str = ""
    intervals: tuple[Interval, ...] = ()
    note: str = ""
    remote: bool = later(False)

    @property
    def full_name(self) -> str:
        """Name of the seat's holder."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def was_there(self) -> bool:
        """Whether the seat was represented at any time."""
        return self.status in (AttendanceStatus.PRESENT, AttendanceStatus.SUBSTITUTED)

    @property
    def present_name(self) -> str:
        """Name of whoever sat in the seat: the substitute, if there was one."""
        return self.substitute or self.full_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Somebody without a vote."""

    name: str
    organisation: str = ""
    reason: str = ""
