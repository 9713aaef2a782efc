"""Where things stand on the page, and that nothing gets lost there."""

import logging
import re
import unicodedata
from collections import Counter
from io import BytesIO
from itertools import groupby, pairwise

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from liaison_desktop.pdf.blocks import (
    Alignment,
    Block,
    Callout,
    Cell,
    Facts,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Parallel,
    Quote,
    SignatureGrid,
    Span,
    Table,
    Together,
)
from liaison_desktop.pdf.typesetter import typeset
from tests.pdf.reading import content_text, drawn_text, letter_boxes
from tests.pdf.samples import document, minutes

SIDE = 25 * 72 / 25.4
RIGHT_EDGE = 210 * 72 / 25.4 - SIDE
# Italic and Arabic letters reach a little over their own width.
OVERHANG = 4

UNSEEN = frozenset("\u034f\u061c\u115f\u1160\u17b4\u17b5\u3164\uffa0")


def visible(text: str) -> Counter[str]:
    """The letters that leave ink or a trace in the text; Unicode's format characters leave none."""
    return Counter(character for character in text if not character.isspace() and seen(character))


def seen(character: str) -> bool:
    variation = 0xFE00 <= ord(character) <= 0xFE0F or 0xE0100 <= ord(character) <= 0xE01EF
    kind = unicodedata.category(character)
    return character not in UNSEEN and not variation and kind not in ("Cf", "Zs")


letters = st.text(
    st.one_of(
        st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn", "Cf")),
        st.sampled_from("abc -–/.(),;:0123456789 عربية נוסח Ελληνικά éß\n\u00a0\u200b\u00ad"),
    ),
    max_size=120,
)


@settings(max_examples=60, deadline=None)
@given(text=letters, language=st.sampled_from(["en", "ar"]), look=st.sampled_from(list(Alignment)))
def test_no_letter_is_lost(text: str, language: str, look: Alignment) -> None:
    narrow = Table(
        header=(text, "-"), widths=(1, 12), rows=(("-", Cell(content=(Paragraph(text=text),))),)
    )
    blocks: tuple[Block, ...] = (
        Heading(text=text, level=1),
        Paragraph(text=(Span(text, bold=True), Span(text, italic=True)), alignment=look),
        Facts(pairs=((text, text),)),
        ListBlock(entries=((Callout(blocks=(Paragraph(text=text),)),),)),
        narrow,
    )
    drawn = content_text(typeset(document(*blocks, language=language)))
    written = visible(text * 8 + "-" * 2 + "•")
    assert visible(drawn) == written


@pytest.mark.parametrize("language", ["en", "ar"])
def test_letters_stay_between_the_margins(language: str) -> None:
    for page, letter, (left, _, right, _) in letter_boxes(typeset(minutes(language))):
        if letter in "Chairالرئيسة":  # the watermark
            continue
        assert left > SIDE - OVERHANG, (page, letter)
        assert right < RIGHT_EDGE + OVERHANG, (page, letter)


@pytest.mark.parametrize("alignment", list(Alignment))
def test_a_word_wider_than_the_line_is_broken(alignment: Alignment) -> None:
    word = "Donaudampfschifffahrt" * 20
    paper = typeset(document(Paragraph(text=f"short {word}", alignment=alignment)))
    assert content_text(paper).replace(" ", "") == f"short{word}"
    assert all(right < RIGHT_EDGE + OVERHANG for _, _, (_, _, right, _) in letter_boxes(paper))


def test_justified_lines_fill_the_width_but_the_last() -> None:
    paper = typeset(document(Paragraph(text="word " * 80, alignment=Alignment.JUSTIFIED)))
    rows = groupby(letter_boxes(paper), key=lambda box: round(box[2][1] / 14))
    ends = [max(right for _, _, (_, _, right, _) in row) for _, row in rows]
    assert len(ends) > 2
    assert all(end == pytest.approx(RIGHT_EDGE, abs=1.5) for end in ends[:-1])
    assert ends[-1] < RIGHT_EDGE - 20


def test_forced_line_ends() -> None:
    paper = typeset(document(Paragraph(text="one\ntwo\r\nthree")))
    heights = {round(box[1]) for _, letter, box in letter_boxes(paper) if letter in "ot"}
    assert len(heights) == 3


