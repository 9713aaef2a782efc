"""A meeting ahead of the Italian committee and the dialogs about it, for pictures."""

from collections.abc import Callable, Mapping
from datetime import time, timedelta

from PySide6.QtWidgets import QDialog, QWidget

from liaison_desktop.domain.agenda import ItemKind
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.meetings import MeetingMode
from liaison_desktop.services.agenda import AddItem, ItemPlan
from liaison_desktop.services.planning import MeetingPlan, PlanMeeting
from liaison_desktop.services.services import Services
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.agenda_item import AgendaItemDialog
from liaison_desktop.ui.dialogs.plan_meeting import (
    ConvocationSentDialog,
    EditPlanDialog,
    PlanMeetingDialog,
)
from liaison_desktop.ui.wording import today

_ITEMS = (
    ItemPlan(title="Festa di quartiere", kind=ItemKind.DECISION, minutes_allotted=20),
    ItemPlan(title="Laboratori per le scuole", presenter="Viola Tramontesi", minutes_allotted=15),
    ItemPlan(title="Nomina del gruppo di lavoro", kind=ItemKind.ELECTION, closed=True),
)


def plan_meeting(services: Services) -> None:
    """A meeting in a month, with items of which one stands below another."""
    committee = services.committees.by_ref("borgolume")
    work = services.meeting_work
    plan = MeetingPlan(
        date=today() + timedelta(days=30),
        starts=time(17),
        ends=time(19),
        place="Biblioteca civica, sala grande",
        mode=MeetingMode.HYBRID,
        link="https://meet.example.org/borgolume",
    )
    planned = work.planning.plan(PlanMeeting(committee_id=committee.id, plan=plan))
    for item in _ITEMS:
        work.agenda.add(AddItem(meeting_id=planned.meeting_id, plan=item))
    last = services.meetings.record(planned.meeting_id).meeting.items[-1]
    work.agenda.indent(planned.meeting_id, last.id, 1)


def meeting_ahead(services: Services) -> str:
    """How it is referred to: it is the newest of its committee."""
    committee = services.committees.by_ref("borgolume")
    return str(services.meetings.page(PageRequest(committee_id=committee.id)).rows[0].id)


def meetings(
    services: Services, context: Context, window: QWidget
) -> Mapping[str, Callable[[], QDialog]]:
    """A name for each picture, and what makes the dialog."""
    committee = services.committees.by_ref("borgolume")
    meeting = services.meetings.by_ref(meeting_ahead(services))
    item = meeting.items[-1]
    return {
        "dialog-plan": lambda: PlanMeetingDialog((committee,), context, window),
        "dialog-plan-change": lambda: EditPlanDialog(meeting, context, window),
        "dialog-convoked": lambda: ConvocationSentDialog(meeting, context, window),
        "dialog-item": lambda: AgendaItemDialog(meeting.id, context, window, item=item),
    }
