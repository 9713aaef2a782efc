"""Notes at the foot of the page, and links inside a paper."""

from io import BytesIO

import pikepdf
import pytest

from liaison_desktop.pdf.blocks import (
    Heading,
    Paragraph,
    Span,
    Table,
)
from liaison_desktop.pdf.typesetter import typeset
from tests.pdf.house_check import faults, structure
from tests.pdf.reading import drawn_text, letter_boxes
from tests.pdf.samples import document


def noted(number: int, note: str = "") -> Paragraph:
    text = (Span("line " * 60), Span(f"about{number}", note=note or f"told{number}"), Span(" end"))
    return Paragraph(text=text)


def test_notes_stand_on_the_page_of_their_number() -> None:
    paper = typeset(document(*(noted(number) for number in range(30))))
    assert faults(paper) == []
    pages: dict[str, int] = {}
    for part in drawn_text(paper):
        for word in part.text.split():
            pages.setdefault(word, part.page)
    assert max(pages.values()) > 1
    for number in range(30):
        assert pages[f"about{number}"] == pages[f"told{number}"], number


def test_notes_and_text_never_share_their_place() -> None:
    paper = typeset(document(*(noted(number, "note " * 90) for number in range(12))))
    places: dict[tuple[int, int], list[float]] = {}
    for page, _, (left, bottom, _, _) in letter_boxes(paper):
        places.setdefault((page, round(bottom)), []).append(left)
    for lefts in places.values():
        assert lefts == sorted(lefts)
    assert min(bottom for _, bottom in places) > 60


def test_a_note_longer_than_a_page_goes_on_over_the_next() -> None:
    paper = typeset(document(noted(1, "long " * 3000), Paragraph(text="after")))
    text = "".join(part.text for part in drawn_text(paper))
    assert text.count("long") == 3000
    assert faults(paper) == []


def test_number_and_note_lead_to_each_other() -> None:
    paper = typeset(document(noted(1), noted(2)))
    with pikepdf.open(BytesIO(paper)) as pdf:
        links = [link for link in pdf.pages[0].Annots if link.Subtype == pikepdf.Name.Link]
        heights = [(float(link.Rect[1]), float(link.Dest[3])) for link in links]
        (first, there), (note, back) = heights[:2]
        assert there == pytest.approx(note, abs=20)
        assert back == pytest.approx(first, abs=20)
        names = pdf.Root.StructTreeRoot.IDTree.Names
        assert [str(names[0]), str(names[2])] == ["note-1", "note-2"]
    paths = structure(paper)
    assert ("Document", "P", "Reference", "Link") in paths
    assert ("Document", "Note", "Lbl", "Reference", "Link") in paths
    assert paths.index(("Document", "Note")) == paths.index(("Document", "P")) + 3


def test_notes_in_tables() -> None:
    rows = tuple((str(number), (Span("x", note=f"told{number}"),)) for number in range(60))
    paper = typeset(document(Table(header=("A", "B"), widths=(1, 1), rows=rows)))
    told = [part.page for part in drawn_text(paper) if part.text.startswith("told")]
    assert len(told) == 60
    assert len(set(told)) > 1
    assert faults(paper) == []


def test_a_link_to_nowhere_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing has the anchor 'nowhere'"):
        typeset(document(Paragraph(text=(Span("there", link="#nowhere"),))))


def test_two_places_of_one_name_are_refused() -> None:
    heading = Heading(text="One", level=1, anchor="one")
    with pytest.raises(ValueError, match="two places have the anchor 'one'"):
        typeset(document(heading, heading))


def test_any_place_can_be_linked_to() -> None:
    here = Paragraph(text=(Span("word "), Span("here", anchor="here")))
    paper = typeset(document(here, Paragraph(text=(Span("back", link="#here"),))))
    with pikepdf.open(BytesIO(paper)) as pdf:
        (link,) = pdf.pages[0].Annots
        assert link.Dest[0].objgen == pdf.pages[0].obj.objgen
        assert "/Outlines" not in pdf.Root


def test_a_note_behind_a_number_stands_and_is_read_behind_it() -> None:
    """In text from right to left two numbers side by side would be turned round as one."""
    text = (Span("العدد 37", note="أولى"), Span(" والباقي 12", note="أخرى"), Span(" نهاية"))
    paper = typeset(document(Paragraph(text=text), language="ar"))
    drawn = [part.text.strip() for part in drawn_text(paper)]
    assert drawn[drawn.index("37") + 1] == "1"
    assert drawn[drawn.index("12") + 1] == "2"
    boxes = [
        (letter, left, top - bottom) for _, letter, (left, bottom, _, top) in letter_boxes(paper)
    ]
    for number, note in (("3", "1"), ("1", "2")):
        large = max(height for letter, _, height in boxes if letter == number)
        stands = next(left for letter, left, height in boxes if (letter, height) == (number, large))
        raised = [left for letter, left, height in boxes if letter == note and height < large - 1]
        assert any(0 < stands - left < 12 for left in raised)
