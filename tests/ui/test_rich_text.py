"""The editor over Markdown: what is read, typed and pasted comes out as the papers read it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextTable
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison_desktop.pdf.blocks import Block
from liaison_desktop.pdf.markdown import blocks_from_markdown
from liaison_desktop.pdf.markdown_writing import markdown_from_blocks
from liaison_desktop.ui.rich import tables
from liaison_desktop.ui.rich.editor import RichText
from liaison_desktop.ui.rich.pasting import markdown_from_html
from liaison_desktop.ui.rich.writing import markdown_of
from tests.pdf.test_markdown_writing import BLOCKS, SIGNS, shapes

Key, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier

TEXTS = (
    "Ciao **mondo** e *tutti*, ~~no~~.\n\nFine\\\nriga",
    "- uno\n- due\n  - tre\n  - *quattro*\n- cinque",
    "1. uno\n2. due\n   1. sotto\n3. tre\n\nDopo",
    "3. tre\n4. quattro",
    "- a\n\n* b",
    "> Una citazione\n>\n> - a\n> - b\n\nDopo",
    "> Una\n\n> Altra",
    "| A | B |\n| --- | --: |\n| 1 | **2** |\n| x \\| y |  |\n\nFine",
    "### Titolo\n\nTesto 1\\. non lista\n\n\\- trattino",
    "Si veda [il sito](<https://example.org/a>).",
    "مرحبا **بكم** في الجلسة",
    "\\[Nota]: senza risposta",
    "5 \\* 3 = 15, snake_case, a\\_b\\_, \\<b>, \\# no",
)


@pytest.fixture
def editor(qtbot: QtBot) -> RichText:
    made = RichText()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.setFocus()
    return made


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_written_as_it_was_read(editor: RichText, text: str) -> None:
    editor.show_markdown(text)
    assert editor.markdown() == text
    written = markdown_of(editor.document())
    assert blocks_from_markdown(written) == blocks_from_markdown(text)
    editor.show_markdown(written)
    assert markdown_of(editor.document()) == written


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(BLOCKS)
def test_every_text_is_read_and_written_without_loss(
    editor: RichText, blocks: tuple[Block, ...]
) -> None:
    text = markdown_from_blocks(blocks)
    editor.show_markdown(text)
    assert editor.markdown() == text
    written = markdown_of(editor.document())
    assert shapes(written) == shapes(text)
    editor.show_markdown(written)
    assert markdown_of(editor.document()) == written


@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(alphabet=SIGNS, max_size=40))
def test_whatever_was_stored_typesets_the_same_after_editing(editor: RichText, text: str) -> None:
    editor.show_markdown(text)
    assert shapes(markdown_of(editor.document())) == shapes(text)


@pytest.mark.parametrize("text", ["```\nx\n  y\n```", "> > tief", "- # Titolo\n- | a |\n  | --- |"])
def test_what_has_no_form_is_shown_as_it_is_written(editor: RichText, text: str) -> None:
    editor.show_markdown(f"Prima **uno**.\n\n{text}\n\nDopo")
    assert "**" not in editor.toPlainText()
    assert text.splitlines()[0] in editor.toPlainText()
    QTest.keyClicks(editor, "!")
    assert shapes(editor.markdown()) == shapes(f"Prima **uno**.\n\n{text}\n\nDopo!")


def test_return_stays_in_a_kept_passage_and_leaves_a_heading(editor: RichText) -> None:
    editor.show_markdown("```\nab\n```")
    editor.show_markdown("```\na\nb\n```")
    cursor = editor.textCursor()
    cursor.setPosition(5)
    editor.setTextCursor(cursor)
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClicks(editor, "x")
    assert editor.markdown() == "```\na\nx\nb\n```"
    editor.show_markdown("## Titolo")
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClicks(editor, "testo")
    assert editor.markdown() == "# Titolo\n\ntesto"
    editor.show_markdown("> sua")
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClicks(editor, "dopo")
    assert editor.markdown() == "> sua\n\ndopo"


def test_a_cell_takes_in_one_line_what_is_pasted(editor: RichText) -> None:
    editor.show_markdown("| a | b |\n| --- | --- |")
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
    editor.setTextCursor(cursor)
    editor.insert_markdown("uno **due**\n\n- tre")
    assert "uno **due** tre" in editor.markdown().splitlines()[0]


def test_an_arabic_table_begins_at_the_right(editor: RichText) -> None:
    text = "| أول | ثان |\n| --- | --: |\n| واحد | 2 |"
    editor.show_markdown(text)
    assert markdown_of(editor.document()) == text
    table = editor.document().rootFrame().childFrames()[0]
    assert isinstance(table, QTextTable)
    assert table.cellAt(0, 1).firstCursorPosition().block().text() == "أول"
    editor.setTextCursor(table.cellAt(0, 1).firstCursorPosition())
    QTest.keyClick(editor, Key.Key_Tab)
    QTest.keyClicks(editor, "x")
    assert "xثان" in editor.markdown()
    tables.add_column(editor.textCursor())
    assert editor.markdown().splitlines()[0] == "| أول | xثان |  |"
    tables.remove_column(editor.textCursor())
    assert editor.markdown().splitlines()[0] == "| أول |  |"


def test_bare_words_are_pasted_with_their_own_keys(editor: RichText) -> None:
    data = QMimeData()
    data.setHtml("<b>forte</b>")
    data.setText("forte")
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(editor, Key.Key_V, Qt.KeyboardModifier.ControlModifier | SHIFT)
    assert editor.markdown() == "forte"
    QTest.keyClick(editor, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert editor.markdown() == "forte**forte**"


hostile = st.text(st.sampled_from("ab 1.-+*_~#>[](){}<>&;|\\`!=\"'é\u0639\u00a0"), max_size=24)


@given(st.lists(hostile, min_size=1, max_size=4))
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_whatever_is_typed_comes_back_letter_by_letter(
    editor: RichText, paragraphs: list[str]
) -> None:
    editor.show_markdown("")
    cursor = editor.textCursor()
    for place, words in enumerate(paragraphs):
        if place:
            cursor.insertBlock()
        cursor.insertText(words)
    typed = [" ".join(words.split()) for words in paragraphs]
    other = RichText()
    other.show_markdown(editor.markdown())
    shown = [" ".join(line.split()) for line in other.toPlainText().split("\n")]
    assert [line for line in shown if line] == [line for line in typed if line]


pieces = st.tuples(
    st.text(st.sampled_from("abc .,*_"), min_size=1, max_size=6), st.booleans(), st.booleans()
)


@given(st.lists(pieces, min_size=1, max_size=6))
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_marks_never_change_a_letter(editor: RichText, found: list[tuple[str, bool, bool]]) -> None:
    editor.show_markdown("")
    for words, bold, italic in found:
        editor.setFontWeight(700 if bold else 400)
        editor.setFontItalic(italic)
        editor.textCursor().insertText(words, editor.currentCharFormat())
    typed = " ".join(editor.toPlainText().split())
    once = editor.markdown()
    editor.show_markdown(once)
    assert " ".join(editor.toPlainText().split()) == typed
    assert blocks_from_markdown(markdown_of(editor.document())) == blocks_from_markdown(once)


def test_lists_are_begun_deepened_and_left_by_keys(editor: RichText) -> None:
    QTest.keyClicks(editor, "- uno")
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClick(editor, Key.Key_Tab)
    QTest.keyClicks(editor, "sotto")
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClick(editor, Key.Key_Backtab)
    QTest.keyClicks(editor, "due")
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClicks(editor, "Fine")
    assert editor.markdown() == "- uno\n  - sotto\n- due\n\nFine"


def test_bold_quotation_and_table_by_their_commands(editor: RichText) -> None:
    QTest.keyClicks(editor, "Voto ")
    editor.toggle_bold()
    QTest.keyClicks(editor, "unanime")
    editor.toggle_bold()
    QTest.keyClick(editor, Key.Key_Return)
    editor.toggle_quote()
    QTest.keyClicks(editor, "Parole sue")
    assert editor.markdown() == "Voto **unanime**\n\n> Parole sue"
    QTest.keyClick(editor, Key.Key_Return)
    editor.toggle_quote()
    editor.insert_table()
    for cell in ("Chi", "Che", "Quando", "Ada"):
        QTest.keyClicks(editor, cell)
        QTest.keyClick(editor, Key.Key_Tab)
    tables.remove_row(editor.textCursor())
    tables.add_row(editor.textCursor())
    assert "| Chi | Che | Quando |\n| --- | --- | --- |" in editor.markdown()


def test_tab_leaves_a_paragraph_and_stays_in_a_list(editor: RichText) -> None:
    assert editor.tabChangesFocus()
    QTest.keyClicks(editor, "- uno")
    QTest.keyClick(editor, Key.Key_Tab)
    assert editor.hasFocus()
    assert editor.markdown() == "- uno"


def test_undo_takes_back_what_was_typed(editor: RichText) -> None:
    editor.show_markdown("Prima")
    QTest.keyClicks(editor, " dopo")
    editor.undo()
    assert editor.markdown() == "Prima"


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator
content="Microsoft Word 15"><style><!-- @font-face {font-family:Calibri;} p.MsoNormal {margin:0cm;
font-size:11.0pt;} --></style><!--[if gte mso 9]><xml><o:p>dead</o:p></xml><![endif]--></head>
<body lang=IT><!--StartFragment--><p class=MsoNormal><span style='font-size:14.0pt;color:red'>Il
<b>Comitato</b> approva<o:p></o:p></span></p><p class=MsoListParagraphCxSpFirst
style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span
style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span>
</span></span><![endif]>primo</p><p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='font-family:Symbol'>·&nbsp;&nbsp;</span><![endif]>secondo</p>
<table class=MsoTableGrid border=1><tr><td><p>A</p></td><td><p>B</p></td></tr><tr><td><p>1</p></td>
<td><p><i>2</i></p></td></tr></table><p><img src="x.png" onerror="alert(1)"><script>bad()</script>
fine</p><!--EndFragment--></body></html>"""


