"""What becomes of motions."""

from dataclasses import replace
from itertools import pairwise, product
from uuid import UUID

import pytest
from hypothesis import given, settings

from liaison_desktop.domain.assessment import assess
from liaison_desktop.domain.committees import (
    AbstentionRule,
    MajorityBase,
    QuorumRule,
    Rules,
    TieRule,
)
from liaison_desktop.domain.decisions import Counts, Decision, Method, Outcome, Vote
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.voting import Verdict, decide
from tests.unit.committee_meetings import (
    attendee,
    decision,
    excused,
    item,
    meeting_of,
    present,
    rules_of,
    secretary,
    votes,
)
from tests.unit.plain_reading import PlainVerdict
from tests.unit.strategies import meetings

# The presets of five countries, as far as they bear on a vote.
ITALY = rules_of(tie=TieRule.CHAIR_CASTS)
GERMANY = rules_of()
AUSTRIA = rules_of(
    quorum=QuorumRule.TWO_THIRDS,
    majority=MajorityBase.MEMBERS_PRESENT,
    abstention=AbstentionRule.COUNTS_AS_REJECTION,
)
DENMARK = rules_of(quorum=QuorumRule.AT_LEAST_HALF)
GREECE = rules_of(
    majority=MajorityBase.MEMBERS_PRESENT,
    abstention=AbstentionRule.COUNTS_AS_PRESENT,
    tie=TieRule.CHAIR_CASTS,
)

ADOPTED, REJECTED = Outcome.ADOPTED, Outcome.REJECTED
SIX = (1, 2, 3, 4, 5, 6)


def verdict_on(
    decided: Decision, rules: Rules = GERMANY, there: tuple[int, ...] = SIX, away: int = 0
) -> Verdict:
    """The verdict in a meeting of so many present and so many excused."""
    sheet = [*present(*there), *excused(*range(50, 50 + away)), secretary()]
    return decide(decided, meeting_of(sheet, rules=rules), 1)


def ballot(
    votes_for: int,
    against: int,
    abstained: int = 0,
    recused: int = 0,
    method: Method = Method.SHOW_OF_HANDS,
) -> Decision:
    """Votes of the seats 1, 2, 3 ... in this order; seat 1 presides."""
    ends = [0]
    for share in (votes_for, against, abstained, recused):
        ends.append(ends[-1] + share)
    groups = [range(a + 1, b + 1) for a, b in pairwise(ends)]
    return decision(votes(*groups), method)


@pytest.mark.parametrize(
    ("rules", "outcome"),
    [
        (DENMARK, ADOPTED),
        (GERMANY, ADOPTED),
        (ITALY, ADOPTED),
        (AUSTRIA, REJECTED),
        (GREECE, REJECTED),
    ],
    ids=["DK", "DE", "IT", "AT", "EL"],
)
def test_two_for_one_against_three_abstained(rules: Rules, outcome: Outcome) -> None:
    verdict = verdict_on(ballot(2, 1, 3), rules)
    assert verdict.outcome is outcome
    assert verdict.counts == Counts(votes_for=2, against=1, abstained=3)
    assert verdict.voters == 6
    assert (verdict.majority, verdict.abstention) == (rules.majority, rules.abstention)
    assert not verdict.tie
    assert not verdict.unanimous


@pytest.mark.parametrize(
    ("rules", "chair_for", "chair_against"),
    [
        (DENMARK, REJECTED, REJECTED),
        (GERMANY, REJECTED, REJECTED),
        (AUSTRIA, REJECTED, REJECTED),
        (GREECE, ADOPTED, REJECTED),
        (ITALY, ADOPTED, REJECTED),
    ],
    ids=["DK", "DE", "AT", "EL", "IT"],
)
def test_three_to_three(rules: Rules, chair_for: Outcome, chair_against: Outcome) -> None:
    with_chair = verdict_on(ballot(3, 3), rules)
    against_chair = verdict_on(decision(votes((4, 5, 6), (1, 2, 3))), rules)
    assert (with_chair.outcome, against_chair.outcome) == (chair_for, chair_against)
    assert with_chair.tie is against_chair.tie is rules.tie
    casts = rules.tie is TieRule.CHAIR_CASTS
    assert with_chair.tie_broken_by_chair is against_chair.tie_broken_by_chair is casts


@pytest.mark.parametrize(
    "decided",
    [
        decision(votes((2, 3), (4, 5), abstained=(1,))),
        decision(votes((2, 3), (4, 5), recused=(1,))),
        decision(votes((2, 3), (4, 5))),
        decision(votes((1, 2), (3, 4)), Method.SECRET),
        replace(decision(), counts=Counts(votes_for=3, against=3, abstained=0)),
    ],
    ids=["abstained", "recused", "did not vote", "secret", "bare counts"],
)
def test_a_chair_whose_vote_is_not_known_breaks_no_tie(decided: Decision) -> None:
    verdict = verdict_on(decided, ITALY)
    assert verdict.outcome is REJECTED
    assert verdict.tie is TieRule.CHAIR_CASTS
    assert not verdict.tie_broken_by_chair


