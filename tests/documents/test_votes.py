"""Whose votes are printed by name, and how the rule that gave an outcome is told."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from liaison_desktop.documents.minutes import compose_minutes
from liaison_desktop.domain.assessment import assess
from liaison_desktop.domain.committees import (
    AbstentionRule,
    Committee,
    MajorityBase,
    QuorumBase,
    QuorumRule,
    Rules,
    TieRule,
)
from liaison_desktop.domain.decisions import Counts, Decision, Method, Outcome, Vote
from liaison_desktop.domain.meetings import Call, Meeting
from liaison_desktop.domain.papers import Edition
from liaison_desktop.i18n.catalogue import LANGUAGES, Catalogue
from liaison_desktop.pdf.document import (
    Document,
)
from tests.documents.reading import page, section
from tests.unit.committee_meetings import (
    COMMITTEE,
    decision,
    item,
    meeting_of,
    present,
    rules_of,
    secretary,
    votes,
)

PRESENT = range(1, 7)
TWO_ONE_THREE = votes([1, 2], [3], [4, 5, 6])
TIED = votes([1, 2, 3], [4, 5, 6])


def committee(country: str) -> Committee:
    return Committee(
        id=COMMITTEE,
        key="x",
        name="Committee",
        abbreviation="C",
        city="Town",
        country=country,
        language="en",
        seat_count=10,
    )


def composed(meeting: Meeting, language: str = "en", country: str = "IT") -> Document:
    return compose_minutes(
        meeting,
        assess(meeting),
        committee(country),
        Catalogue(language),
        edition=Edition.FULL,
        register_number="",
        created=datetime(2026, 10, 14, tzinfo=UTC),
        draft=False,
        files={},
    )


def item_one(
    cast: Sequence[Vote] = TWO_ONE_THREE,
    *,
    country: str = "IT",
    method: Method = Method.SHOW_OF_HANDS,
    rules: Rules | None = None,
    decided: Decision | None = None,
    language: str = "en",
    there: Sequence[int] = PRESENT,
) -> str:
    """The first item of a meeting's minutes in words."""
    meeting = meeting_of(
        [*present(*there), secretary()],
        rules=rules,
        items=[item(1, decided or decision(cast, method))],
    )
    paper = composed(meeting, language, country)
    return section(paper, "1.")


def named(text: str) -> set[int]:
    return {n for n in PRESENT if f"Member {n}" in text}


@pytest.mark.parametrize(
    ("country", "method", "members"),
    [
        ("IT", Method.SHOW_OF_HANDS, set()),
        ("DE", Method.SHOW_OF_HANDS, set()),
        ("IT", Method.ROLL_CALL, {1, 2, 3, 4, 5, 6}),
        ("DK", Method.SHOW_OF_HANDS, {1, 2, 3, 4, 5, 6}),
        ("AT", Method.SHOW_OF_HANDS, {3, 4, 5, 6}),
        ("GR", Method.SHOW_OF_HANDS, {3}),
        ("EL", Method.SHOW_OF_HANDS, {3}),
        ("DK", Method.SECRET, set()),
        ("AT", Method.SECRET, set()),
    ],
)
def test_names_stand_only_where_a_rule_demands_them(
    country: str, method: Method, members: set[int]
) -> None:
    assert named(item_one(country=country, method=method)) == members


def test_the_minority_of_a_rejected_motion_is_who_was_for_it() -> None:
    rules = rules_of(majority=MajorityBase.MEMBERS_PRESENT)
    assert named(item_one(country="GR", rules=rules)) == {1, 2}


@pytest.mark.parametrize("country", ["DK", "AT", "GR"])
def test_a_unanimous_vote_needs_no_names(country: str) -> None:
    assert named(item_one(votes(PRESENT), country=country)) == set()


def test_where_not_everybody_voted_denmark_names_who_did() -> None:
    assert named(item_one(votes([1, 2, 3, 4]), country="DK")) == {1, 2, 3, 4}


def test_an_abstention_that_breaks_no_unanimity_is_not_named() -> None:
    told = item_one(votes([1, 2, 3, 4, 5], [], [6]), country="AT")
    assert "Adopted unanimously" in told
    assert named(told) == set()


def test_who_kept_out_for_a_conflict_of_interest_is_named_in_an_open_vote() -> None:
    cast = votes([1, 2, 3], [4], [], [5])
    assert "Not voting (conflict of interest) 1 (Member 5)" in item_one(cast)
    assert "Member 5" not in item_one(cast, method=Method.SECRET)


def test_bare_counts_are_printed_as_they_are() -> None:
    bare = replace(decision(), counts=Counts(votes_for=4, against=1, abstained=1))
    assert "Vote by show of hands · For 4 · Against 1 · Abstained 1" in item_one(decided=bare)


def test_the_casting_vote_names_the_chair() -> None:
    told = item_one(TIED, rules=rules_of(tie=TieRule.CHAIR_CASTS))
    assert "Adopted by majority" in told
    assert "Tied vote: the casting vote of the chair, Member 1, decides." in told


def test_a_tie_the_chair_cannot_break_is_explained() -> None:
    rules = rules_of(tie=TieRule.CHAIR_CASTS)
    told = item_one(TIED, rules=rules, method=Method.SECRET)
    assert "Rejected" in told
    assert "Tied vote without a casting vote of the chair: the motion is rejected." in told


