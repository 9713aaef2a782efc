"""A second call: what a meeting without a quorum could not decide is taken up once."""

from datetime import date, time, timedelta

import pytest

from liaison_desktop.domain.agenda import ItemKind
from liaison_desktop.domain.decisions import Counts
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Call, Meeting, MeetingMode
from liaison_desktop.services.agenda import AddItem, ItemPlan
from liaison_desktop.services.deciding import Motion, PutMotion
from liaison_desktop.services.planning import MeetingPlan, PlanMeeting
from liaison_desktop.services.second_call import PlanSecondCall
from liaison_desktop.services.services import Services
from liaison_desktop.services.session import Mark, MarkSeat

DAY = date(2027, 1, 20)


def read(services: Services, meeting_id: object) -> Meeting:
    return services.meetings.by_ref(str(meeting_id))


def failed(services: Services, *, present: int = 1) -> Meeting:
    """A meeting of two own items, one below the other, that so many attended."""
    committee = services.committees.by_ref("borgolume")
    work = services.meeting_work
    plan = MeetingPlan(
        date=DAY, starts=time(18), ends=time(20), place="Sala", mode=MeetingMode.HYBRID
    )
    made = work.planning.plan(PlanMeeting(committee_id=committee.id, plan=plan)).meeting_id
    for item in (
        ItemPlan(title="Bilancio", kind=ItemKind.DECISION, presenter="Nawal", minutes_allotted=20),
        ItemPlan(title="Entrate", closed=True),
    ):
        work.agenda.add(AddItem(meeting_id=made, plan=item))
    work.agenda.indent(made, read(services, made).items[-1].id, 1)
    work.session.begin_roll_call(made)
    voting = [each for each in read(services, made).attendees if each.voting]
    for attendee in voting[:present]:
        work.session.mark(
            MarkSeat(meeting_id=made, seat_id=attendee.seat_id, mark=Mark.PRESENT, at=time(18))
        )
    work.session.open(made, time(18))
    work.session.close(made, time(18, 20))
    return read(services, made)


def test_what_was_not_decided_comes_onto_the_agenda_of_the_second_call(
    services: Services,
) -> None:
    first = failed(services)
    second_call = services.meeting_work.second_call
    command = PlanSecondCall(meeting_id=first.id, date=DAY + timedelta(days=7))
    second = read(services, second_call.plan(command).meeting_id)
    assert (second.call, second.mode, second.place) == (Call.SECOND, MeetingMode.HYBRID, "Sala")
    assert (second.starts, second.ends, second.kind) == (first.starts, first.ends, first.kind)
    assert [each.continues_id for each in second.items] == [each.id for each in first.items]
    assert [(each.number, each.title) for each in second.items] == [
        (each.number, each.title) for each in first.items
    ]
    assert (second.items[-2].presenter, second.items[-2].minutes_allotted) == ("Nawal", 20)
    assert second.items[-1].closed
    with pytest.raises(UserError, match="second_call_empty"):
        second_call.plan(command)
    services.undo.undo()
    assert read(services, second_call.plan(command).meeting_id).call is Call.SECOND


def test_what_was_postponed_comes_in_once(services: Services) -> None:
    first = failed(services)
    agenda = services.meeting_work.agenda
    agenda.postpone(first.id, first.items[-2].id, postponed=True)
    third = services.meeting_work.planning.plan(
        PlanMeeting(
            committee_id=first.committee_id,
            plan=MeetingPlan(date=DAY + timedelta(days=3), starts=None),
        )
    )
    (taken,) = [each for each in read(services, third.meeting_id).items if each.continues_id]
    assert taken.title == "Bilancio"
    made = services.meeting_work.second_call.plan(
        PlanSecondCall(meeting_id=first.id, date=DAY + timedelta(days=7))
    )
    second = read(services, made.meeting_id)
    assert "Bilancio" not in {each.title for each in second.items}
    assert "Entrate" in {each.title for each in second.items}


def test_a_meeting_that_was_quorate_is_not_called_again(services: Services) -> None:
    quorate = failed(services, present=99)
    counts = Counts(votes_for=5, against=0, abstained=0)
    services.meeting_work.deciding.put_motion(
        PutMotion(
            meeting_id=quorate.id,
            item_id=quorate.items[-2].id,
            motion=Motion(text="Il bilancio è approvato.", counts=counts),
        )
    )
    second_call = services.meeting_work.second_call
    with pytest.raises(UserError, match="second_call_not_needed"):
        second_call.plan(PlanSecondCall(meeting_id=quorate.id, date=DAY + timedelta(days=1)))


def test_what_was_decided_by_a_committee_that_filled_up_is_not_taken_up(
    services: Services,
) -> None:
    first = failed(services)
    work = services.meeting_work
    work.session.reopen(first.id)
    item = first.items[-2]
    for attendee in first.attendees:
        work.session.mark(
            MarkSeat(
                meeting_id=first.id,
                seat_id=attendee.seat_id,
                mark=Mark.PRESENT,
                at=time(18, 10),
                item_id=item.id,
            )
        )
    motion = Motion(text="Approvato.", counts=Counts(votes_for=7, against=0, abstained=0))
    work.deciding.put_motion(PutMotion(meeting_id=first.id, item_id=item.id, motion=motion))
    work.session.close(first.id, time(19))
    made = work.second_call.plan(PlanSecondCall(meeting_id=first.id, date=DAY + timedelta(days=7)))
    titles = [each.title for each in read(services, made.meeting_id).items]
    assert "Bilancio" not in titles
    assert titles[-1] == "Entrate"


def test_the_second_call_is_for_a_later_day(services: Services) -> None:
    first = failed(services)
    with pytest.raises(UserError, match="second_call_before"):
        services.meeting_work.second_call.plan(PlanSecondCall(meeting_id=first.id, date=DAY))
