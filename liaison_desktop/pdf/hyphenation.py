"""Where words may be divided at the end of a line, by the patterns of their language."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pyphen import Pyphen

# So many letters stand before and after a hyphen.
_LETTERS_KEPT: Final = 3
_LETTERS: Final = re.compile(rf"[^\W\d_]{{{2 * _LETTERS_KEPT},}}")
_WORDS_KEPT: Final = 10_000
_CAPITALISES_NOUNS: Final = "de"


@lru_cache(_WORDS_KEPT)
def divisions(word: str, language: str, *, names: bool = False) -> tuple[int, ...]:
    """The places in a word before which a hyphen may be put.

    Numbers and abbreviations stay whole.

    Args:
        names: whether words that a capital tells to be names may be divided; German ones may, as
            all its nouns have one.
    """
    if any(character.isdigit() for character in word):
        return ()
    names = names or language.startswith(_CAPITALISES_NOUNS)
    patterns = _patterns(language.replace("-", "_"))
    if patterns is None:
        return ()
    return tuple(
        letters.start() + place
        for letters in _LETTERS.finditer(word)
        if (letters[0][1:] if names else letters[0]).islower()
        for place in patterns.positions(letters[0])
    )


@lru_cache
def _patterns(language: str) -> "Pyphen | None":
    """The patterns of a language; Arabic has none."""
    import pyphen

    known = pyphen.language_fallback(language)
    if known is None:
        return None
    return pyphen.Pyphen(lang=known, left=_LETTERS_KEPT, right=_LETTERS_KEPT)
