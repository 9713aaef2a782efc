"""A meeting planned, convened, held and closed in the window, the session by keyboard."""

from collections.abc import Callable
from datetime import time
from pathlib import Path

from liaison_desktop.domain.decisions import Outcome
from liaison_desktop.domain.meetings import MeetingState
from liaison_desktop.domain.sheet import AttendanceStatus
from liaison_desktop.services.services import Services
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.dialogs.agenda_item import AgendaItemDialog
from liaison_desktop.ui.dialogs.motion import MotionDialog
from liaison_desktop.ui.dialogs.officers import OpenMeetingDialog
from liaison_desktop.ui.dialogs.plan_meeting import ConvocationSentDialog
from liaison_desktop.ui.dialogs.save_paper import SavePaperDialog
from liaison_desktop.ui.dialogs.session import ActionDialog, ClockDialog, SubstituteDialog
from liaison_desktop.ui.models.paged import FACE_ROLE
from liaison_desktop.ui.screens.meeting_plan import MeetingPlanView
from liaison_desktop.ui.screens.meeting_session import MeetingSessionView
from liaison_desktop.ui.screens.meetings import MeetingsScreen
from liaison_desktop.ui.widgets.progress_strip import ProgressStrip
from tests.ui.conftest import Bench
from tests.ui.meetings import ALT, CTRL, Key, in_session, keys, plan, stored, told


def test_the_agenda_is_made_by_keyboard(
    services: Services, open_bench: Callable[..., Bench], tmp_path: Path
) -> None:
    bench = open_bench(services)
    before = len(plan(bench).items)
    view = bench.part(MeetingPlanView)
    keys(bench, view.agenda.title, "Festa di quartiere", Key.Key_Return)
    keys(bench, view.agenda.title, "Nomine", Key.Key_Return)
    items = view.agenda.items
    assert [item.title for item in stored(bench).items[before:]] == ["Festa di quartiere", "Nomine"]
    items.setCurrentRow(before + 1)
    keys(bench, items, (Key.Key_Right, ALT))
    assert stored(bench).items[before + 1].number == f"{before + 1}.1"
    keys(bench, items, (Key.Key_Left, ALT), (Key.Key_Up, ALT))
    assert stored(bench).items[before].title == "Nomine"
    keys(bench, items, Key.Key_Return)
    dialog = bench.part(AgendaItemDialog)
    dialog.title.setText("")
    bench.press("Save", dialog)
    assert "title" in dialog.error
    dialog.title.setText("Nomine nel gruppo")
    dialog.minutes.setValue(15)
    bench.press("Save", dialog)
    assert stored(bench).items[before].minutes_allotted == 15
    items.dragged.emit(stored(bench).items[before].id, None)
    bench.settle()
    assert stored(bench).items[-1].title == "Nomine nel gruppo"
    items.setCurrentRow(len(items.ids) - 1)
    keys(bench, items, Key.Key_Delete)
    assert stored(bench).items[-1].title == "Festa di quartiere"
    assert not any(strip.isVisible() for strip in bench.window.findChildren(ProgressStrip))
    bench.press("Members were called …")
    called = bench.part(ConvocationSentDialog)
    called.medium.setText("e-mail")
    bench.press("Note", called)
    assert stored(bench).state is MeetingState.CONVENED
    assert "in time" in told(view)
    meeting = stored(bench)
    title = "Convocation"
    view._save(meeting, title, bench.services.papers.convocation)
    paper = bench.part(SavePaperDialog)
    paper.save(tmp_path / "convocation.pdf")
    bench.settle()
    assert (tmp_path / "convocation.pdf").read_bytes().startswith(b"%PDF")


