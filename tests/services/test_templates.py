"""Templates of meetings: kept from a plan, renamed, removed, planned from, all undone."""

from datetime import date, time

import pytest

from liaison_desktop.domain.agenda import ItemKind
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meeting_templates import MeetingTemplate
from liaison_desktop.domain.meetings import Meeting, MeetingKind, MeetingMode
from liaison_desktop.services.agenda import AddItem, ItemPlan
from liaison_desktop.services.first_agenda import AgendaSource
from liaison_desktop.services.planning import MeetingPlan, PlanMeeting
from liaison_desktop.services.services import Services
from liaison_desktop.services.templates import KeepTemplate, RenameTemplate

DAY = date(2027, 1, 20)


def planned(services: Services) -> Meeting:
    """A meeting with one item of its own and one below it."""
    committee = services.committees.by_ref("borgolume")
    plan = MeetingPlan(
        date=DAY,
        starts=time(18),
        ends=time(20),
        place="Sala",
        link="https://meet.example.org/b",
        mode=MeetingMode.HYBRID,
        kind=MeetingKind.EXTRAORDINARY,
    )
    work = services.meeting_work
    made = work.planning.plan(
        PlanMeeting(committee_id=committee.id, plan=plan, agenda=AgendaSource.EMPTY)
    ).meeting_id
    for item in (
        ItemPlan(title="Bilancio", kind=ItemKind.DECISION, presenter="Nawal", minutes_allotted=20),
        ItemPlan(title="Entrate", closed=True),
    ):
        work.agenda.add(AddItem(meeting_id=made, plan=item))
    below = services.meetings.record(made).meeting.items[-1]
    work.agenda.indent(made, below.id, 1)
    return services.meetings.record(made).meeting


def kept(services: Services) -> MeetingTemplate:
    meeting = planned(services)
    templates = services.meeting_work.templates
    templates.keep(KeepTemplate(meeting_id=meeting.id, name="  Seduta   di bilancio "))
    (template,) = templates.of_committee(meeting.committee_id)
    return template


def test_what_comes_in_by_itself_is_not_kept(services: Services) -> None:
    template = kept(services)
    assert template.name == "Seduta di bilancio"
    assert (template.starts, template.place) == (time(18), "Sala")
    assert [(item.title, item.depth) for item in template.items] == [
        ("Bilancio", 0),
        ("Entrate", 1),
    ]


def test_a_meeting_is_planned_from_a_template(services: Services) -> None:
    template = kept(services)
    services.meeting_work.planning.cancel(planned(services).id)
    plan = MeetingPlan(date=date(2027, 3, 3), starts=time(17))
    made = services.meeting_work.planning.plan(
        PlanMeeting(committee_id=template.committee_id, plan=plan, template_id=template.id)
    )
    items = services.meetings.record(made.meeting_id).meeting.items
    assert items[0].title.startswith("Azioni")
    assert [item.title for item in items[-2:]] == ["Bilancio", "Entrate"]
    budget, income = items[-2:]
    assert (budget.kind, budget.presenter, budget.minutes_allotted) == (
        ItemKind.DECISION,
        "Nawal",
        20,
    )
    assert (income.depth, income.closed) == (1, True)
    assert "Varie ed eventuali" not in {item.title for item in items}


def test_a_name_stands_for_one_template(services: Services) -> None:
    first = kept(services)
    templates = services.meeting_work.templates
    again = kept(services)
    assert again.id == first.id
    meeting = planned(services)
    templates.keep(KeepTemplate(meeting_id=meeting.id, name="Altra"))
    with pytest.raises(UserError, match="template_twice"):
        templates.rename(RenameTemplate(template_id=first.id, name="Altra"))
    with pytest.raises(UserError, match="template_needs_name"):
        templates.rename(RenameTemplate(template_id=first.id, name="  "))
    with pytest.raises(UserError, match="template_needs_name"):
        templates.keep(KeepTemplate(meeting_id=meeting.id, name=""))


def test_renaming_and_removing_are_taken_back(services: Services) -> None:
    template = kept(services)
    templates = services.meeting_work.templates
    templates.rename(RenameTemplate(template_id=template.id, name="Bilancio"))
    templates.remove(template.id)
    assert templates.of_committee(template.committee_id) == ()
    with pytest.raises(UserError, match="record_gone"):
        services.meeting_work.planning.plan(
            PlanMeeting(
                committee_id=template.committee_id,
                plan=MeetingPlan(date=DAY, starts=None),
                template_id=template.id,
            )
        )
    services.undo.undo()
    assert [one.name for one in templates.of_committee(template.committee_id)] == ["Bilancio"]
    services.undo.undo()
    assert templates.of_committee(template.committee_id) == (template,)
    services.undo.undo()
    assert templates.of_committee(template.committee_id) == ()
