"""Everything that is held on one person (GDPR, articles 15 and 20)."""

from dataclasses import dataclass
from datetime import date, datetime

from liaison_desktop.domain.archive import DispatchMedium
from liaison_desktop.domain.audit import AuditEntry
from liaison_desktop.domain.calling import Answer, AnswerSource, Medium, Purpose
from liaison_desktop.domain.decisions import Choice
from liaison_desktop.domain.meetings import MeetingState, MinutesState
from liaison_desktop.domain.minutes import CirculationMedium, Ruling
from liaison_desktop.domain.papers import Edition
from liaison_desktop.domain.people import Constituency, Person
from liaison_desktop.domain.privacy import Consent
from liaison_desktop.domain.seats import Capacity, EndReason, Role
from liaison_desktop.domain.sheet import AttendanceStatus
from liaison_desktop.domain.skills import Skill


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldTerm:
    """A term in a seat. The constituency is the seat's, never the person's."""

    organisation: str
    constituency: Constituency
    capacity: Capacity
    role: Role
    start: date | None
    end: date | None
    end_reason: EndReason | None
    appointed_by: str
    appointment_paper: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldVote:
    """What the person's seat did in a vote that was taken by name."""

    item: int
    title: str
    choice: Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldMeeting:
    """A meeting whose record names the person.

    Attributes:
        name: as the record has it.
        actions: texts of what the person was asked to do.
    """

    label: str
    date: date
    state: MeetingState
    minutes_state: MinutesState
    name: str
    status: AttendanceStatus
    note: str
    votes: tuple[HeldVote, ...]
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPaper:
    """A paper in the register that names the person."""

    register_number: str
    title: str
    made_on: date
    sha256: str
    signed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldLetter:
    """A message that called the person to a meeting."""

    meeting: str
    purpose: Purpose
    sent_at: datetime
    address: str
    medium: Medium
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldAnswer:
    """What the person answered, or that somebody named the person as the substitute."""

    meeting: str
    answer: Answer
    substitute: str
    answered_at: datetime
    source: AnswerSource
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldDraft:
    """A draft of minutes that was sent to the person."""

    meeting: str
    circulated_at: datetime
    until: date
    address: str
    medium: CirculationMedium
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldObjection:
    """What the person objected to in minutes, and what became of it."""

    meeting: str
    text: str
    raised_on: date
    ruling: Ruling
    answer: str
    ruled_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSignature:
    """That the person signed a paper by hand, or refused to sign it.

    Attributes:
        reason: why it was refused.
    """

    register_number: str
    field: str
    on: date
    refused: bool
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldDispatch:
    """A paper that was handed to the person."""

    register_number: str
    edition: Edition
    sent_at: datetime
    address: str
    medium: DispatchMedium
    sha256: str
    received_on: date | None
    receipt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldData:
    """All of it, on a day.

    Attributes:
        log: the entries of the audit log that tell of the person's record, without what it said.
    """

    person: Person
    committee_name: str
    on: date
    terms: tuple[HeldTerm, ...]
    consents: tuple[Consent, ...]
    skills: tuple[Skill, ...]
    meetings: tuple[HeldMeeting, ...]
    papers: tuple[HeldPaper, ...]
    letters: tuple[HeldLetter, ...]
    answers: tuple[HeldAnswer, ...]
    drafts: tuple[HeldDraft, ...]
    objections: tuple[HeldObjection, ...]
    signatures: tuple[HeldSignature, ...]
    dispatches: tuple[HeldDispatch, ...]
    log: tuple[AuditEntry, ...]
