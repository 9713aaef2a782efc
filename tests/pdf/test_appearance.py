"""The picture of a signature."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from liaison_desktop.pdf.appearance import signature_appearance
from tests.pdf.reading import letter_boxes, run

LINES = {
    "it": ("Ottavia Belcampo", "Presidente", "Firmato il 19 giugno 2026, 09:12"),
    "ar": ("عبد الرحمن البحريان", "الرئيسة", "وقع في 2026/06/19"),
}


@pytest.mark.parametrize("language", sorted(LINES))
@pytest.mark.parametrize("size", [(230.0, 54.0), (90.0, 40.0)])
def test_all_lines_stand_inside_the_frame(
    language: str, size: tuple[float, float], tmp_path: Path
) -> None:
    data = signature_appearance(LINES[language], language, *size)
    path = tmp_path / "appearance.pdf"
    path.write_bytes(data)
    text = run("pdftotext", path, "-")
    assert all(word in text for line in LINES[language] for word in line.split())
    for _, letter, (left, bottom, right, top) in letter_boxes(data):
        assert min(left, bottom) > 0, letter
        assert right < size[0], letter
        assert top < size[1], letter


def test_the_page_has_the_size_of_the_field_and_its_fonts() -> None:
    data = signature_appearance(LINES["it"], "it", 230, 54)
    assert data == signature_appearance(LINES["it"], "it", 230, 54)
    with pikepdf.open(BytesIO(data)) as pdf:
        (page,) = pdf.pages
        assert [float(edge) for edge in page.mediabox] == [0, 0, 230, 54]
        names = [str(font.BaseFont) for font in page.Resources.Font.values()]
        assert [name.partition("+")[2] for name in names] == ["NotoSans-Bold", "NotoSans-Regular"]