def test_what_is_pasted_from_word_keeps_its_form_and_nothing_else() -> None:
    markdown = markdown_from_html(WORD)
    assert markdown == (
        "Il **Comitato** approva\n\n- primo\n- secondo\n\n| A | B |\n| --- | --- |\n"
        "| 1 | _2_ |\n\nfine"
    )


def entry(level: int, mark: str, words: str) -> str:
    return (
        f"<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level{level} lfo1'>"
        f"<![if !supportLists]><span style='mso-list:Ignore'>{mark}<span style='font:7.0pt'>"
        f"&nbsp;&nbsp;</span></span><![endif]>{words}<o:p></o:p></p>\n"
    )


def test_lists_of_word_are_lists_and_nothing_else_is() -> None:
    page = (
        "<p class=MsoNormal>1. no list</p>"
        + entry(1, "1.", "eins <b>fett</b>")
        + entry(2, "a)", "unter <br/>a")
        + entry(2, "b)", "<b>unter</b> b")
        + entry(1, "2.", "zwei")
        + "<p class=MsoNormal>o wie Otto</p>"
        + entry(1, "\u00b7", "Punkt")
    )
    assert markdown_from_html(f"<html><body>{page}</body></html>") == (
        "1\\. no list\n\n1. eins **fett**\n   1. unter\\\n      a\n   2. **unter** b\n2. zwei\n\n"
        "o wie Otto\n\n- Punkt"
    )


