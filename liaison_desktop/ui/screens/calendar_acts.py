"""What is done now and then with a meeting: calendar files of tasks, and calling it off."""

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.meetings import Meeting, MeetingState
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.call_off import call_off
from liaison_desktop.ui.dialogs.save_calendar import ask_calendar_file
from liaison_desktop.ui.screens.screen import MoreAction


def calendar_actions(meeting: Meeting, context: Context, parent: QWidget) -> tuple[MoreAction, ...]:
    """Those that make sense for the meeting that is open."""
    _ = context.look.catalogue.gettext
    calendars, named = context.services.calling_work.calendars, _("tasks")
    every = MoreAction(
        _("All open tasks as calendar file …"),
        lambda: ask_calendar_file(
            f"{meeting.committee_city} {named}",
            lambda: calendars.open_tasks(meeting.committee_id),
            context,
            parent,
        ),
    )
    if meeting.state is MeetingState.CANCELLED:
        tell = _("Tell those who were called …")
        return MoreAction(tell, lambda: call_off(meeting.id, context, parent)), every
    if not any(item.actions for item in meeting.items):
        return (every,)
    these = MoreAction(
        _("Tasks of this meeting as calendar file …"),
        lambda: ask_calendar_file(
            f"{meeting.key} {named}",
            lambda: calendars.tasks_of_meeting(meeting.id),
            context,
            parent,
        ),
    )
    return these, every
