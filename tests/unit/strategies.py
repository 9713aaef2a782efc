"""Random meetings: attendance with several intervals, every combination of rules, any vote."""

from datetime import date, time
from uuid import UUID

from hypothesis import strategies as st

from liaison_desktop.domain.agenda import AgendaItem, ItemKind
from liaison_desktop.domain.committees import (
    AbstentionRule,
    MajorityBase,
    QuorumBase,
    QuorumRule,
    Rules,
    SecretBallotRule,
    SignatoryRule,
    TieRule,
)
from liaison_desktop.domain.decisions import Choice, Counts, Decision, Method, Outcome, Vote
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
from tests.unit.committee_meetings import seat_id

THERE = (AttendanceStatus.PRESENT, AttendanceStatus.SUBSTITUTED)

clock_times = st.none() | st.builds(time, st.integers(16, 20), st.sampled_from([0, 30]))

all_rules = st.builds(
    Rules,
    quorum=st.sampled_from(QuorumRule),
    second_call_quorum=st.sampled_from(QuorumRule),
    quorum_base=st.sampled_from(QuorumBase),
    majority=st.sampled_from(MajorityBase),
    abstention=st.sampled_from(AbstentionRule),
    tie=st.sampled_from(TieRule),
    secret_ballot=st.sampled_from(SecretBallotRule),
    notice_days=st.just(7),
    signatories=st.lists(st.sampled_from(SignatoryRule), unique=True).map(tuple),
)

# Whatever a file may say: also intervals that overlap, are empty or lie behind the last item.
intervals = st.builds(
    Interval,
    arrived=clock_times,
    first_item=st.none() | st.integers(0, 7),
    left=clock_times,
    last_item=st.none() | st.integers(0, 7),
)


@st.composite
def attendees(draw: st.DrawFn, n: int) -> Attendee:
    status = draw(st.sampled_from([*THERE, *THERE, *AttendanceStatus]))
    usual = st.just((Interval(),))
    return Attendee(
        seat_id=seat_id(n),
        seat_key=f"m{n}",
        given_name="Member",
        family_name=str(n),
        constituency=draw(st.sampled_from(Constituency)),
        role=Role.MEMBER,
        voting=draw(st.sampled_from([True, True, True, False])),
        status=status,
        substitute=f"Substitute {n}" if status is AttendanceStatus.SUBSTITUTED else "",
        intervals=draw(usual | st.lists(intervals, max_size=3).map(tuple)),
    )


def decisions(seats: list[UUID]) -> st.SearchStrategy[Decision]:
    stances = st.dictionaries(st.sampled_from(seats), st.sampled_from(Choice), max_size=len(seats))
    few = st.integers(0, 6)
    return st.builds(
        Decision,
        id=st.just(UUID(int=2)),
        text=st.just("The motion."),
        method=st.sampled_from(Method),
        votes=stances.map(
            lambda cast: tuple(Vote(seat_id=seat, choice=choice) for seat, choice in cast.items())
        ),
        counts=st.none()
        | st.builds(Counts, votes_for=few, against=few, abstained=few, recused=few),
        declared_outcome=st.none() | st.sampled_from(Outcome),
    )


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    size = draw(st.integers(1, 8))
    sheet = tuple(draw(attendees(n)) for n in range(1, size + 1))
    seats = [attendee.seat_id for attendee in sheet]
    numbers = draw(st.lists(st.integers(1, 6), unique=True, max_size=5).map(sorted))
    items = tuple(
        AgendaItem(
            id=UUID(int=3000 + no),
            no=no,
            title=f"Item {no}",
            kind=ItemKind.DECISION,
            decision=draw(st.none() | decisions(seats)),
        )
        for no in numbers
    )
    return Meeting(
        id=UUID(int=4),
        committee_id=UUID(int=1),
        key="it-2026-3",
        committee_name="Committee",
        committee_city="Town",
        language="en",
        seat_count=draw(st.integers(0, 10)),
        rules=draw(all_rules),
        year=2026,
        kind=MeetingKind.ORDINARY,
        call=draw(st.sampled_from(Call)),
        mode=MeetingMode.IN_PERSON,
        state=MeetingState.HELD,
        minutes_state=MinutesState.DRAFT,
        place="Hall",
        date=date(2026, 10, 14),
        opened=draw(clock_times),
        closed=draw(clock_times),
        chair_seat_id=draw(st.none() | st.sampled_from(seats)),
        secretary_seat_id=draw(st.none() | st.sampled_from(seats)),
        attendees=sheet,
        items=items,
    )
