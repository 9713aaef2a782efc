"""Numbers of minutes, decisions and actions: gapless yearly series, printed by a pattern."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from liaison_desktop.domain.errors import UserError

_FIELD = re.compile(r"\{(?:(?P<n>n)(?::0(?P<width>[1-9]))?|(?P<year>year))\}")
_PRINTED = re.compile(
    r"(?P<before>(?:.*[^0-9])?)(?P<n>[0-9]{1,9})"
    r"(?P<between>[^0-9]+)(?P<year>[1-9][0-9]{3})(?P<behind>[^0-9]*)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadNumber:
    """A printed number taken apart: ``format_number(pattern, n, year)`` prints it again."""

    pattern: str
    n: int
    year: int


def format_number(pattern: str, n: int, year: int) -> str:
    """A number as printed: ``{n}``, ``{n:03}`` (with leading zeros) and ``{year}`` are filled in.

    Raises:
        UserError: ``number_pattern_invalid``: other braces, or no place for the number itself.
    """
    rest = _FIELD.sub("", pattern)
    if "{" in rest or "}" in rest or not any(field["n"] for field in _FIELD.finditer(pattern)):
        raise UserError("number_pattern_invalid", pattern=pattern)
    return _FIELD.sub(lambda field: _filled(field, n, year), pattern)


def next_number(taken: Iterable[int]) -> int:
    """The number after the highest one taken; 1 opens the series."""
    return max(taken, default=0) + 1


def read_number(text: str) -> ReadNumber | None:
    """The pattern, number and year of a printed number such as ``D.7/2026`` or ``B 12/2026``.

    The last group of digits but one is the number, the last one the year of four digits; ``None`` =
    the text is not built like that.
    """
    match = _PRINTED.fullmatch(text)
    if match is None or int(match["n"]) == 0 or "{" in text or "}" in text:
        return None
    digits = match["n"]
    field = f"{{n:0{len(digits)}}}" if digits.startswith("0") else "{n}"
    pattern = f"{match['before']}{field}{match['between']}{{year}}{match['behind']}"
    return ReadNumber(pattern=pattern, n=int(digits), year=int(match["year"]))


def _filled(field: re.Match[str], n: int, year: int) -> str:
    if field["year"]:
        return str(year)
    return str(n).zfill(int(field["width"] or 0))
