"""All use cases about the call to a meeting, in one place."""

from collections.abc import Callable
from dataclasses import dataclass

from liaison_desktop.db.store import Store
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.answering import AnsweringService
from liaison_desktop.services.calendar_files import CalendarFileService
from liaison_desktop.services.calling import CallingService
from liaison_desktop.services.invitations import InvitationService
from liaison_desktop.services.meeting_changes import MeetingChanges
from liaison_desktop.services.papers import PaperService
from liaison_desktop.services.undo import UndoService


@dataclass(frozen=True, slots=True, kw_only=True)
class CallingWork:
    """Looking at a call, sending it, keeping what was answered, calendar files."""

    invitations: InvitationService
    calling: CallingService
    answering: AnsweringService
    calendars: CalendarFileService


def compose_calling_work(
    store: Store, undo: UndoService, catalogue: Callable[[str], Catalogue], actor: str
) -> CallingWork:
    """The use cases over one store."""
    return CallingWork(
        invitations=InvitationService(store),
        calling=CallingService(store, PaperService(store, catalogue), catalogue, actor),
        answering=AnsweringService(MeetingChanges(store, undo, actor)),
        calendars=CalendarFileService(store, catalogue),
    )
