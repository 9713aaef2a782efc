"""All use cases that bring minutes to their approval, in one place."""

from collections.abc import Callable
from dataclasses import dataclass

from liaison_desktop.db.store import Store
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.approving import ApprovingService
from liaison_desktop.services.circulating import CirculatingService
from liaison_desktop.services.meeting_changes import MeetingChanges
from liaison_desktop.services.minutes import MinutesService
from liaison_desktop.services.undo import UndoService
from liaison_desktop.services.writing import WritingService


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesWork:
    """Sending drafts out, objections and approval."""

    circulating: CirculatingService
    approving: ApprovingService


def compose_minutes_work(
    minutes: MinutesService,
    store: Store,
    undo: UndoService,
    catalogue: Callable[[str], Catalogue],
    actor: str,
) -> MinutesWork:
    """The use cases over one store."""
    changes = MeetingChanges(store, undo, actor)
    return MinutesWork(
        circulating=CirculatingService(changes, minutes, catalogue),
        approving=ApprovingService(changes, minutes, WritingService(changes)),
    )
