"""Words divided at the end of a line."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from liaison_desktop.pdf.blocks import (
    Alignment,
    Foreign,
    Paragraph,
    Span,
    Table,
    Text,
)
from liaison_desktop.pdf.hyphenation import divisions
from liaison_desktop.pdf.typesetter import typeset
from tests.pdf.house_check import faults
from tests.pdf.reading import content_text, drawn_text, run, words
from tests.pdf.samples import document

SENTENCES = {
    "de": "Gleichstellungsbeauftragte berichten über Bürgerbeteiligungsverfahren in Städten.",
    "it": "La rappresentante dell’amministrazione illustra il procedimento partecipativo.",
    "da": "Kommunalbestyrelsens integrationsmedarbejdere redegjorde for tilbuddene.",
    "el": "Η εκπρόσωπος παρουσίασε τις διαδικασίες διαβούλευσης και διερμηνείας.",
    "en": "Representatives explained the participatory procedures of municipalities.",
}


def narrow(text: Text) -> Table:
    return Table(header=("A", "B"), widths=(1, 6), rows=((text, ""),), row_headers=False)


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_words_are_divided_and_still_found_and_read_whole(language: str, tmp_path: Path) -> None:
    text = SENTENCES[language]
    paper = typeset(document(Foreign(language=language, blocks=(narrow(text),))))
    assert any(part.text.endswith("-") for part in drawn_text(paper))
    assert content_text(paper).replace(" ", "").startswith("AB" + text.replace(" ", ""))
    assert faults(paper) == []
    path = tmp_path / "paper.pdf"
    path.write_bytes(paper)
    assert words(text) - words(run("pdftotext", path, "-")) == set()


@pytest.mark.parametrize(
    ("word", "bold", "divided"),
    [
        ("responsibilities", False, True),
        ("responsibilities", True, False),
        ("Responsibilities", False, False),
        ("RESPONSIBILITIES", False, False),
        ("responsibilities7", False, False),
    ],
)
def test_names_captions_and_numbers_stay_whole(word: str, bold: bool, divided: bool) -> None:
    text = (Span(f"thereafter {word}", bold=bold),)
    table = Table(header=("A", "B"), widths=(1, 3), rows=((text, ""),), row_headers=False)
    parts = list(drawn_text(typeset(document(table))))
    assert any(part.text.endswith("-") for part in parts) is divided


def test_a_divided_word_may_go_on_over_the_page() -> None:
    text = "representatives " * 2000
    paper = typeset(document(Paragraph(text=text, alignment=Alignment.JUSTIFIED)))
    assert content_text(paper).count("representatives") == 2000
    with pikepdf.open(BytesIO(paper)) as pdf:
        assert len(pdf.pages) > 3


@pytest.mark.parametrize(
    ("word", "language", "places"),
    [
        ("Beschlussfähigkeit", "de-AT", (9, 11, 14)),
        ("dell’amministrazione", "it", (9, 11, 15)),
        ("المصادقة", "ar", ()),
        ("unknown", "xx", ()),
    ],
)
def test_places_in_a_word(word: str, language: str, places: tuple[int, ...]) -> None:
    assert divisions(word, language) == places
