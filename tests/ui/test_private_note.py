"""The private note under an item: it is kept whatever its writer does next."""

from collections.abc import Callable

from liaison_desktop.services.services import Services
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.screens.meeting_session import MeetingSessionView
from tests.ui.conftest import Bench
from tests.ui.meetings import CTRL, Key, in_session, keys, stored


def notes(bench: Bench) -> list[str]:
    record = bench.services.meetings.record(stored(bench).id)
    return [record.private_notes.get(item.id, "") for item in record.meeting.items]


def unfolded(bench: Bench) -> MeetingSessionView:
    """A meeting whose roll call has begun; the note is open and has the cursor."""
    view = in_session(bench)
    keys(bench, view.panel.note.fold.head, Key.Key_Space)
    assert view.panel.note.text.hasFocus()
    return view


def test_a_note_stays_with_its_item(services: Services, open_bench: Callable[..., Bench]) -> None:
    bench = open_bench(services)
    view = unfolded(bench)
    note = view.panel.note
    keys(bench, note.text, "mormorii", (Key.Key_Down, CTRL))
    assert note.text.toPlainText() == ""
    keys(bench, note.text, "applausi", (Key.Key_Up, CTRL))
    assert note.text.toPlainText() == "mormorii"
    assert "written" in note.fold.head.text()
    assert notes(bench)[:2] == ["mormorii", "applausi"]
    assert stored(bench).items[0].discussion == view.panel.editor.text.toPlainText()


def test_a_note_is_kept_when_its_writer_rests(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services)
    note = unfolded(bench).panel.note
    note._rest.setInterval(0)
    keys(bench, note.text, "mormorii ")
    bench.qtbot.waitUntil(lambda: notes(bench)[0] == "mormorii")
    bench.settle()
    assert note.text.toPlainText() == "mormorii "
    keys(bench, note.text, "in sala")
    assert note.text.toPlainText() == "mormorii in sala"


def test_a_note_that_is_on_its_way_to_the_store_is_not_lost_between_items(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services)
    view = unfolded(bench)
    note = view.panel.note
    keys(bench, note.text, "mormorii")
    view.step(1)
    view.step(-1)
    assert note.text.toPlainText() == "mormorii"
    note.text.appendPlainText("e fischi")
    view.step(1)
    bench.settle()
    assert notes(bench)[0] == "mormorii\ne fischi"


def test_a_note_outlives_another_place_and_the_window(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services)
    note = unfolded(bench).panel.note
    keys(bench, note.text, "mormorii")
    meeting = stored(bench)
    bench.window.go(Place.TODAY)
    bench.settle()
    kept = services.meetings.record(meeting.id).private_notes
    assert kept == {meeting.items[0].id: "mormorii"}
    bench.window.go(Place.MEETINGS, meeting.id)
    bench.settle()
    keys(bench, note.text, " in sala")
    bench.window.close()
    bench.jobs.close()
    record = services.meetings.record(meeting.id)
    assert "in sala" in record.private_notes[meeting.items[0].id]


def test_taking_a_note_back_shows_what_was_there(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services)
    note = unfolded(bench).panel.note
    keys(bench, note.text, "mormorii")
    note.flush()
    bench.settle()
    bench.window.undo()
    bench.settle()
    assert note.text.toPlainText() == ""
    assert notes(bench)[0] == ""
