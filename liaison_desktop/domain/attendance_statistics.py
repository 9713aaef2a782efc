"""How often members, organisations and constituencies were represented.

Only meetings inside a term count: who joined in July is measured by the meetings from July on, and
whoever held the seat before by those until then. Each seat on the sheet of a meeting counts once,
for the member who held it on that day; so the three counts agree with each other.

The rate is the share of those meetings at which the seat was represented: by the member, in the
room or from afar, or by a substitute. Somebody who came later or went earlier was there; at how
many meetings that was is told beside it.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any, Generic, TypeVar
from uuid import UUID

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.people import Constituency, PersonName
from liaison_desktop.domain.seats import Capacity, Membership
from liaison_desktop.domain.sheet import AttendanceStatus

SMALL_CELL = 5
"""Figures about fewer people tell of one of them (GDPR, Art. 9, where they are by constituency)."""

Name = TypeVar("Name", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From one day to another, both belonging to it; ``None`` = without a bound."""

    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins; raises ``period_ends_before``."""
        if self.first is not None and self.last is not None and self.last < self.first:
            raise UserError("period_ends_before")

    def holds(self, day: date) -> bool:
        """Whether a day belongs to it."""
        begun = self.first is None or self.first <= day
        return begun and (self.last is None or day <= self.last)


def whole_year(year: int) -> Period:
    """From the first of January to the last of December."""
    return Period(first=date(year, 1, 1), last=date(year, 12, 31))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One seat on the sheet of one meeting, as the record has it.

    Attributes:
        organisation: by the name of the day; empty = the seat is nobody's.
        partly: the seat was represented, but not from the opening to the close.
    """

    meeting_id: UUID
    day: date
    seat_id: UUID
    organisation: str
    constituency: Constituency
    status: AttendanceStatus
    remote: bool = False
    partly: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """At how many meetings something was so.

    Attributes:
        meetings: all that count; a seat at a meeting is one.
        partly: of those that were attended, how many not from the opening to the close.
    """

    meetings: int = 0
    in_person: int = 0
    remote: int = 0
    substituted: int = 0
    excused: int = 0
    absent: int = 0
    partly: int = 0

    @property
    def represented(self) -> int:
        """In the room, from afar or by a substitute."""
        return self.in_person + self.remote + self.substituted

    @property
    def rate(self) -> Fraction | None:
        """The share of the meetings that were attended; ``None`` without a meeting."""
        return Fraction(self.represented, self.meetings) if self.meetings else None

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            meetings=self.meetings + other.meetings,
            in_person=self.in_person + other.in_person,
            remote=self.remote + other.remote,
            substituted=self.substituted + other.substituted,
            excused=self.excused + other.excused,
            absent=self.absent + other.absent,
            partly=self.partly + other.partly,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Generic[Name]):
    """The figures of a member, an organisation or a constituency.

    Attributes:
        people: the members whose meetings are counted.
    """

    name: Name
    people: frozenset[UUID]
    figures: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceStatistics:
    """The figures of a committee in a period.

    Attributes:
        meetings: that were held and have a sheet.
        people: by name.
        organisations: by name; the empty name stands for seats of no organisation.
        constituencies: in their usual order; ``None`` = small ones put together.
    """

    period: Period
    meetings: int
    whole: Figures
    people: tuple[Line[str], ...]
    organisations: tuple[Line[str], ...]
    constituencies: tuple[Line[Constituency | None], ...]


