"""Two texts compared: nothing is lost of either, and what is marked did change."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.domain.comparison import Piece, compared

WORDS = st.sampled_from(["uno", "due", "tre", "και", "لجنة", "**x**", "\n", " ", "  ", "\n\n", "."])
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=25).map("".join))


def sides(pieces: tuple[Piece, ...]) -> tuple[str, str]:
    old = "".join(each.text for each in pieces if each.in_old)
    return old, "".join(each.text for each in pieces if each.in_new)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_rebuilt(old: str, new: str) -> None:
    assert sides(compared(old, new)) == (old, new)


@given(TEXTS, TEXTS)
def test_every_piece_is_of_a_text_and_neighbours_differ_in_sort(old: str, new: str) -> None:
    pieces = compared(old, new)
    assert all(each.text and (each.in_old or each.in_new) for each in pieces)
    assert all((a.in_old, a.in_new) != (b.in_old, b.in_new) for a, b in pairwise(pieces))


@given(TEXTS)
def test_a_text_differs_not_from_itself(text: str) -> None:
    assert all(each.in_old and each.in_new for each in compared(text, text))


@given(TEXTS, TEXTS)
def test_turned_round_removed_is_added(old: str, new: str) -> None:
    assert sides(compared(new, old)) == (new, old)


def test_only_the_words_that_changed_are_marked() -> None:
    pieces = compared("Si apre la discussione.", "Si apre una breve discussione.")
    assert [(each.text, each.in_old, each.in_new) for each in pieces] == [
        ("Si apre ", True, True),
        ("la ", True, False),
        ("una breve ", False, True),
        ("discussione.", True, True),
    ]


def test_a_new_paragraph_leaves_the_one_before_it_unmarked() -> None:
    pieces = compared("Si apre.", "Si apre.\n\nSi chiude.")
    assert [(each.text, each.in_old) for each in pieces] == [
        ("Si apre.", True),
        ("\n\nSi chiude.", False),
    ]
