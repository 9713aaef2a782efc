"""Dates, times, numbers and lists as each country writes them."""

import datetime

import pytest

from liaison_desktop.i18n.formats import FIRST_STRONG_ISOLATE, POP_ISOLATE, Formats

DAY = datetime.date(2026, 1, 5)
EVENING = datetime.time(17, 5)


@pytest.mark.parametrize(
    ("language", "short", "long", "full", "time", "number"),
    [
        ("en", "05/01/2026", "5 January 2026", "Monday, 5 January 2026", "17:05", "12,000"),
        ("it", "05/01/2026", "5 gennaio 2026", "lunedì 5 gennaio 2026", "17:05", "12.000"),
        ("de", "05.01.2026", "5. Januar 2026", "Montag, 5. Januar 2026", "17:05", "12.000"),
        ("da", "05.01.2026", "5. januar 2026", "mandag den 5. januar 2026", "17.05", "12.000"),
        ("el", "05/01/2026", "5 Ιανουαρίου 2026", "Δευτέρα 5 Ιανουαρίου 2026", "17:05", "12.000"),
    ],
)
def test_each_country_has_its_habits(
    language: str, short: str, long: str, full: str, time: str, number: str
) -> None:
    formats = Formats(language)
    assert formats.date(DAY) == short
    assert formats.long_date(DAY) == long
    assert formats.full_date(DAY) == full
    assert formats.time(EVENING) == time
    assert formats.number(12000) == number


def test_austria_begins_the_year_with_jaenner() -> None:
    assert Formats("de_AT").long_date(DAY) == "5. Jänner 2026"


def test_arabic_has_western_digits_and_both_names_of_the_month() -> None:
    formats = Formats("ar")
    assert formats.long_date(DAY) == "5 كانون الثاني/يناير 2026"
    assert formats.full_date(DAY) == "الاثنين، 5 كانون الثاني/يناير 2026"
    assert formats.date(DAY) == f"{FIRST_STRONG_ISOLATE}05/01/2026{POP_ISOLATE}"
    assert formats.time(EVENING) == "17:05"


def test_names_are_isolated_where_the_line_or_the_name_runs_from_the_right() -> None:
    assert Formats("it").isolate("D.7/2026") == "D.7/2026"
    assert Formats("ar").isolate("D.7/2026") == "\u2068D.7/2026\u2069"
    assert Formats("it").isolate("جمعية") == "\u2068جمعية\u2069"
    assert Formats("ar").list(["A", "B"]) == "\u2068A\u2069 و\u2068B\u2069"


@pytest.mark.parametrize(
    ("language", "phrase"), [("en", "A, B and C"), ("it", "A, B e C"), ("el", "A, B και C")]
)
def test_a_list_is_a_phrase(language: str, phrase: str) -> None:
    assert Formats(language).list("ABC") == phrase


def test_languages_are_called_by_name() -> None:
    assert Formats("it").language_name("ar") == "arabo"
    assert Formats("de_AT").language_name("de-AT") == "Deutsch (Österreich)"


def test_a_moment_is_told_in_universal_time_wherever_it_was_noted() -> None:
    athens = datetime.timezone(datetime.timedelta(hours=2))
    moment = datetime.datetime(2026, 1, 6, 1, 5, tzinfo=athens)
    assert Formats("en").moment(moment) == "05/01/2026, 23:05 UTC"
    assert Formats("da").moment(moment) == "05.01.2026, 23.05 UTC"
    arabic = Formats("ar").moment(moment)
    assert (arabic[0], arabic[-1]) == (FIRST_STRONG_ISOLATE, POP_ISOLATE)
    assert arabic.count(FIRST_STRONG_ISOLATE) == arabic.count(POP_ISOLATE)


@pytest.mark.parametrize(
    ("language", "semicolon"), [("en", "; "), ("de_AT", "; "), ("el", "· "), ("ar", "؛ ")]
)
def test_a_list_is_divided_as_its_language_does(language: str, semicolon: str) -> None:
    assert Formats(language).semicolon == semicolon
