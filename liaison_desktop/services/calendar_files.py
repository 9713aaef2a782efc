"""Calendar files for whoever wants them: a meeting, and what is to be done."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading
from liaison_desktop.domain.decisions import Action, ActionStatus
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Meeting, MeetingState
from liaison_desktop.domain.planning import responsible_for
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.i18n.zones import moment_in
from liaison_desktop.services.required import required

if TYPE_CHECKING:
    from liaison_desktop.exchange.calendar import CalendarMeeting, CalendarTask
    from liaison_desktop.exchange.invitation_text import InvitationText


class CalendarFileService:
    """Use cases: one file each, as its bytes; texts are in the language of the record."""

    def __init__(self, store: Store, catalogue: Callable[[str], Catalogue]) -> None:
        self._store = store
        self._catalogue = catalogue

    def meeting(self, meeting_id: UUID, language: str | None = None) -> bytes:
        """A meeting for anybody's calendar: it names no person.

        Raises:
            UserError: ``meeting_cancelled``.
        """
        from liaison_desktop.exchange.calendar import write_meeting
        from liaison_desktop.exchange.invitation_text import InvitationText

        with self._store.read() as reading:
            meeting = required(reading.meetings.get(meeting_id))
            committee = required(reading.committees.get(meeting.committee_id))
        if meeting.state is MeetingState.CANCELLED:
            raise UserError("meeting_cancelled")
        catalogue = self._catalogue(language or meeting.language)
        text = InvitationText(meeting, committee.name_in(catalogue.language), catalogue)
        told = calendar_meeting(
            meeting, committee.country, text, sequence=meeting.sequence, stamp=datetime.now(UTC)
        )
        return write_meeting(told, confirmed=meeting.state is not MeetingState.PLANNED)

    def open_tasks(self, committee_id: UUID) -> bytes:
        """Everything of a committee that is not done yet.

        Raises:
            UserError: ``tasks_none``.
        """
        with self._store.read() as reading:
            tasks = [
                (meeting, action)
                for meeting in _meetings(reading, committee_id)
                for action in _actions(meeting)
                if action.status is ActionStatus.OPEN
            ]
        return self._tasks(tasks)

    def tasks_of_meeting(self, meeting_id: UUID) -> bytes:
        """Everything that one meeting agreed on, done or not.

        Raises:
            UserError: ``tasks_none``.
        """
        with self._store.read() as reading:
            meeting = required(reading.meetings.get(meeting_id))
        return self._tasks([(meeting, action) for action in _actions(meeting)])

    def _tasks(self, tasks: list[tuple[Meeting, Action]]) -> bytes:
        from liaison_desktop.exchange.calendar import write_tasks

        if not tasks:
            raise UserError("tasks_none")
        stamp = datetime.now(UTC)
        return write_tasks(self._task(meeting, action, stamp) for meeting, action in tasks)

    def _task(self, meeting: Meeting, action: Action, stamp: datetime) -> "CalendarTask":
        from liaison_desktop.exchange.calendar import CalendarTask

        catalogue = self._catalogue(meeting.language)
        formats = Formats(catalogue.language)
        responsible = formats.isolate(responsible_for(action, meeting))
        agreed = catalogue.pgettext("paper", "Agreed on in the meeting of {date}.").format(
            date=formats.long_date(meeting.date)
        )
        words = catalogue.pgettext("paper", "Responsible: {name}.").format(name=responsible)
        return CalendarTask(
            action_id=action.id,
            meeting_id=meeting.id,
            stamp=stamp,
            text=action.text,
            details="\n".join([*[words] * bool(responsible), agreed]),
            due=action.due,
            status=action.status,
            language=catalogue.tag,
        )


def calendar_meeting(
    meeting: Meeting, country: str, text: "InvitationText", *, sequence: int, stamp: datetime
) -> "CalendarMeeting":
    """A meeting as calendars show it, on the clock of its country."""
    from liaison_desktop.exchange.calendar import CalendarMeeting

    starts, ends = (
        moment_in(country, meeting.date, at).astimezone(UTC) if at else None
        for at in (meeting.starts, meeting.ends)
    )
    return CalendarMeeting(
        meeting_id=meeting.id,
        sequence=sequence,
        stamp=stamp,
        starts=starts or meeting.date,
        ends=ends if starts else None,
        title=text.title,
        place=meeting.place,
        description=text.description(),
        link=meeting.link,
        language=text.catalogue.tag,
    )


def _meetings(reading: Reading, committee_id: UUID) -> Iterator[Meeting]:
    for meeting_id in reading.meetings.of_committee(committee_id):
        yield required(reading.meetings.get(meeting_id))


def _actions(meeting: Meeting) -> Iterator[Action]:
    for item in meeting.items:
        yield from item.actions
