"""Input that no committee means, but that comes."""

import logging
import time
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest

from liaison_desktop.domain.errors import UserError
from liaison_desktop.pdf.blocks import (
    Block,
    Facts,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Parallel,
    SignatureField,
    Span,
    Table,
)
from liaison_desktop.pdf.document import (
    Document,
    Letterhead,
)
from liaison_desktop.pdf.typesetter import missing_characters, typeset
from tests.pdf.house_check import faults
from tests.pdf.reading import content_text, letter_boxes
from tests.pdf.samples import document

RIGHT_EDGE = (210 - 25) * 72 / 25.4


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ok", ()),
        ("tab\tline\r\nend\u2028", ()),
        ("bell \x07", ("U+0007",)),
        ("half \ud83d pair", ("U+D83D",)),
        ("party 🎉 and 🎉", ("U+1F389",)),
        ("漢字 עברית", ("U+05D1", "U+05D9", "U+05E2", "U+05E8", "U+05EA", "U+5B57", "U+6F22")),
        ("private \ue000, none \uffff", ("U+E000", "U+FFFF")),
    ],
)
def test_what_cannot_be_printed_is_named(text: str, names: tuple[str, ...]) -> None:
    assert missing_characters(document(Paragraph(text=text))) == names


def test_every_part_of_a_paper_is_looked_at(caplog: pytest.LogCaptureFixture) -> None:
    paper = replace(
        document(
            Table(header=("\u4e00",), widths=(1,), rows=(("\u4e01",),)),
            Paragraph(text=(Span("x", note="\u4e02"),)),
            SignatureField(name="chair", label="Chair", caption=("\u4e03",)),
        ),
        letterhead=Letterhead(name="\u4e04", lines=("\u4e05",), aside=("\u4e06",)),
        running_head="\u4e07",
        running_foot="\u4e08",
        foot_note="\u4e09",
        funding="\u4e0a",
        watermark="\u4e0b",
    )
    names = tuple(f"U+{code:04X}" for code in range(0x4E00, 0x4E0C))
    assert missing_characters(paper) == names
    with caplog.at_level(logging.WARNING, "liaison_desktop"):
        typeset(paper)
    told = [record.getMessage() for record in caplog.records]
    assert told == [f"{name} cannot be printed; a placeholder stands for it" for name in names]


@pytest.mark.parametrize(
    "text",
    [
        "\u202e",
        "\u2066\u2067\u2068 a",
        "a\u2069\u2069",
        "\u202a" * 200 + "deep",
        "א\u202e abc \u202c",
    ],
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_unpaired_direction_controls(text: str, language: str) -> None:
    paper = typeset(document(Paragraph(text=text), Paragraph(text="after"), language=language))
    assert faults(paper) == []
    shown = content_text(paper)
    assert shown.endswith("after")
    assert not any("\u2066" <= letter <= "\u2069" for letter in shown)


def test_a_paragraph_of_ten_thousand_words() -> None:
    text = " ".join(f"word{number}" for number in range(10_000))
    start = time.process_time()
    paper = typeset(document(Paragraph(text=text)))
    assert time.process_time() - start < 5
    assert content_text(paper).split()[-1].endswith("word9999")
    assert content_text(paper).count("word") == 10_000


def test_a_word_of_a_hundred_thousand_letters() -> None:
    start = time.process_time()
    paper = typeset(document(Paragraph(text="abcde" * 20_000)))
    assert time.process_time() - start < 10
    assert content_text(paper) == "abcde" * 20_000


@pytest.mark.parametrize("columns", [20, 60, 150])
def test_a_table_wider_than_the_page(columns: int) -> None:
    table = Table(
        header=tuple(f"head{number}" for number in range(columns)),
        widths=(1.0,) * columns,
        rows=(tuple("cell" for _ in range(columns)),) * 3,
    )
    paper = typeset(document(table))
    assert content_text(paper).count("cell") == 3 * columns
    assert all(right < RIGHT_EDGE + 8 for _, _, (_, _, right, _) in letter_boxes(paper))


@pytest.mark.parametrize(
    "image", [b"", b"no picture", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0" + bytes(50), b"<svg/>"]
)
def test_an_image_that_is_none(image: bytes) -> None:
    figure = Figure(image=image, alternative="x", width=50)
    with pytest.raises(UserError) as refused:
        typeset(document(figure))
    assert refused.value.code == "unreadable_picture"
    with pytest.raises(UserError):
        typeset(replace(document(), letterhead=Letterhead(name="x", logo=figure)))


def test_five_hundred_items() -> None:
    blocks: list[Block] = [
        ListBlock(ordered=True, entries=tuple((Paragraph(text=f"i{n}"),) for n in range(500)))
    ]
    for number in range(500):
        heading = Heading(text=f"{number}. Item", level=2, anchor=f"item-{number}")
        blocks += [heading, Paragraph(text="text " * 40)]
    start = time.process_time()
    paper = typeset(document(Heading(text="Title", level=1), *blocks))
    assert time.process_time() - start < 5
    assert faults(paper) == []
    with pikepdf.open(BytesIO(paper)) as pdf, pdf.open_outline() as outline:
        assert len(outline.root[0].children) == 500


@pytest.mark.parametrize("language", ["", "en", "ar", "x-none"])
def test_nothing_at_all(language: str) -> None:
    paper = typeset(
        Document(
            title="",
            language=language,
            author="",
            created=datetime(1, 1, 1, tzinfo=UTC),
            letterhead=Letterhead(name=""),
            blocks=(
                Heading(text="", level=1),
                Facts(pairs=(("", ""),)),
                ListBlock(entries=((),)),
                Parallel(rows=(((), ()),), languages=("en", "ar")),
                Parallel(rows=(), languages=("en", "ar")),
                Paragraph(text=()),
                Paragraph(text=(Span("", note=""),)),
            ),
            running_foot="",
        )
    )
    with pikepdf.open(BytesIO(paper)) as pdf:
        assert len(pdf.pages) == 1