def test_nobody_presides_over_a_tie() -> None:
    meeting = meeting_of(present(*SIX), rules=ITALY, chair=None)
    verdict = decide(ballot(3, 3), meeting, 1)
    assert (verdict.outcome, verdict.tie_broken_by_chair) == (REJECTED, False)


def test_among_members_present_a_tie_is_everybody() -> None:
    with_abstention = verdict_on(ballot(2, 2, 2), GREECE)
    assert (with_abstention.outcome, with_abstention.tie) == (REJECTED, None)
    without_the_recused = verdict_on(ballot(2, 2, 0, 2), GREECE)
    assert (without_the_recused.voters, without_the_recused.outcome) == (4, ADOPTED)
    assert without_the_recused.tie_broken_by_chair


def test_half_of_the_members_present_is_no_majority() -> None:
    assert verdict_on(ballot(3, 2, 1), AUSTRIA).outcome is REJECTED
    assert verdict_on(ballot(4, 2), AUSTRIA).outcome is ADOPTED
    assert verdict_on(ballot(3, 2, 0, 1), AUSTRIA).outcome is ADOPTED


def test_who_did_not_vote_weighs_among_the_members_present() -> None:
    assert verdict_on(ballot(3, 0), AUSTRIA).outcome is REJECTED
    assert verdict_on(ballot(3, 0), GERMANY).outcome is ADOPTED


def test_bare_counts_take_the_recused_from_the_voters() -> None:
    counted = replace(decision(), counts=Counts(votes_for=3, against=2, abstained=0, recused=1))
    verdict = verdict_on(counted, AUSTRIA)
    assert (verdict.voters, verdict.outcome, verdict.counts) == (5, ADOPTED, counted.counts)


def test_names_go_before_bare_counts() -> None:
    claimed = replace(ballot(1, 4), counts=Counts(votes_for=6, against=0, abstained=0))
    verdict = verdict_on(claimed)
    assert (verdict.counts.votes_for, verdict.outcome) == (1, REJECTED)


def test_votes_of_the_absent_and_of_seats_without_vote_do_not_count() -> None:
    sheet = [*present(1, 2, 3), *excused(4), attendee(5, voting=False)]
    verdict = decide(decision(votes((1, 4, 5), (2, 3))), meeting_of(sheet), 1)
    assert (verdict.counts.votes_for, verdict.counts.against) == (1, 2)
    assert verdict.outcome is REJECTED


@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize("declared", [None, ADOPTED, Outcome.ADJOURNED])
def test_nothing_is_adopted_without_a_quorum(method: Method, declared: Outcome | None) -> None:
    decided = decision(votes((1, 2, 3)), method, declared)
    verdict = verdict_on(decided, there=(1, 2, 3), away=3)
    adjourned = Outcome.ADJOURNED if declared is Outcome.ADJOURNED else Outcome.NONE
    expected = {Method.NOTED: Outcome.NOTED, Method.NONE: adjourned}
    assert verdict.outcome is expected.get(method, Outcome.NOT_QUORATE)
    assert not verdict.unanimous
    assert not verdict.tie


def test_the_recused_keep_the_quorum() -> None:
    verdict = verdict_on(ballot(2, 0, 0, 2), there=(1, 2, 3, 4), away=2)
    assert (verdict.voters, verdict.outcome) == (2, ADOPTED)


@pytest.mark.parametrize(
    ("declared", "outcome"),
    [
        (Outcome.ADJOURNED, Outcome.ADJOURNED),
        (Outcome.NONE, Outcome.NONE),
        (ADOPTED, Outcome.NONE),
        (None, Outcome.NONE),
    ],
)
def test_without_a_method_only_adjourning_is_believed(
    declared: Outcome | None, outcome: Outcome
) -> None:
    assert verdict_on(decision((), Method.NONE, declared)).outcome is outcome


def test_an_adjourned_item_on_which_nobody_voted_is_adjourned() -> None:
    adjourned = Outcome.ADJOURNED
    assert verdict_on(decision((), declared=adjourned)).outcome is adjourned
    stepped_aside = decision(votes(recused=(2,)), declared=adjourned)
    assert verdict_on(stepped_aside).outcome is adjourned
    assert verdict_on(decision((), Method.CONSENSUS, adjourned)).outcome is adjourned
    assert verdict_on(decision(votes((1, 2), (3,)), declared=adjourned)).outcome is ADOPTED


def test_a_vote_nobody_took_part_in_adopts_nothing() -> None:
    verdict = verdict_on(decision((), declared=ADOPTED))
    assert (verdict.outcome, verdict.tie) == (REJECTED, TieRule.REJECTED)


