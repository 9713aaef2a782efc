"""Templates of meetings: keeping the plan of a meeting under a name, renaming, removing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meeting_templates import MeetingTemplate, template_items
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.i18n.agenda_template import AgendaTemplate
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.meeting_changes import MeetingChanges
from liaison_desktop.services.required import required


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepTemplate:
    """Keep the plan of a meeting under a name; what had that name before is replaced."""

    meeting_id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameTemplate:
    """Call a template otherwise."""

    template_id: UUID
    name: str


class TemplateService:
    """Use cases on the templates of a committee's meetings; each can be taken back."""

    def __init__(self, changes: MeetingChanges, catalogue: Callable[[str], Catalogue]) -> None:
        self._store, self._undo, self._actor = changes.store, changes.undo, changes.actor
        self._catalogue = catalogue

    def of_committee(self, committee_id: UUID) -> tuple[MeetingTemplate, ...]:
        """A committee's templates, by their names."""
        with self._store.read() as reading:
            return reading.meeting_templates.of_committee(committee_id)

    def keep(self, command: KeepTemplate) -> Changes:
        """Keep the plan of a meeting; what comes onto agendas by itself is not kept.

        Raises:
            UserError: ``template_needs_name``.
        """
        name = _named(command.name)
        with self._store.write("keep_template", self._actor) as work:
            meeting = required(work.meetings.get(command.meeting_id))
            known = _by_name(work, meeting.committee_id, name)
            work.meeting_templates.put(self._made(meeting, known.id if known else uuid7(), name))
            return self._undo.commit(work, "keep_template")

    def rename(self, command: RenameTemplate) -> Changes:
        """Call a template otherwise.

        Raises:
            UserError: ``template_needs_name``, ``template_twice``.
        """
        name = _named(command.name)
        with self._store.write("rename_template", self._actor) as work:
            template = required(work.meeting_templates.get(command.template_id))
            other = _by_name(work, template.committee_id, name)
            if other is not None and other.id != template.id:
                raise UserError("template_twice", name=name)
            work.meeting_templates.put(replace(template, name=name))
            return self._undo.commit(work, "rename_template")

    def remove(self, template_id: UUID) -> Changes:
        """Keep a template no longer; meetings that were planned from it stay as they are."""
        with self._store.write("remove_template", self._actor) as work:
            work.meeting_templates.remove(required(work.meeting_templates.get(template_id)))
            return self._undo.commit(work, "remove_template")

    def _made(self, meeting: Meeting, template_id: UUID, name: str) -> MeetingTemplate:
        follow_up = AgendaTemplate(self._catalogue(meeting.language)).open_actions()
        return MeetingTemplate(
            id=template_id,
            committee_id=meeting.committee_id,
            name=name,
            kind=meeting.kind,
            mode=meeting.mode,
            place=meeting.place,
            link=meeting.link,
            starts=meeting.starts,
            ends=meeting.ends,
            items=template_items(meeting.items, follow_up=follow_up),
        )


def _named(name: str) -> str:
    told = " ".join(name.split())
    if not told:
        raise UserError("template_needs_name")
    return told


def _by_name(work: UnitOfWork, committee_id: UUID, name: str) -> MeetingTemplate | None:
    kept = work.meeting_templates.of_committee(committee_id)
    return next((one for one in kept if one.name == name), None)
