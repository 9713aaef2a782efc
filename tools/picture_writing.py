"""A vote in writing that is under way, for pictures."""

from datetime import time, timedelta

from liaison_desktop.domain.agenda import ItemKind
from liaison_desktop.domain.decisions import Choice, Method, Vote
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.meetings import MeetingMode, MeetingState
from liaison_desktop.services.agenda import AddItem, ItemPlan
from liaison_desktop.services.deciding import Motion, PutMotion
from liaison_desktop.services.planning import MeetingPlan, PlanMeeting
from liaison_desktop.services.services import Services
from liaison_desktop.services.session import Mark, MarkSeat
from liaison_desktop.ui.wording import today

_TOWN = "laerkehavn"
_ANSWERED = 6


def ask_in_writing(services: Services) -> None:
    """Some members have answered, and their votes on the last motion are noted."""
    committee = services.committees.by_ref(_TOWN)
    work = services.meeting_work
    plan = MeetingPlan(date=today() + timedelta(days=4), starts=None, mode=MeetingMode.WRITTEN)
    meeting_id = work.planning.plan(PlanMeeting(committee_id=committee.id, plan=plan)).meeting_id
    item = ItemPlan(title="Fælles sommerfest", kind=ItemKind.DECISION)
    work.agenda.add(AddItem(meeting_id=meeting_id, plan=item))
    work.session.begin_roll_call(meeting_id)
    work.session.open(meeting_id, time(9))
    meeting = services.meetings.record(meeting_id).meeting
    seats = [one.seat_id for one in meeting.attendees if one.voting][:_ANSWERED]
    for seat in seats:
        mark = MarkSeat(meeting_id=meeting_id, seat_id=seat, mark=Mark.PRESENT, at=time(9))
        work.session.mark(mark)
    votes = tuple(Vote(seat_id=seat, choice=Choice.FOR) for seat in seats)
    motion = Motion(text="Komitéen støtter festen.", method=Method.ROLL_CALL, votes=votes)
    last = meeting.items[-1].id
    work.deciding.put_motion(PutMotion(meeting_id=meeting_id, item_id=last, motion=motion))


def in_writing(services: Services) -> str:
    """How it is referred to."""
    committee = services.committees.by_ref(_TOWN)
    rows = services.meetings.page(PageRequest(committee_id=committee.id)).rows
    return str(next(row.id for row in rows if row.state is MeetingState.OPEN))
