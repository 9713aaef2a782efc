"""What needs the secretary now."""

from datetime import date, datetime, timedelta

from liaison_desktop.services.circulating import CirculateMinutes
from liaison_desktop.services.minutes import FileMinutes
from liaison_desktop.services.services import Services
from liaison_desktop.services.today import TaskKind

TODAY = date(2026, 11, 23)


def test_everything_that_waits_is_told_once(services: Services) -> None:
    overview = services.today.overview(None, TODAY)
    kinds = [task.kind for task in overview.tasks]
    assert kinds.count(TaskKind.MINUTES_TO_FINALISE) == 4
    assert kinds.count(TaskKind.MINUTES_TO_FILE) == 13
    assert kinds.count(TaskKind.ACTION_OVERDUE) == 13
    assert kinds.count(TaskKind.AGREEMENT_NOTICE) == 1
    assert kinds.count(TaskKind.SEAT_VACANT) == 1


def test_what_is_most_urgent_comes_first(services: Services) -> None:
    kinds = [task.kind for task in services.today.overview(None, TODAY).tasks]
    order = list(TaskKind)
    assert kinds == sorted(kinds, key=order.index)
    assert kinds[0] is TaskKind.MINUTES_TO_FINALISE


def test_the_next_meeting_is_the_nearest_one_not_held(services: Services) -> None:
    overview = services.today.overview(None, TODAY)
    assert overview.next_meeting is not None
    assert overview.next_meeting.date > TODAY
    assert overview.days_until == (overview.next_meeting.date - TODAY).days
    for committee in services.committees.all():
        one = services.today.overview(committee.id, TODAY).next_meeting
        assert one is None or one.date >= overview.next_meeting.date


def test_one_committee_sees_its_own(services: Services) -> None:
    committee = services.committees.by_ref("Haselbrück")
    overview = services.today.overview(committee.id, TODAY)
    assert {task.committee_id for task in overview.tasks} == {committee.id}
    assert sum(group.filled for group in overview.composition) == 11
    (vacancy,) = (task for task in overview.tasks if task.kind is TaskKind.SEAT_VACANT)
    assert vacancy.detail == {"filled": "11", "seats": "12"}


def test_filed_minutes_wait_for_their_signatures(services: Services) -> None:
    meeting = services.meetings.by_ref("borgolume/3-2026")
    services.minutes.file(FileMinutes(meeting_id=meeting.id))
    tasks = services.today.overview(meeting.committee_id, TODAY).tasks
    (task,) = (task for task in tasks if task.kind is TaskKind.MINUTES_TO_SIGN)
    assert task.target == meeting.id
    assert task.detail == {"signed": "0", "required": "2"}


def test_circulated_minutes_wait_for_their_approval(services: Services) -> None:
    meeting = services.meetings.by_ref("borgolume/borgolume-2026-4")
    circulating = services.minutes_work.circulating
    until = datetime.now().astimezone().date() + timedelta(days=7)
    people = circulating.recipients(meeting.id)
    circulating.by_hand(
        CirculateMinutes(
            meeting_id=meeting.id,
            until=until,
            chosen=frozenset((one.seat_id, one.person_id) for one in people),
        )
    )
    tasks = services.today.overview(meeting.committee_id, TODAY).tasks
    (task,) = (task for task in tasks if task.kind is TaskKind.MINUTES_TO_APPROVE)
    assert (task.target, task.due, task.detail) == (meeting.id, until, {"objections": "0"})