def test_a_heading_stays_with_the_text_below_it() -> None:
    for lines in range(30, 60):
        filler = Paragraph(text="\n".join(["line"] * lines))
        text = Paragraph(text="\n".join(["below"] * 4))
        paper = typeset(document(filler, Heading(text="Head", level=1), text))
        pages = {part.text: part.page for part in reversed(list(drawn_text(paper)))}
        assert pages["Head"] == pages["below"], lines


def test_no_single_line_of_a_paragraph_stands_alone() -> None:
    for lines in range(40, 56):
        text = "\n".join(["below"] * 5)
        paper = typeset(document(Paragraph(text="\n".join(["x"] * lines)), Paragraph(text=text)))
        per_page = Counter(part.page for part in drawn_text(paper) if part.text == "below")
        assert sum(per_page.values()) == 5
        assert min(per_page.values()) >= 2, lines


def test_what_belongs_together_moves_to_the_next_page() -> None:
    filler = Paragraph(text="\n".join(["line"] * 45))
    kept = Together(blocks=tuple(Paragraph(text="kept") for _ in range(6)))
    parts = list(drawn_text(typeset(document(filler, kept))))
    assert {part.page for part in parts if part.text == "kept"} == {1}


@pytest.mark.parametrize("wrap", [Callout, Quote, Together])
def test_more_than_a_page_goes_on_over_the_next(wrap: type[Callout | Quote | Together]) -> None:
    paragraphs = tuple(Paragraph(text=f"entry{number} " * 30) for number in range(40))
    paper = typeset(document(Paragraph(text="before"), wrap(blocks=paragraphs)))
    assert content_text(paper).count("entry") == 30 * 40
    bottoms = [bottom for _, _, (_, bottom, _, _) in letter_boxes(paper)]
    assert min(bottoms) > 60


@pytest.mark.parametrize("rows", [1, 3])
def test_a_cell_higher_than_a_page_goes_on_over_the_next(rows: int) -> None:
    high = Cell(content="long " * 2500, rows=rows)
    others = [("b",) for _ in range(rows - 1)]
    table = Table(header=("A", "B"), widths=(1, 1), rows=(("a", high), *others))
    paper = typeset(document(table))
    assert content_text(paper).count("long") == 2500
    assert content_text(paper).count("b") == rows - 1
    assert min(bottom for _, _, (_, bottom, _, _) in letter_boxes(paper)) > 60


def test_a_letter_without_glyph_is_shown_as_such_and_told_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING, "liaison_desktop"):
        paper = typeset(document(Paragraph(text="猫 and 猫")))
    assert content_text(paper) == "猫 and 猫"
    assert [record.getMessage() for record in caplog.records] == [
        "U+732B cannot be printed; a placeholder stands for it"
    ]


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\ud800", "\ue000", "\uffff"])
def test_what_is_no_character_becomes_a_placeholder(character: str) -> None:
    paper = typeset(document(Paragraph(text=f"a{character}b")))
    assert content_text(paper) == "a\ufffdb"


def test_direction_marks_leave_no_trace() -> None:
    paper = typeset(document(Paragraph(text="a\u2068نص\u2069\u200eb\u200b\ufeffc")))
    assert visible(content_text(paper)) == visible("aنصbc")


def test_rows_of_a_table_stand_below_each_other() -> None:
    rows = tuple((str(number), "x" if number else "x " * 100) for number in range(5))
    table = Table(header=("0", "x"), widths=(1, 2), rows=rows)
    feet = [box[1] for _, letter, box in letter_boxes(typeset(document(table))) if letter != "x"]
    steps = [above - below for above, below in pairwise(feet)]
    assert steps[1] > 40
    assert [steps[0], *steps[2:]] == pytest.approx([19.5] * 4, abs=1)