def test_a_whole_meeting_is_held_by_keyboard(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services)
    view = in_session(bench)
    seats = view.roll.seats
    assert "would be void" in told(view)
    keys(bench, seats, "ppppp", "r", "e")
    keys(bench, seats, "s")
    substitute = bench.part(SubstituteDialog)
    keys(bench, substitute.name, "Ada Fabbri")
    bench.press("Mark", substitute)
    sheet = stored(bench).attendees
    statuses = [each.status for each in sheet[:8]]
    assert statuses[:6] == [AttendanceStatus.PRESENT] * 6
    assert sheet[5].remote
    assert statuses[6:] == [AttendanceStatus.EXCUSED, AttendanceStatus.SUBSTITUTED]
    assert "would be void" not in told(view)
    bench.press("Open the meeting …")
    clock = bench.part(OpenMeetingDialog)
    clock.at.setTime(clock.at.time().fromString("17:00", "HH:mm"))
    bench.press("Open", clock)
    assert (stored(bench).state, stored(bench).opened) == (MeetingState.OPEN, time(17))
    text = view.panel.editor.text
    keys(bench, text, "Si apre la discussione.")
    keys(bench, text, (Key.Key_Down, CTRL))
    assert stored(bench).items[0].discussion.endswith("Si apre la discussione.")
    assert view.item is not None
    assert view.item.no == 2
    keys(bench, text, (Key.Key_D, CTRL))
    motion = bench.part(MotionDialog)
    motion.text.setPlainText("Il Comitato approva.")
    motion.ballot.against.setValue(20)
    bench.press("Keep", motion)
    assert "may vote" in motion.error
    motion.ballot.votes_for.setValue(5)
    motion.ballot.against.setValue(2)
    bench.press("Keep", motion)
    record = bench.services.meetings.record(stored(bench).id)
    assert record.assessment.items[1].verdict is not None
    assert record.assessment.items[1].verdict.outcome is Outcome.ADOPTED
    keys(bench, text, (Key.Key_T, CTRL))
    action = bench.part(ActionDialog)
    assert action.text.toPlainText() == ""
    action.reject()
    keys(bench, text, "Scrivere alle scuole", (Key.Key_A, CTRL), (Key.Key_T, CTRL))
    action = bench.part(ActionDialog)
    bench.press("Keep", action)
    assert stored(bench).items[1].actions[0].text == "Scrivere alle scuole"
    bench.press("Break")
    assert stored(bench).paused
    bench.press("Go on")
    seats.setCurrentRow(0)
    keys(bench, seats, "l")
    assert stored(bench).attendees[0].intervals[0].left is not None
    assert seats.item(0).data(FACE_ROLE).chip == "Not there now"
    bench.press("Close the meeting …")
    bench.press("Close", bench.part(ClockDialog))
    meeting = stored(bench)
    assert meeting.state is MeetingState.HELD
    assert meeting.closed is not None


def test_what_was_typed_before_a_crash_comes_back(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    from liaison_desktop.services.writing import WriteDiscussion

    bench = open_bench(services)
    view = in_session(bench)
    meeting = stored(bench)
    typing = WriteDiscussion(
        meeting_id=meeting.id, item_id=meeting.items[0].id, text="Scritto e mai salvato"
    )
    services.meeting_work.writing.note_typing(typing)
    bench.close()
    again = open_bench(services)
    again.window.go(Place.MEETINGS, meeting.id)
    again.settle()
    view = again.part(MeetingSessionView)
    assert view.panel.editor.text.markdown() == "Scritto e mai salvato"
    assert "recovered" in told(view)
    view.panel.editor.flush()
    again.settle()
    assert services.meetings.record(meeting.id).meeting.items[0].discussion == typing.text


def test_the_list_and_the_session_change_places(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services)
    in_session(bench)
    screen = bench.part(MeetingsScreen)
    assert not screen.listing.isVisible()
    bench.press("All meetings")
    assert screen.listing.isVisible()
    bench.press("To the session")
    assert bench.part(MeetingSessionView).isVisible()


def test_a_vote_by_name_asks_for_each_seat(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    from liaison_desktop.domain.decisions import Choice, Method

    bench = open_bench(services)
    view = in_session(bench)
    keys(bench, view.roll.seats, "pppppppp")
    bench.press("Open the meeting …")
    bench.press("Open", bench.part(OpenMeetingDialog))
    view.panel.decide()
    motion = bench.part(MotionDialog)
    motion.text.setPlainText("Per appello nominale.")
    motion.ballot.method.choose(Method.ROLL_CALL)
    bench.press("Keep", motion)
    (decision,) = stored(bench).items[0].decisions
    assert {vote.choice for vote in decision.votes} == {Choice.FOR}
    assert len(decision.votes) >= 7
