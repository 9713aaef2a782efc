"""Planning in the window: templates, a second call, a decision in writing."""

from collections.abc import Callable
from datetime import time, timedelta

from PySide6.QtWidgets import QLineEdit, QPushButton

from liaison_desktop.domain.agenda import ItemKind
from liaison_desktop.domain.decisions import Method
from liaison_desktop.domain.meetings import Call, Meeting, MeetingMode
from liaison_desktop.domain.seats import Role
from liaison_desktop.domain.sheet import AttendanceStatus
from liaison_desktop.services.services import Services
from liaison_desktop.services.session import Mark, MarkSeat
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.dialogs.motion import MotionDialog
from liaison_desktop.ui.dialogs.plan_meeting import PlanMeetingDialog
from liaison_desktop.ui.dialogs.second_call import SecondCallDialog
from liaison_desktop.ui.dialogs.session import SubstituteDialog
from liaison_desktop.ui.dialogs.templates import TemplatesDialog
from liaison_desktop.ui.forms.editors import to_qt
from liaison_desktop.ui.models.paged import FACE_ROLE
from liaison_desktop.ui.screens.meeting_plan import MeetingPlanView
from liaison_desktop.ui.screens.meetings import MeetingsScreen
from liaison_desktop.ui.screens.roll_panel import RollPanel
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


def test_a_meeting_without_a_quorum_is_called_again(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services)
    screen = screen_of(bench)
    screen.plan()
    bench.press("Plan", bench.part(PlanMeetingDialog))
    first = shown(bench)
    session = services.meeting_work.session
    session.begin_roll_call(first.id)
    chair = next(each.seat_id for each in shown(bench).attendees if each.role is Role.CHAIR)
    present = Mark.PRESENT
    session.mark(MarkSeat(meeting_id=first.id, seat_id=chair, mark=present, at=time(17)))
    session.open(first.id, time(17))
    session.close(first.id, time(17, 15))
    screen.open(first.id)
    screen.refresh()
    bench.settle()
    more(bench, "Plan the second call …")
    dialog = bench.part(SecondCallDialog)
    assert dialog.day.day
    assert dialog.day.day > first.date
    dialog.day.setDate(to_qt(first.date))
    bench.press("Plan", dialog)
    assert dialog.error
    dialog.day.setDate(to_qt(first.date + timedelta(days=8)))
    bench.press("Plan", dialog)
    second = shown(bench)
    assert (second.call, second.date) == (Call.SECOND, first.date + timedelta(days=8))
    assert [each.continues_id for each in second.items] == [each.id for each in first.items]


def test_members_answer_in_writing(services: Services, open_bench: Callable[..., Bench]) -> None:
    bench = open_bench(services)
    screen = screen_of(bench)
    screen.plan()
    dialog = bench.part(PlanMeetingDialog)
    assert dialog.editors.place.isVisible()
    dialog.editors.mode.choose(MeetingMode.WRITTEN)
    assert not dialog.editors.place.isVisible()
    assert not dialog.editors.starts.isVisible()
    assert dialog.editors.day.accessibleName() == "Votes until"
    bench.press("Plan", dialog)
    assert (shown(bench).starts, shown(bench).place) == (None, "")
    buttons = bench.part(MeetingPlanView).findChildren(QPushButton)
    (papers,) = [made for made in buttons if made.menu() is not None]
    assert [act.text() for act in papers.menu().actions()] == ["Convocation", "Calendar file"]
    title = bench.part(MeetingPlanView).agenda.title
    title.setText("Adesione alla rete")
    title.returnPressed.emit()
    bench.settle()
    assert shown(bench).items[-1].kind is ItemKind.DECISION
    bench.press("Roll call")
    panel = bench.part(RollPanel)
    seat = shown(bench).attendees[0].seat_id
    for letter in "RSLP":
        panel.seats.marked.emit(seat, letter)
        bench.settle()
    assert bench.part(MeetingsScreen).window().findChildren(SubstituteDialog) == []
    attendee = shown(bench).attendee(seat)
    assert attendee.status is AttendanceStatus.PRESENT
    assert not attendee.remote
    assert panel.seats.item(0).data(FACE_ROLE).chip == "Answered"
    ask = MotionDialog(shown(bench), shown(bench).items[0], screen.context, bench.window)
    assert ask.ballot.method.values == [Method.ROLL_CALL, Method.NOTED]
    ask.reject()
