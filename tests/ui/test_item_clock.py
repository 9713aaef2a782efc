"""The minutes of an item: noted when the meeting dwells at it, against those it was given."""

from collections.abc import Callable
from datetime import datetime, timedelta

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.services.agenda import EditItem, ItemPlan
from liaison_desktop.services.services import Services
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.dialogs.officers import OpenMeetingDialog
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.chip import Chip
from tests.ui.conftest import Bench
from tests.ui.meetings import in_session, keys, open_meeting, stored


def started(bench: Bench) -> list[bool]:
    return [item.started is not None for item in stored(bench).items[:3]]


def test_an_item_is_taken_up_when_the_meeting_dwells_at_it(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services)
    view = in_session(bench)
    clock = view.panel.head.clock
    clock.dwell.setInterval(0)
    keys(bench, view.roll.seats, "pppppppp")
    assert started(bench) == [False] * 3
    bench.press("Open the meeting …")
    bench.press("Open", bench.part(OpenMeetingDialog))
    bench.qtbot.waitUntil(lambda: started(bench)[0])
    bench.settle()
    assert clock.words == "0 min"
    assert clock.tick.isActive()
    text = view.panel.editor.text
    keys(bench, text, "Si apre.")
    view.step(1)
    bench.qtbot.waitUntil(lambda: started(bench)[1])
    bench.settle()
    assert text.hasFocus()
    bench.window.undo()
    bench.settle()
    assert not stored(bench).items[0].discussion.endswith("Si apre.")
    assert started(bench)[:2] == [True, True]
    bench.window.undo(again=True)
    bench.settle()
    assert stored(bench).items[0].discussion.endswith("Si apre.")


def test_whoever_passes_an_item_does_not_take_it_up(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services)
    view = open_meeting(bench)
    view.panel.head.clock.dwell.setInterval(0)
    view.step(1)
    view.step(1)
    bench.qtbot.waitUntil(lambda: started(bench)[2])
    assert started(bench)[1:] == [False, True]


def test_the_minutes_are_told_against_those_that_were_given(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services)
    view = open_meeting(bench)
    view.panel.head.clock.dwell.setInterval(60_000)
    meeting = stored(bench)
    first, second = meeting.items[:2]
    allot(services, bench, first, 15)
    allot(services, bench, second, 10)
    ago = (datetime.now().astimezone() - timedelta(minutes=12)).time().replace(second=0)
    for item in (first, second):
        services.meeting_work.session.take_up(meeting.id, item.id, ago)
    bench.window.go(Place.TODAY)
    bench.settle()
    assert not view.panel.head.clock.tick.isActive()
    bench.window.go(Place.MEETINGS, meeting.id)
    bench.settle()
    view.items.setCurrentRow(0)
    (chip,) = view.panel.head.clock.findChildren(Chip)
    assert chip.text in ("12 of 15 min", "13 of 15 min")
    assert chip._tone is Tone.NEUTRAL
    view.items.setCurrentRow(1)
    bench.settle()
    (chip,) = view.panel.head.clock.findChildren(Chip)
    assert chip.text in ("12 of 10 min", "13 of 10 min")
    assert chip._tone is Tone.CARE
    bench.press("Break")
    assert not view.panel.head.clock.tick.isActive()
    bench.press("Go on")
    assert view.panel.head.clock.tick.isActive()


def allot(services: Services, bench: Bench, item: AgendaItem, minutes: int) -> None:
    plan = ItemPlan(title=item.title, kind=item.kind, minutes_allotted=minutes)
    services.meeting_work.agenda.edit(
        EditItem(meeting_id=stored(bench).id, item_id=item.id, plan=plan)
    )
