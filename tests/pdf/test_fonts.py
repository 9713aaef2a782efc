"""The bundled fonts."""

from functools import cache

import pytest
import uharfbuzz
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.paths import resources
from liaison_desktop.pdf.fonts import PLACEHOLDER, Face, Fonts
from liaison_desktop.pdf.languages import is_right_to_left

NAMES = sorted(path.stem for path in (resources() / "fonts").glob("Noto*.ttf"))


@cache
def face(name: str) -> Face:
    return Face(resources() / "fonts" / f"{name}.ttf")


def characters(name: str) -> list[str]:
    path = resources() / "fonts" / f"{name}.ttf"
    font = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
    return [chr(code) for code in sorted(font.unicodes)]


@pytest.mark.parametrize("name", NAMES)
def test_glyphs_of_a_character_tell_it_exactly(name: str) -> None:
    for character in characters(name):
        glyphs = face(name).shape(character, rtl=False, language="en")
        told = [glyph.text for glyph in glyphs]
        # A few characters of the typewriter face are two glyphs; text never comes to them there.
        assert "".join(told) in (character, "")
        assert all(told) or name == "NotoSansMono-Regular"


@pytest.mark.parametrize(
    "text", ["لا إله", "الرئيسة", "وُقِّع", "وُقّع", "مؤقّتًا", "office", "e\u0301\u0323"]
)
def test_ligatures_and_marks_keep_their_text(text: str) -> None:
    rtl = text[0] > "\u0600"
    name, language = ("NotoNaskhArabic-Regular", "ar") if rtl else ("NotoSans-Regular", "en")
    glyphs = face(name).shape(text, rtl=rtl, language=language)
    told = [glyph.text for glyph in (reversed(glyphs) if rtl else glyphs)]
    assert "".join(told) == text
    assert all(told)


@given(st.text(st.characters(min_codepoint=0x620, max_codepoint=0x6FF), min_size=1, max_size=12))
def test_any_arabic_word_keeps_its_text(text: str) -> None:
    font = face("NotoNaskhArabic-Regular")
    word = "".join(character for character in text if font.covers(character))
    glyphs = font.shape(word, rtl=True, language="ar")
    assert "".join(glyph.text for glyph in reversed(glyphs)) == word or not glyphs
    assert all(glyph.text for glyph in glyphs)


def test_letters_join() -> None:
    alone = face("NotoNaskhArabic-Regular").shape("ب", rtl=True, language="ar")
    joined = face("NotoNaskhArabic-Regular").shape("ببب", rtl=True, language="ar")
    assert len({glyph.number for glyph in (*alone, *joined)}) == 4


def test_scripts_fall_back_to_the_face_that_has_them() -> None:
    fonts = Fonts(resources() / "fonts")
    for bold in (False, True):
        weight = "Bold" if bold else "Regular"
        latin = fonts.face_for("a", bold=bold, italic=False)
        arabic = fonts.face_for("ب", bold=bold, italic=True)
        assert latin is not None
        assert latin.name == f"NotoSans-{weight}"
        assert arabic is not None
        assert arabic.name == f"NotoNaskhArabic-{weight}"
    assert fonts.face_for("猫", bold=False, italic=False) is None
    assert fonts.main(bold=True, italic=True).covers(PLACEHOLDER)


@pytest.mark.parametrize(
    ("tag", "rtl"),
    [
        ("ar", True),
        ("he-IL", True),
        ("de-AT", False),
        ("el", False),
        ("az-Arab", True),
        ("ku-Latn", False),
    ],
)
def test_direction_of_a_language(tag: str, rtl: bool) -> None:
    assert is_right_to_left(tag) is rtl
