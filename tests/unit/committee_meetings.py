"""Small builders: seats by number, a meeting in one line, votes as lists of numbers."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from uuid import UUID

from liaison_desktop.domain.agenda import AgendaItem, ItemKind
from liaison_desktop.domain.committees import (
    AbstentionRule,
    MajorityBase,
    QuorumRule,
    Rules,
    SecretBallotRule,
    SignatoryRule,
    TieRule,
)
from liaison_desktop.domain.decisions import Choice, Decision, Method, Outcome, Vote
from liaison_desktop.domain.meetings import (
    Call,
    Meeting,
    MeetingKind,
    MeetingMode,
    MeetingState,
    MinutesState,
)
from liaison_desktop.domain.people import Constituency
from liaison_desktop.domain.seats import Role
from liaison_desktop.domain.sheet import AttendanceStatus, Attendee, Interval

COMMITTEE = UUID(int=1)
SECRETARY = 99


def seat_id(n: int) -> UUID:
    return UUID(int=1000 + n)


def rules_of(
    *,
    quorum: QuorumRule = QuorumRule.MORE_THAN_HALF,
    second_call_quorum: QuorumRule = QuorumRule.ANY,
    majority: MajorityBase = MajorityBase.VOTES_CAST,
    abstention: AbstentionRule = AbstentionRule.NOT_COUNTED,
    tie: TieRule = TieRule.REJECTED,
    signatories: tuple[SignatoryRule, ...] = (SignatoryRule.CHAIR, SignatoryRule.SECRETARY),
) -> Rules:
    return Rules(
        quorum=quorum,
        second_call_quorum=second_call_quorum,
        majority=majority,
        abstention=abstention,
        tie=tie,
        secret_ballot=SecretBallotRule.PERSONS_ONLY,
        notice_days=7,
        signatories=signatories,
    )


def attendee(
    n: int,
    *intervals: Interval,
    status: AttendanceStatus = AttendanceStatus.PRESENT,
    substitute: str = "",
    voting: bool = True,
    constituency: Constituency = Constituency.CSO,
    role: Role = Role.MEMBER,
) -> Attendee:
    there = status in (AttendanceStatus.PRESENT, AttendanceStatus.SUBSTITUTED)
    return Attendee(
        seat_id=seat_id(n),
        seat_key=f"m{n}",
        given_name="Member",
        family_name=str(n),
        constituency=constituency,
        role=role,
        voting=voting,
        status=AttendanceStatus.SUBSTITUTED if substitute else status,
        substitute=substitute,
        intervals=intervals or ((Interval(),) if there else ()),
    )


def secretary() -> Attendee:
    return attendee(
        SECRETARY, voting=False, constituency=Constituency.SECRETARIAT, role=Role.SECRETARY
    )


def excused(*numbers: int) -> list[Attendee]:
    return [attendee(n, status=AttendanceStatus.EXCUSED) for n in numbers]


def present(*numbers: int) -> list[Attendee]:
    return [attendee(n) for n in numbers]


def votes(
    votes_for: Iterable[int] = (),
    against: Iterable[int] = (),
    abstained: Iterable[int] = (),
    recused: Iterable[int] = (),
) -> tuple[Vote, ...]:
    choices = {
        Choice.FOR: votes_for,
        Choice.AGAINST: against,
        Choice.ABSTAINED: abstained,
        Choice.RECUSED: recused,
    }
    return tuple(
        Vote(seat_id=seat_id(n), choice=choice)
        for choice, numbers in choices.items()
        for n in numbers
    )


def decision(
    cast: Sequence[Vote] = (),
    method: Method = Method.SHOW_OF_HANDS,
    declared: Outcome | None = None,
) -> Decision:
    return Decision(
        id=UUID(int=2),
        text="The motion.",
        method=method,
        votes=tuple(cast),
        declared_outcome=declared,
    )


def item(no: int, decided: Decision | None = None) -> AgendaItem:
    return AgendaItem(
        id=UUID(int=3000 + no),
        no=no,
        title=f"Item {no}",
        kind=ItemKind.DECISION,
        decision=decided,
    )


def meeting_of(
    attendees: Sequence[Attendee],
    *,
    rules: Rules | None = None,
    items: Sequence[AgendaItem] | None = None,
    call: Call = Call.FIRST,
    seat_count: int = 10,
    opened: time | None = time(17),
    closed: time | None = time(19),
    chair: int | None = 1,
    secretary: int | None = SECRETARY,
) -> Meeting:
    return Meeting(
        id=UUID(int=4),
        committee_id=COMMITTEE,
        key="it-2026-3",
        committee_name="Committee",
        committee_city="Town",
        language="en",
        seat_count=seat_count,
        rules=rules or rules_of(),
        year=2026,
        kind=MeetingKind.ORDINARY,
        call=call,
        mode=MeetingMode.IN_PERSON,
        state=MeetingState.HELD,
        minutes_state=MinutesState.DRAFT,
        place="Hall",
        date=date(2026, 10, 14),
        opened=opened,
        closed=closed,
        chair_seat_id=None if chair is None else seat_id(chair),
        secretary_seat_id=None if secretary is None else seat_id(secretary),
        attendees=tuple(attendees),
        items=tuple(items if items is not None else [item(no) for no in range(1, 6)]),
    )
