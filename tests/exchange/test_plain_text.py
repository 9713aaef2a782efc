"""Plain paragraphs become Markdown that says the same words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.exchange.plain_text import markdown_from_plain
from liaison_desktop.pdf.blocks import (
    Paragraph,
    Span,
)
from liaison_desktop.pdf.markdown import blocks_from_markdown

TRICKY = [
    "# Not a heading",
    "- no list",
    "+ no list",
    "1. no list, 2) neither",
    "12) Punkt zwölf",
    "---",
    "===",
    "* * *",
    "> no quote",
    "    no code",
    "a *b* _c_ **d** ~~e~~ `f` <b>g</b> [h](i) ![j](k)",
    "a | b",
    "R&D &amp; &#65; &copy; AT&T",
    "C:\\temp\\* \\",
    "https://example.org/a_b_c?x=1&y=2",
    "-5 Grad, +39 091, #12",
    "محضر *رقم* 3/2026",
    "[a]: http://example.org",
    "```",
]


@pytest.mark.parametrize("line", TRICKY)
def test_marks_of_markdown_are_printed_as_they_are(line: str) -> None:
    assert _printed(markdown_from_plain([line])) == [line.strip()]


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" #-+*_.)1&;")),
        max_size=4,
    )
)
def test_any_words_are_printed_as_they_are(paragraphs: list[str]) -> None:
    wanted = [paragraph.strip() for paragraph in paragraphs if paragraph.strip()]
    assert _printed(markdown_from_plain(paragraphs)) == wanted


def test_lines_become_paragraphs() -> None:
    assert (
        markdown_from_plain(["one\ntwo\r\n\r\nthree", "", "four"]) == "one\n\ntwo\n\nthree\n\nfour"
    )


def _printed(markdown: str) -> list[str]:
    """The paragraphs of a Markdown text; anything that is more than plain words fails."""
    printed = []
    for block in blocks_from_markdown(markdown):
        assert isinstance(block, Paragraph)
        spans = (Span(block.text),) if isinstance(block.text, str) else block.text
        assert all(span == Span(span.text) for span in spans)
        printed.append("".join(span.text for span in spans))
    return printed
