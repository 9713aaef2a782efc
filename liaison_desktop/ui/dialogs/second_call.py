"""Calling the members a second time, where too few came to the first call."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.editors import DayEdit
from liaison_desktop.ui.wording import today

if TYPE_CHECKING:
    from liaison_desktop.services.planning import Planned


class SecondCallDialog(FormDialog):
    """Asks for the day; at first the first one on which the call can still be in time.

    Signals:
        planned: the id of the new meeting.
    """

    planned = Signal(object)

    def __init__(self, meeting: Meeting, context: Context, parent: QWidget | None) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(
            _("Second call"),
            _("&Plan"),
            context,
            parent,
            explanation=_(
                "The meeting is planned again in the same way and place. What was not decided"
                " comes onto its agenda; the quorum of the second call applies."
            ),
        )
        self._meeting_id = meeting.id
        notice = timedelta(days=meeting.rules.notice_days + 1)
        self.day = DayEdit(context.look, max(today(), meeting.date) + notice)
        self.add(
            _("Day"),
            self.day,
            answers=(
                "second_call_before",
                "second_call_empty",
                "second_call_not_needed",
                "committee_without_rules",
            ),
        )
        self.accomplished.connect(lambda planned: self.planned.emit(planned.meeting_id))
        self.finish()

    def work(self) -> Callable[[], "Planned"]:
        """Plan it."""
        from liaison_desktop.services.second_call import PlanSecondCall

        day = self.day.day
        assert day is not None  # noqa: S101 - this day cannot be emptied
        command = PlanSecondCall(meeting_id=self._meeting_id, date=day)
        second_call = self.context.services.meeting_work.second_call
        return lambda: second_call.plan(command)

    def changes(self, result: Any) -> Changes:
        """What planning it touched."""
        changes: Changes = result.changes
        return changes
