"""From text to words of shaped glyphs: cleaning, direction, break places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from unicodedata import category

from liaison_desktop.pdf.bidi import embedding_levels
from liaison_desktop.pdf.blocks import (
    Span,
    Text,
)
from liaison_desktop.pdf.fonts import PLACEHOLDER
from liaison_desktop.pdf.languages import is_right_to_left
from liaison_desktop.pdf.typography import TextStyle
from liaison_desktop.pdf.word_shaping import WordShaper
from liaison_desktop.pdf.words import Look, Word

_SPACES: Final = " \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
_LINE_ENDS: Final = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
# A word ends after a hyphen, dash or slash between letters, or at a place marked for breaking.
_TOKEN: Final = re.compile(
    rf"(?P<space>[{_SPACES}]+)|[^{_SPACES}]+?(?:(?<=\w)[-\u2010\u2013\u2014/](?=[^\W\d_])|\u200b|(?=[{_SPACES}])|$)"
)
_NONCHARACTER_ENDS: Final = (0xFFFE, 0xFFFF)


@dataclass(frozen=True, slots=True)
class ShapedText:
    """A paragraph ready to be broken into lines.

    Attributes:
        paragraphs: the words between forced line ends.
        base: 1 if the paragraph reads from right to left.
    """

    spans: tuple[Span, ...]
    paragraphs: tuple[tuple[Word, ...], ...]
    base: int


def spans_of(text: Text) -> tuple[Span, ...]:
    """The text as spans."""
    return (Span(text),) if isinstance(text, str) else text


def plain(text: Text) -> str:
    """The text in one line and one look, with only characters that can be written to a file."""
    return " ".join(_clean("".join(span.text for span in spans_of(text))).split())


def _clean(text: str) -> str:
    """The text with line feeds as only controls; what has no meaning to Unicode becomes U+FFFD."""
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    if text.isprintable():
        return text
    return "".join(character if _has_meaning(character) else PLACEHOLDER for character in text)


def _has_meaning(character: str) -> bool:
    if character == "\t" or _LINE_ENDS.match(character):
        return True
    return category(character) not in ("Cc", "Cs", "Co") and not _is_noncharacter(ord(character))


def _is_noncharacter(code: int) -> bool:
    return code & 0xFFFF in _NONCHARACTER_ENDS or 0xFDD0 <= code <= 0xFDEF


class Shaper:
    """Shapes text for one paper.

    Attributes:
        missing: the characters that could not be printed: no font has them, or they are none.
    """

    def __init__(self, words: WordShaper) -> None:
        self._shaped = words
        self.missing: set[str] = set()

    def shape(self, text: Text, style: TextStyle, language: str) -> ShapedText:
        """The text in words; its base direction is that of the language."""
        spans = spans_of(text)
        base = int(is_right_to_left(language))
        parts = [_clean(span.text) for span in spans]
        for span, part in zip(spans, parts, strict=True):
            if PLACEHOLDER in part:
                self.missing |= {letter for letter in span.text if not _has_meaning(letter)}
        looks: list[Look] = []
        for number, (span, part) in enumerate(zip(spans, parts, strict=True)):
            looks += [_look(number, span, style, language)] * len(part)
        paragraphs = []
        start = 0
        for line in "".join(parts).split("\n"):
            end = start + len(line)
            paragraphs.append(tuple(self._words(line, base, looks[start:end])))
            start = end + 1
        return ShapedText(spans, tuple(paragraphs), base)

    def _words(self, line: str, base: int, looks: Sequence[Look]) -> Iterator[Word]:
        levels = embedding_levels(line, base)
        for token in _TOKEN.finditer(line):
            start, end = token.span()
            space = token.lastgroup == "space"
            word = self._shaped.word(token[0], levels[start:end], looks[start:end], space=space)
            self.missing |= word.missing
            if word.pieces:
                yield word


def _look(number: int, span: Span, style: TextStyle, language: str) -> Look:
    return Look(
        number,
        span.bold or style.bold,
        span.italic != style.italic,
        style.size,
        span.language or language,
        span.code,
        span.raised,
    )
