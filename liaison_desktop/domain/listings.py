"""Rows of the lists that people scroll through, and the pages they come in.

Lists are read in keyset pages: a page ends with the key of its last row, the next one starts
behind it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar
from uuid import UUID

from liaison_desktop.domain.agreement_steps import Standing
from liaison_desktop.domain.agreements import AgreementStatus
from liaison_desktop.domain.decisions import ActionStatus, Outcome
from liaison_desktop.domain.meetings import MeetingKind, MeetingState, MinutesState
from liaison_desktop.domain.people import Constituency
from liaison_desktop.domain.seats import Role

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page ended: the sort key of its last row and its id."""

    sort: str
    id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRequest:
    """Which part of a list is wanted.

    Attributes:
        committee_id: one committee, or all of them.
        search: words that must occur, whatever their accents and case.
        after: end of the page before; ``None`` = the first page.
        limit: rows in the page.
    """

    committee_id: UUID | None = None
    search: str = ""
    after: Cursor | None = None
    limit: int = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Row]):
    """A page of a list; ``next`` is ``None`` behind the last one."""

    rows: tuple[Row, ...]
    next: Cursor | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """A meeting in a list."""

    id: UUID
    committee_id: UUID
    committee_key: str
    city: str
    number: int | None
    year: int
    kind: MeetingKind
    date: date
    place: str
    state: MeetingState
    minutes_state: MinutesState


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesRow:
    """A meeting's minutes in a list, with how many signatures they carry.

    Attributes:
        signed, required: signatures, those by hand and refusals among them.
        filed: an authority gave them a number.
        corrections: what corrects them, number and register number: ``1/2026 (ICC-0000130)``.
    """

    meeting_id: UUID
    committee_id: UUID
    committee_key: str
    city: str
    number: int | None
    year: int
    label: str
    kind: MeetingKind
    date: date
    minutes_state: MinutesState
    paper_id: UUID | None
    register_number: str
    signed: int
    required: int
    filed: bool
    corrections: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """Somebody in a list, with the seat held longest; ``constituency`` ``None`` = holds none."""

    id: UUID
    committee_id: UUID
    city: str
    name: str
    name_native: str
    organisation: str
    constituency: Constituency | None
    role: Role
    substitute: bool
    voting: bool
    term_end: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRow:
    """An organisation in a list."""

    id: UUID
    committee_id: UUID
    city: str
    name: str
    name_native: str
    constituency: Constituency
    seats: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """A decision in a list."""

    id: UUID
    committee_id: UUID
    city: str
    meeting_id: UUID
    date: date
    item: int
    number: str
    text: str
    outcome: Outcome
    declared_outcome: Outcome | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """An action in a list."""

    id: UUID
    committee_id: UUID
    city: str
    meeting_id: UUID
    number: str
    text: str
    responsible: str
    due: date | None
    status: ActionStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRow:
    """An agreement in a list; ``standing`` is that of the day the list is read for."""

    id: UUID
    committee_id: UUID
    city: str
    kind: str
    title: str
    status: AgreementStatus
    parties: int
    signed_on: date | None
    ends_on: date | None
    notice_until: date | None
    standing: Standing | None = None
