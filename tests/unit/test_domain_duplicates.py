"""What may be there twice is found whatever the order, and never more than that."""

from dataclasses import replace
from random import Random
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.duplicates import Known, Likeness, Pair, pairs, telling_digits

WORDS = ("amal", "haddad", "rosalba", "cantaluna", "cantalun", "rossi")


def never(_one: str, _other: str) -> bool:
    return False


def nearly(one: str, other: str) -> bool:
    return one[:-1] == other or other[:-1] == one


def known(name: str, **told: object) -> Known:
    made = Known(id=uuid7(), name=name, words=frozenset(name.lower().split()))
    return replace(made, **told)  # type: ignore[arg-type]


@st.composite
def crowds(draw: st.DrawFn) -> list[Known]:
    names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
    emails = st.frozensets(st.sampled_from(["a@x.org", "b@x.org"]), max_size=1)
    return [
        known(draw(names), emails=draw(emails), phones=draw(st.frozensets(st.just("23456789"))))
        for _number in range(draw(st.integers(0, 8)))
    ]


def told(found: tuple[Pair, ...]) -> dict[frozenset[UUID], set[Likeness]]:
    return {frozenset((pair.one.id, pair.other.id)): set(pair.likenesses) for pair in found}


@given(crowds(), st.randoms(use_true_random=False))
def test_the_order_decides_nothing(crowd: list[Known], chance: Random) -> None:
    shuffled = list(crowd)
    chance.shuffle(shuffled)
    assert told(pairs(crowd, nearly)) == told(pairs(shuffled, nearly))


@given(crowds())
def test_nobody_is_a_duplicate_of_itself_and_no_pair_is_told_twice(crowd: list[Known]) -> None:
    found = pairs(crowd, nearly)
    assert all(pair.one.id != pair.other.id for pair in found)
    assert len(told(found)) == len(found)


@given(crowds())
def test_whoever_shares_name_address_or_number_is_found(crowd: list[Known]) -> None:
    found = told(pairs(crowd, never))
    for place, one in enumerate(crowd):
        for other in crowd[:place]:
            same = (
                one.words == other.words
                or bool(one.emails & other.emails)
                or bool(one.phones & other.phones)
            )
            assert (frozenset((one.id, other.id)) in found) == same


def test_each_likeness_is_named_the_surest_first() -> None:
    one = known("Rosalba Cantaluna", emails=frozenset({"r@x.org"}), native="روزالبا")
    other = known("Cantalun Rosalba", emails=frozenset({"r@x.org"}), native="روزالبا")
    third = known("Amal Haddad", phones=frozenset({"12345678"}))
    fourth = known("Haddad Amal", phones=frozenset({"12345678"}))
    found = pairs([third, one, fourth, other], lambda left, right: left[:5] == right[:5])
    assert [pair.likenesses for pair in found] == [
        (Likeness.SAME_EMAIL, Likeness.NEAR_NAME, Likeness.SAME_NATIVE_NAME),
        (Likeness.SAME_PHONE, Likeness.SAME_NAME),
    ]


def test_what_very_many_share_is_no_sign() -> None:
    crowd = [
        known(f"Amal Haddad{number}", emails=frozenset({"office@x.org"})) for number in range(70)
    ]
    assert pairs(crowd, never) == ()


def test_numbers_are_compared_by_their_end() -> None:
    assert telling_digits("+39 091 234 56 78") == telling_digits("0912345678") == "12345678"
    assert telling_digits("112") == ""
