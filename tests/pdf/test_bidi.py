"""Bidirectional text: proved against Unicode's own test of UAX #9."""

import lzma
import sys
from collections.abc import Iterator
from pathlib import Path
from unicodedata import bidirectional

import pytest

from liaison_desktop.pdf.bidi import embedding_levels, reads_both_ways, visual_order

CASES = Path(__file__).parents[1] / "data" / "unicode" / "BidiCharacterTest.txt.xz"
WHITE_OR_FORMATTING = frozenset(
    ["WS", "FSI", "LRI", "RLI", "PDI", "LRE", "RLE", "LRO", "RLO", "PDF", "BN"]
)


def unicode_cases() -> Iterator[tuple[str, int, list[int | None], list[int]]]:
    """Text, paragraph level, levels of a single line, visual order."""
    with lzma.open(CASES, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#") or not line.strip():
                continue
            text, _, level, levels, order = line.strip().split(";")
            yield (
                "".join(chr(int(code, 16)) for code in text.split()),
                int(level),
                [None if entry == "x" else int(entry) for entry in levels.split()],
                [int(entry) for entry in order.split()],
            )


def at_line_end(text: str, levels: list[int], base: int) -> list[int]:
    """Rule L1; the typesetter needs none of it, as it drops white space at the end of a line."""
    result = list(levels)
    trailing = True
    for place in range(len(text) - 1, -1, -1):
        kind = bidirectional(text[place])
        trailing = kind in ("S", "B") or (trailing and kind in WHITE_OR_FORMATTING)
        if trailing:
            result[place] = base
    return result


def test_every_case_of_unicode() -> None:
    failures = []
    count = 0
    for text, base, levels, order in unicode_cases():
        count += 1
        resolved = at_line_end(text, embedding_levels(text, base), base)
        kept = [place for place, level in enumerate(levels) if level is not None]
        drawn = [kept[index] for index in visual_order([resolved[place] for place in kept])]
        if [resolved[place] for place in kept] != [levels[place] for place in kept]:
            failures.append(f"levels of {text!a}")
        elif drawn != order:
            failures.append(f"order of {text!a}")
    assert count == 91_707
    assert failures == []


@pytest.mark.parametrize(
    ("text", "levels"),
    [("abc", [0, 0, 0]), ("aא1", [0, 1, 2]), ("", [])],
)
def test_levels_in_a_left_to_right_paragraph(text: str, levels: list[int]) -> None:
    assert embedding_levels(text, 0) == levels


def test_no_character_from_right_to_left_is_overlooked() -> None:
    """Most text is told from its blocks alone to be left to right all through."""
    turning = {"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI"}
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if bidirectional(character) in turning:
            assert reads_both_ways(character), f"U+{code:04X}"
