"""Words that no dictionary knows, language by language.

The dictionaries are Hunspell's, asked through Enchant. Where Enchant or the dictionary of a
language is not installed, no word is unknown. Everything here may take a moment and belongs on a
worker; Enchant lets the window go on meanwhile.
"""

from collections.abc import Iterable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from enchant import Broker, Dict

_MOST_SUGGESTIONS: Final = 6
_DICTIONARIES: Final = {
    "en": ("en_GB", "en_US", "en"),
    "it": ("it_IT", "it"),
    "de": ("de_DE", "de_DE_frami", "de"),
    "de_AT": ("de_AT", "de_AT_frami", "de_DE", "de"),
    "da": ("da_DK", "da"),
    "el": ("el_GR", "el"),
    "ar": ("ar", "ar_EG"),
}


class SpellingService:
    """Dictionaries, and beside them the words that the user added."""

    def __init__(self, folder: Path) -> None:
        """``folder``: of the user's own words, a file for each language."""
        self._folder = folder
        self._lock = Lock()
        self._broker: Broker | None = None
        self._opened: dict[str, Dict | None] = {}

    def unknown(self, language: str, words: Iterable[str]) -> frozenset[str]:
        """Those of the words that neither the dictionary of a language nor the user knows."""
        with self._lock:
            dictionary = self._dictionary(language)
            if dictionary is None:
                return frozenset()
            own = self._own(language)
            return frozenset(
                word
                for word in words
                if word and not {word, _small(word)} & own and not dictionary.check(word)
            )

    def suggestions(self, language: str, word: str) -> tuple[str, ...]:
        """What may have been meant, the likeliest first."""
        with self._lock:
            dictionary = self._dictionary(language)
            return tuple(dictionary.suggest(word)[:_MOST_SUGGESTIONS]) if dictionary else ()

    def learn(self, language: str, word: str) -> None:
        """Add a word to those that the user knows."""
        with self._lock:
            words = sorted(self._own(language) | {word})
            self._folder.mkdir(parents=True, exist_ok=True)
            part = self._file(language).with_suffix(".part")
            part.write_text("".join(f"{one}\n" for one in words), encoding="utf-8")
            part.replace(self._file(language))

    def _dictionary(self, language: str) -> "Dict | None":
        """The open dictionary of a language, the first of those that may serve."""
        if language not in self._opened:
            self._opened[language] = self._open(language)
        return self._opened[language]

    def _open(self, language: str) -> "Dict | None":
        try:
            import enchant
        except ImportError:
            return None  # the system has no Enchant
        self._broker = self._broker or enchant.Broker()
        names = _DICTIONARIES.get(language, (language,))
        found = next((name for name in names if self._broker.dict_exists(name)), None)
        return self._broker.request_dict(found) if found else None

    def _own(self, language: str) -> frozenset[str]:
        try:
            return frozenset(self._file(language).read_text(encoding="utf-8").split())
        except (OSError, UnicodeDecodeError):
            return frozenset()

    def _file(self, language: str) -> Path:
        return self._folder / f"{language}.txt"


def _small(word: str) -> str:
    """The word as it stands inside a sentence."""
    return word[:1].lower() + word[1:]
