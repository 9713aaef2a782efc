"""Misspelt words are marked while somebody writes, and mended by the menu."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from liaison_desktop.services.services import Services
from liaison_desktop.ui.screens.discussion_editor import DiscussionEditor
from tests.services.test_spelling import AFFIXES
from tests.ui.conftest import Bench
from tests.ui.meetings import in_session


@pytest.fixture
def editor(
    services: Services,
    open_bench: Callable[..., Bench],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> tuple[Bench, DiscussionEditor]:
    pytest.importorskip("enchant")
    monkeypatch.setenv("ENCHANT_CONFIG_DIR", str(tmp_path / "enchant"))
    dictionaries = tmp_path / "enchant" / "hunspell"
    dictionaries.mkdir(parents=True)
    (dictionaries / "it_IT.aff").write_text(AFFIXES, encoding="utf-8")
    (dictionaries / "it_IT.dic").write_text("3\ncomitato\napprova\nil\n", encoding="utf-8")
    bench = open_bench(services)
    return bench, in_session(bench).panel.editor


def marked(bench: Bench, editor: DiscussionEditor) -> list[str]:
    editor.marks.check()
    bench.settle()
    return [each.cursor.selectedText() for each in editor.text.extraSelections()]


def menu_at(bench: Bench, editor: DiscussionEditor, word: str) -> QMenu:
    cursor = editor.text.document().find(word)
    cursor.setPosition(cursor.selectionStart() + 1)
    place = editor.text.cursorRect(cursor).center()
    editor.text.customContextMenuRequested.emit(QPoint(place))
    bench.settle()
    return editor.text.findChildren(QMenu)[-1]


def choose(bench: Bench, menu: QMenu, words: str) -> None:
    (action,) = (each for each in menu.actions() if each.text() == words)
    assert action.isEnabled()
    action.trigger()
    menu.close()
    bench.settle()


def test_misspelt_words_are_marked_and_mended(editor: tuple[Bench, DiscussionEditor]) -> None:
    bench, discussion = editor
    name = discussion._meeting.attendees[0].given_name if discussion._meeting else ""
    QTest.keyClicks(discussion.text, f"Il comittato approva, {name} mercatto ")
    assert marked(bench, discussion) == ["comittato", "mercatto"]
    choose(bench, menu_at(bench, discussion, "comittato"), "comitato")
    assert discussion.text.markdown().startswith("Il comitato approva")
    choose(bench, menu_at(bench, discussion, "mercatto"), "Add to the dictionary")
    assert marked(bench, discussion) == []


def test_the_word_that_is_typed_is_left_alone(editor: tuple[Bench, DiscussionEditor]) -> None:
    bench, discussion = editor
    discussion.window().activateWindow()
    discussion.text.setFocus()
    bench.settle()
    QTest.keyClicks(discussion.text, "Il comitt")
    assert marked(bench, discussion) == []
    discussion.text.moveCursor(QTextCursor.MoveOperation.Start)
    assert marked(bench, discussion) == ["comitt"]


def test_marks_are_switched_off_by_the_menu(editor: tuple[Bench, DiscussionEditor]) -> None:
    bench, discussion = editor
    QTest.keyClicks(discussion.text, "Il comittato ")
    before = discussion.text.markdown()
    assert marked(bench, discussion) == ["comittato"]
    choose(bench, menu_at(bench, discussion, "comittato"), "Mark misspelt words")
    assert marked(bench, discussion) == []
    assert bench.window.settings.spelling == "off"
    assert discussion.text.markdown() == before
    choose(bench, menu_at(bench, discussion, "comittato"), "Mark misspelt words")
    assert marked(bench, discussion) == ["comittato"]


def test_columns_are_added_by_the_menu(editor: tuple[Bench, DiscussionEditor]) -> None:
    bench, discussion = editor
    discussion.text.insert_table()
    QTest.keyClicks(discussion.text, "nome")
    choose(bench, menu_at(bench, discussion, "nome"), "Add a column")
    assert discussion.text.markdown().splitlines()[0].count("|") == 5
