"""Letters with marks: drawn where the font puts them, found by every reader as they are written."""

import unicodedata
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pypdfium2
import pytest

from liaison_desktop.paths import resources
from liaison_desktop.pdf.blocks import (
    Paragraph,
    Span,
)
from liaison_desktop.pdf.document import (
    Document,
    Letterhead,
)
from liaison_desktop.pdf.fonts import Fonts
from liaison_desktop.pdf.glyphs import Glyph, Mark
from liaison_desktop.pdf.marks import with_marks
from liaison_desktop.pdf.typesetter import typeset
from tests.pdf.house_check import faults
from tests.pdf.reading import run

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآؤئةى"
SHADDA = "\u0651"
MARKS = (
    *"\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670",
    *(SHADDA + vowel for vowel in "\u064e\u064f\u0650\u064b\u064d"),
)
OWN_LIGATURES = ("الله", "عبدالله", "لِلّٰهِ", "لِلَّهِ", "والله")
OFFICIAL = ("أُقرّ", "أُجّل", "تحقّق", "رُفعت", "مُقرِّر", "لأُمَّةٍ", "إِلّا", "فَلَا")


def arabic_words() -> tuple[str, ...]:
    """Each letter with each mark: alone, first, in the middle, last, behind a lam-alef."""
    frames = ("{}سم", "مس{}سم", "سم{}", "لا{}س")
    words = (frame.format(letter + mark) for letter, mark, frame in product(LETTERS, MARKS, frames))
    return tuple(dict.fromkeys((*words, *OWN_LIGATURES, *OFFICIAL)))


def paper(words: tuple[str, ...], *, bold: bool, language: str = "ar") -> bytes:
    lines = (" ".join(words[start : start + 40]) for start in range(0, len(words), 40))
    return typeset(
        Document(
            title="Marks",
            language=language,
            author="",
            subject="",
            created=datetime(2026, 1, 1, tzinfo=UTC),
            letterhead=Letterhead(name="x", lines=(), aside=()),
            blocks=tuple(Paragraph(text=(Span(line, bold=bold),)) for line in lines),
            running_head="",
            running_foot="",
            foot_note="",
        )
    )


def as_read(text: str) -> set[str]:
    """Words whose marks stand in their one order, without a tool's marks of direction."""
    plain = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    return set(unicodedata.normalize("NFC", plain).split())


@pytest.mark.parametrize("bold", [False, True])
def test_every_reader_finds_every_arabic_word(tmp_path: Path, *, bold: bool) -> None:
    words = arabic_words()
    data = paper(words, bold=bold)
    assert faults(data) == []
    path = tmp_path / "marks.pdf"
    path.write_bytes(data)
    wanted = as_read(" ".join(words))
    assert wanted - as_read(run("pdftotext", path, "-")) == set()
    with pypdfium2.PdfDocument(data) as pdf:
        told = " ".join(page.get_textpage().get_text_range() for page in pdf)
    assert wanted - as_read(told) == set()


def test_marks_that_no_letter_has_of_its_own_are_found_in_latin_text(tmp_path: Path) -> None:
    words = ("x\u0323a", "m\u0302n", "q\u0301\u0323i", "plain")
    path = tmp_path / "marks.pdf"
    path.write_bytes(paper(words, bold=False, language="en"))
    assert as_read(" ".join(words)) <= as_read(run("pdftotext", path, "-"))


def test_a_letter_draws_its_mark_where_the_font_puts_it() -> None:
    face = Fonts(resources() / "fonts").face_for("ق", bold=False, italic=False)
    assert face is not None
    silent, letter = face.shape("ق" + SHADDA, rtl=True, language="ar")
    (bare,) = face.shape("ق", rtl=True, language="ar")
    assert (letter.text, silent.text, silent.silent) == ("ق", SHADDA, True)
    assert letter.advance + silent.advance == pytest.approx(bare.advance)
    assert letter.cut == pytest.approx(silent.advance)
    ((_number, dx, dy),) = letter.marks
    # Above the letter, between its edges.
    assert 0 < dx + 200 < bare.advance + 200
    assert dy > 0


def test_a_mark_behind_the_pen_is_counted_from_the_letter() -> None:
    letter = Glyph(1, "x", advance=500, width=510, dx=10)
    mark = Glyph(2, "\u0323", advance=0, width=0, dx=-300, dy=-20)
    merged, silent = with_marks((letter, mark), rtl=False)
    assert merged.marks == (Mark(2, 190, -20),)
    assert (merged.cut, merged.dx) == (0, 10)
    assert merged.advance + silent.advance == 500
    assert merged.width + silent.width == 510


def test_a_mark_without_a_letter_stays() -> None:
    mark = Glyph(2, SHADDA, advance=0, width=0)
    assert with_marks((mark,), rtl=True) == (mark,)
    letter = Glyph(1, "ق", advance=500, width=500)
    assert with_marks((letter, mark), rtl=True) == (letter, mark)


def test_what_has_no_marks_is_not_touched() -> None:
    glyphs = (Glyph(1, "ffi", advance=500, width=500), Glyph(2, "x", advance=1, width=1))
    assert with_marks(glyphs, rtl=False) == glyphs
