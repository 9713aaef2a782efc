"""Markdown from blocks reads back as the same blocks."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_desktop.pdf.blocks import (
    Alignment,
    Block,
    Callout,
    Cell,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    Text,
)
from liaison_desktop.pdf.markdown import blocks_from_markdown
from liaison_desktop.pdf.markdown_writing import Source, markdown_from_blocks

WORDS = st.text(alphabet="abé 1.)-+*_~`#>|[]()!<&;:\\=\"'$ن،", min_size=1, max_size=8)
SIGNS = 'ab \n\n*_~`#>-+|[]()!<&\\1.:é"'


@st.composite
def texts(draw: st.DrawFn, *, breaks: bool = True) -> Text:
    looks = st.booleans()
    spans = [
        Span(
            draw(WORDS),
            bold=draw(looks),
            italic=draw(looks),
            strike=draw(st.integers(0, 4)) == 0,
            code=draw(st.integers(0, 6)) == 0,
            link=draw(st.sampled_from([None, None, None, "https://example.org/a_(b)?c=1&copy;"])),
        )
        for _ in range(draw(st.integers(1, 5)))
    ]
    if breaks and draw(looks):
        spans.insert(draw(st.integers(0, len(spans))), Span("\n"))
    return tuple(spans)


PARAGRAPHS = st.builds(Paragraph, text=texts())
TABLES = st.integers(1, 3).flatmap(
    lambda columns: st.builds(
        Table,
        header=st.tuples(*[texts(breaks=False)] * columns),
        rows=st.lists(st.tuples(*[texts(breaks=False)] * columns), max_size=2).map(tuple),
        widths=st.just((1.0,) * columns),
        alignments=st.tuples(
            *[st.sampled_from([Alignment.START, Alignment.CENTRE, Alignment.END])] * columns
        ),
        row_headers=st.just(False),
    )
)


def containers(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    entries = st.lists(inner, max_size=3).map(tuple)
    return st.one_of(
        st.builds(
            ListBlock,
            entries=st.lists(entries, min_size=1, max_size=3).map(tuple),
            ordered=st.just(False),
            start=st.just(1),
        ),
        st.builds(
            ListBlock,
            entries=st.lists(entries, min_size=1, max_size=3).map(tuple),
            ordered=st.just(True),
            start=st.sampled_from([0, 1, 7, 999_999_999]),
        ),
        st.builds(Quote, blocks=entries),
    )


BLOCKS = st.lists(
    st.recursive(st.one_of(PARAGRAPHS, TABLES, st.just(Rule())), containers, max_leaves=4),
    max_size=4,
).map(tuple)


def seen(text: Text | Cell) -> list[tuple[str, Span | None]]:
    """What a reader sees: each sign with its look; blanks have none, those at ends are not seen."""
    assert not isinstance(text, Cell)
    spans = (Span(text),) if isinstance(text, str) else text
    signs = [(sign, replace(span, text="")) for span in spans for sign in span.text]
    bare: list[tuple[str, Span | None]] = []
    for sign, look in signs:
        blank = sign.isspace() and not look.code
        if sign == "\n" and not look.code:
            while bare and bare[-1] == (" ", None):
                bare.pop()
        if not (blank and (not bare or (sign == " " and bare[-1] == ("\n", None)))):
            bare.append((sign, None if blank else look))
    while bare and bare[-1][1] is None:
        bare.pop()
    return bare


def shape(block: Block) -> object:
    match block:
        case Paragraph(text=text) | Heading(text=text):
            return type(block).__name__, getattr(block, "level", 0), seen(text)
        case ListBlock():
            entries = [[shape(each) for each in entry] for entry in block.entries]
            return block.ordered, block.start, entries
        case Quote():
            return [shape(each) for each in block.blocks]
        case Table():
            return [[seen(c) for c in row] for row in (block.header, *block.rows)], block.alignments
    return block


def shapes(source: str) -> list[object]:
    return [shape(block) for block in blocks_from_markdown(source, top_heading=1)]


@settings(max_examples=120, deadline=None)
@given(BLOCKS)
def test_what_is_written_reads_back(blocks: tuple[Block, ...]) -> None:
    written = markdown_from_blocks(blocks)
    again = markdown_from_blocks(blocks_from_markdown(written))
    assert again == written
    assert shapes(again) == shapes(written)


@settings(max_examples=120, deadline=None)
@given(texts(breaks=False))
def test_no_word_and_no_look_is_lost(text: Text) -> None:
    (paragraph,) = blocks_from_markdown(markdown_from_blocks((Paragraph(text=(Span("x"), *text)),)))
    assert isinstance(paragraph, Paragraph)
    assert seen(paragraph.text) == seen((Span("x"), *text))


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=SIGNS, max_size=60))
def test_any_text_keeps_its_blocks(source: str) -> None:
    written = markdown_from_blocks(blocks_from_markdown(source, top_heading=1))
    assert shapes(written) == shapes(source)


@pytest.mark.parametrize(
    ("blocks", "written"),
    [
        ((Paragraph(text="1. is no list"),), "1\\. is no list"),
        ((Paragraph(text="Really! [sic] a_b 5 < 6 & 7"),), "Really! [sic] a_b 5 < 6 & 7"),
        ((Paragraph(text=(Span("bold ", bold=True), Span("x"))),), "**bold** x"),
        ((Paragraph(text=("a", Span("b", italic=True))[1:]),), "_b_"),
        ((Paragraph(text=(Span("ri"), Span("presa", italic=True))),), "ri*presa*"),
        ((Paragraph(text=(Span("a\\b"), Span("(c)", bold=True))),), r"a\\&#98;**(c)**"),
        ((Paragraph(text="C:\\\u00a0"),), "C:\\\\&#160;"),
        ((Heading(text="C #", level=2),), "## C \\#"),
        ((Source("```\nx\n```"), Paragraph(text="")), "```\nx\n```"),
        (
            (ListBlock(entries=((Paragraph(text="a"),), ())), ListBlock(entries=((),))),
            "- a\n-\n\n*",
        ),
    ],
)
def test_what_is_written_stays_readable(blocks: tuple[Block | Source, ...], written: str) -> None:
    assert markdown_from_blocks(blocks) == written


def test_what_markdown_has_no_signs_for_is_refused() -> None:
    with pytest.raises(TypeError):
        markdown_from_blocks((Callout(blocks=()),))


def test_words_that_look_like_the_address_of_a_link_are_printed() -> None:
    assert blocks_from_markdown("[Note]: see below") == (Paragraph(text="[Note]: see below"),)