@given(
    st.lists(
        st.sampled_from(
            (
                *("<p style='mso-list:l0 level2'>", "</p>", "<span style='mso-list:Ignore'>", "& "),
                *("</span>", "a)", "z ", "<ul>", "<li>", "<table><tr><td>", "</table>", "<br/>"),
            )
        ),
        max_size=12,
    ).map("".join)
)
@settings(max_examples=60, deadline=None)
def test_no_page_is_too_broken_to_be_pasted(page: str) -> None:
    markdown = markdown_from_html(f"<p style='mso-list:l0 level1'>{page}")
    if "Ignore" not in page:
        assert page.count("z") == markdown.count("z")


def test_pasting_from_a_page_goes_where_the_cursor_is(editor: RichText) -> None:
    QTest.keyClicks(editor, "Prima ")
    data = QMimeData()
    data.setHtml('<p style="color:#f00">uno <strong>due</strong></p><ul><li>tre</li></ul>')
    editor.insertFromMimeData(data)
    assert editor.markdown() == "Prima\n\nuno **due**\n\n- tre"
    editor.undo()
    assert editor.markdown().strip() == "Prima"


def test_what_looks_like_the_address_of_a_link_does_not_vanish(editor: RichText) -> None:
    editor.show_markdown("[Nota]: senza risposta")
    assert editor.toPlainText() == "[Nota]: senza risposta"
    (paragraph,) = blocks_from_markdown("[Nota]: senza risposta")
    assert paragraph == blocks_from_markdown(markdown_of(editor.document()))[0]
