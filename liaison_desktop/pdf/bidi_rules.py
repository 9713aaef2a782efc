"""Weak, neutral and implicit rules of UAX #9: W1 to W7, N0 to N2, I1 and I2."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from unicodedata import normalize

ISOLATE_INITIATORS: Final = frozenset({"LRI", "RLI", "FSI"})
_NEUTRALS: Final = ISOLATE_INITIATORS | {"B", "S", "WS", "ON", "PDI"}
_STRONG_SIDES: Final = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_OPEN_BRACKETS_KEPT: Final = 63

# BidiBrackets.txt, opening and closing bracket in turn (Unicode 15.0).
_BRACKETS: Final = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋\u2329\u232a❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽"
    "⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_CLOSING: Final = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True))
_CLOSING_BRACKETS: Final = frozenset(_CLOSING.values())


@dataclass(frozen=True, slots=True)
class RunSequence:
    """An isolating run sequence (BD13).

    Attributes:
        positions: where its characters stand in the text.
        before, after: the directions around it, ``sos`` and ``eos`` of the annex.
    """

    positions: tuple[int, ...]
    level: int
    before: str
    after: str


def resolve(
    sequence: RunSequence,
    text: str,
    original: Sequence[str],
    classes: Sequence[str],
    levels: list[int],
) -> None:
    """Write the final level of each character of the sequence into ``levels``."""
    kinds = [classes[position] for position in sequence.positions]
    _nonspacing_marks(kinds, sequence.before)
    _numbers_after_arabic(kinds, sequence.before)
    _separators_between_numbers(kinds)
    _terminators_beside_numbers(kinds)
    _numbers_after_latin(kinds, sequence.before)
    _brackets(kinds, sequence, text, original)
    _neutrals(kinds, sequence)
    for position, kind in zip(sequence.positions, kinds, strict=True):
        levels[position] = _implicit_level(sequence.level, kind)


def _nonspacing_marks(kinds: list[str], before: str) -> None:
    """W1."""
    previous = before
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            isolate = previous in ISOLATE_INITIATORS or previous == "PDI"
            kinds[index] = "ON" if isolate else previous
        previous = kinds[index]


def _numbers_after_arabic(kinds: list[str], before: str) -> None:
    """W2 and W3."""
    strong = before
    for index, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[index] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]


def _separators_between_numbers(kinds: list[str]) -> None:
    """W4."""
    for index in range(1, len(kinds) - 1):
        left, kind, right = kinds[index - 1 : index + 2]
        if left != right:
            continue
        if (kind == "ES" and left == "EN") or (kind == "CS" and left in ("EN", "AN")):
            kinds[index] = left


def _terminators_beside_numbers(kinds: list[str]) -> None:
    """W5 and W6."""
    for start, end in _stretches(kinds, frozenset({"ET"})):
        beside = kinds[start - 1 : start] + kinds[end : end + 1]
        if "EN" in beside:
            kinds[start:end] = ["EN"] * (end - start)
    kinds[:] = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in kinds]


def _numbers_after_latin(kinds: list[str], before: str) -> None:
    """W7."""
    strong = before
    for index, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"


def _brackets(kinds: list[str], sequence: RunSequence, text: str, original: Sequence[str]) -> None:
    """N0."""
    characters = [text[position] for position in sequence.positions]
    for opening, closing in _bracket_pairs(kinds, characters):
        direction = _bracket_direction(kinds, opening, closing, sequence)
        if direction is None:
            continue
        for bracket in (opening, closing):
            kinds[bracket] = direction
            mark = bracket + 1
            while mark < len(kinds) and original[sequence.positions[mark]] == "NSM":
                kinds[mark] = direction
                mark += 1


def _bracket_pairs(kinds: Sequence[str], characters: Sequence[str]) -> list[tuple[int, int]]:
    """Matching brackets in the order of the opening ones (BD16)."""
    pairs: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for index, character in enumerate(characters):
        if kinds[index] != "ON":
            continue
        if character in _CLOSING:
            if len(opened) == _OPEN_BRACKETS_KEPT:
                return []
            opened.append((normalize("NFC", _CLOSING[character]), index))
        elif character in _CLOSING_BRACKETS:
            expected = [closing for closing, _ in opened]
            closing = normalize("NFC", character)
            if closing in expected:
                depth = len(expected) - 1 - expected[::-1].index(closing)
                pairs.append((opened[depth][1], index))
                del opened[depth:]
    return sorted(pairs)


def _bracket_direction(
    kinds: Sequence[str], opening: int, closing: int, sequence: RunSequence
) -> str | None:
    own = "R" if sequence.level % 2 else "L"
    inside = {_STRONG_SIDES.get(kind) for kind in kinds[opening + 1 : closing]} - {None}
    if own in inside:
        return own
    if not inside:
        return None
    sides = (_STRONG_SIDES.get(kind) for kind in reversed(kinds[:opening]))
    return next((side for side in sides if side), sequence.before)


def _neutrals(kinds: list[str], sequence: RunSequence) -> None:
    """N1 and N2."""
    own = "R" if sequence.level % 2 else "L"
    for start, end in _stretches(kinds, _NEUTRALS):
        left = _STRONG_SIDES[kinds[start - 1]] if start else sequence.before
        right = _STRONG_SIDES[kinds[end]] if end < len(kinds) else sequence.after
        kinds[start:end] = [left if left == right else own] * (end - start)


def _stretches(kinds: Sequence[str], members: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch whose classes are all among the members."""
    start = 0
    while start < len(kinds):
        end = start
        while end < len(kinds) and kinds[end] in members:
            end += 1
        if end > start:
            yield start, end
        start = end + 1


def _implicit_level(level: int, kind: str) -> int:
    """I1 and I2."""
    if level % 2:
        return level + (kind != "R")
    return level + {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)
