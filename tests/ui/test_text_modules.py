"""Texts that are written again and again: kept once, filled in by the meeting, taken back."""

from PySide6.QtWidgets import QPushButton

from liaison_desktop.domain.text_modules import filled
from liaison_desktop.ui.dialogs.text_modules import TextModulesDialog
from tests.ui.conftest import Bench
from tests.ui.meetings import CTRL, Key, keys, open_meeting, stored


def test_what_is_not_known_stays_as_it_is() -> None:
    text = "{present} presenti, {unknown} e {}"
    assert filled(text, {"present": "7"}) == "7 presenti, {unknown} e {}"


def test_a_module_is_kept_inserted_changed_and_removed(bench: Bench) -> None:
    view = open_meeting(bench)
    editor = view.panel.editor.text
    keys(bench, editor, (Key.Key_Space, CTRL))
    dialog = bench.part(TextModulesDialog)
    bench.press("Keep", dialog)
    assert "name" in dialog.error
    dialog.name.setText("Apertura")
    dialog.text.setPlainText("Sono presenti **{present}** componenti a {place}.")
    bench.press("Keep", dialog)
    view.panel.editor._choose_module()
    bench.settle()
    dialog = bench.part(TextModulesDialog)
    (insert,) = (b for b in dialog.findChildren(QPushButton) if b.text() == "Insert")
    insert.click()
    bench.settle()
    view.panel.editor.flush()
    bench.settle()
    written = stored(bench).items[0].discussion
    assert "Sono presenti **8** componenti a Sala grande." in written
    bench.services.undo.undo()
    bench.services.undo.undo()
    meeting = stored(bench)
    modules = bench.services.meeting_work.text_modules
    assert modules.of_language(meeting.committee_id, meeting.language) == ()
