"""Who is elected, compared with a plain reading of the rule."""

from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.domain.committees import MajorityBase
from liaison_desktop.domain.decisions import Candidate, Counts, Decision, Method
from liaison_desktop.domain.elections import count_ballot

votes = st.lists(st.integers(0, 12), min_size=1, max_size=6)


def decision(found: list[int], places: int = 1, **more: object) -> Decision:
    standing = tuple(Candidate(name=f"C{no}", votes=n) for no, n in enumerate(found))
    return Decision(
        id=uuid4(),
        text="",
        method=more.pop("method", Method.SECRET),  # type: ignore[arg-type]
        candidates=standing,
        places=places,
        **more,  # type: ignore[arg-type]
    )


def counts(ballots: int, blank: int = 0) -> Counts:
    return Counts(votes_for=ballots, against=0, abstained=blank)


@given(votes, st.integers(1, 4), st.integers(1, 14), st.sampled_from(MajorityBase), st.booleans())
def test_whoever_is_elected_has_enough_votes_and_more_than_whoever_is_not(
    found: list[int], places: int, voters: int, majority: MajorityBase, further: bool
) -> None:
    cast = max(found)
    ballot = count_ballot(
        decision(found, places, most_votes_suffice=further), counts(cast), voters, majority
    )
    base = voters if majority is MajorityBase.MEMBERS_PRESENT else cast
    enough = [n for n in found if (n >= 1 if further else 2 * n > base)]
    elected = [found[int(name[1:])] for name in ballot.elected]
    out = [n for no, n in enumerate(found) if f"C{no}" not in ballot.elected and n in enough]
    assert len(elected) <= places
    assert all(n in enough for n in elected)
    assert not out or not elected or min(elected) > max(out)
    if len(enough) <= places:
        assert sorted(elected) == sorted(enough)
    elif not elected:
        assert sorted(enough)[-places:][0] == sorted(enough)[-places - 1]


def test_half_of_the_ballots_is_not_enough() -> None:
    ballot = count_ballot(decision([4, 4]), counts(8), 9, MajorityBase.VOTES_CAST)
    assert (ballot.elected, ballot.required, ballot.open_places) == ((), 5, 1)


def test_blank_ballots_weigh_only_where_those_present_are_compared_with() -> None:
    cast = count_ballot(decision([4, 2]), counts(6, 3), 9, MajorityBase.VOTES_CAST)
    present = count_ballot(decision([4, 2]), counts(6, 3), 9, MajorityBase.MEMBERS_PRESENT)
    assert cast.elected == ("C0",)
    assert (present.elected, present.required) == ((), 5)


def test_in_a_further_ballot_the_most_votes_are_enough() -> None:
    told = decision([3, 4, 2], most_votes_suffice=True)
    assert count_ballot(told, counts(9), 9, MajorityBase.MEMBERS_PRESENT).elected == ("C1",)


def test_even_votes_for_the_last_place_leave_it_open() -> None:
    told = decision([7, 5, 5], places=2)
    ballot = count_ballot(told, counts(9), 9, MajorityBase.VOTES_CAST)
    assert (ballot.elected, ballot.open_places) == (("C0",), 1)


def test_by_consensus_all_are_elected_if_there_are_places_for_all() -> None:
    agreed = count_ballot(
        decision([0, 0], places=2, method=Method.CONSENSUS), counts(0), 9, MajorityBase.VOTES_CAST
    )
    crowded = count_ballot(
        decision([0, 0], places=1, method=Method.CONSENSUS), counts(0), 9, MajorityBase.VOTES_CAST
    )
    assert agreed.elected == ("C0", "C1")
    assert crowded.elected == ()
