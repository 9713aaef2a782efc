"""Guests, taken down by keyboard before a meeting and while it is held."""

from collections.abc import Callable

from liaison_desktop.domain.sheet import Guest
from liaison_desktop.services.services import Services
from liaison_desktop.ui.dialogs.guests import GuestsDialog
from liaison_desktop.ui.screens.meeting_plan import MeetingPlanView
from tests.ui.conftest import Bench
from tests.ui.meetings import ALT, Key, keys, open_meeting, plan, stored, told


def test_guests_are_announced_in_the_plan(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services)
    plan(bench)
    bench.press("Guests …")
    dialog = bench.part(GuestsDialog)
    keys(bench, dialog.guests.rows[0].name, "Prof. Granasole", Key.Key_Tab)
    keys(bench, dialog.guests.rows[0].organisation, "Universita")
    bench.press("Add a guest", dialog)
    bench.press("Save", dialog)
    assert stored(bench).guests == (Guest(name="Prof. Granasole", organisation="Universita"),)
    assert "Prof. Granasole" in told(bench.part(MeetingPlanView))


def test_guests_come_and_go_in_session(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services)
    view = open_meeting(bench)
    assert "No guests." in told(view.roll.guests)
    bench.press("Guests …")
    dialog = bench.part(GuestsDialog)
    keys(bench, dialog.guests.rows[0].name, "Ada Fabbri")
    dialog.add_guest()
    second = dialog.guests.rows[1]
    keys(bench, second.name, "Samira Haddad")
    keys(bench, second.reason, "interprete", (Key.Key_Up, ALT))
    bench.press("Save", dialog)
    assert [one.name for one in stored(bench).guests] == ["Samira Haddad", "Ada Fabbri"]
    assert "interprete" in told(view.roll.guests)
    bench.press("Guests …")
    dialog = bench.part(GuestsDialog)
    dialog.guests.remove_row(dialog.guests.rows[0])
    bench.press("Save", dialog)
    assert [one.name for one in stored(bench).guests] == ["Ada Fabbri"]
    bench.window.undo()
    bench.settle()
    assert "Samira Haddad" in told(view.roll.guests)
