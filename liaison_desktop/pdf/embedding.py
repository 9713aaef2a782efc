"""Fonts inside the file: Type 0, with only the glyphs that are used, each with its exact text."""

import hashlib
from typing import TYPE_CHECKING, Final, NamedTuple

import uharfbuzz as hb

from liaison_desktop.pdf.composite_glyphs import Drawing, with_drawings
from liaison_desktop.pdf.fonts import Face
from liaison_desktop.pdf.glyphs import Glyph
from liaison_desktop.pdf.text_strings import TextString, text_string
from liaison_desktop.pdf.words import Piece

if TYPE_CHECKING:
    import pikepdf

_DROPPED_TABLES: Final = (
    "BASE", "DSIG", "GDEF", "GPOS", "GSUB", "MATH", "OS/2", "STAT",
    "cmap", "gasp", "kern", "name", "post",
)  # fmt: skip
_SYMBOLIC: Final = 4
_ITALIC: Final = 64
_ENTRIES_PER_BLOCK: Final = 100
_TAG_LETTERS: Final = 6

_CMAP_HEAD: Final = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_FOOT: Final = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


class _Coded(NamedTuple):
    """What a code stands for: what it draws, and the text it tells."""

    drawing: Drawing
    text: str


class EmbeddedFont:
    """One face as used by one paper.

    A code stands for a glyph together with its text, so that one glyph may stand for a space here
    and for a no-break space there, and the text taken out of the file is what was put in.
    """

    def __init__(self, face: Face, resource: str) -> None:
        self.resource = resource
        self._face = face
        self._codes: dict[_Coded, int] = {}
        self._widths: list[float] = []
        self._strings: dict[Piece, TextString] = {}

    def string(self, piece: Piece) -> TextString:
        """The piece in the codes of this font."""
        string = self._strings.get(piece)
        if string is None:
            string = self._strings[piece] = text_string(piece, self.code)
        return string

    def code(self, glyph: Glyph) -> int:
        """The character code of a glyph, from 1 in the order of first use."""
        key = _Coded(Drawing.of(glyph), glyph.text)
        code = self._codes.get(key)
        if code is None:
            code = self._codes[key] = len(self._codes) + 1
            self._widths.append(glyph.width)
        return code

    def write(self, pdf: "pikepdf.Pdf") -> "pikepdf.Object":
        """The font dictionary, with the subset font program in the file."""
        from pikepdf import Array, Dictionary, Name, Stream, String

        name = Name(f"/{self._subset_tag()}+{self._face.name}")
        program, numbers = self._program()
        font_file = Stream(pdf, program)
        font_file.Length1 = len(program)
        descendant = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=name,
            CIDSystemInfo=Dictionary(
                Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
            ),
            FontDescriptor=pdf.make_indirect(self._descriptor(name, pdf.make_indirect(font_file))),
            DW=0,
            W=Array([1, Array([round(width, 2) for width in self._widths])]),
            CIDToGIDMap=pdf.make_indirect(Stream(pdf, _glyph_map(numbers))),
        )
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=name,
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([pdf.make_indirect(descendant)]),
                ToUnicode=pdf.make_indirect(Stream(pdf, self._to_unicode())),
            )
        )

    def _descriptor(
        self, name: "pikepdf.Name", font_file: "pikepdf.Object"
    ) -> "pikepdf.Dictionary":
        from pikepdf import Array, Dictionary, Name

        metrics = self._face.metrics()
        return Dictionary(
            Type=Name.FontDescriptor,
            FontName=name,
            Flags=_SYMBOLIC | (_ITALIC if metrics.italic_angle else 0),
            FontBBox=Array(metrics.bounds),
            ItalicAngle=metrics.italic_angle,
            Ascent=metrics.ascent,
            Descent=metrics.descent,
            CapHeight=metrics.cap_height,
            StemV=50 + (metrics.weight // 65) ** 2,
            FontFile2=font_file,
        )

    def _subset_tag(self) -> str:
        """Six capital letters that name the subset (ISO 32000-1, 9.6.4), always the same for it."""
        digest = hashlib.sha256(
            repr((self._face.name, [tuple(coded) for coded in self._codes])).encode()
        ).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:_TAG_LETTERS])

    def _program(self) -> "tuple[bytes, list[int]]":
        """The font with the glyphs that are used, and their numbers in the order of the codes."""
        drawings = [coded.drawing for coded in self._codes]
        made = list(dict.fromkeys(drawing for drawing in drawings if drawing.made))
        program = self._subset({part.number for drawing in drawings for part in drawing.parts})
        if not made:
            return program, [drawing.number for drawing in drawings]
        program, first = with_drawings(program, made)
        places = {drawing: first + place for place, drawing in enumerate(made)}
        return program, [places.get(drawing, drawing.number) for drawing in drawings]

    def _subset(self, numbers: set[int]) -> bytes:
        subset = hb.SubsetInput()
        subset.sets(hb.SubsetInputSets.GLYPH_INDEX).update(numbers)
        subset.sets(hb.SubsetInputSets.UNICODE).clear()
        subset.flags = (
            hb.SubsetFlags.RETAIN_GIDS
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
            | hb.SubsetFlags.NOTDEF_OUTLINE
        )
        dropped = subset.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
        for table in _DROPPED_TABLES:
            dropped.add(int.from_bytes(table.ljust(4).encode()))
        program: bytes = hb.subset(self._face.hb_face, subset).blob.data
        return program

    def _to_unicode(self) -> bytes:
        entries = [
            f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
            for (_, text), code in self._codes.items()
            if text
        ]
        blocks = [
            entries[start : start + _ENTRIES_PER_BLOCK]
            for start in range(0, len(entries), _ENTRIES_PER_BLOCK)
        ]
        body = "".join(
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks
        )
        return (_CMAP_HEAD + body + _CMAP_FOOT).encode("ascii")


def _glyph_map(numbers: list[int]) -> bytes:
    return b"".join(number.to_bytes(2) for number in (0, *numbers))


class FontBook:
    """The fonts of one paper by their resource names."""

    def __init__(self) -> None:
        self._fonts: dict[Face, EmbeddedFont] = {}

    def embedded(self, face: Face) -> EmbeddedFont:
        """The face as used by this paper."""
        if face not in self._fonts:
            self._fonts[face] = EmbeddedFont(face, f"F{len(self._fonts) + 1}")
        return self._fonts[face]

    def write(self, pdf: "pikepdf.Pdf") -> "pikepdf.Dictionary":
        """The font resources for every page."""
        from pikepdf import Dictionary

        return Dictionary({f"/{font.resource}": font.write(pdf) for font in self._fonts.values()})
