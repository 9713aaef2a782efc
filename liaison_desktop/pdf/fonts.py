"""The bundled fonts: what they cover, and text shaped by HarfBuzz into glyphs."""

import struct
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import uharfbuzz as hb

from liaison_desktop.pdf.glyphs import Glyph
from liaison_desktop.pdf.marks import with_marks

PLACEHOLDER: Final = "\ufffd"

# Noto Naskh Arabic draws smaller letters than Noto Sans at the same size.
_NASKH_SCALE: Final = 1.15
_MONO_SCALE: Final = 0.93


@dataclass(frozen=True, slots=True)
class Metrics:
    """What a PDF font descriptor says; lengths in thousandths of the type size."""

    bounds: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    italic_angle: float
    weight: int


class Face:
    """One font file.

    Attributes:
        name: its PostScript name.
        scale: factor on the type size, so that scripts look equally large beside each other.
    """

    def __init__(self, path: Path, scale: float = 1) -> None:
        self.scale = scale
        self.hb_face: Any = hb.Face(hb.Blob.from_file_path(str(path)))
        self.name = path.stem
        self._font: Any = hb.Font(self.hb_face)
        self._per_mille: float = 1000 / self.hb_face.upem
        self._hyphen: Glyph | None = None
        self._covered: frozenset[int] = frozenset(self.hb_face.unicodes)

    def covers(self, character: str) -> bool:
        """Whether the font has a glyph for the character."""
        return ord(character) in self._covered

    def shape(self, text: str, *, rtl: bool, language: str) -> tuple[Glyph, ...]:
        """The glyphs of a text of one direction, from left to right."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.language = language
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(self._font, buffer)
        texts = _glyph_texts(text, [info.cluster for info in buffer.glyph_infos], rtl)
        glyphs = [
            Glyph(
                number=info.codepoint,
                text=told,
                advance=place.x_advance * self._per_mille,
                width=self._font.get_glyph_h_advance(info.codepoint) * self._per_mille,
                dx=place.x_offset * self._per_mille,
                dy=place.y_offset * self._per_mille,
            )
            for info, place, told in zip(
                buffer.glyph_infos, buffer.glyph_positions, texts, strict=True
            )
        ]
        return with_marks(glyphs, rtl=rtl)

    def placeholder(self, character: str) -> Glyph:
        """The visible sign for a character that no font has; it still stands for that character."""
        (sign,) = self.shape(PLACEHOLDER, rtl=False, language="und")
        return replace(sign, text=character)

    def hyphen(self) -> Glyph:
        """The hyphen at the end of a line."""
        if self._hyphen is None:
            (self._hyphen,) = self.shape("-", rtl=False, language="und")
        return self._hyphen

    def metrics(self) -> Metrics:
        """The figures for the font descriptor."""
        extents = self._font.get_font_extents("ltr")
        head = self.hb_face.reference_table("head").data
        left, bottom, right, top = (
            self._scaled(value) for value in struct.unpack(">4h", head[36:44])
        )
        return Metrics(
            bounds=(left, bottom, right, top),
            ascent=self._scaled(extents.ascender),
            descent=self._scaled(extents.descender),
            cap_height=self._scaled(
                self._font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)
            ),
            italic_angle=self._font.get_style_value(hb.StyleTag.SLANT_ANGLE),
            weight=round(self._font.get_style_value(hb.StyleTag.WEIGHT)),
        )

    def _scaled(self, units: float) -> int:
        per_mille: float = units * self._per_mille
        return round(per_mille)


def _glyph_texts(text: str, clusters: Sequence[int], rtl: bool) -> list[str]:
    """The characters that each glyph stands for, so that together they tell the text once.

    A cluster is the place in the text where HarfBuzz says that a glyph begins. Glyphs that share
    one get a character each, in logical order, and the last of them what is left.
    """
    if not clusters:
        return []
    starts = sorted(set(clusters))
    places = [0, *starts[1:], len(text)]
    parts = [text[start:end] for start, end in pairwise(places)]
    left = dict(zip(starts, parts, strict=True))
    waiting = Counter(clusters)
    texts = []
    for cluster in reversed(clusters) if rtl else clusters:
        waiting[cluster] -= 1
        told = left[cluster][:1] if waiting[cluster] else left[cluster]
        left[cluster] = left[cluster][len(told) :]
        texts.append(told)
    return texts[::-1] if rtl else texts


class Fonts:
    """The families of the official papers, with the fallback from one script to the other."""

    def __init__(self, folder: Path) -> None:
        face: Callable[..., Face] = cache(
            lambda name, scale=1.0: Face(folder / f"{name}.ttf", scale)
        )
        typewriter = face("NotoSansMono-Regular", _MONO_SCALE)
        self._chains = {
            (bold, italic): (
                face(f"NotoSans-{_weight(bold, italic)}"),
                face(f"NotoNaskhArabic-{'Bold' if bold else 'Regular'}", _NASKH_SCALE),
                typewriter,
            )
            for bold in (False, True)
            for italic in (False, True)
        }
        self._code_chains = {
            look: (typewriter, *others) for look, (*others, _) in self._chains.items()
        }

    def face_for(
        self, character: str, *, bold: bool, italic: bool, code: bool = False
    ) -> Face | None:
        """The first face of that look which has the character, or ``None``."""
        chains = self._code_chains if code else self._chains
        for face in chains[bold, italic]:
            if face.covers(character):
                return face
        return None

    def main(self, *, bold: bool, italic: bool) -> Face:
        """The face that a look starts from; it has the placeholder."""
        return self._chains[bold, italic][0]


def _weight(bold: bool, italic: bool) -> str:
    return ("Bold" if bold else "") + ("Italic" if italic else "") or "Regular"
