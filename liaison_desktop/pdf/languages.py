"""Reading direction of a language tag."""

from functools import lru_cache
from typing import Final

_RTL_LANGUAGES: Final = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_RTL_SCRIPTS: Final = frozenset({"arab", "hebr", "syrc", "thaa", "nkoo", "adlm"})


@lru_cache
def is_right_to_left(language: str) -> bool:
    """Whether text in that language (BCP 47 tag) is written from right to left."""
    primary, *subtags = language.casefold().split("-")
    scripts = [subtag for subtag in subtags if len(subtag) == 4 and subtag.isalpha()]
    if scripts:
        return scripts[0] in _RTL_SCRIPTS
    return primary in _RTL_LANGUAGES