def test_rows_to_write_in_are_high_and_divided() -> None:
    rows = tuple((str(number), "x") for number in range(40))
    form = Table(header=("0", "x"), widths=(1, 2), rows=rows, writing_height=40)
    plain = Table(header=("0", "x"), widths=(1, 2), rows=rows)
    paper = typeset(document(form))
    places = [(page, box[1]) for page, letter, box in letter_boxes(paper) if letter in "123456789"]
    steps = [a[1] - b[1] for a, b in pairwise(places[:9]) if a[0] == b[0]]
    assert steps == pytest.approx([40] * 8, abs=1)
    assert upright_rules(paper) == 40
    assert upright_rules(typeset(document(plain))) == 0


@pytest.mark.parametrize("rows", range(30, 36))
def test_a_heading_in_a_table_keeps_its_distance_and_the_row_below(rows: int) -> None:
    heading = Cell(content=(Heading(text="g", level=2),), columns=2)
    above: list[tuple[str | Cell, ...]] = [("x", "x")] * rows
    table = Table(header=("h", "h"), widths=(1, 1), rows=(*above, (heading,), ("y", "y")))
    boxes = list(letter_boxes(typeset(document(table))))
    group = next((page, box) for page, letter, box in boxes if letter == "g")
    below = next((page, box) for page, letter, box in boxes if letter == "y")
    last = [(page, box) for page, letter, box in boxes if letter == "x"][-1]
    assert group[0] == below[0]
    if last[0] == group[0]:
        assert last[1][1] - group[1][1] > 30


def upright_rules(paper: bytes) -> int:
    """How many filled boxes are lines from above to below."""
    found = 0
    with pikepdf.open(BytesIO(paper)) as file:
        for page in file.pages:
            boxes = [i for i in pikepdf.parse_content_stream(page) if str(i.operator) == "re"]
            found += sum(float(box.operands[2]) < 1 < float(box.operands[3]) for box in boxes)
    return found


def high_picture() -> Figure:
    target = BytesIO()
    Image.new("L", (10, 200)).save(target, "PNG")
    return Figure(image=target.getvalue(), alternative="Strip", width=400)


@pytest.mark.parametrize("header", ["a", "head " * 300, "head " * 4000])
def test_a_table_that_fits_no_page_comes_to_an_end(header: str) -> None:
    high = Cell(content=(high_picture(), high_picture()))
    table = Table(header=(header, "b"), widths=(1, 1), rows=(("1", high), ("2", "end")))
    drawn = content_text(typeset(document(table)))
    assert drawn.count("head") == header.count("head")
    assert drawn.endswith("2end")


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(text=""),
        Paragraph(text="\n \n"),
        Callout(blocks=()),
        Quote(blocks=()),
        Together(blocks=()),
        ListBlock(entries=()),
        Facts(pairs=()),
        SignatureGrid(fields=()),
        Table(header=("",), widths=(1,), rows=()),
    ],
)
def test_nothing_is_drawn_of_nothing(block: Block) -> None:
    assert content_text(typeset(document(block))) == ""


def test_headings_without_end_still_break_over_pages() -> None:
    paper = typeset(document(*(Heading(text="head", level=2) for _ in range(80))))
    assert content_text(paper).count("head") == 80
    assert min(bottom for _, _, (_, bottom, _, _) in letter_boxes(paper)) > 60


def test_rows_in_two_languages_stay_in_line_over_pages() -> None:
    rows = tuple(
        ((Paragraph(text="left " * (30 * n % 200)),), (Paragraph(text="right " * (70 * n % 190)),))
        for n in range(1, 20)
    )
    drawn = content_text(typeset(document(Parallel(rows=rows, languages=("en", "it")))))
    assert drawn.count("left") == sum(30 * n % 200 for n in range(1, 20))
    assert drawn.count("right") == sum(70 * n % 190 for n in range(1, 20))


@pytest.mark.parametrize("rows", [2, 3, 4, 9])
def test_no_row_of_a_table_stands_alone_on_a_page(rows: int) -> None:
    for lines in range(20, 48):
        table = Table(
            header=("A", "B"),
            widths=(1, 1),
            rows=tuple((f"row{number}", "x") for number in range(rows)),
        )
        above = tuple(Paragraph(text="line") for _ in range(lines))
        pages: dict[int, int] = {}
        for part in drawn_text(typeset(document(*above, table))):
            pages[part.page] = pages.get(part.page, 0) + len(re.findall(r"row\d", part.text))
        assert 1 not in pages.values(), lines
