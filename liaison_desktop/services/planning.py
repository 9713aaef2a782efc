"""Planning meetings: when and where, what comes onto the agenda by itself, cancelling."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time
from itertools import count
from uuid import UUID

from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.agenda_order import numbered
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.committees import Committee, Rules
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meeting_templates import MeetingTemplate
from liaison_desktop.domain.meetings import (
    Call,
    Meeting,
    MeetingKind,
    MeetingMode,
    MeetingState,
    MinutesState,
)
from liaison_desktop.i18n.agenda_template import AgendaTemplate
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.first_agenda import AgendaSource, first_agenda
from liaison_desktop.services.meeting_changes import MeetingChanges, keep
from liaison_desktop.services.required import required


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPlan:
    """When, where and how a committee meets; without a language it is the committee's.

    Attributes:
        date: of the meeting; in writing the last day on which votes are returned.
    """

    date: date
    starts: time | None
    ends: time | None = None
    place: str = ""
    link: str = ""
    mode: MeetingMode = MeetingMode.IN_PERSON
    kind: MeetingKind = MeetingKind.ORDINARY
    call: Call = Call.FIRST
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMeeting:
    """Plan a meeting.

    Attributes:
        agenda: what its agenda begins with; what was left over comes in by itself.
        template_id: the committee's template with which it begins instead.
    """

    committee_id: UUID
    plan: MeetingPlan
    agenda: AgendaSource = AgendaSource.USUAL
    template_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPlan:
    """Change when, where and how a meeting is held that has not begun."""

    meeting_id: UUID
    plan: MeetingPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteConvocation:
    """Record that the members were called: the last day on which it went out, and how."""

    meeting_id: UUID
    sent_on: date
    medium: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """A meeting that was planned."""

    meeting_id: UUID
    changes: Changes


class PlanningService:
    """Use cases before a meeting."""

    def __init__(self, changes: MeetingChanges, catalogue: Callable[[str], Catalogue]) -> None:
        self._changes = changes
        self._store, self._undo, self._actor = changes.store, changes.undo, changes.actor
        self._catalogue = catalogue

    def plan(self, command: PlanMeeting) -> Planned:
        """Plan a meeting with the agenda it begins with.

        Raises:
            UserError: ``meeting_ends_before``, ``committee_without_rules``, ``record_gone``.
        """
        _require_sense(command.plan)
        with self._store.write("plan_meeting", self._actor) as work:
            committee = required(work.committees.get(command.committee_id))
            meeting = planned_meeting(work, committee, command.plan)
            template = AgendaTemplate(self._catalogue(meeting.language))
            items = first_agenda(work, meeting, _source(work, command), template)
            keep(work, replace(meeting, items=numbered(items)))
            return Planned(meeting.id, self._undo.commit(work, "plan_meeting"))

    def edit(self, command: EditPlan) -> Changes:
        """Change when, where and how; who was called already has to be told anew.

        Raises:
            UserError: ``meeting_ends_before``, ``meeting_begun``, ``committee_without_rules``.
        """
        _require_sense(command.plan)
        with self._store.write("edit_plan", self._actor) as work:
            meeting = _not_begun(required(work.meetings.get(command.meeting_id)))
            plan = command.plan
            committee = required(work.committees.get(meeting.committee_id))
            language = plan.language or meeting.language
            keep(
                work,
                replace(
                    meeting,
                    date=plan.date,
                    year=plan.date.year,
                    starts=plan.starts,
                    ends=plan.ends,
                    place=plan.place.strip(),
                    link=plan.link.strip(),
                    mode=plan.mode,
                    kind=plan.kind,
                    call=plan.call,
                    rules=_rules_on(work, committee.id, plan.date),
                    language=language,
                    committee_name=committee.name_in(language),
                ),
            )
            return self._undo.commit(work, "edit_plan")

    def note_convocation(self, command: NoteConvocation) -> Changes:
        """The members were called; what comes onto the agenda from now on is late.

        Raises:
            UserError: ``meeting_begun``, ``convocation_after_meeting``, ``agenda_empty``.
        """

        def change(meeting: Meeting) -> Meeting:
            _not_begun(meeting)
            if command.sent_on > meeting.date:
                raise UserError("convocation_after_meeting")
            if not meeting.items:
                raise UserError("agenda_empty")
            sent = replace(
                meeting.convocation, sent_on=command.sent_on, medium=command.medium.strip()
            )
            return replace(meeting, state=MeetingState.CONVENED, convocation=sent)

        return self._changes.apply(command.meeting_id, "note_convocation", change)

    def cancel(self, meeting_id: UUID) -> Changes:
        """Cancel a meeting that has not begun; it stays on record.

        Raises:
            UserError: ``meeting_begun``.
        """
        return self._changes.apply(
            meeting_id,
            "cancel_meeting",
            lambda meeting: replace(_not_begun(meeting), state=MeetingState.CANCELLED),
        )


def planned_meeting(work: UnitOfWork, committee: Committee, plan: MeetingPlan) -> Meeting:
    """A new meeting of a committee, still without an agenda.

    Raises:
        UserError: ``committee_without_rules``.
    """
    language = plan.language or committee.language
    return Meeting(
        id=uuid7(),
        committee_id=committee.id,
        key=_free_key(work, committee, plan.date.year),
        committee_name=committee.name_in(language),
        committee_city=committee.city,
        language=language,
        seat_count=committee.seat_count,
        rules=_rules_on(work, committee.id, plan.date),
        year=plan.date.year,
        kind=plan.kind,
        call=plan.call,
        mode=plan.mode,
        state=MeetingState.PLANNED,
        minutes_state=MinutesState.NONE,
        place=plan.place.strip(),
        date=plan.date,
        notice=committee.notice,
        starts=plan.starts,
        ends=plan.ends,
        link=plan.link.strip(),
    )


def _source(work: UnitOfWork, command: PlanMeeting) -> AgendaSource | MeetingTemplate:
    if command.template_id is None:
        return command.agenda
    return required(work.meeting_templates.get(command.template_id))


def _require_sense(plan: MeetingPlan) -> None:
    if plan.starts and plan.ends and plan.ends <= plan.starts:
        raise UserError("meeting_ends_before")


def _not_begun(meeting: Meeting) -> Meeting:
    if meeting.state not in (MeetingState.PLANNED, MeetingState.CONVENED):
        raise UserError("meeting_begun")
    return meeting


def _rules_on(work: UnitOfWork, committee_id: UUID, day: date) -> Rules:
    version = work.committees.rules_on(committee_id, day)
    if version is None:
        raise UserError("committee_without_rules")
    return version.rules


def _free_key(work: UnitOfWork, committee: Committee, year: int) -> str:
    taken = work.history.keys(committee.id)
    numbered = (f"{committee.key}-{year}-{number}" for number in count(1))
    return next(key for key in numbered if key not in taken)
