"""Which people or organisations may have been taken in twice. A program only ever asks."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from uuid import UUID

_LARGEST_GROUP = 60
"""Members of a group that are compared with each other; what more share is no sign of anything."""

_LAST_DIGITS = 8


class Likeness(StrEnum):
    """Why two may be the same, the surest sign first."""

    SAME_EMAIL = "same_email"
    SAME_PHONE = "same_phone"
    SAME_NAME = "same_name"
    SAME_NATIVE_NAME = "same_native_name"
    NEAR_NAME = "near_name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is compared of a person or an organisation.

    Attributes:
        words: of the name, folded, without order.
        native: the name in its own script, folded.
        emails: in small letters.
        phones: their telling digits.
    """

    id: UUID
    name: str
    words: frozenset[str]
    native: str = ""
    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two that may be the same, and why."""

    one: Known
    other: Known
    likenesses: tuple[Likeness, ...]


def telling_digits(phone: str) -> str:
    """What two ways of writing a number have in common, with and without the codes before it.

    Empty = the number is too short to tell anything.
    """
    digits = "".join(sign for sign in phone if sign.isdecimal())[-_LAST_DIGITS:]
    return digits if len(digits) >= _LAST_DIGITS - 2 else ""


def pairs(known: Iterable[Known], near: Callable[[str, str], bool]) -> tuple[Pair, ...]:
    """Those that may be the same, the surest first.

    Only those that share something are compared: two words that begin alike, an address, a number.
    ``near``: whether two names are nearly written alike.
    """
    groups: dict[Hashable, list[Known]] = defaultdict(list)
    for each in known:
        for key in _keys(each):
            groups[key].append(each)
    found: dict[frozenset[UUID], Pair] = {}
    for group in groups.values():
        if len(group) <= _LARGEST_GROUP:
            for one, other in combinations(group, 2):
                both = frozenset((one.id, other.id))
                if both not in found and (likenesses := tuple(_likenesses(one, other, near))):
                    found[both] = Pair(one, other, likenesses)
    return tuple(sorted(found.values(), key=_surest_first))


def _keys(known: Known) -> Iterator[Hashable]:
    yield "words", known.words
    yield from (("email", email) for email in known.emails)
    yield from (("phone", phone) for phone in known.phones)
    if known.native:
        yield "native", known.native
    yield "beginnings", frozenset(word[:2] for word in known.words)


def _likenesses(one: Known, other: Known, near: Callable[[str, str], bool]) -> Iterator[Likeness]:
    if one.emails & other.emails:
        yield Likeness.SAME_EMAIL
    if one.phones & other.phones:
        yield Likeness.SAME_PHONE
    if one.words == other.words:
        yield Likeness.SAME_NAME
    elif near(_sorted(one), _sorted(other)):
        yield Likeness.NEAR_NAME
    if one.native and one.native == other.native:
        yield Likeness.SAME_NATIVE_NAME


def _sorted(known: Known) -> str:
    return " ".join(sorted(known.words))


def _surest_first(pair: Pair) -> tuple[int, str, str]:
    order = list(Likeness)
    return min(order.index(each) for each in pair.likenesses), pair.one.name, str(pair.one.id)
