"""The words of a paragraph as CommonMark that reads back as the same words in the same looks.

Emphasis is where Markdown is fragile: a mark counts only where the signs beside it let it. Where
they do not, the letter outside is written as a character reference.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final

from liaison_desktop.pdf.blocks import Span, Text

_SPECIAL: Final = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|\n|$)"  # would escape what follows
    r"|_+|[*`]|^~|~$|~(?=~)|(?<=~)~"
    r"|[\[\]]|!(?=$)|!(?=\[)"
    r"|<(?=[^\s<>]*[@:])"
    r"|&(?=#?\w+;)"
)
_PIECES: Final = re.compile(r"\s+|\S+(?:[^\S\n]+\S+)*")
_TICKS: Final = re.compile("`+")
_BREAK: Final = re.compile(r"[ \t]*\n[ \t]*")
_REMEMBERED: Final = 4096
_EMPHASES: Final = ("bold", "italic", "strike")
_MARKS: Final = {"bold": "**", "italic": "_", "strike": "~~"}


class _Kind(StrEnum):
    WORDS = "words"
    WHOLE = "whole"
    OPEN = "open"
    CLOSE = "close"


@dataclass(slots=True)
class _Piece:
    """A part of the source; ``pair`` joins the two marks of one emphasis."""

    kind: _Kind
    source: str
    pair: int = 0


def inline_markdown(text: Text) -> str:
    """The text as Markdown; a line break becomes a hard break.

    What it gives still has to be kept from looking like the start of a block.
    """
    return _source((Span(text),) if isinstance(text, str) else text)


@lru_cache(_REMEMBERED)
def _source(spans: tuple[Span, ...]) -> str:
    """Remembered: while somebody types, all paragraphs but one are as they were a second ago."""
    pieces = list(_pieces(_settled(_stripped(spans))))
    _choose_italic(pieces)
    _protect_marks(pieces)
    return "".join(piece.source for piece in pieces)


def _stripped(spans: Sequence[Span]) -> list[Span]:
    """Without the blanks around line breaks and at the ends, which Markdown would drop as well."""
    parts = list(spans)
    while parts and not parts[0].code and not parts[0].text.lstrip(" \t\n"):
        parts.pop(0)
    while parts and not parts[-1].code and not parts[-1].text.rstrip(" \t\n"):
        parts.pop()
    if parts and not parts[0].code:
        parts[0] = replace(parts[0], text=parts[0].text.lstrip(" \t\n"))
    if parts and not parts[-1].code:
        parts[-1] = replace(parts[-1], text=parts[-1].text.rstrip(" \t\n"))
    for place, part in enumerate(parts):
        words = _BREAK.sub("\n", part.text)
        if place and parts[place - 1].text.endswith("\n") and not part.code:
            words = words.lstrip(" \t")
        if place + 1 < len(parts) and parts[place + 1].text.startswith("\n") and not part.code:
            words = words.rstrip(" \t")
        parts[place] = replace(part, text=words)
    return [part for part in parts if part.text]


def _settled(spans: Sequence[Span]) -> list[Span]:
    """Spans whose emphasis neither begins nor ends with a blank: there Markdown would not see it.

    Blanks take only the looks that both their neighbours have.
    """
    parts = [part for span in _joined(spans) for part in _apart(span)]
    words = [None if _is_blank(part) else part for part in parts]
    for place, part in enumerate(parts):
        if words[place] is None:
            before = next((w for w in reversed(words[:place]) if w is not None), Span(""))
            after = next((w for w in words[place + 1 :] if w is not None), Span(""))
            parts[place] = replace(
                part,
                bold=before.bold and after.bold,
                italic=before.italic and after.italic,
                strike=before.strike and after.strike,
            )
    return _joined(parts, keep_blanks=True)


def _joined(spans: Sequence[Span], *, keep_blanks: bool = False) -> list[Span]:
    """Neighbours of one look as one; emphasised blanks may have to stay apart."""
    joined: list[Span] = []
    for span in spans:
        alike = bool(joined) and _look(joined[-1]) == _look(span)
        emphasised = any(getattr(span, look) for look in _EMPHASES)
        apart = keep_blanks and emphasised and alike and any(map(_is_blank, (joined[-1], span)))
        if alike and not apart:
            joined[-1] = replace(span, text=joined[-1].text + span.text)
        else:
            joined.append(span)
    return joined


def _look(span: Span) -> tuple[bool, bool, bool, bool, str | None]:
    """What Markdown can say of a span."""
    return span.bold, span.italic, span.strike, span.code, span.link


def _is_blank(span: Span) -> bool:
    return not span.code and not span.text.strip()


def _apart(span: Span) -> Iterator[Span]:
    """Words and blanks of a span; code goes line by line."""
    found = re.findall(r"\n|[^\n]+", span.text) if span.code else _PIECES.findall(span.text)
    for part in found:
        yield replace(span, text=part, code=span.code and part != "\n")


def _pieces(spans: Sequence[Span]) -> Iterator[_Piece]:
    pairs = iter(range(1, 4 * len(spans) + 2))

    def emphasised(start: int, end: int, open_: frozenset[str]) -> Iterator[_Piece]:
        place = start
        while place < end:
            runs = {
                look: _run(spans, place, end, look)
                for look in _EMPHASES
                if look not in open_ and getattr(spans[place], look) and not _is_blank(spans[place])
            }
            if not runs:
                yield _leaf(spans[place], spans[place + 1] if place + 1 < len(spans) else None)
                place += 1
                continue
            look = max(runs, key=lambda each: runs[each])
            pair = next(pairs)
            yield _Piece(_Kind.OPEN, _MARKS[look], pair)
            yield from emphasised(place, runs[look], open_ | {look})
            yield _Piece(_Kind.CLOSE, _MARKS[look], pair)
            place = runs[look]

    yield from emphasised(0, len(spans), frozenset())


def _run(spans: Sequence[Span], start: int, end: int, look: str) -> int:
    """Where the spans with a look end; a mark cannot stand after a blank."""
    found = next((n for n in range(start, end) if not getattr(spans[n], look)), end)
    while _is_blank(spans[found - 1]):
        found -= 1
    return found


def _leaf(span: Span, after: Span | None) -> _Piece:
    if span.code:
        words, kind = _code(span.text), _Kind.WHOLE
    else:
        words, kind = _escaped(span, before_link=bool(after and after.link)), _Kind.WORDS
    if span.link is None:
        return _Piece(kind, words)
    return _Piece(_Kind.WHOLE, f"[{words}]({_address(span.link)})")


def _escaped(span: Span, *, before_link: bool) -> str:
    words = span.text

    def escape(found: re.Match[str]) -> str:
        sign, before, after = found[0], words[: found.start()], words[found.end() :]
        harmless = (
            (sign == "!" and not after and not before_link)
            or (sign in "[]" and not span.link and not (sign == "]" and after.startswith("(")))
            or (sign[0] == "_" and before[-1:].isalnum() and after[:1].isalnum())
        )
        return sign if harmless else "".join(f"\\{each}" for each in sign)

    return _SPECIAL.sub(escape, words).replace("\n", "\\\n")


def _code(words: str) -> str:
    fence = "`" * (max((len(run) for run in _TICKS.findall(words)), default=0) + 1)
    edges = words[0] + words[-1]
    padded = "`" in edges or (edges == "  " and words.strip(" "))
    return f"{fence} {words} {fence}" if padded else f"{fence}{words}{fence}"


def _address(link: str) -> str:
    bare = link.replace("&", "\\&").replace("<", "%3C").replace(">", "%3E")
    return f"<{bare}>" if not bare or re.search(r"[\s()]", bare) else bare


def _choose_italic(pieces: list[_Piece]) -> None:
    """Inside a word only the star is a mark; beside the marks of bold it would run into them."""
    for pair in {piece.pair for piece in pieces if piece.source == "_" and piece.pair}:
        first, last = (n for n, piece in enumerate(pieces) if piece.pair == pair)
        outside = (_before(pieces, first), _after(pieces, last))
        beside = (*pieces[max(first - 1, 0) : first + 2], *pieces[last - 1 : last + 2])
        alone = not any(piece.pair not in (0, pair) for piece in beside)
        if alone and any(sign.isalnum() for sign in outside):
            pieces[first].source = pieces[last].source = "*"


def _protect_marks(pieces: list[_Piece]) -> None:
    """Write the letter outside a mark as a reference where the mark would not count.

    A reference begins with a sign of punctuation, so that a mark before it may need the same.
    """
    changed = True
    while changed:
        changed = sum(_protect_mark(pieces, place) for place in range(len(pieces))) > 0


def _protect_mark(pieces: list[_Piece], place: int) -> bool:
    """Whether something had to be changed for one mark."""
    piece = pieces[place]
    if piece.kind not in (_Kind.OPEN, _Kind.CLOSE):
        return False
    opens = piece.kind is _Kind.OPEN
    before, after = _before(pieces, place), _after(pieces, place)
    outside, inside = (before, after) if opens else (after, before)
    if not outside or outside.isspace() or _is_punctuation(outside):
        return False
    if not (_is_punctuation(inside) or piece.source == "_"):
        return False
    beside = pieces[place - 1 if opens else place + 1]
    if opens:
        kept = beside.source[:-1]
        word = kept.rstrip("_")
        if word[-1:].isalnum():
            beside.source = word + r"\_" * (len(kept) - len(word)) + outside
        beside.source = last_as_reference(beside.source)
    else:
        rest = beside.source[1:]
        word = rest.lstrip("_")
        beside.source = f"&#{ord(outside)};" + r"\_" * (len(rest) - len(word)) + word
    return True


def last_as_reference(source: str) -> str:
    """The source with its last sign as a character reference, which nothing before may escape."""
    kept = source[:-1]
    escaping = (len(kept) - len(kept.rstrip("\\"))) % 2
    return kept + "\\" * escaping + f"&#{ord(source[-1])};"


def _before(pieces: Sequence[_Piece], place: int) -> str:
    return pieces[place - 1].source[-1:] if place else ""


def _after(pieces: Sequence[_Piece], place: int) -> str:
    return pieces[place + 1].source[:1] if place + 1 < len(pieces) else ""


def _is_punctuation(sign: str) -> bool:
    from markdown_it.common.utils import isMdAsciiPunct, isPunctChar

    return isMdAsciiPunct(ord(sign)) or isPunctChar(sign)
