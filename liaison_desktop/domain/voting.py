"""What becomes of a motion under a committee's rules (docs/decisions/0003-rules-of-decision.md)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from liaison_desktop.domain.attendance import present_voters
from liaison_desktop.domain.committees import AbstentionRule, MajorityBase, Rules, TieRule
from liaison_desktop.domain.decisions import Choice, Counts, Decision, Method, Outcome
from liaison_desktop.domain.elections import Ballot, count_ballot
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.quorum import quorum_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the rules make of a motion, with the rules that were applied.

    Attributes:
        voters: voting seats present and not recused.
        tie: the rule that a tie was left to; ``None`` = the votes were not tied.
        tie_broken_by_chair: the side on which the chair voted prevailed.
        unanimous: adopted with nobody against, nor an abstention that the rules count.
        ballot: who was elected, where candidates stood; adopted then means that somebody was.
    """

    outcome: Outcome
    counts: Counts
    voters: int
    majority: MajorityBase
    abstention: AbstentionRule
    tie: TieRule | None
    tie_broken_by_chair: bool
    unanimous: bool
    ballot: Ballot | None = None

    @property
    def all_in_favour(self) -> bool:
        """Whether everybody who could vote voted for it, or consented without being counted."""
        counts = self.counts
        counted = counts.votes_for + counts.against + counts.abstained > 0
        return self.unanimous and (not counted or counts.votes_for >= self.voters)


def decide(decision: Decision, meeting: Meeting, item_no: int) -> Verdict:
    """What the rules a meeting was held under make of the decision at one of its items.

    Where names are known, the votes of seats represented with a vote at that item are counted;
    otherwise the bare counts are taken. The declared outcome is not believed: it only tells what
    was adjourned from what was left without a decision.
    """
    rules = meeting.rules
    present = present_voters(meeting, item_no)
    votes = {vote.seat_id: vote.choice for vote in decision.votes if vote.seat_id in present}
    counts = _counted(votes) if decision.votes else decision.counts or _NOBODY
    voters = max(0, len(present) - counts.recused)
    quorate = len(present) >= quorum_of(meeting).required
    outcome = _without_a_vote(decision, counts, quorate=quorate)
    if decision.candidates and outcome in (None, Outcome.ADOPTED):
        return _elected(decision, counts, voters, rules)
    tied = outcome is None and _tied(counts, voters, rules.majority)
    casting = _casting_vote(decision, votes, meeting, item_no) if tied else None
    if outcome is None:
        carried = casting is Choice.FOR if tied else _carried(counts, voters, rules.majority)
        outcome = Outcome.ADOPTED if carried else Outcome.REJECTED
    return Verdict(
        outcome=outcome,
        counts=counts,
        voters=voters,
        majority=rules.majority,
        abstention=rules.abstention,
        tie=rules.tie if tied else None,
        tie_broken_by_chair=casting is not None,
        unanimous=outcome is Outcome.ADOPTED and not _opposed(counts, rules.abstention),
    )


def _elected(decision: Decision, counts: Counts, voters: int, rules: Rules) -> Verdict:
    ballot = count_ballot(decision, counts, voters, rules.majority)
    return Verdict(
        outcome=Outcome.ADOPTED if ballot.elected else Outcome.REJECTED,
        counts=counts,
        voters=voters,
        majority=rules.majority,
        abstention=rules.abstention,
        tie=None,
        tie_broken_by_chair=False,
        unanimous=False,
        ballot=ballot,
    )


_NOBODY = Counts(votes_for=0, against=0, abstained=0)


def _counted(votes: Mapping[UUID, Choice]) -> Counts:
    choices = Counter(votes.values())
    return Counts(
        votes_for=choices[Choice.FOR],
        against=choices[Choice.AGAINST],
        abstained=choices[Choice.ABSTAINED],
        recused=choices[Choice.RECUSED],
    )


def _without_a_vote(decision: Decision, counts: Counts, *, quorate: bool) -> Outcome | None:
    """The outcome where the votes have nothing to say; ``None`` = they decide.

    A consensus needs the quorum like a vote: without it nothing is adopted. Taking note adopts
    nothing.
    """
    adjourned = decision.declared_outcome is Outcome.ADJOURNED
    voted = counts.votes_for + counts.against + counts.abstained > 0
    if decision.method is Method.NOTED:
        return Outcome.NOTED
    if decision.method is Method.NONE:
        return Outcome.ADJOURNED if adjourned else Outcome.NONE
    if not quorate:
        return Outcome.NOT_QUORATE
    if adjourned and not voted:
        return Outcome.ADJOURNED
    if decision.method is Method.CONSENSUS:
        return Outcome.REJECTED if counts.against else Outcome.ADOPTED
    return None


def _carried(counts: Counts, voters: int, majority: MajorityBase) -> bool:
    """Whether the motion has its majority.

    Of the votes cast: more for than against (Hesse, § 54 HGO; Denmark). Of the members present:
    more than half of the voters for it, so that an abstention weighs like a vote against (Styria,
    § 57 GemO; Greece), whatever the rules call it.
    """
    if majority is MajorityBase.VOTES_CAST:
        return counts.votes_for > counts.against
    return 2 * counts.votes_for > voters


def _tied(counts: Counts, voters: int, majority: MajorityBase) -> bool:
    """Whether as many are for as against and, among the members present, there is nobody else."""
    if counts.votes_for != counts.against:
        return False
    everybody = counts.votes_for + counts.against == voters
    return everybody or majority is MajorityBase.VOTES_CAST


def _casting_vote(
    decision: Decision, votes: Mapping[UUID, Choice], meeting: Meeting, item_no: int
) -> Choice | None:
    """The side that prevails because the chair voted on it, if the rules and the ballot allow it.

    A secret ballot hides the chair's vote, even where a file lists names.
    """
    if meeting.rules.tie is not TieRule.CHAIR_CASTS or decision.method is Method.SECRET:
        return None
    chair = meeting.chair_at(item_no)
    choice = votes.get(chair) if chair else None
    return choice if choice in (Choice.FOR, Choice.AGAINST) else None


def _opposed(counts: Counts, abstention: AbstentionRule) -> bool:
    counted = 0 if abstention is AbstentionRule.NOT_COUNTED else counts.abstained
    return counts.against + counted > 0
