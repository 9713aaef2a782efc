"""Who presides and who takes the minutes, chosen and handed over in the window by keyboard."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QPushButton

from liaison_desktop.domain.meetings import MeetingMode, MeetingState
from liaison_desktop.domain.seats import Role
from liaison_desktop.services.planning import MeetingPlan, PlanMeeting
from liaison_desktop.services.services import Services
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.dialogs.officers import (
    HandChairDialog,
    OpenMeetingDialog,
    TakeMinutesDialog,
)
from liaison_desktop.ui.dialogs.session import ClockDialog
from liaison_desktop.ui.screens.meeting_session import MeetingSessionView
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.wording import today
from tests.ui.conftest import Bench
from tests.ui.meetings import CTRL, Key, in_session, keys, open_meeting, stored, told


def place_of(bench: Bench, role: Role) -> int:
    return next(no for no, one in enumerate(stored(bench).attendees) if one.role is role)


def test_who_presides_is_asked_where_nobody_does_by_office(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services)
    view = in_session(bench)
    officers = {place_of(bench, role) for role in (Role.CHAIR, Role.VICE_CHAIR)}
    letters = "".join("e" if no in officers else "p" for no in range(9))
    keys(bench, view.roll.seats, letters)
    assert "Nobody yet." in told(view.roll.presiding)
    bench.press("Open the meeting …")
    dialog = bench.part(OpenMeetingDialog)
    bench.press("Open", dialog)
    assert "without a chair" in dialog.error
    assert stored(bench).state is MeetingState.PLANNED
    keys(bench, dialog.chair, Key.Key_Down, Key.Key_Down)
    bench.press("Open", dialog)
    meeting = stored(bench)
    present = [one for one in meeting.attendees if one.was_there]
    assert meeting.chair_seat_id == present[1].seat_id
    assert present[1].full_name in told(view.roll.presiding)


def test_who_was_chosen_before_the_opening_presides_instead_of_the_chair(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services)
    view = in_session(bench)
    keys(bench, view.roll.seats, "ppppppppp")
    chair = place_of(bench, Role.CHAIR)
    other = next(
        one for no, one in enumerate(stored(bench).attendees) if no != chair and one.voting
    )
    assert stored(bench).attendees[chair].full_name in told(view.roll.presiding)
    bench.press_named("Hand over the chair")
    dialog = bench.part(HandChairDialog)
    dialog.chair.choose(other.seat_id)
    bench.press("Choose", dialog)
    assert other.full_name in told(view.roll.presiding)
    bench.press("Open the meeting …")
    bench.press("Open", bench.part(OpenMeetingDialog))
    assert stored(bench).chair_seat_id == other.seat_id


def test_the_chair_is_handed_over_from_the_item_under_way_on(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services)
    view = open_meeting(bench, "ppppppppp")
    keys(bench, view.panel.editor.text, (Key.Key_Down, CTRL))
    chair = place_of(bench, Role.CHAIR)
    view.roll.seats.setCurrentRow(chair)
    keys(bench, view.roll.seats, "l")
    assert "The chair is not there" in told(view.roll.presiding)
    bench.press_named("Hand over the chair")
    dialog = bench.part(HandChairDialog)
    gone = stored(bench).attendees[chair].seat_id
    assert gone not in dialog.chair.values
    keys(bench, dialog.chair, Key.Key_Down)
    heir = dialog.chair.currentData()
    bench.press("Hand over", dialog)
    meeting = stored(bench)
    assert (meeting.chair_at(1), meeting.chair_at(2)) == (gone, heir)
    assert "The chair is not there" not in told(view.roll.presiding)
    assert meeting.attendee(heir).full_name in told(view.roll.presiding)


def test_the_minutes_are_taken_by_somebody_else(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services)
    view = open_meeting(bench)
    bench.press_named("Who takes the minutes")
    dialog = bench.part(TakeMinutesDialog)
    bench.press("Choose", dialog)
    assert "who is there" in dialog.error
    taker = stored(bench).attendees[3]
    dialog.writer.choose(taker.seat_id)
    bench.press("Choose", dialog)
    assert stored(bench).secretary_seat_id == taker.seat_id
    assert taker.full_name in told(view.roll.presiding)


def test_in_writing_the_chair_leads_without_having_answered(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    committee, work = services.committees.by_ref("borgolume"), services.meeting_work
    plan = MeetingPlan(date=today() + timedelta(days=9), starts=None, mode=MeetingMode.WRITTEN)
    planned = work.planning.plan(PlanMeeting(committee_id=committee.id, plan=plan))
    work.session.begin_roll_call(planned.meeting_id)
    bench = open_bench(services)
    bench.window.go(Place.MEETINGS, planned.meeting_id)
    bench.settle()
    view = bench.part(MeetingSessionView)
    lines = view.roll.presiding
    chair = stored(bench).attendees[place_of(bench, Role.CHAIR)].full_name
    assert chair in told(lines)
    bench.press_named("Who takes the minutes")
    dialog = bench.part(TakeMinutesDialog)
    assert dialog.writer.count() >= len(stored(bench).attendees)
    bench.press("Cancel", dialog)
    bench.press("Begin the procedure …")
    bench.press("Begin", bench.part(OpenMeetingDialog))
    assert stored(bench).state is MeetingState.OPEN
    assert chair in told(lines)
    assert "not there" not in told(lines)
    assert not lines._hand.isVisible()
    assert any(chip.text.startswith("votes come in until") for chip in view.findChildren(Chip))
    names = {made.text() for made in view.findChildren(QPushButton) if made.isVisible()}
    assert "&Break" not in names
    bench.press("Count the votes …")
    bench.press("Count", bench.part(ClockDialog))
    assert stored(bench).state is MeetingState.HELD