def statistics(
    period: Period,
    sittings: Iterable[Sitting],
    memberships: Iterable[Membership],
    people: Iterable[PersonName],
) -> AttendanceStatistics:
    """The figures of all sittings in a period that lie in somebody's term."""
    counted = _counted(period, sittings, memberships)
    names = {person.id: person.full_name for person in people}
    by_person = _lines(counted, lambda _sitting, person_id: person_id)
    by_organisation = _lines(counted, lambda sitting, _person: sitting.organisation)
    by_constituency = _lines(counted, lambda sitting, _person: sitting.constituency)
    order = sorted(by_person, key=lambda one: (names[one].casefold(), one))
    return AttendanceStatistics(
        period=period,
        meetings=len({sitting.meeting_id for sitting, _person in counted}),
        whole=sum((line.figures for line in by_person.values()), Figures()),
        people=tuple(_named(by_person[one], names[one]) for one in order),
        organisations=tuple(
            by_organisation[name]
            for name in sorted(by_organisation, key=lambda name: (not name, name.casefold()))
        ),
        constituencies=tuple(
            _named(by_constituency[one], one) for one in Constituency if one in by_constituency
        ),
    )


def to_hand_on(found: AttendanceStatistics) -> AttendanceStatistics:
    """The same figures for others: constituencies of fewer than five members are put together.

    If those are fewer than five members together, the next smallest constituency joins them, so
    that nothing can be worked out from what is left; too small a committee has no such figures.
    """
    rest = sorted(found.constituencies, key=lambda line: len(line.people))
    together: list[Line[Constituency | None]] = []
    while rest and (len(rest[0].people) < SMALL_CELL or _is_small(together)):
        together.append(rest.pop(0))
    kept = tuple(line for line in found.constituencies if line in rest)
    members = _members(together)
    if len(members) >= SMALL_CELL:
        figures = sum((line.figures for line in together), Figures())
        kept += (Line(name=None, people=members, figures=figures),)
    return replace(found, constituencies=kept)


def _is_small(lines: Iterable[Line[Constituency | None]]) -> bool:
    return 0 < len(_members(lines)) < SMALL_CELL


def _members(lines: Iterable[Line[Constituency | None]]) -> frozenset[UUID]:
    return frozenset(person for line in lines for person in line.people)


def _counted(
    period: Period, sittings: Iterable[Sitting], memberships: Iterable[Membership]
) -> list[tuple[Sitting, UUID]]:
    """The sittings that count, each with the member it counts for."""
    terms: defaultdict[UUID, list[Membership]] = defaultdict(list)
    for term in memberships:
        if term.capacity is Capacity.HOLDER:
            terms[term.seat_id].append(term)
    counted = []
    for sitting in sittings:
        if not period.holds(sitting.day):
            continue
        running = [term for term in terms[sitting.seat_id] if term.runs_on(sitting.day)]
        if running:
            # On the day a seat is handed over the one who begins is on the sheet.
            holder = max(running, key=lambda term: term.start or date.min)
            counted.append((sitting, holder.person_id))
    return counted


def _lines(
    counted: Iterable[tuple[Sitting, UUID]], key: Callable[[Sitting, UUID], Name]
) -> Mapping[Name, Line[Name]]:
    figures: defaultdict[Name, Figures] = defaultdict(Figures)
    people: defaultdict[Name, set[UUID]] = defaultdict(set)
    for sitting, person_id in counted:
        name = key(sitting, person_id)
        figures[name] += _figures(sitting)
        people[name].add(person_id)
    return {
        name: Line(name=name, people=frozenset(people[name]), figures=figures[name])
        for name in figures
    }


def _named(line: Line[Any], name: Name) -> Line[Name]:
    return Line(name=name, people=line.people, figures=line.figures)


def _figures(sitting: Sitting) -> Figures:
    """One meeting; a substitute from afar is a substitute."""
    status, there = sitting.status, AttendanceStatus.PRESENT
    return Figures(
        meetings=1,
        in_person=status is there and not sitting.remote,
        remote=status is there and sitting.remote,
        substituted=status is AttendanceStatus.SUBSTITUTED,
        excused=status is AttendanceStatus.EXCUSED,
        absent=status is AttendanceStatus.ABSENT,
        partly=sitting.partly and status in (there, AttendanceStatus.SUBSTITUTED),
    )
