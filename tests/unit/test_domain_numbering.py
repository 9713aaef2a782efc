"""Numbers of yearly series."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.numbering import ReadNumber, format_number, next_number, read_number


@pytest.mark.parametrize(
    ("pattern", "printed"),
    [
        ("Verbale n. {n}/{year}", "Verbale n. 7/2026"),
        ("B {n:03}/{year}", "B 007/2026"),
        ("{year}-{n:09}", "2026-000000007"),
        ("القرار رقم {n}/{year}", "القرار رقم 7/2026"),
        ("{n}", "7"),
        ("{n} ({n:02})", "7 (07)"),
    ],
)
def test_patterns_print_number_and_year(pattern: str, printed: str) -> None:
    assert format_number(pattern, 7, 2026) == printed


def test_a_number_longer_than_its_zeros_is_printed_whole() -> None:
    assert format_number("{n:02}", 1234, 2026) == "1234"


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "Verbale/{year}",
        "{n",
        "n}",
        "{n}}",
        "{{n}",
        "{{n}}",
        "{n}{}",
        "{n:3}",
        "{n:010}",
        "{n:00}",
        "{n!r}",
        "{n.__class__}",
        "{n}/{month}",
        "{n}/{year:02}",
        "{ n }",
    ],
)
def test_other_patterns_are_refused(pattern: str) -> None:
    with pytest.raises(UserError) as refused:
        format_number(pattern, 1, 2026)
    assert refused.value.code == "number_pattern_invalid"
    assert refused.value.parameters == {"pattern": pattern}


@pytest.mark.parametrize(
    ("text", "pattern", "n"),
    [
        ("D.7/2026", "D.{n}/{year}", 7),
        ("B 12/2026", "B {n}/{year}", 12),
        ("B-5/2026", "B-{n}/{year}", 5),
        ("A.11/2026", "A.{n}/{year}", 11),
        ("Απόφαση 14/2026", "Απόφαση {n}/{year}", 14),
        ("IBK 024/2026", "IBK {n:03}/{year}", 24),
        ("3/2026", "{n}/{year}", 3),
        ("Sala 2, n. 2026/2026 bis", "Sala 2, n. {n}/{year} bis", 2026),
    ],
)
def test_printed_numbers_are_read(text: str, pattern: str, n: int) -> None:
    assert read_number(text) == ReadNumber(pattern=pattern, n=n, year=2026)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "7",
        "2026",
        "D.7",
        "7/26",
        "7/0026",
        "0/2026",
        "000/2026",
        "{7/2026",
        "7/2026}",
        "7/2026/3",
        "0000000001/2026",
        "1234567890/2026",
        "٧/٢٠٢٦",
        "9" * 5000 + "/2026",
    ],
)
def test_other_texts_are_no_numbers(text: str) -> None:
    assert read_number(text) is None


plain_text = st.text(st.characters(exclude_characters="{}0123456789\n", codec="utf-8"), max_size=8)
patterns = st.builds(
    "{}{}{}{{year}}{}".format,
    plain_text,
    st.sampled_from(["{n}", "{n:03}", "{n:09}"]),
    plain_text.filter(bool),
    plain_text,
)
numbers, years = st.integers(1, 999_999_999), st.integers(1000, 9999)


@given(pattern=patterns, n=numbers, year=years)
def test_what_is_printed_is_read_again(pattern: str, n: int, year: int) -> None:
    printed = format_number(pattern, n, year)
    read = read_number(printed)
    assert read is not None
    assert (read.n, read.year) == (n, year)
    assert format_number(read.pattern, n, year) == printed


@given(text=st.text() | st.from_regex(r"[A-Z0-9 ./-]*[0-9]+/[0-9]{4}", fullmatch=True))
def test_what_is_read_is_printed_again(text: str) -> None:
    read = read_number(text)
    if read:
        assert format_number(read.pattern, read.n, read.year) == text


@given(pattern=st.text(st.sampled_from("{}n:0yearz3 ")))
def test_any_pattern_prints_the_number_or_is_refused(pattern: str) -> None:
    try:
        printed = format_number(pattern, 57, 2026)
    except UserError:
        return
    assert re.search("57", printed)
    assert not set("{}") & set(printed)


def test_a_series_opens_with_one_and_goes_on_behind_the_highest() -> None:
    assert next_number([]) == 1
    assert next_number([3, 1]) == 4


@given(length=st.integers(0, 30), first=st.sets(st.integers(1, 50)))
def test_numbers_given_in_a_row_leave_no_gap(length: int, first: set[int]) -> None:
    taken = set(first)
    given_numbers = []
    for _ in range(length):
        given_numbers.append(next_number(taken))
        taken.add(given_numbers[-1])
    start = max(first, default=0) + 1
    assert given_numbers == list(range(start, start + length))
