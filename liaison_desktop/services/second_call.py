"""The second call: a meeting on what too few members could not decide at the first one."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from liaison_desktop.domain.agenda_order import numbered
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Call
from liaison_desktop.domain.planning import called_again, second_call_possible
from liaison_desktop.services.meeting_changes import MeetingChanges, keep
from liaison_desktop.services.planning import MeetingPlan, Planned, planned_meeting
from liaison_desktop.services.required import required


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSecondCall:
    """Call the members of a meeting that was not quorate to another day."""

    meeting_id: UUID
    date: date


class SecondCallService:
    """The use case after a meeting to which too few came."""

    def __init__(self, changes: MeetingChanges) -> None:
        self._store, self._undo, self._actor = changes.store, changes.undo, changes.actor

    def plan(self, command: PlanSecondCall) -> Planned:
        """Plan the same meeting again, with every item that was not decided and nothing else.

        Raises:
            UserError: ``second_call_not_needed``, ``second_call_before``, ``second_call_empty``,
                ``committee_without_rules``.
        """
        with self._store.write("plan_second_call", self._actor) as work:
            first = required(work.meetings.get(command.meeting_id))
            if not second_call_possible(first):
                raise UserError("second_call_not_needed")
            if command.date <= first.date:
                raise UserError("second_call_before")
            items = called_again(first, work.history.taken_up(first.committee_id))
            if not items:
                raise UserError("second_call_empty")
            plan = MeetingPlan(
                date=command.date,
                starts=first.starts,
                ends=first.ends,
                place=first.place,
                link=first.link,
                mode=first.mode,
                kind=first.kind,
                call=Call.SECOND,
                language=first.language,
            )
            committee = required(work.committees.get(first.committee_id))
            meeting = planned_meeting(work, committee, plan)
            keep(work, replace(meeting, items=numbered(items)))
            return Planned(meeting.id, self._undo.commit(work, "plan_second_call"))
