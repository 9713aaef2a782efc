"""All use cases that bring a meeting forward, in one place."""

from collections.abc import Callable
from dataclasses import dataclass

from liaison_desktop.db.store import Store
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.agenda import AgendaService
from liaison_desktop.services.attendance import AttendanceService
from liaison_desktop.services.deciding import DecidingService
from liaison_desktop.services.meeting_changes import MeetingChanges
from liaison_desktop.services.planning import PlanningService
from liaison_desktop.services.second_call import SecondCallService
from liaison_desktop.services.session import SessionService
from liaison_desktop.services.templates import TemplateService
from liaison_desktop.services.text_modules import TextModuleService
from liaison_desktop.services.undo import UndoService
from liaison_desktop.services.writing import WritingService


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingWork:
    """Planning, templates, the agenda, the session, what is decided, written and who came."""

    planning: PlanningService
    second_call: SecondCallService
    templates: TemplateService
    agenda: AgendaService
    session: SessionService
    deciding: DecidingService
    writing: WritingService
    attendance: AttendanceService
    text_modules: TextModuleService


def compose_meeting_work(
    store: Store, undo: UndoService, catalogue: Callable[[str], Catalogue], actor: str
) -> MeetingWork:
    """The use cases over one store."""
    changes = MeetingChanges(store, undo, actor)
    return MeetingWork(
        planning=PlanningService(changes, catalogue),
        second_call=SecondCallService(changes),
        templates=TemplateService(changes, catalogue),
        agenda=AgendaService(changes),
        session=SessionService(changes),
        deciding=DecidingService(changes),
        writing=WritingService(changes),
        attendance=AttendanceService(store),
        text_modules=TextModuleService(changes),
    )
