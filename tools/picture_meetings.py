"""A meeting ahead of the Italian committee and the dialogs about it, for pictures."""

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta

from PySide6.QtWidgets import QDialog, QWidget

from liaison_desktop.domain.agenda import ItemKind
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.decisions import Counts
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.meetings import MeetingMode, MeetingState
from liaison_desktop.domain.sheet import Guest
from liaison_desktop.paths import resources
from liaison_desktop.services.agenda import AddItem, ItemPlan
from liaison_desktop.services.deciding import Motion, PutAction, PutMotion, Task
from liaison_desktop.services.planning import MeetingPlan, PlanMeeting
from liaison_desktop.services.services import Services
from liaison_desktop.services.session import Mark, MarkSeat
from liaison_desktop.services.templates import KeepTemplate
from liaison_desktop.services.writing import WriteDiscussion
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.agenda_item import AgendaItemDialog
from liaison_desktop.ui.dialogs.guests import GuestsDialog
from liaison_desktop.ui.dialogs.item_files import ItemFilesDialog
from liaison_desktop.ui.dialogs.motion import MotionDialog
from liaison_desktop.ui.dialogs.officers import (
    HandChairDialog,
    OpenMeetingDialog,
    TakeMinutesDialog,
)
from liaison_desktop.ui.dialogs.plan_meeting import (
    ConvocationSentDialog,
    EditPlanDialog,
    PlanMeetingDialog,
)
from liaison_desktop.ui.dialogs.second_call import SecondCallDialog
from liaison_desktop.ui.dialogs.session import ActionDialog
from liaison_desktop.ui.dialogs.templates import TemplatesDialog
from liaison_desktop.ui.dialogs.versions import EarlierVersionsDialog
from liaison_desktop.ui.wording import today

_ITEMS = (
    ItemPlan(title="Festa di quartiere", kind=ItemKind.DECISION, minutes_allotted=20),
    ItemPlan(title="Laboratori per le scuole", presenter="Viola Tramontesi", minutes_allotted=15),
    ItemPlan(title="Nomina del gruppo di lavoro", kind=ItemKind.ELECTION, closed=True),
)

_ROLL = (
    *(Mark.PRESENT, Mark.PRESENT, Mark.PRESENT, Mark.SUBSTITUTED, Mark.PRESENT, Mark.REMOTE),
    *(Mark.PRESENT, Mark.EXCUSED, Mark.PRESENT),
)

