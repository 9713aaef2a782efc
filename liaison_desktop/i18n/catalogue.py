"""The catalogue of one language: English sentences in, translated ones out."""

import gettext
import io
from functools import lru_cache
from pathlib import Path
from typing import Literal

from liaison_desktop import paths

DOMAIN = "liaison"

LANGUAGES = ("en", "it", "de", "de_AT", "da", "el", "ar")
"""Languages of the official papers."""

WINDOW_LANGUAGES = ("en", "it", "de", "da", "el", "ar")
"""Languages the window is complete in."""

_RIGHT_TO_LEFT = frozenset({"ar"})


def known_language(tag: str) -> str:
    """The language of ``LANGUAGES`` nearest to a language tag.

    ``de-AT`` gives ``de_AT``, ``it-CH`` gives ``it``, and what is not known gives English.
    """
    language, _, rest = tag.replace("-", "_").partition("_")
    regional = f"{language.lower()}_{rest.partition('_')[0].upper()}"
    if regional in LANGUAGES:
        return regional
    return language.lower() if language.lower() in LANGUAGES else "en"


class Catalogue:
    """Translations into one language.

    What ``de_AT`` lacks falls back to ``de``; what a language lacks falls back to English.

    Attributes:
        language: one of ``LANGUAGES``.
        tag: the same as a language tag (``de-AT``), as files write it.
        direction: the way the language is written.
    """

    def __init__(self, language: str, folder: Path | None = None) -> None:
        self.language = known_language(language)
        self.tag = self.language.replace("_", "-")
        self.direction: Literal["ltr", "rtl"] = "rtl" if self.language in _RIGHT_TO_LEFT else "ltr"
        self._translations = _load(self.language, folder or paths.translations())

    def gettext(self, message: str) -> str:
        """The message in this language."""
        return self._translations.gettext(message)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """The form of the message that goes with a number."""
        return self._translations.ngettext(singular, plural, n)

    def pgettext(self, context: str, message: str) -> str:
        """The message as it is said in a context, for example ``"paper"``."""
        return self._translations.pgettext(context, message)

    def npgettext(self, context: str, singular: str, plural: str, n: int) -> str:
        """The form that goes with a number, as it is said in a context."""
        return self._translations.npgettext(context, singular, plural, n)


def _load(language: str, folder: Path) -> gettext.NullTranslations:
    main_language = language.partition("_")[0]
    translations = gettext.NullTranslations()
    for name in dict.fromkeys((main_language, language)):
        compiled = _compiled(folder / name / "LC_MESSAGES")
        if compiled is not None:
            regional = gettext.GNUTranslations(compiled)
            regional.add_fallback(translations)
            translations = regional
    return translations


def _compiled(folder: Path) -> io.BytesIO | None:
    """The compiled catalogue; in a checkout a newer source is compiled on the spot."""
    source = folder / f"{DOMAIN}.po"
    compiled = folder / f"{DOMAIN}.mo"
    if source.exists() and not _is_newer(compiled, source):
        return io.BytesIO(_compile(source, source.stat().st_mtime_ns))
    return io.BytesIO(compiled.read_bytes()) if compiled.exists() else None


def _is_newer(compiled: Path, source: Path) -> bool:
    return compiled.exists() and compiled.stat().st_mtime_ns >= source.stat().st_mtime_ns


@lru_cache(maxsize=2 * len(LANGUAGES))
def _compile(source: Path, _changed_at: int) -> bytes:
    """Compiled once for as long as the file stays the same: it takes a tenth of a second."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        messages = read_po(file)
    # Babel would write an untranslated plural in English and hide what to fall back to.
    for message in [one for one in messages if one.pluralizable and not any(one.string or ())]:
        messages.delete(message.id, message.context)
    compiled = io.BytesIO()
    write_mo(compiled, messages)
    return compiled.getvalue()
