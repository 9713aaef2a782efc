"""One way to change the record of a meeting: read it, change it, keep it, remember it for undo."""

from collections.abc import Callable
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.assessment import outcomes
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Meeting, MinutesState
from liaison_desktop.domain.minutes import LOCKED
from liaison_desktop.services.required import required
from liaison_desktop.services.undo import UndoService


class MeetingChanges:
    """Changes records of meetings whose minutes are not final."""

    def __init__(self, store: Store, undo: UndoService, actor: str) -> None:
        self.store = store
        self.undo = undo
        self.actor = actor

    def apply(
        self, meeting_id: UUID, command: str, change: Callable[[Meeting], Meeting]
    ) -> Changes:
        """Change one meeting; ``command`` is what the log and undo call it.

        Raises:
            UserError: ``minutes_locked``, and what ``change`` raises.
        """
        with self.store.write(command, self.actor) as work:
            keep(work, change(changeable(work, meeting_id)))
            return self.undo.commit(work, command)


def changeable(work: UnitOfWork, meeting_id: UUID) -> Meeting:
    """A meeting whose record may be changed.

    Raises:
        UserError: ``minutes_locked``, ``minutes_approved``.
    """
    meeting = required(work.meetings.get(meeting_id))
    if meeting.minutes_state in LOCKED:
        final = meeting.minutes_state is MinutesState.FINAL
        code = "minutes_locked" if final else "minutes_approved"
        raise UserError(code, minutes=meeting.label or meeting.key)
    return meeting


def keep(work: UnitOfWork, meeting: Meeting) -> None:
    """Store a meeting with what the rules make of its decisions."""
    work.meetings.put(meeting, outcomes(meeting))


def item_of(meeting: Meeting, item_id: UUID) -> AgendaItem:
    """The item with this id.

    Raises:
        UserError: ``item_gone``, somebody took it off the agenda meanwhile.
    """
    for item in meeting.items:
        if item.id == item_id:
            return item
    raise UserError("item_gone")
