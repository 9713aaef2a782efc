"""Blocks from Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.pdf.blocks import (
    Alignment,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
)
from liaison_desktop.pdf.markdown import blocks_from_markdown


def test_looks() -> None:
    (paragraph,) = blocks_from_markdown("a **b _c_** ~~d~~ [e](https://example.org)")
    assert paragraph == Paragraph(
        text=(
            Span("a "),
            Span("b ", bold=True),
            Span("c", bold=True, italic=True),
            Span(" "),
            Span("d", strike=True),
            Span(" "),
            Span("e", link="https://example.org"),
        )
    )


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<b>x</b>", "<b>x</b>"),
        ("<div>\nx\n</div>", "<div> x </div>"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("one\ntwo", "one two"),
        ("one\\\ntwo", "one\ntwo"),
        ("![alt](p.png)", "alt (p.png)"),
        ("&amp; \\*", "& *"),
    ],
)
def test_plain_text(source: str, text: str) -> None:
    assert blocks_from_markdown(source) == (Paragraph(text=text),)


def test_no_heading_level_is_skipped() -> None:
    blocks = blocks_from_markdown("### a\n\n# b\n\n#### c\n\n#### d\n\n###### e")
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    assert levels == [3, 3, 4, 5, 6]


def test_lists_quotes_rules() -> None:
    assert blocks_from_markdown("3. a\n4. b\n   - c\n\n> q\n\n---") == (
        ListBlock(
            entries=(
                (Paragraph(text="a"),),
                (Paragraph(text="b"), ListBlock(entries=((Paragraph(text="c"),),))),
            ),
            ordered=True,
            start=3,
        ),
        Quote(blocks=(Paragraph(text="q"),)),
        Rule(),
    )


def test_tables() -> None:
    (table,) = blocks_from_markdown("| a | b |\n|---|--:|\n| 1 | **2** |\n| 3 |")
    assert table == Table(
        header=("a", "b"),
        rows=(("1", (Span("2", bold=True),)), ("3", "")),
        widths=(1, 1),
        alignments=(Alignment.START, Alignment.END),
        row_headers=False,
    )


@given(st.text(alphabet=st.sampled_from("ab#*_~`-+>|[]()!<&\n 1.\\:\t\x00"), max_size=60))
def test_any_text_gives_blocks(source: str) -> None:
    assert isinstance(blocks_from_markdown(source), tuple)


@pytest.mark.parametrize(
    ("source", "code"),
    [("`a*b*`", "a*b*"), ("```\na\n  b\n```", "a\n\u00a0\u00a0b"), ("    a\n", "a")],
)
def test_code(source: str, code: str) -> None:
    assert blocks_from_markdown(source) == (Paragraph(text=(Span(code, code=True),)),)


def test_links_inside_the_text_lead_nowhere() -> None:
    assert blocks_from_markdown("[there](#place)") == (Paragraph(text="there"),)
