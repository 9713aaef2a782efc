"""Letterhead, margins and what stands at the foot of every page."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from liaison_desktop.pdf.blocks import (
    Figure,
    Paragraph,
    Span,
)
from liaison_desktop.pdf.document import (
    Document,
    Letterhead,
)
from liaison_desktop.pdf.typesetter import typeset
from tests.pdf.house_check import faults, structure
from tests.pdf.reading import drawn_text, letter_boxes
from tests.pdf.samples import document, picture


def three_pages(language: str = "en") -> Document:
    return document(Paragraph(text="\n".join(["hello"] * 130)), language=language)


@pytest.mark.parametrize(("language", "binding"), [("en", "left"), ("ar", "right")])
def test_both_sides_of_a_sheet_leave_room_for_the_binding(language: str, binding: str) -> None:
    edges: dict[int, float] = {}
    for page, letter, (left, _, right, _) in letter_boxes(
        typeset(replace(three_pages(language), duplex=True))
    ):
        if letter in "ho":
            edge = left if binding == "left" else -right
            edges[page] = min(edges.get(page, 1000), edge)
    assert edges[0] == pytest.approx(edges[2])
    assert edges[0] - edges[1] == pytest.approx(2 * 3.5 * 72 / 25.4, abs=0.5)


def test_page_numbers_stand_outside() -> None:
    paper = replace(three_pages(), duplex=True, running_foot="7", funding="Funded")
    sevens = [box[0] for _, letter, box in letter_boxes(typeset(paper)) if letter == "7"]
    funded = [box[0] for _, letter, box in letter_boxes(typeset(paper)) if letter == "F"]
    assert sevens[0] > 400
    assert sevens[1] < 100
    assert funded[0] < 100
    assert funded[1] > 400


def test_the_funding_stands_on_every_page_and_is_not_read() -> None:
    paper = typeset(replace(three_pages(), funding="Funded by somebody"))
    parts = [part for part in drawn_text(paper) if part.text == "Funded by somebody"]
    assert [part.page for part in parts] == [0, 1, 2]
    assert {part.mcid for part in parts} == {None}


def test_a_logo_stands_before_the_name() -> None:
    logo = Figure(image=picture(), alternative="Arms of the town", width=80)
    letterhead = Letterhead(name="Committee", logo=logo, lines=("Square 4", "12345 Town"))
    paper = typeset(replace(three_pages(), letterhead=letterhead))
    assert faults(paper) == []
    assert structure(paper)[1:3] == [("Document", "Div"), ("Document", "Div", "Figure")]
    name = next(box for _, letter, box in letter_boxes(paper) if letter == "C")
    with pikepdf.open(BytesIO(paper)) as pdf:
        figure = pdf.Root.StructTreeRoot.K.K[0].K[0]
        left, bottom, right, top = (float(edge) for edge in figure.A[0].BBox)
    assert right < name[0]
    assert top - bottom <= 48
    assert left < 80


def test_code_stands_in_typewriter_letters() -> None:
    text = (Span("a "), Span("print", code=True), Span(" b"))
    paper = typeset(document(Paragraph(text=text)))
    with pikepdf.open(BytesIO(paper)) as pdf:
        names = {str(font.BaseFont)[8:] for font in pdf.pages[0].Resources.Font.values()}
    assert names == {"NotoSans-Regular", "NotoSansMono-Regular"}
    assert ("Document", "P", "Code") in structure(paper)
