"""Planning a meeting: what comes onto its agenda, notice, changing, cancelling, undo."""

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from liaison_desktop.domain.agenda import ItemKind
from liaison_desktop.domain.decisions import ActionStatus
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.meetings import Meeting, MeetingKind, MeetingState
from liaison_desktop.domain.planning import notice_period
from liaison_desktop.services.agenda import AddItem, EditItem, ItemPlan, MoveItem, plan_of
from liaison_desktop.services.first_agenda import AgendaSource
from liaison_desktop.services.planning import (
    EditPlan,
    MeetingPlan,
    NoteConvocation,
    PlanMeeting,
)
from liaison_desktop.services.services import Services

DAY = date(2027, 1, 20)


def planned(
    services: Services,
    source: AgendaSource = AgendaSource.USUAL,
    *,
    town: str = "borgolume",
    day: date = DAY,
    kind: MeetingKind = MeetingKind.ORDINARY,
) -> Meeting:
    committee = services.committees.by_ref(town)
    plan = MeetingPlan(date=day, starts=time(17), ends=time(19), place="Sala", kind=kind)
    command = PlanMeeting(committee_id=committee.id, plan=plan, agenda=source)
    return read(services, services.meeting_work.planning.plan(command).meeting_id)


def read(services: Services, meeting_id: object) -> Meeting:
    return services.meetings.by_ref(str(meeting_id))


def titles(meeting: Meeting) -> list[str]:
    return [item.title for item in meeting.items]


def test_a_meeting_takes_up_minutes_and_open_actions_by_itself(services: Services) -> None:
    meeting = planned(services)
    assert meeting.state is MeetingState.PLANNED
    assert meeting.items[0].kind is ItemKind.APPROVAL
    last = services.meetings.by_ref("borgolume/borgolume-2026-4")
    assert meeting.items[0].approves_id == last.id
    assert titles(meeting)[-2:] == ["Varie ed eventuali", "Prossima seduta"]
    follow_up = next(item for item in meeting.items if item.title.startswith("Azioni"))
    open_ones = [
        action.text
        for row in services.meetings.page(PageRequest(committee_id=meeting.committee_id)).rows
        for item in services.meetings.record(row.id).meeting.items
        for action in item.actions
        if action.status is ActionStatus.OPEN
    ]
    assert open_ones
    assert all(text in follow_up.discussion for text in open_ones)


def test_minutes_are_put_up_for_approval_once(services: Services) -> None:
    first = planned(services)
    second = planned(services, day=DAY + timedelta(days=30))
    assert first.items[0].kind is ItemKind.APPROVAL
    assert ItemKind.APPROVAL not in {item.kind for item in second.items}
    services.meeting_work.planning.cancel(first.id)
    ahead = services.today.overview(first.committee_id, first.date).next_meeting
    assert ahead is not None
    assert ahead.id == second.id
    third = planned(services, day=DAY + timedelta(days=60))
    assert third.items[0].approves_id == first.items[0].approves_id


def test_the_agenda_of_the_last_meeting_or_none_at_all(services: Services) -> None:
    last = services.meetings.by_ref("borgolume/borgolume-2026-4")
    again = planned(services, AgendaSource.LAST_MEETING)
    assert set(titles(last)) <= set(titles(again))
    empty = planned(services, AgendaSource.EMPTY, day=DAY + timedelta(days=1))
    assert "Varie ed eventuali" not in titles(empty)


def test_a_constitutive_meeting_elects_who_presides(services: Services) -> None:
    meeting = planned(services, kind=MeetingKind.CONSTITUTIVE)
    assert [item.kind for item in meeting.items].count(ItemKind.ELECTION) == 2


def test_the_last_day_of_the_call_follows_from_the_rules(services: Services) -> None:
    meeting = planned(services)
    period = notice_period(meeting)
    assert period.send_by == DAY - timedelta(days=meeting.rules.notice_days)
    assert not period.late_on(period.send_by)
    assert period.late_on(period.send_by + timedelta(days=1))
    assert period.days_left(period.send_by) == 0


def test_after_the_call_an_item_is_late(services: Services) -> None:
    meeting = planned(services)
    work = services.meeting_work
    with pytest.raises(UserError, match="convocation_after_meeting"):
        work.planning.note_convocation(
            NoteConvocation(meeting_id=meeting.id, sent_on=DAY + timedelta(days=1))
        )
    work.planning.note_convocation(
        NoteConvocation(meeting_id=meeting.id, sent_on=DAY - timedelta(days=9), medium="e-mail")
    )
    work.agenda.add(AddItem(meeting_id=meeting.id, plan=ItemPlan(title="Urgente")))
    convened = read(services, meeting.id)
    assert convened.state is MeetingState.CONVENED
    assert not notice_period(convened).late_on(DAY)
    assert [item.title for item in convened.items if item.late] == ["Urgente"]