_TEXTS = (
    "Il verbale è stato spedito per posta ai componenti.",
    "Il verbale è stato inviato a tutti.\n\n- **Nawal** chiede una breve precisazione.\n\n"
    "اللجنة توافق على المحضر.",
    "Il verbale è stato inviato a tutti.\n\n- **Nawal** chiede una precisazione.",
)
_GUESTS = (
    Guest(name="Prof. Elio Granasole", organisation="Università", reason="relatore al punto 5"),
    Guest(name="Samira Haddad"),
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
    for name in ("Seduta mensile", "Assemblea di quartiere"):
        work.templates.keep(KeepTemplate(meeting_id=planned.meeting_id, name=name))


def hold_meeting(services: Services) -> None:
    """A meeting that has been opened, with a decision and an action under its second item."""
    committee = services.committees.by_ref("borgolume")
    work = services.meeting_work
    plan = MeetingPlan(date=today(), starts=time(17), place="Biblioteca civica")
    meeting_id = work.planning.plan(PlanMeeting(committee_id=committee.id, plan=plan)).meeting_id
    for plan_of_item in (_ITEMS[0], _ITEMS[2]):
        work.agenda.add(AddItem(meeting_id=meeting_id, plan=plan_of_item))
    work.session.begin_roll_call(meeting_id)
    meeting = services.meetings.record(meeting_id).meeting
    for attendee, mark in zip(meeting.attendees, _ROLL, strict=False):
        work.session.mark(
            MarkSeat(
                meeting_id=meeting_id,
                seat_id=attendee.seat_id,
                mark=mark,
                at=time(17),
                substitute="Ada Fabbri" if mark is Mark.SUBSTITUTED else "",
            )
        )
    work.session.open(meeting_id, time(17))
    for late, item in zip((-8, -26), (meeting.items[0], meeting.items[-1]), strict=True):
        at = (datetime.now().astimezone() + timedelta(minutes=late)).time()
        work.session.take_up(meeting_id, item.id, at.replace(second=0, microsecond=0))
    work.session.set_guests(meeting_id, _GUESTS)
    item = meeting.items[0]
    for text in _TEXTS:
        work.writing.write(WriteDiscussion(meeting_id=meeting_id, item_id=item.id, text=text))
    counts = Counts(votes_for=7, against=0, abstained=1)
    motion = Motion(text="Il Comitato approva il verbale.", counts=counts)
    work.deciding.put_motion(PutMotion(meeting_id=meeting_id, item_id=item.id, motion=motion))
    work.agenda.attach(meeting_id, item.id, [resources() / "demo" / "it.json"])
    work.agenda.postpone(meeting_id, meeting.items[2].id, postponed=True)
    last = meeting.items[-1].id
    work.agenda.postpone(meeting_id, last, postponed=True)
    work.writing.note(meeting_id, last, "Chiedere alla biblioteca se la sala è libera.")
    task = Task(text="Pubblicare il verbale", seat_id=meeting.attendees[1].seat_id, due=today())
    work.deciding.put_action(PutAction(meeting_id=meeting_id, item_id=item.id, task=task))


def meeting_ahead(services: Services) -> str:
    """How it is referred to: it is the newest of its committee."""
    committee = services.committees.by_ref("borgolume")
    return str(services.meetings.page(PageRequest(committee_id=committee.id)).rows[0].id)


def in_session(services: Services) -> str:
    """How the meeting that has been opened is referred to."""
    committee = services.committees.by_ref("borgolume")
    rows = services.meetings.page(PageRequest(committee_id=committee.id)).rows
    return str(next(row.id for row in rows if row.state is MeetingState.OPEN))


def meetings(
    services: Services, context: Context, window: QWidget
) -> Mapping[str, Callable[[], QDialog]]:
    """A name for each picture, and what makes the dialog."""
    committee = services.committees.by_ref("borgolume")
    meeting = services.meetings.by_ref(meeting_ahead(services))
    item = meeting.items[-1]
    held = services.meetings.by_ref(in_session(services))
    return {
        "dialog-plan": lambda: PlanMeetingDialog((committee,), context, window),
        "dialog-templates": lambda: TemplatesDialog(meeting, context, window),
        "dialog-plan-writing": lambda: _in_writing((committee,), context, window),
        "dialog-second-call": lambda: SecondCallDialog(meeting, context, window),
        "dialog-plan-change": lambda: EditPlanDialog(meeting, context, window),
        "dialog-convoked": lambda: ConvocationSentDialog(meeting, context, window),
        "dialog-motion": lambda: MotionDialog(held, held.items[0], context, window),
        "dialog-election": lambda: MotionDialog(held, held.items[-1], context, window),
        "dialog-action": lambda: ActionDialog(held, held.items[0], context, window),
        "dialog-open": lambda: OpenMeetingDialog(held, context, window),
        "dialog-chair": lambda: HandChairDialog(held, held.items[1], context, window),
        "dialog-minute-taker": lambda: TakeMinutesDialog(held, context, window),
        "dialog-guests": lambda: GuestsDialog(held, context, window),
        "dialog-files": lambda: ItemFilesDialog(held, held.items[0], context, window),
        "dialog-versions": lambda: EarlierVersionsDialog(held, held.items[0], context, window),
        "dialog-item": lambda: AgendaItemDialog(meeting, context, window, item=item),
    }


def _in_writing(committees: tuple[Committee, ...], context: Context, window: QWidget) -> QDialog:
    dialog = PlanMeetingDialog(committees, context, window)
    dialog.editors.mode.choose(MeetingMode.WRITTEN)
    return dialog
