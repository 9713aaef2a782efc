"""Planning in the window: templates, a second call, a decision in writing."""

from collections.abc import Callable
from datetime import time

from PySide6.QtWidgets import QLineEdit

from liaison_desktop.domain.meetings import Meeting, MeetingMode
from liaison_desktop.services.services import Services
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.dialogs.plan_meeting import PlanMeetingDialog
from liaison_desktop.ui.dialogs.templates import TemplatesDialog
from liaison_desktop.ui.screens.meetings import MeetingsScreen
from tests.ui.conftest import Bench


def screen_of(bench: Bench) -> MeetingsScreen:
    bench.window.go(Place.MEETINGS)
    bench.settle()
    return bench.part(MeetingsScreen)


def shown(bench: Bench) -> Meeting:
    current = bench.part(MeetingsScreen).current
    assert current is not None
    return bench.services.meetings.record(current).meeting


def more(bench: Bench, text: str) -> None:
    """Do what the menu of the meeting in view offers under this name."""
    (act,) = [each for each in bench.part(MeetingsScreen).more if each.text == text]
    act.run()
    bench.settle()


def test_a_meeting_is_kept_as_a_template_and_planned_from_it(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services)
    screen = screen_of(bench)
    screen.plan()
    dialog = bench.part(PlanMeetingDialog)
    dialog.editors.place.setText("Sala grande")
    dialog.editors.mode.choose(MeetingMode.HYBRID)
    bench.press("Plan", dialog)
    more(bench, "Keep as template …")
    keeping = bench.part(TemplatesDialog)
    bench.press("Keep", keeping)
    assert keeping.error
    keeping.name.setText("Monthly")
    bench.press("Keep", keeping)
    more(bench, "Keep as template …")
    keeping = bench.part(TemplatesDialog)
    (name,) = [
        each
        for each in keeping.findChildren(QLineEdit)
        if each.accessibleName().startswith("Name of the template")
    ]
    name.setText("Every month")
    bench.press("Rename", keeping)
    keeping.reject()
    screen.plan()
    dialog = bench.part(PlanMeetingDialog)
    bench.settle()
    assert "Every month" in dialog.agenda.itemText(3)
    dialog.agenda.setCurrentIndex(3)
    assert dialog.editors.starts.at == time(17)
    assert dialog.editors.place.text() == "Sala grande"
    bench.press("Plan", dialog)
    assert (shown(bench).place, shown(bench).mode) == ("Sala grande", MeetingMode.HYBRID)
    more(bench, "Keep as template …")
    bench.press("Remove", bench.part(TemplatesDialog))
    assert bench.services.meeting_work.templates.of_committee(shown(bench).committee_id) == ()