def test_items_come_move_change_and_go_and_all_is_undone(services: Services) -> None:
    meeting = planned(services)
    agenda = services.meeting_work.agenda
    first = meeting.items[0]
    added = ItemPlan(title=" Festa   di quartiere ", kind=ItemKind.DECISION, minutes_allotted=20)
    agenda.add(AddItem(meeting_id=meeting.id, plan=added, behind=first.id))
    party = read(services, meeting.id).items[1]
    assert (party.title, party.no, party.minutes_allotted) == ("Festa di quartiere", 2, 20)
    agenda.indent(meeting.id, party.id, 1)
    assert read(services, meeting.id).items[1].number == "1.1"
    agenda.move(MoveItem(meeting_id=meeting.id, item_id=party.id, before=None))
    assert read(services, meeting.id).items[-1].id == party.id
    agenda.shift(meeting.id, first.id, 1)
    assert read(services, meeting.id).items[1].id == first.id
    changed = replace(plan_of(party), presenter="Nawal", closed=True)
    agenda.edit(EditItem(meeting_id=meeting.id, item_id=party.id, plan=changed))
    assert read(services, meeting.id).items[-1].presenter == "Nawal"
    agenda.remove(meeting.id, party.id)
    assert party.id not in {item.id for item in read(services, meeting.id).items}
    for _step in range(6):
        services.undo.undo()
    assert read(services, meeting.id) == meeting
    services.undo.undo()
    with pytest.raises(UserError, match="meeting_unknown"):
        read(services, meeting.id)


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        (ItemPlan(title="  "), "item_needs_title"),
        (ItemPlan(title="X", minutes_allotted=0), "item_minutes"),
    ],
)
def test_an_item_that_makes_no_sense_is_refused(
    services: Services, plan: ItemPlan, code: str
) -> None:
    meeting = planned(services)
    with pytest.raises(UserError, match=code):
        services.meeting_work.agenda.add(AddItem(meeting_id=meeting.id, plan=plan))


def test_files_are_kept_with_an_item(services: Services, tmp_path: Path) -> None:
    meeting = planned(services)
    paper = tmp_path / "relazione.txt"
    paper.write_text("Relazione", encoding="utf-8")
    agenda = services.meeting_work.agenda
    agenda.attach(meeting.id, meeting.items[0].id, [paper, paper])
    (kept,) = read(services, meeting.id).items[0].attachments
    assert services.attachments.content(kept) == b"Relazione"
    agenda.detach(meeting.id, meeting.items[0].id, kept)
    assert read(services, meeting.id).items[0].attachments == ()


def test_the_plan_can_be_changed_until_the_meeting_begins(services: Services) -> None:
    meeting = planned(services)
    later = MeetingPlan(date=DAY + timedelta(days=7), starts=time(18), ends=time(17))
    planning = services.meeting_work.planning
    with pytest.raises(UserError, match="meeting_ends_before"):
        planning.edit(EditPlan(meeting_id=meeting.id, plan=later))
    planning.edit(EditPlan(meeting_id=meeting.id, plan=replace(later, ends=time(20))))
    changed = read(services, meeting.id)
    assert (changed.date, changed.starts) == (later.date, time(18))
    held = services.meetings.by_ref("borgolume/borgolume-2026-4")
    with pytest.raises(UserError, match="meeting_begun"):
        planning.edit(EditPlan(meeting_id=held.id, plan=replace(later, ends=None)))
    with pytest.raises(UserError, match="meeting_begun"):
        planning.cancel(held.id)


def test_the_convocation_tells_time_link_and_minutes(services: Services, tmp_path: Path) -> None:
    from tests.pdf.reading import run

    committee = services.committees.by_ref("borgolume")
    plan = MeetingPlan(date=DAY, starts=time(17, 30), link="https://meet.example.org/b")
    made = services.meeting_work.planning.plan(PlanMeeting(committee_id=committee.id, plan=plan))
    item = ItemPlan(title="Festa", kind=ItemKind.DECISION, minutes_allotted=25)
    services.meeting_work.agenda.add(AddItem(meeting_id=made.meeting_id, plan=item))
    path = tmp_path / "convocation.pdf"
    path.write_bytes(services.papers.convocation(made.meeting_id))
    told = run("pdftotext", "-layout", path, "-")
    for words in ("17:30", "https://meet.example.org/b", "Festa", "25 min"):
        assert words in told
