"""Dates, times, numbers and lists as each country writes them."""

import datetime
import unicodedata
from collections.abc import Iterable

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from liaison_desktop.i18n.catalogue import known_language

FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"

_LOCALES = {"en": "en_GB"}
"""English is written here as Europe writes it: 14 October 2026, 17:00."""

_NUMERIC_DATES = {"en": "dd/MM/y", "it": "dd/MM/y", "el": "dd/MM/y", "ar": "dd/MM/y"}
"""The others write 14.10.2026."""

_SEMICOLONS = {"ar": "؛ ", "el": "· "}
"""What looks like a semicolon asks a question in Greek."""

_LEVANTINE = "ar_LB"


class Formats:
    """Writes values in one language.

    In Arabic the digits are Western, as the press of Europe and the Maghreb prints them, and a
    month has both names in use (``تشرين الأول/أكتوبر``).

    Attributes:
        comma, semicolon: with the space behind them.
    """

    def __init__(self, language: str) -> None:
        self._language = known_language(language)
        self._locale = Locale.parse(_LOCALES.get(self._language, self._language))
        self._right_to_left = self._locale.text_direction == "rtl"
        self.comma = "، " if self._right_to_left else ", "
        self.semicolon = _SEMICOLONS.get(self._language, "; ")

    def date(self, value: datetime.date) -> str:
        """The date in figures: 14.10.2026."""
        pattern = _NUMERIC_DATES.get(self._language, "dd.MM.y")
        return self.isolate(format_date(value, pattern, locale=self._locale))

    def long_date(self, value: datetime.date) -> str:
        """The date with the month's name: 14 October 2026."""
        if self._language == "ar":
            return f"{value.day} {self._both_months(value)} {value.year}"
        return str(format_date(value, "long", locale=self._locale))

    def full_date(self, value: datetime.date) -> str:
        """The date with weekday and the month's name: Wednesday, 14 October 2026."""
        if self._language == "ar":
            weekday = format_date(value, "EEEE", locale=self._locale)
            return f"{weekday}، {self.long_date(value)}"
        return str(format_date(value, "full", locale=self._locale))

    def month(self, value: datetime.date) -> str:
        """The month's short name: Oct."""
        return str(format_date(value, "LLL", locale=self._locale))

    def weekday(self, value: datetime.date) -> str:
        """The weekday's short name: Wed."""
        return str(format_date(value, "EEE", locale=self._locale))

    def time(self, value: datetime.time) -> str:
        """The time of day on the 24-hour clock, without a word such as "Uhr": 17:00."""
        pattern = "HH.mm" if self._language == "da" else "HH:mm"
        return str(format_time(value, pattern, locale=self._locale))

    def moment(self, value: datetime.datetime) -> str:
        """A moment, always in universal time, so that it is the same wherever it is printed."""
        universal = value.astimezone(datetime.UTC)
        words = f"{self.date(universal.date())}{self.comma}{self.time(universal.time())} UTC"
        return self.isolate(words)

    def number(self, value: int) -> str:
        """The number with its thousands set apart: 12,000."""
        return str(format_decimal(value, locale=self._locale))

    def percent(self, share: float) -> str:
        """A share in whole per cent."""
        return str(format_percent(share, locale=self._locale))

    def list(self, items: Iterable[str]) -> str:
        """The items as one phrase: "a, b and c"."""
        return format_list([self.isolate(item) for item in items], locale=self._locale)

    def isolate(self, text: str) -> str:
        """A name or figure, kept from disturbing the order of a line of mixed scripts (UAX #9)."""
        if not text or not (self._right_to_left or _runs_from_the_right(text)):
            return text
        return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"

    def language_name(self, language: str) -> str:
        """What another language is called in this one: ``ar`` is "Arabic"."""
        other = Locale.parse(language.replace("-", "_"))
        return other.get_display_name(self._locale) or language

    def country_name(self, country: str) -> str:
        """What a country is called, by its code (ISO 3166-1 alpha-2)."""
        return str(self._locale.territories.get(country, country))

    def _both_months(self, value: datetime.date) -> str:
        levantine = Locale.parse(_LEVANTINE).months["format"]["wide"][value.month]
        gregorian = self._locale.months["format"]["wide"][value.month]
        return f"{levantine}/{gregorian}"


def _runs_from_the_right(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in {"R", "AL"} for character in text)
