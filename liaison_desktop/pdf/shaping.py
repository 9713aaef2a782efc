"""From text to words of shaped glyphs: cleaning, direction, font fallback, break places."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final
from unicodedata import category, combining

from liaison_desktop.pdf.bidi import embedding_levels
from liaison_desktop.pdf.blocks import Span, Text
from liaison_desktop.pdf.fonts import PLACEHOLDER, Face, Fonts, Glyph
from liaison_desktop.pdf.languages import is_right_to_left
from liaison_desktop.pdf.typography import TextStyle

_log = logging.getLogger(__name__)

_SPACES: Final = " \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
_LINE_ENDS: Final = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
# A word ends after a hyphen, dash or slash between letters, or at a place marked for breaking.
_TOKEN: Final = re.compile(
    rf"(?P<space>[{_SPACES}]+)|[^{_SPACES}]+?(?:(?<=\w)[-\u2010\u2013\u2014/](?=[^\W\d_])|\u200b|(?=[{_SPACES}])|$)"
)
_UNSEEN: Final = frozenset("\u00ad\u200b\u200e\u200f\u061c\u2060\ufeff") | frozenset(
    chr(code)
    for start, end in ((0x202A, 0x202E), (0x2066, 0x2069))
    for code in range(start, end + 1)
)
_JOINERS: Final = frozenset("\u200c\u200d")
_NONCHARACTER_ENDS: Final = (0xFFFE, 0xFFFF)


@dataclass(frozen=True, slots=True)
class Piece:
    """Glyphs of one span, face and level; they stand from left to right.

    Attributes:
        span: number of the span in the paragraph.
        size, width: in points.
    """

    text: str
    span: int
    face: Face
    size: float
    level: int
    glyphs: tuple[Glyph, ...]
    width: float
    space: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """Pieces between which no line may break."""

    pieces: tuple[Piece, ...]
    space: bool
    width: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "width", sum(piece.width for piece in self.pieces))

    def cut(self, width: float) -> "tuple[Word, Word] | None":
        """The word in two, the first no wider than ``width`` but at least one letter.

        Returns:
            ``None`` for a single letter.
        """
        head: list[Piece] = []
        tail = list(self.pieces)
        while tail and tail[0].width <= width:
            width -= tail[0].width
            head.append(tail.pop(0))
        parts = _cut_piece(tail[0], width, at_least=0 if head else 1) if tail else None
        if parts:
            head.append(parts[0])
            tail[0] = parts[1]
        if not head or not tail:
            return None
        return Word(tuple(head), self.space), Word(tuple(tail), self.space)


def _cut_piece(piece: Piece, width: float, *, at_least: int) -> tuple[Piece, Piece] | None:
    """The piece in two between letters; joined letters keep their forms, as they do in print."""
    logical = piece.glyphs[::-1] if piece.level % 2 else piece.glyphs
    used = 0.0
    cut = count = 0
    for number, glyph in enumerate(logical):
        starts_letter = bool(glyph.text) and not combining(glyph.text[0])
        if starts_letter and number:
            if used > width and count >= at_least:
                break
            cut, count = number, count + 1
        used += glyph.advance * piece.size / 1000
    if cut == 0 or count < at_least:
        return None
    return _part(piece, logical[:cut]), _part(piece, logical[cut:])


def _part(piece: Piece, logical: tuple[Glyph, ...]) -> Piece:
    return replace(
        piece,
        text="".join(glyph.text for glyph in logical),
        glyphs=logical[::-1] if piece.level % 2 else logical,
        width=sum(glyph.advance for glyph in logical) * piece.size / 1000,
    )


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
    if character == "\n":
        return True
    return category(character) not in ("Cc", "Cs", "Co") and not _is_noncharacter(ord(character))


def _is_noncharacter(code: int) -> bool:
    return code & 0xFFFF in _NONCHARACTER_ENDS or 0xFDD0 <= code <= 0xFDEF


class Shaper:
    """Shapes text for one paper, and warns once of each character that no font has."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._missing: set[str] = set()

    def shape(self, text: Text, style: TextStyle, language: str) -> ShapedText:
        """The text in words; its base direction is that of the language."""
        spans = spans_of(text)
        base = int(is_right_to_left(language))
        cleaned = [_clean(span.text) for span in spans]
        characters = "".join(cleaned)
        owners = [number for number, part in enumerate(cleaned) for _ in part]
        paragraphs = []
        start = 0
        for line in characters.split("\n"):
            look = _Look(spans, owners[start : start + len(line)], style, language)
            levels = embedding_levels(line, base)
            paragraphs.append(tuple(self._words(line, levels, look)))
            start += len(line) + 1
        return ShapedText(spans, tuple(paragraphs), base)

    def _words(self, line: str, levels: list[int], look: "_Look") -> Iterator[Word]:
        for token in _TOKEN.finditer(line):
            space = token.lastgroup == "space"
            pieces = tuple(
                self._pieces(line, token.start(), token.end(), levels, look, space=space)
            )
            if pieces:
                yield Word(pieces, space)

    def _pieces(
        self, line: str, start: int, end: int, levels: list[int], look: "_Look", *, space: bool
    ) -> Iterator[Piece]:
        text = ""
        current: tuple[int, Face | None, int] | None = None
        for place in range(start, end):
            character = line[place]
            if character in _UNSEEN:
                continue
            face = self._face(character, look, look.owners[place], current)
            key = (look.owners[place], face, levels[place])
            if current is not None and key != current:
                yield self._piece(text, current, look, space=space)
                text = ""
            current = key
            text += character
        if current is not None:
            yield self._piece(text, current, look, space=space)

    def _face(
        self,
        character: str,
        look: "_Look",
        owner: int,
        previous: tuple[int, Face | None, int] | None,
    ) -> Face | None:
        """The face for a character; marks and joiners stay with the letter before them."""
        before = previous[1] if previous else None
        joins = character in _JOINERS
        if before and (joins or (combining(character) and before.covers(character))):
            return before
        span = look.spans[owner]
        bold = span.bold or look.style.bold
        italic = span.italic != look.style.italic
        face = self._fonts.face_for(character, bold=bold, italic=italic)
        if face is None and character not in self._missing:
            self._missing.add(character)
            _log.warning("No font has U+%04X; a placeholder is printed for it", ord(character))
        return face

    def _piece(
        self, text: str, key: tuple[int, Face | None, int], look: "_Look", *, space: bool
    ) -> Piece:
        owner, face, level = key
        span = look.spans[owner]
        if face is None:
            face = self._fonts.main(bold=False, italic=False)
            glyphs = tuple(face.placeholder(character) for character in text)
        else:
            glyphs = face.shape(text, rtl=level % 2 == 1, language=span.language or look.language)
        size = look.style.size * face.scale
        width = sum(glyph.advance for glyph in glyphs) * size / 1000
        return Piece(text, owner, face, size, level, glyphs, width, space)


@dataclass(frozen=True, slots=True)
class _Look:
    """What decides on the look of each character of a line."""

    spans: tuple[Span, ...]
    owners: list[int]
    style: TextStyle
    language: str
