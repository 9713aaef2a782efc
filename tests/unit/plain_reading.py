"""A second reading of the law of committee files, sentence by sentence, as naive as can be.

Nothing here uses the code under test but its records. Sentences are quoted where they are applied.
"""

from collections.abc import Iterable
from uuid import UUID

from liaison_desktop.domain.committees import MajorityBase, QuorumBase, QuorumRule, TieRule
from liaison_desktop.domain.decisions import Choice, Decision, Method, Outcome
from liaison_desktop.domain.meetings import Call, Meeting
from liaison_desktop.domain.sheet import AttendanceStatus, Interval


def enough(rule: QuorumRule, there: int, seats: int) -> bool:
    """Whether so many voting seats are the share that the rule asks for."""
    if there < 1:
        return False
    return {
        QuorumRule.MORE_THAN_HALF: there > seats / 2,
        QuorumRule.AT_LEAST_HALF: there + there >= seats,
        QuorumRule.TWO_THIRDS: there + there + there >= seats + seats,
        QuorumRule.ONE_THIRD: there + there + there >= seats,
        QuorumRule.ANY: True,
    }[rule]


def fewest(rule: QuorumRule, seats: int) -> int:
    """The smallest number of seats that is enough, found by counting up."""
    there = 0
    while not enough(rule, there, seats):
        there += 1
    return there


def rule_in_force(meeting: Meeting) -> QuorumRule:
    if meeting.call == Call.SECOND:
        return meeting.rules.second_call_quorum
    return meeting.rules.quorum


def basis(meeting: Meeting) -> int:
    """ "... of the voting seats (quorum_base: filled_seats, the default, or all_seats)"."""
    if meeting.rules.quorum_base == QuorumBase.ALL_SEATS:
        return meeting.seat_count
    return sum(1 for attendee in meeting.attendees if attendee.voting)


def items_attended(intervals: Iterable[Interval], highest: int) -> set[int]:
    """ "Who arrives at item n counts for item n and later, who leaves after item n up to n"."""
    attended: set[int] = set()
    for interval in intervals:
        first = 1 if interval.first_item is None else interval.first_item
        last = highest if interval.last_item is None else interval.last_item
        attended.update(range(first, last + 1))
    return attended


def seats_there(meeting: Meeting, item_no: int) -> set[UUID]:
    """ "A substitute votes for the seat. Seats with voting: false never count"."""
    there = set()
    for attendee in meeting.attendees:
        if attendee.status in (AttendanceStatus.EXCUSED, AttendanceStatus.ABSENT):
            continue
        if attendee.voting and item_no in items_attended(attendee.intervals, 100):
            there.add(attendee.seat_id)
    return there


def seats_at_opening(meeting: Meeting) -> set[UUID]:
    there = set()
    for attendee in meeting.attendees:
        if not attendee.voting or attendee.status in (
            AttendanceStatus.EXCUSED,
            AttendanceStatus.ABSENT,
        ):
            continue
        for interval in attendee.intervals:
            late = interval.arrived is not None and (
                meeting.opened is None or interval.arrived > meeting.opened
            )
            if interval.first_item is None and not late:
                there.add(attendee.seat_id)
    return there


class PlainVerdict:
    """Outcome and tie of one decision."""

    def __init__(self, decision: Decision, meeting: Meeting, item_no: int) -> None:
        there = seats_there(meeting, item_no)
        stance = {
            choice: [v.seat_id for v in decision.votes if v.choice == choice and v.seat_id in there]
            for choice in Choice
        }
        self.votes_for = len(stance[Choice.FOR])
        self.against = len(stance[Choice.AGAINST])
        self.abstained = len(stance[Choice.ABSTAINED])
        self.recused = len(stance[Choice.RECUSED])
        if not decision.votes and decision.counts is not None:
            self.votes_for = decision.counts.votes_for
            self.against = decision.counts.against
            self.abstained = decision.counts.abstained
            self.recused = decision.counts.recused
        self.voters = max(len(there) - self.recused, 0)
        self.quorate = enough(rule_in_force(meeting), len(there), basis(meeting))
        self.chair_side = self._chair_side(decision, meeting, stance)
        self.tied = False
        self.chair_prevailed = False
        self.outcome = self._outcome(decision, meeting)

    def _chair_side(
        self, decision: Decision, meeting: Meeting, stance: dict[Choice, list[UUID]]
    ) -> Choice | None:
        """ "... rejects it if the chair did not vote or the ballot was secret"."""
        if decision.method == Method.SECRET:
            return None
        for side in (Choice.FOR, Choice.AGAINST):
            if meeting.chair_seat_id in stance[side]:
                return side
        return None

    def _outcome(self, decision: Decision, meeting: Meeting) -> Outcome:
        declared_adjourned = decision.declared_outcome == Outcome.ADJOURNED
        if decision.method == Method.NOTED:
            return Outcome.NOTED
        if decision.method == Method.NONE:
            return Outcome.ADJOURNED if declared_adjourned else Outcome.NONE
        # The law: without a quorum at the moment of the vote nothing is adopted.
        if not self.quorate:
            return Outcome.NOT_QUORATE
        if declared_adjourned and (self.votes_for, self.against, self.abstained) == (0, 0, 0):
            return Outcome.ADJOURNED
        if decision.method == Method.CONSENSUS:
            return Outcome.ADOPTED if self.against == 0 else Outcome.REJECTED
        if meeting.rules.majority == MajorityBase.VOTES_CAST:
            # The law: votes_cast is adopted if for > against; a tie is for = against.
            adopted = self.votes_for > self.against
            self.tied = self.votes_for == self.against
        else:
            # The law: members_present is adopted if for > half of the voters not recused,
            # a tie only when for and against are all the voters there were.
            adopted = self.votes_for > self.voters / 2
            both = self.votes_for + self.against
            self.tied = self.votes_for == self.against and both == self.voters
        if self.tied and meeting.rules.tie == TieRule.CHAIR_CASTS:
            # The law: chair_casts gives a tie to the side on which the chair voted.
            adopted = self.chair_side == Choice.FOR
            self.chair_prevailed = self.chair_side is not None
        elif self.tied:
            adopted = False
        return Outcome.ADOPTED if adopted else Outcome.REJECTED
