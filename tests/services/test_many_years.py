"""Planning takes up all that is open, however many years of meetings there are."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from benchmarks.years import TODAY, of_years
from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.agenda_order import numbered
from liaison_desktop.domain.assessment import outcomes
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.decisions import (
    Action,
    ActionStatus,
    Choice,
    Decision,
    Method,
    Outcome,
    Vote,
)
from liaison_desktop.domain.meetings import Meeting, MeetingState, MinutesState
from liaison_desktop.domain.planning import left_over, unapproved
from liaison_desktop.i18n.agenda_template import AgendaTemplate
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.first_agenda import AgendaSource, first_agenda
from liaison_desktop.services.planning import MeetingPlan, PlanMeeting
from liaison_desktop.services.required import required
from liaison_desktop.services.services import Services
from tests.services.test_many_people import statements

MEETINGS = 12


def made_up(last: Meeting, chance: random.Random) -> Iterator[Meeting]:
    """Meetings after one: held, planned or cancelled; items approved, postponed and taken up."""
    held, postponed = [last.id], list[UUID]()
    states = [MeetingState.HELD] * 3 + [MeetingState.PLANNED, MeetingState.CANCELLED]
    for number in range(MEETINGS):
        state = chance.choice(states)
        items = [a_point(chance, last) for _ in range(2)]
        if chance.random() < 0.4:
            approval = replace(
                a_point(chance, last),
                approves_id=chance.choice(held),
                postponed=chance.random() < 0.3,
            )
            items.append(approval)
        if postponed and chance.random() < 0.6:
            items.append(replace(a_point(chance, last), continues_id=chance.choice(postponed)))
        meeting = replace(
            last,
            id=uuid7(),
            key=f"made-up-{number}",
            number=None,
            state=state,
            minutes_state=MinutesState.DRAFT,
            date=last.date + timedelta(days=number + 1),
            items=numbered(tuple(items)),
        )
        if state is MeetingState.HELD:
            held.append(meeting.id)
        postponed += [item.id for item in meeting.items]
        yield meeting


def a_point(chance: random.Random, meeting: Meeting) -> AgendaItem:
    choice = chance.choice([Choice.FOR, Choice.AGAINST])
    votes = tuple(Vote(seat_id=one.seat_id, choice=choice) for one in meeting.attendees)
    decision = Decision(id=uuid7(), text="A point", method=Method.ROLL_CALL, votes=votes)
    if chance.random() < 0.06:
        adjourned = Outcome.ADJOURNED
        decision = replace(decision, method=Method.NONE, votes=(), declared_outcome=adjourned)
    status = ActionStatus.OPEN if chance.random() < 0.03 else ActionStatus.DONE
    action = Action(id=uuid7(), text=f"Do {chance.random()}", seat_id=None, due=None, status=status)
    return replace(
        meeting.items[0],
        id=uuid7(),
        decision=decision,
        further_decisions=(),
        actions=(action,),
        approves_id=None,
        continues_id=None,
        postponed=chance.random() < 0.08,
    )


def everything(work: UnitOfWork, committee_id: UUID) -> tuple[Meeting, ...]:
    ids = work.meetings.of_committee(committee_id)
    return tuple(required(work.meetings.get(each)) for each in ids)


@pytest.mark.parametrize("seed", range(24))
def test_what_comes_in_is_what_reading_every_meeting_finds(
    store: Store, services: Services, seed: int
) -> None:
    last = services.meetings.by_ref("borgolume/borgolume-2026-4")
    new = replace(last, id=uuid7(), items=())
    with store.write("made_up", "tester") as work:
        for meeting in made_up(last, random.Random(seed)):
            work.meetings.put(meeting, outcomes(meeting))
        template = AgendaTemplate(Catalogue("it"))
        agenda = first_agenda(work, new, AgendaSource.EMPTY, template)
        meetings = everything(work, last.committee_id)
    taken = {
        item.continues_id
        for meeting in meetings
        if meeting.state is not MeetingState.CANCELLED
        for item in meeting.items
        if item.continues_id
    }
    postponed = [i.id for _m, i in left_over(meetings, taken) if not i.approves_id]
    assert [item.approves_id for item in agenda if item.approves_id] == [
        meeting.id for meeting in unapproved(meetings)
    ]
    assert [item.continues_id for item in agenda if item.continues_id] == postponed
    follow_up = "".join(item.discussion for item in agenda)
    for meeting in meetings:
        for item in meeting.items:
            for action in item.actions:
                assert (action.text in follow_up) == (action.status is ActionStatus.OPEN)


def planning(services: Services) -> int:
    committee = services.committees.all()[0]
    plan = MeetingPlan(date=TODAY + timedelta(days=90), starts=None)
    with statements() as told:
        services.meeting_work.planning.plan(PlanMeeting(committee_id=committee.id, plan=plan))
    return len(told)


def test_planning_takes_as_many_statements_after_two_years_as_after_one(tmp_path: Path) -> None:
    after_one = planning(of_years(tmp_path / "one.sqlite3", 1))
    after_two = planning(of_years(tmp_path / "two.sqlite3", 2))
    assert 0 < after_two <= after_one + 3
