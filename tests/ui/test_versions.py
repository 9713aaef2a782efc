"""Earlier texts of an item: compared by keyboard, restored, and the restoring undone."""

from collections.abc import Callable

from PySide6.QtGui import QTextCursor

from liaison_desktop.services.services import Services
from liaison_desktop.services.writing import WriteDiscussion
from liaison_desktop.ui.dialogs.versions import EarlierVersionsDialog
from liaison_desktop.ui.widgets.compared_text import ComparedText
from tests.ui.conftest import Bench
from tests.ui.meetings import Key, choose, in_session, keys, stored

FIRST, SECOND = "Si apre la discussione.", "Si apre una breve discussione."


def marked(text: ComparedText) -> list[tuple[str, str]]:
    """The words that are struck through or underlined."""
    found: list[tuple[str, str]] = []
    cursor = QTextCursor(text.document())
    for place in range(len(text.toPlainText())):
        cursor.setPosition(place)
        cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
        style = cursor.charFormat()
        sort = "gone" if style.fontStrikeOut() else "new" if style.fontUnderline() else ""
        if found and found[-1][0] == sort:
            found[-1] = (sort, found[-1][1] + cursor.selectedText())
        else:
            found.append((sort, cursor.selectedText()))
    return [(sort, words) for sort, words in found if sort]


def test_an_earlier_text_is_compared_and_restored(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services)
    view = in_session(bench)
    meeting = stored(bench)
    first = WriteDiscussion(meeting_id=meeting.id, item_id=meeting.items[0].id, text=FIRST)
    services.meeting_work.writing.write(first)
    view.panel.editor.text.selectAll()
    keys(bench, view.panel.editor.text, SECOND)
    choose(bench, "Earlier versions …")
    dialog = bench.part(EarlierVersionsDialog)
    assert dialog.list.hasFocus()
    assert marked(dialog.text) == [("gone", "la "), ("new", "una breve ")]
    keys(bench, dialog.list, Key.Key_Up)
    assert marked(dialog.text) == []
    assert not dialog._restore.isEnabled()
    keys(bench, dialog.list, Key.Key_Down)
    bench.press("Restore", dialog)
    assert stored(bench).items[0].discussion == FIRST
    assert view.panel.editor.text.toPlainText() == FIRST
    bench.window.undo()
    bench.settle()
    assert view.panel.editor.text.toPlainText() == SECOND


def test_an_item_under_which_nothing_was_written_says_so(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services)
    in_session(bench)
    choose(bench, "Earlier versions …")
    dialog = bench.part(EarlierVersionsDialog)
    assert "Nothing was saved" in dialog._told.text()
    assert dialog._told.isVisible()
    assert not dialog._restore.isEnabled()
