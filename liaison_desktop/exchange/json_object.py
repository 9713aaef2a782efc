"""Typed reading of the objects of a JSON file; what is wrong is refused at its place."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from enum import StrEnum
from typing import TypeVar

from liaison_desktop.exchange.json_document import RepeatedKey
from liaison_desktop.exchange.places import Place

Choice = TypeVar("Choice", bound=StrEnum)

# Dates stay where months can be added to them and every calendar can print them.
_DATE = re.compile(r"(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
# Language, script, region (RFC 5646), with the underscore of locales allowed.
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[_-](?:[A-Z][a-z]{3}|[A-Z]{2}))*")
_LONGEST_QUOTE = 60


class JsonObject:
    """An object of a file. It knows its place and which of its keys nobody asked for.

    A key whose value is ``null`` counts as missing. Every reader raises ``UserError`` with the
    place: ``json_missing`` where there is no value, and what its own line says.

    Attributes:
        place: where the object stands.
    """

    def __init__(self, value: object, place: Place) -> None:
        if not isinstance(value, dict):
            raise place.error("json_not_object")
        if isinstance(value, RepeatedKey):
            raise place.key(value.key).error("json_key_twice")
        self.place = place
        self._members: Mapping[str, object] = value
        self._asked: set[str] = set()
        self._children: dict[str, tuple[JsonObject, ...]] = {}

    def __contains__(self, key: str) -> bool:
        """Whether there is a value."""
        self._asked.add(key)
        return self._members.get(key) is not None

    def key_names(self) -> Iterable[str]:
        """All keys, in the order of the file."""
        return self._members.keys()

    def unknown(self) -> Iterator[Place]:
        """Places of the keys that were never asked for, here and in the objects read from here."""
        for key in self._members:
            if key not in self._asked:
                yield self.place.key(key)
            for child in self._children.get(key, ()):
                yield from child.unknown()

    def text(self, key: str) -> str:
        """A text that says something: ``json_not_text``, ``json_control_character``,
        ``json_blank``."""
        text = _checked_text(self._value(key), self.place.key(key))
        if not text.strip():
            raise self.place.key(key).error("json_blank")
        return text

    def optional_text(self, key: str) -> str:
        """A text, empty where there is none: ``json_not_text``, ``json_control_character``."""
        return _checked_text(self._value(key), self.place.key(key)) if key in self else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty where there is none: ``json_not_list`` and as for a text."""
        return tuple(text for text, _ in self.placed_texts(key))

    def placed_texts(self, key: str) -> tuple[tuple[str, Place], ...]:
        """A list of texts, each with its place."""
        return tuple((_checked_text(value, place), place) for value, place in self._list(key))

    def number(self, key: str, least: int, most: int) -> int:
        """A whole number: ``json_not_number``, ``json_number_range``."""
        value = self._value(key)
        place = self.place.key(key)
        if isinstance(value, bool) or not isinstance(value, int):
            raise place.error("json_not_number")
        if not least <= value <= most:
            raise place.error("json_number_range", value=value, least=least, most=most)
        return value

    def flag(self, key: str) -> bool:
        """True or false: ``json_not_flag``."""
        value = self._value(key)
        if not isinstance(value, bool):
            raise self.place.key(key).error("json_not_flag")
        return value

    def language(self, key: str) -> str:
        """A language tag such as ``ar`` or ``de_AT``: ``json_language``."""
        text = self.text(key)
        if not is_language(text):
            raise self.place.key(key).error("json_language", value=_quoted(text))
        return text

    def day(self, key: str) -> date:
        """A day written ``YYYY-MM-DD``: ``json_date``."""
        text = self.text(key)
        try:
            if _DATE.fullmatch(text):
                return date.fromisoformat(text)
        except ValueError:
            pass
        raise self.place.key(key).error("json_date", value=_quoted(text))

    def clock_time(self, key: str) -> time:
        """A clock time written ``HH:MM``: ``json_time``."""
        text = self.text(key)
        try:
            if _TIME.fullmatch(text):
                return time.fromisoformat(text)
        except ValueError:
            pass
        raise self.place.key(key).error("json_time", value=_quoted(text))

    def choice(self, key: str, choices: type[Choice]) -> Choice:
        """One of the values of an enumeration: ``json_choice`` names them."""
        return _chosen(self.text(key), self.place.key(key), choices)

    def choices(self, key: str, choices: type[Choice]) -> tuple[Choice, ...]:
        """A list of values of an enumeration."""
        return tuple(_chosen(text, place, choices) for text, place in self.placed_texts(key))

    def child(self, key: str) -> "JsonObject":
        """An object: ``json_not_object``, ``json_key_twice``."""
        if key not in self._children:
            self._children[key] = (JsonObject(self._value(key), self.place.key(key)),)
        return self._children[key][0]

    def children(self, key: str) -> "tuple[JsonObject, ...]":
        """A list of objects, empty where there is none: ``json_not_list`` and as for an object."""
        if key not in self._children:
            self._children[key] = tuple(
                JsonObject(value, place) for value, place in self._list(key)
            )
        return self._children[key]

    def require(self, *keys: str) -> None:
        """Refuse the object where one of the keys has no value: ``json_missing``."""
        for key in keys:
            if key not in self:
                raise self.place.key(key).error("json_missing")

    def _value(self, key: str) -> object:
        self.require(key)
        return self._members[key]

    def _list(self, key: str) -> Iterator[tuple[object, Place]]:
        values = self._value(key) if key in self else []
        place = self.place.key(key)
        if not isinstance(values, list):
            raise place.error("json_not_list")
        for number, value in enumerate(values):
            yield value, place.index(number)


def is_language(text: str) -> bool:
    """Whether a text is built like a language tag."""
    return _LANGUAGE.fullmatch(text) is not None


def _checked_text(value: object, place: Place) -> str:
    if not isinstance(value, str):
        raise place.error("json_not_text")
    if _CONTROL.search(value):
        raise place.error("json_control_character")
    return value


def _chosen(text: str, place: Place, choices: type[Choice]) -> Choice:
    try:
        return choices(text)
    except ValueError:
        allowed = ", ".join(choices)
        raise place.error("json_choice", value=_quoted(text), allowed=allowed) from None


def _quoted(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
