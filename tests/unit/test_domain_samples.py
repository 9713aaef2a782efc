"""Three whole meetings with the answers their committees' rules must give.

Portochiaro, Fuldaberg and Fjordkøbing are invented; every case in them happens in real committees.
"""

from datetime import time

from liaison_desktop.domain.assessment import Assessment, assess
from liaison_desktop.domain.committees import QuorumRule, SignatoryRule, TieRule
from liaison_desktop.domain.decisions import Method, Outcome
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.quorum import QuorumCause
from liaison_desktop.domain.sheet import Attendee, Interval
from tests.unit.committee_meetings import (
    attendee,
    decision,
    excused,
    item,
    meeting_of,
    present,
    rules_of,
    seat_id,
    secretary,
    votes,
)

ADOPTED, REJECTED, NOTED = Outcome.ADOPTED, Outcome.REJECTED, Outcome.NOTED
NOTED_ITEM = decision((), Method.NOTED, NOTED)


def in_order(*sheet: Attendee) -> list[Attendee]:
    return sorted(sheet, key=lambda entry: entry.seat_id)


def answers(assessment: Assessment) -> list[tuple[int, Outcome | None]]:
    """Voters present and outcome, item by item."""
    return [(i.present_voters, i.verdict.outcome if i.verdict else None) for i in assessment.items]


def opening(assessment: Assessment) -> tuple[int, int, bool]:
    quorum = assessment.quorum
    return quorum.required, quorum.present_at_opening, quorum.established


def portochiaro() -> Meeting:
    late = Interval(arrived=time(17, 35), first_item=3)
    return meeting_of(
        in_order(
            *present(1, 2, 3, 5, 7, 8),
            attendee(4, substitute="Ginevra Rocalta"),
            attendee(6, late),
            *excused(9, 10),
            secretary(),
        ),
        rules=rules_of(second_call_quorum=QuorumRule.ONE_THIRD, tie=TieRule.CHAIR_CASTS),
        items=[
            item(1, decision(votes((1, 2, 3, 4, 7, 8), abstained=(5,)))),
            item(2, NOTED_ITEM),
            item(3, decision(votes((1, 2, 3, 4, 5, 6, 7, 8)))),
            item(4, decision(votes((3, 5, 6, 7, 8), (2,), (1, 4)), Method.ROLL_CALL)),
            item(5, decision((), Method.NONE, Outcome.ADJOURNED)),
        ],
        closed=time(19, 10),
    )


def fuldaberg() -> Meeting:
    early = Interval(left=time(19, 40), last_item=4)
    return meeting_of(
        in_order(
            *present(1, 2, 3, 5, 6, 9),
            *excused(4),
            attendee(7, early),
            attendee(8, substitute="Ayla Gülersoylu"),
            secretary(),
        ),
        seat_count=9,
        items=[
            item(1, decision(votes((1, 3, 5, 6, 7, 8, 9), abstained=(2,)))),
            item(2, NOTED_ITEM),
            item(3, decision(votes((1, 2, 3, 5, 6, 7, 8, 9)))),
            item(4, decision(votes((6, 7, 8), (1, 2, 9), (3,), (5,)))),
            item(5, decision((), Method.NONE, Outcome.NONE)),
        ],
        opened=time(18),
        closed=time(20, 15),
    )


def fjordkobing() -> Meeting:
    late = Interval(arrived=time(17, 15), first_item=2)
    return meeting_of(
        in_order(*present(1, 2, 3, 5, 7), *excused(4, 6), attendee(8, late), secretary()),
        rules=rules_of(quorum=QuorumRule.AT_LEAST_HALF, signatories=(SignatoryRule.ALL_PRESENT,)),
        seat_count=8,
        items=[
            item(1, decision(votes((1, 2, 3, 5, 7)))),
            item(2, NOTED_ITEM),
            item(3, decision(votes((5, 7), (2,), (1, 3, 8)))),
            item(4, decision(votes((1, 2, 3, 5, 7, 8)))),
            item(5, decision((), Method.NONE, Outcome.NONE)),
        ],
        closed=time(18, 50),
    )


def test_portochiaro_a_late_arrival_and_an_adjourned_item() -> None:
    assessment = assess(portochiaro())
    assert opening(assessment) == (6, 7, True)
    assert answers(assessment) == [
        (7, ADOPTED),
        (7, NOTED),
        (8, ADOPTED),
        (8, ADOPTED),
        (8, Outcome.ADJOURNED),
    ]
    first, second = assessment.trail
    assert (first.cause, first.at, first.item, first.present) == ("opening", time(17), 1, 7)
    assert (second.cause, second.at, second.item, second.present) == (
        QuorumCause.ARRIVAL,
        time(17, 35),
        3,
        8,
    )
    assert second.seats == (seat_id(6),)


def test_fuldaberg_a_tie_with_a_recusal_and_an_early_leave() -> None:
    assessment = assess(fuldaberg())
    assert opening(assessment) == (5, 8, True)
    assert answers(assessment) == [
        (8, ADOPTED),
        (8, NOTED),
        (8, ADOPTED),
        (8, REJECTED),
        (7, Outcome.NONE),
    ]
    tied = assessment.items[3].verdict
    assert tied
    assert (tied.tie, tied.voters, tied.counts.recused) == (TieRule.REJECTED, 7, 1)
    left = assessment.trail[-1]
    assert (left.cause, left.at, left.item, left.present, left.quorate) == (
        QuorumCause.DEPARTURE,
        time(19, 40),
        5,
        7,
        True,
    )


def test_fjordkobing_two_for_one_against_three_abstained() -> None:
    assessment = assess(fjordkobing())
    assert opening(assessment) == (4, 5, True)
    assert answers(assessment) == [
        (5, ADOPTED),
        (6, NOTED),
        (6, ADOPTED),
        (6, ADOPTED),
        (6, Outcome.NONE),
    ]
    unanimous = [i.verdict.unanimous for i in assessment.items if i.verdict]
    assert unanimous == [True, False, False, True, False]
