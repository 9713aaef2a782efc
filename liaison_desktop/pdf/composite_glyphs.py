"""Glyphs that the font does not have: letters with their marks, and such as draw nothing."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, NamedTuple, Self

from liaison_desktop.pdf.glyphs import Glyph, Mark

# Of a component (OpenType, table glyf): its place is given in units of the font.
_ARGUMENTS_ARE_OFFSETS = 0x0002


class Drawing(NamedTuple):
    """What a glyph draws: one of the font, what is drawn along with it, or nothing.

    Attributes:
        made: whether the font does not have it and it must be made.
    """

    number: int
    marks: tuple[Mark, ...]
    cut: float
    width: float
    silent: bool
    made: bool

    @classmethod
    def of(cls, glyph: Glyph) -> Self:
        """What that glyph draws."""
        made = glyph.silent or bool(glyph.marks or glyph.cut)
        width = glyph.width if made else 0
        return cls(glyph.number, glyph.marks, glyph.cut, width, glyph.silent, made)

    @property
    def parts(self) -> tuple[Mark, ...]:
        """The glyphs of the font that are drawn, each at its place."""
        if self.silent:
            return ()
        shifted = (Mark(mark.number, mark.dx - self.cut, mark.dy) for mark in self.marks)
        return (Mark(self.number, -self.cut, 0), *shifted)


def with_drawings(program: bytes, drawings: Sequence[Drawing]) -> tuple[bytes, int]:
    """The TrueType font with a glyph for each drawing, and the number of the first of them."""
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(program), recalcTimestamp=False)
    names = tuple(font.getGlyphOrder())
    glyphs, metrics = font["glyf"], font["hmtx"]
    per_mille = font["head"].unitsPerEm / 1000
    for place, drawing in enumerate(drawings):
        name = f"made{place}"
        glyphs[name] = _glyph(drawing, names, per_mille)
        glyphs[name].recalcBounds(glyphs)
        metrics[name] = (round(drawing.width * per_mille), getattr(glyphs[name], "xMin", 0))
    written = BytesIO()
    font.save(written)
    return written.getvalue(), len(names)


def _glyph(drawing: Drawing, names: Sequence[str], per_mille: float) -> Any:
    from fontTools.ttLib.tables._g_l_y_f import Glyph as TrueTypeGlyph

    made = TrueTypeGlyph()
    if drawing.parts:
        made.numberOfContours = -1
        made.components = [_component(part, names, per_mille) for part in drawing.parts]
    return made


def _component(part: Mark, names: Sequence[str], per_mille: float) -> Any:
    from fontTools.ttLib.tables._g_l_y_f import GlyphComponent

    component = GlyphComponent()
    component.glyphName = names[part.number]
    component.x, component.y = round(part.dx * per_mille), round(part.dy * per_mille)
    component.flags = _ARGUMENTS_ARE_OFFSETS
    return component
