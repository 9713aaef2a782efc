"""The structure that a screen reader follows."""

from io import BytesIO

import pikepdf
import pytest

from liaison_desktop.pdf.blocks import (
    Cell,
    Foreign,
    Heading,
    ListBlock,
    Paragraph,
    Parallel,
    Span,
    Table,
)
from liaison_desktop.pdf.typesetter import typeset
from tests.pdf.house_check import faults, structure
from tests.pdf.reading import drawn_text
from tests.pdf.samples import PHRASES, document, minutes


@pytest.mark.parametrize("language", sorted(PHRASES))
def test_a_whole_paper_has_no_fault(language: str) -> None:
    assert faults(typeset(minutes(language, items=6))) == []


def test_the_check_sees_untagged_text() -> None:
    with pikepdf.open(BytesIO(typeset(minutes("en")))) as pdf:
        pdf.pages[0].contents_add(b"0 0 10 10 re f")
        spoilt = BytesIO()
        pdf.save(spoilt)
    assert faults(spoilt.getvalue()) == ["untagged f on page 0"]


def test_nested_lists() -> None:
    inner = ListBlock(entries=((Paragraph(text="b"),),))
    paper = typeset(document(ListBlock(entries=((Paragraph(text="a"), inner),), ordered=True)))
    entry = ("Document", "L", "LI")
    body = (*entry, "LBody")
    assert structure(paper) == [
        ("Document",),
        ("Document", "L"),
        entry,
        (*entry, "Lbl"),
        body,
        (*body, "P"),
        (*body, "L"),
        (*body, "L", "LI"),
        (*body, "L", "LI", "Lbl"),
        (*body, "L", "LI", "LBody"),
        (*body, "L", "LI", "LBody", "P"),
    ]


def long_table(rows: int) -> Table:
    return Table(
        header=("Number", "Text"),
        widths=(1, 3),
        rows=tuple((str(number), f"row{number}") for number in range(rows)),
    )


def test_a_repeated_header_is_tagged_once() -> None:
    paper = typeset(document(long_table(120)))
    drawn = list(drawn_text(paper))
    pages = {part.page for part in drawn}
    headers = [part for part in drawn if part.text == "Number"]
    assert len(pages) > 2
    assert [part.page for part in headers] == sorted(pages)
    assert [part.mcid is not None for part in headers] == [True] + [False] * (len(pages) - 1)
    assert structure(paper).count(("Document", "Table", "THead", "TR", "TH")) == 2
    assert faults(paper) == []


def test_spans_are_told() -> None:
    table = Table(
        header=("A", "B", "C"),
        widths=(1, 1, 1),
        rows=(("1", Cell(content="two", columns=2)), (Cell(content="3", rows=2), "4", "5"), ("6",)),
    )
    with pikepdf.open(BytesIO(typeset(document(table)))) as pdf:
        body = pdf.Root.StructTreeRoot.K.K[0].K[1]
        assert [len(row.K) for row in body.K] == [2, 3, 2]
        assert body.K[0].K[1].A[0].ColSpan == 2
        assert body.K[1].K[0].A[0].RowSpan == 2
        assert str(body.K[0].K[0].A[0].Scope) == "/Row"


@pytest.mark.parametrize(
    "rows",
    [(("1", "2", "3"),), ((Cell(content="1", columns=3),),), ((Cell(content="1", rows=2), "2"),)],
)
def test_cells_outside_the_table_are_refused(rows: tuple[tuple[str | Cell, ...], ...]) -> None:
    with pytest.raises(ValueError, match="table"):
        typeset(document(Table(header=("A", "B"), widths=(1, 1), rows=rows)))


def test_other_languages_are_told() -> None:
    paper = typeset(
        document(
            Paragraph(text=(Span("as they say "), Span("seduta stante", language="it"))),
            Foreign(language="ar", blocks=(Paragraph(text="نص"),)),
        )
    )
    with pikepdf.open(BytesIO(paper)) as pdf:
        paragraph, foreign = pdf.Root.StructTreeRoot.K.K
        assert str(paragraph.K[1].S) == "/Span"
        assert str(paragraph.K[1].Lang) == "it"
        assert str(foreign.Lang) == "ar"


def test_reading_order_is_that_of_the_blocks() -> None:
    paper = typeset(document(Heading(text="One", level=1), long_table(3), Paragraph(text="End")))
    text = "".join(part.text for part in drawn_text(paper) if part.mcid is not None)
    assert text == "OneNumberText0row01row12row2End"


def test_two_languages_are_read_row_by_row() -> None:
    rows = tuple(((Paragraph(text=f"{n}a"),), (Paragraph(text=f"{n}ب"),)) for n in range(60))
    paper = typeset(document(Parallel(rows=rows, languages=("en", "ar"))))
    drawn = list(drawn_text(paper))
    assert "".join(part.text for part in drawn) == "".join(f"{n}a{n}ب" for n in range(60))
    assert {part.page for part in drawn} == {0, 1}
    assert faults(paper) == []
    with pikepdf.open(BytesIO(paper)) as pdf:
        sides = pdf.Root.StructTreeRoot.K.K[0].K
        assert [str(side.Lang) for side in sides] == ["en", "ar"]
