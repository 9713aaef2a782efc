"""Pieces of shaped text as the operands of text-showing operators (ISO 32000-1, 9.4.3)."""

from collections.abc import Callable
from typing import Final, NamedTuple

from liaison_desktop.pdf.glyphs import Glyph
from liaison_desktop.pdf.words import Piece

# Below this, in thousandths of the type size, a glyph is not moved.
_TOLERANCE: Final = 0.05


class TextString(NamedTuple):
    """A piece in hexadecimal codes.

    Attributes:
        inside: what stands between ``[<`` and ``>] TJ``.
        rest: how much farther the pen should be after it, in thousandths of the type size.
    """

    inside: str
    rest: float


def number(value: float) -> str:
    """A number as PDF writes it."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def text_string(piece: Piece, code: Callable[[Glyph], int]) -> TextString:
    """The glyphs of a piece by their codes, kerned, with marks raised to their places."""
    parts: list[str] = []
    rest = rise = 0.0
    for glyph in piece.glyphs:
        if glyph.dy != rise:
            rise = glyph.dy
            parts.append(_raised(rise, piece.size))
        rest += glyph.dx
        if abs(rest) > _TOLERANCE:
            parts.append(moved(rest))
            rest = 0.0
        parts.append(f"{code(glyph):04X}")
        rest += glyph.advance - glyph.dx - glyph.width
    if rise:
        parts.append(_raised(0, piece.size))
    return TextString("".join(parts), rest)


def joined(strings: list[TextString], stretches: list[float]) -> str:
    """The strings after each other as operators; each is followed by its stretch."""
    parts: list[str] = []
    rest = 0.0
    for string, stretch in zip(strings, stretches, strict=True):
        if abs(rest) > _TOLERANCE:
            parts.append(moved(rest))
            rest = 0.0
        parts.append(string.inside)
        rest += string.rest + stretch
    return f"[<{''.join(parts)}>] TJ".replace("<>", "").replace("[] TJ ", "")


def moved(distance: float) -> str:
    """The pen set forward inside a string."""
    return f"> {number(-distance)} <"


def _raised(rise: float, size: float) -> str:
    return f">] TJ {number(rise * size / 1000)} Ts [<"