@pytest.mark.parametrize(
    ("cast", "outcome", "unanimous"),
    [
        (votes(), ADOPTED, True),
        (votes(abstained=(1, 2)), ADOPTED, True),
        (votes((1, 2, 3, 4, 5), (6,)), REJECTED, False),
    ],
)
def test_one_vote_against_breaks_a_consensus(
    cast: tuple[Vote, ...], outcome: Outcome, *, unanimous: bool
) -> None:
    verdict = verdict_on(decision(cast, Method.CONSENSUS))
    assert (verdict.outcome, verdict.unanimous) == (outcome, unanimous)


@pytest.mark.parametrize(
    ("decided", "rules", "unanimous"),
    [
        (ballot(6, 0), GERMANY, True),
        (ballot(5, 0, 1), GERMANY, True),
        (ballot(5, 1), GERMANY, False),
        (ballot(0, 6), GERMANY, False),
        (ballot(5, 0, 0, 1), AUSTRIA, True),
        (ballot(5, 0, 1), AUSTRIA, False),
        (ballot(5, 0, 1), GREECE, False),
    ],
)
def test_unanimous_is_without_opposition_that_counts(
    decided: Decision, rules: Rules, *, unanimous: bool
) -> None:
    assert verdict_on(decided, rules).unanimous is unanimous


@settings(max_examples=400)
@given(meeting=meetings())
def test_verdicts_are_what_a_plain_reading_finds(meeting: Meeting) -> None:
    for agenda_item, assessed in zip(meeting.items, assess(meeting).items, strict=True):
        decided = agenda_item.decision
        if decided is None:
            assert assessed.verdict is None
            continue
        verdict, plain = assessed.verdict, PlainVerdict(decided, meeting, agenda_item.no)
        assert verdict == decide(decided, meeting, agenda_item.no)
        assert verdict.outcome is plain.outcome
        assert verdict.counts == Counts(
            votes_for=plain.votes_for,
            against=plain.against,
            abstained=plain.abstained,
            recused=plain.recused,
        )
        assert verdict.voters == plain.voters
        assert assessed.quorate is plain.quorate
        assert verdict.tie == (meeting.rules.tie if plain.tied else None)
        assert verdict.tie_broken_by_chair is plain.chair_prevailed


@given(meeting=meetings())
def test_no_claim_of_a_file_changes_an_adoption(meeting: Meeting) -> None:
    for agenda_item in meeting.items:
        decided = agenda_item.decision or decision()
        claimed = replace(decided, declared_outcome=ADOPTED, id=UUID(int=5))
        unclaimed = replace(decided, declared_outcome=None)
        assert decide(claimed, meeting, agenda_item.no) == decide(
            unclaimed, meeting, agenda_item.no
        )


@given(meeting=meetings())
def test_abstention_names_but_does_not_decide(meeting: Meeting) -> None:
    for rule in AbstentionRule:
        renamed = replace(meeting, rules=replace(meeting.rules, abstention=rule))
        outcomes = [i.verdict.outcome for i in assess(meeting).items if i.verdict]
        assert [i.verdict.outcome for i in assess(renamed).items if i.verdict] == outcomes


def test_an_item_without_a_decision_is_assessed_too() -> None:
    meeting = meeting_of(present(1, 2, 3), items=[item(1), item(2, ballot(2, 1))])
    first, second = assess(meeting).items
    assert (first.no, first.present_voters, first.quorate, first.verdict) == (1, 3, True, None)
    assert second.verdict
    assert second.verdict.outcome is ADOPTED


@pytest.mark.parametrize(("majority", "abstention"), list(product(MajorityBase, AbstentionRule)))
@pytest.mark.parametrize("method", [Method.SHOW_OF_HANDS, Method.SECRET, Method.CONSENSUS])
def test_all_in_favour_is_every_voter_under_any_rules(
    majority: MajorityBase, abstention: AbstentionRule, method: Method
) -> None:
    rules = rules_of(majority=majority, abstention=abstention)
    upto = range(len(SIX) + 1)
    for votes_for, against, abstained, recused in product(upto, upto, upto, upto):
        if votes_for + against + abstained + recused > len(SIX):
            continue
        verdict = verdict_on(ballot(votes_for, against, abstained, recused, method), rules)
        nobody_counted = method is Method.CONSENSUS and votes_for + against + abstained == 0
        everybody = votes_for == len(SIX) - recused > 0
        assert verdict.all_in_favour is (everybody or nobody_counted)


@given(meeting=meetings())
def test_all_in_favour_means_that_nobody_kept_back(meeting: Meeting) -> None:
    for one in assess(meeting).items:
        verdict = one.verdict
        if verdict and verdict.all_in_favour:
            counts = verdict.counts
            assert verdict.outcome is Outcome.ADOPTED
            assert not counts.against
            if counts.votes_for:
                assert counts.votes_for >= verdict.voters
