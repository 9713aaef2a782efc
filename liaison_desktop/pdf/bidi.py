"""Embedding levels and visual order of mixed left-to-right and right-to-left text (UAX #9).

The rule names (X1 to X10, L2) are those of the annex. Levels are kept for every character, also for
those that rule X9 removes, so that positions in the text and in the levels stay the same.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from unicodedata import bidirectional

from liaison_desktop.pdf.bidi_rules import ISOLATE_INITIATORS, RunSequence, resolve

MAXIMUM_DEPTH: Final = 125
_EMBEDDINGS: Final = frozenset({"LRE", "RLE", "LRO", "RLO"})
_REMOVED: Final = _EMBEDDINGS | {"PDF", "BN"}
# Text without a character of these blocks is left to right all through.
_MAY_BE_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff"
    "\U0001e800-\U0001efff]"
)


def embedding_levels(text: str, base: int) -> list[int]:
    """The embedding level of each character of one paragraph.

    Args:
        base: 0 for a left-to-right paragraph, 1 for a right-to-left one.
    """
    if base == 0 and not reads_both_ways(text):
        return [0] * len(text)
    classes = [bidirectional(character) or "L" for character in text]
    isolates = _matching_isolates(classes)
    explicit = _ExplicitLevels(classes, isolates, base)
    for position in range(len(classes)):
        explicit.read(position)
    levels = explicit.levels
    for sequence in _run_sequences(classes, levels, isolates, base):
        resolve(sequence, text, classes, explicit.overridden, levels)
    _level_removed(classes, levels, base)
    return levels


def reads_both_ways(text: str) -> bool:
    """Whether some of it may read from right to left, by its blocks alone."""
    return _MAY_BE_RIGHT_TO_LEFT.search(text) is not None


def visual_order(levels: Sequence[int]) -> list[int]:
    """The positions of a line from left to right (L2)."""
    order = list(range(len(levels)))
    lowest_odd = min((level for level in levels if level % 2), default=None)
    if lowest_odd is None:
        return order
    for level in range(max(levels), lowest_odd - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


def _matching_isolates(classes: Sequence[str]) -> dict[int, int]:
    """The position of the PDI that ends each isolate (BD9); unmatched initiators are missing."""
    matches: dict[int, int] = {}
    open_isolates: list[int] = []
    for position, kind in enumerate(classes):
        if kind in ISOLATE_INITIATORS:
            open_isolates.append(position)
        elif kind == "PDI" and open_isolates:
            matches[open_isolates.pop()] = position
    return matches


def _first_strong(
    classes: Sequence[str], start: int, end: int, isolates: dict[int, int]
) -> int | None:
    position = start
    while position < end:
        kind = classes[position]
        if kind in ("L", "R", "AL"):
            return 0 if kind == "L" else 1
        if kind in ISOLATE_INITIATORS:
            position = isolates.get(position, end)
        position += 1
    return None


@dataclass(frozen=True, slots=True)
class _Status:
    """One entry of the directional status stack."""

    level: int
    override: str | None
    isolate: bool


class _ExplicitLevels:
    """Rules X1 to X8: levels set by embeddings, overrides and isolates."""

    def __init__(self, classes: list[str], isolates: dict[int, int], base: int) -> None:
        self.levels = [base] * len(classes)
        self.overridden = list(classes)
        self._classes = classes
        self._isolates = isolates
        self._base = base
        self._stack = [_Status(base, None, False)]
        self._overflow_isolates = 0
        self._overflow_embeddings = 0
        self._valid_isolates = 0

    def read(self, position: int) -> None:
        kind = self._classes[position]
        if kind in _EMBEDDINGS:
            self._embed(position, kind)
        elif kind in ISOLATE_INITIATORS:
            self._isolate(position, kind)
        elif kind == "PDI":
            self._end_isolate()
            self._take_level(position)
        elif kind == "PDF":
            self.levels[position] = self._stack[-1].level
            self._end_embedding()
        elif kind == "B":
            self.levels[position] = self._base
        else:
            self._take_level(position)

    def _take_level(self, position: int) -> None:
        status = self._stack[-1]
        self.levels[position] = status.level
        if status.override and self._classes[position] != "BN":
            self.overridden[position] = status.override

    def _push(self, *, odd: bool, override: str | None, isolate: bool) -> bool:
        level = self._stack[-1].level
        deeper = (level + 1) | 1 if odd else (level + 2) & ~1
        if deeper > MAXIMUM_DEPTH or self._overflow_isolates or self._overflow_embeddings:
            return False
        self._stack.append(_Status(deeper, override, isolate))
        return True

    def _embed(self, position: int, kind: str) -> None:
        self.levels[position] = self._stack[-1].level
        override = kind[0] if kind.endswith("O") else None
        pushed = self._push(odd=kind[0] == "R", override=override, isolate=False)
        if not pushed and not self._overflow_isolates:
            self._overflow_embeddings += 1

    def _isolate(self, position: int, kind: str) -> None:
        self._take_level(position)
        odd = kind == "RLI"
        if kind == "FSI":
            end = self._isolates.get(position, len(self._classes))
            odd = _first_strong(self._classes, position + 1, end, self._isolates) == 1
        if self._push(odd=odd, override=None, isolate=True):
            self._valid_isolates += 1
        else:
            self._overflow_isolates += 1

    def _end_isolate(self) -> None:
        if self._overflow_isolates:
            self._overflow_isolates -= 1
        elif self._valid_isolates:
            self._overflow_embeddings = 0
            while not self._stack[-1].isolate:
                self._stack.pop()
            self._stack.pop()
            self._valid_isolates -= 1

    def _end_embedding(self) -> None:
        if self._overflow_isolates:
            return
        if self._overflow_embeddings:
            self._overflow_embeddings -= 1
        elif not self._stack[-1].isolate and len(self._stack) > 1:
            self._stack.pop()


def _level_runs(classes: Sequence[str], levels: Sequence[int]) -> list[list[int]]:
    """Positions with one level beside each other, without those that X9 removes."""
    runs: list[list[int]] = []
    for position, kind in enumerate(classes):
        if kind in _REMOVED:
            continue
        if runs and levels[runs[-1][-1]] == levels[position]:
            runs[-1].append(position)
        else:
            runs.append([position])
    return runs


def _run_sequences(
    classes: Sequence[str], levels: Sequence[int], isolates: dict[int, int], base: int
) -> list[RunSequence]:
    """The isolating run sequences (BD13) with the levels before and after each (X10)."""
    runs = _level_runs(classes, levels)
    number_by_start = {run[0]: number for number, run in enumerate(runs)}
    closing = set(isolates.values())
    sequences = []
    for number, run in enumerate(runs):
        if run[0] in closing:
            continue
        positions, last = list(run), number
        while positions[-1] in isolates:
            last = number_by_start[isolates[positions[-1]]]
            positions += runs[last]
        level = levels[run[0]]
        before = levels[runs[number - 1][-1]] if number else base
        unmatched = classes[positions[-1]] in ISOLATE_INITIATORS
        after = levels[runs[last + 1][0]] if last + 1 < len(runs) and not unmatched else base
        sequences.append(
            RunSequence(tuple(positions), level, _side(level, before), _side(level, after))
        )
    return sequences


def _side(level: int, neighbour: int) -> str:
    return "R" if max(level, neighbour) % 2 else "L"


def _level_removed(classes: Sequence[str], levels: list[int], base: int) -> None:
    previous = base
    for position, kind in enumerate(classes):
        if kind in _REMOVED:
            levels[position] = previous
        previous = levels[position]