def test_without_a_quorum_the_paper_says_that_nothing_was_decided() -> None:
    rules = replace(rules_of(), quorum_base=QuorumBase.ALL_SEATS)
    told = item_one(votes([1, 2]), rules=rules, there=[1, 2])
    assert "Not quorate: no decision was taken" in told
    assert "Not quorate: 2 of 10 present, 6 needed." in told
    assert "Majority" not in told


def test_a_consensus_has_no_majority_to_explain() -> None:
    told = item_one((), method=Method.CONSENSUS)
    assert "By consensus, without a vote\n" in told
    assert "Majority of" not in told


def test_a_consensus_names_those_who_kept_out_and_counts_nobody_else() -> None:
    counts = Counts(votes_for=0, against=0, abstained=2)
    told = item_one(decided=replace(decision((), Method.CONSENSUS), counts=counts))
    assert "Adopted with nobody against and 2 abstentions" in told
    assert "unanimously" not in told
    assert "For 0" not in told


@pytest.mark.parametrize(
    ("majority", "abstention", "outcome", "sentence"),
    [
        (MajorityBase.VOTES_CAST, AbstentionRule.NOT_COUNTED, "Adopted", "are not counted"),
        (MajorityBase.VOTES_CAST, AbstentionRule.COUNTS_AS_REJECTION, "Adopted", "not votes cast"),
        (MajorityBase.MEMBERS_PRESENT, AbstentionRule.COUNTS_AS_PRESENT, "Rejected", "as present"),
        (MajorityBase.MEMBERS_PRESENT, AbstentionRule.COUNTS_AS_REJECTION, "Rejected", "against"),
    ],
)
def test_the_same_ballot_ends_as_the_printed_rule_says(
    majority: MajorityBase, abstention: AbstentionRule, outcome: str, sentence: str
) -> None:
    told = item_one(rules=rules_of(majority=majority, abstention=abstention)).splitlines()
    rule = next(line for line in told if line.startswith("Majority"))
    assert sentence in rule
    assert any(line.startswith(outcome) for line in told)
    assert rule.endswith("6 of 6 present, 4 needed.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_combination_of_rules_has_its_sentences(language: str) -> None:
    told = {
        (majority, abstention, tie): item_one(
            TIED,
            rules=rules_of(majority=majority, abstention=abstention, tie=tie),
            language=language,
        )
        for majority, abstention, tie in itertools.product(MajorityBase, AbstentionRule, TieRule)
    }
    assert len(set(told.values())) == len(told)
    assert all("{" not in text for text in told.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_quorum_has_its_sentence(language: str) -> None:
    sentences = set()
    for quorum, base in itertools.product(QuorumRule, QuorumBase):
        rules = replace(rules_of(quorum=quorum), quorum_base=base)
        meeting = meeting_of([*present(*range(1, 11)), secretary()], rules=rules)
        paper = composed(meeting, language)
        sentences.add(page(paper).split("\n1. ")[0])
    assert len(sentences) == len(QuorumRule) * len(QuorumBase)


def test_a_second_call_is_named_with_its_own_quorum() -> None:
    meeting = meeting_of(
        [*present(1), secretary()],
        rules=replace(rules_of(), quorum_base=QuorumBase.ALL_SEATS),
        call=Call.SECOND,
    )
    paper = composed(meeting)
    assert "Ordinary meeting (second call), Wednesday, 14 October 2026" in page(paper)
    assert "Quorum: any number of the 10 seats of the statute, at least 1." in page(paper)


def test_an_item_without_a_decision_tells_a_lost_quorum() -> None:
    rules = replace(rules_of(), quorum_base=QuorumBase.ALL_SEATS)
    noted = Decision(id=UUID(int=9), text="Noted.", method=Method.NOTED)
    told = item_one(decided=noted, rules=rules, there=[1, 2])
    assert "Not quorate: 2 of 10 present, 6 needed." in told


def test_what_was_adjourned_by_the_chair_instead_of_voted_on() -> None:
    adjourned = decision((), declared=Outcome.ADJOURNED)
    assert "Adjourned to the next meeting" in item_one(decided=adjourned)


@pytest.mark.parametrize(
    ("cast", "said"),
    [
        (votes([1, 2, 3, 4, 5, 6], []), "Adopted unanimously\n"),
        (votes([1, 2, 3, 4, 5], [], [6]), "by those who voted, with one abstention"),
        (votes([1, 2, 3], [], [4, 5, 6]), "by those who voted, with 3 abstentions"),
        (votes([1, 2, 3, 4], []), "Adopted unanimously by those who voted\n"),
        (votes([1, 2, 3, 4, 5], [6]), "Adopted by majority"),
    ],
)
def test_abstentions_are_told_where_nobody_opposed(cast: Sequence[Vote], said: str) -> None:
    rules = rules_of(abstention=AbstentionRule.NOT_COUNTED, majority=MajorityBase.VOTES_CAST)
    assert said in item_one(cast, rules=rules) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_abstentions_are_told_in_every_language(language: str) -> None:
    rules = rules_of(abstention=AbstentionRule.NOT_COUNTED, majority=MajorityBase.VOTES_CAST)
    told = [
        item_one(votes([1, 2, 3], [], abstained), rules=rules, language=language)
        for abstained in ([4], [4, 5, 6])
    ]
    assert told[0] != told[1]
    if language != "en":
        assert not any("voted" in text for text in told)
