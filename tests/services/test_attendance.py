"""Which meetings count for the figures of attendance."""

from datetime import date, time

from liaison_desktop.domain.attendance_statistics import Period
from liaison_desktop.domain.meetings import MeetingMode
from liaison_desktop.domain.seats import Role
from liaison_desktop.services.planning import MeetingPlan, PlanMeeting
from liaison_desktop.services.services import Services
from liaison_desktop.services.session import Mark, MarkSeat

DAY = date(2026, 12, 2)


def test_only_meetings_that_were_held_count_and_none_in_writing(services: Services) -> None:
    committee_id = services.committees.by_ref("borgolume").id
    work, on_the_day = services.meeting_work, Period(first=DAY, last=DAY)

    def meetings(mode: MeetingMode) -> list[int]:
        plan = MeetingPlan(date=DAY, starts=time(17), mode=mode)
        planned = work.planning.plan(PlanMeeting(committee_id=committee_id, plan=plan))
        work.session.begin_roll_call(planned.meeting_id)
        before = services.meeting_work.attendance.statistics(committee_id, on_the_day).meetings
        sheet = services.meetings.record(planned.meeting_id).meeting.attendees
        chair = next(one.seat_id for one in sheet if one.role is Role.CHAIR)
        come = MarkSeat(
            meeting_id=planned.meeting_id, seat_id=chair, mark=Mark.PRESENT, at=time(17)
        )
        work.session.mark(come)
        work.session.open(planned.meeting_id, time(17))
        work.session.close(planned.meeting_id, time(18))
        after = services.meeting_work.attendance.statistics(committee_id, on_the_day).meetings
        return [before, after]

    assert meetings(MeetingMode.WRITTEN) == [0, 0]
    assert meetings(MeetingMode.IN_PERSON) == [0, 1]
