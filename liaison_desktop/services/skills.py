"""The skill map: what people and organisations can teach and want to learn."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from uuid import UUID

from liaison_desktop.db.folding import fold
from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading, UnitOfWork
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.listings import Page, PageRequest
from liaison_desktop.domain.privacy import Purpose
from liaison_desktop.domain.skill_map import MappedSkill, skill_map
from liaison_desktop.domain.skills import Skill, SkillDirection
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.required import required
from liaison_desktop.services.typesetting import stationery_of, typeset
from liaison_desktop.services.undo import UndoService


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSkill:
    """Note a skill of a person or of an organisation; exactly one of them is named."""

    committee_id: UUID
    name: str
    direction: SkillDirection
    organisation_id: UUID | None = None
    person_id: UUID | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameSkill:
    """Call a skill otherwise, with everybody who offers or seeks it."""

    skill_id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillMap:
    """The map of a committee.

    Attributes:
        without_basis: how many skills of people are left out: no basis for the map is recorded.
    """

    skills: tuple[MappedSkill, ...]
    without_basis: int


class SkillService:
    """Use cases on skills."""

    def __init__(
        self, store: Store, undo: UndoService, catalogue: Callable[[str], Catalogue], actor: str
    ) -> None:
        self._store = store
        self._undo = undo
        self._catalogue = catalogue
        self._actor = actor

    def add(self, command: AddSkill) -> Changes:
        """Note a skill.

        Raises:
            UserError: ``skill_needs_name``, ``skill_needs_owner``, ``skill_twice``.
        """
        name = " ".join(command.name.split())
        if not name:
            raise UserError("skill_needs_name")
        if (command.organisation_id is None) == (command.person_id is None):
            raise UserError("skill_needs_owner")
        with self._store.write("add_skill", self._actor) as work:
            skill = Skill(
                id=uuid7(),
                committee_id=command.committee_id,
                name=name,
                direction=command.direction,
                organisation_id=command.organisation_id,
                person_id=command.person_id,
                note=command.note.strip(),
            )
            if any(_same(skill, other) for other in _of_owner(work, skill)):
                raise UserError("skill_twice", name=name)
            work.skills.put(skill)
            return self._undo.commit(work, "add_skill")

    def remove(self, skill_id: UUID) -> Changes:
        """Take a skill off the map."""
        with self._store.write("remove_skill", self._actor) as work:
            work.skills.remove(required(work.skills.get(skill_id)))
            return self._undo.commit(work, "remove_skill")

    def rename(self, command: RenameSkill) -> Changes:
        """Call a skill otherwise everywhere in its committee; two of one owner become one.

        Raises:
            UserError: ``skill_needs_name``.
        """
        name = " ".join(command.name.split())
        if not name:
            raise UserError("skill_needs_name")
        with self._store.write("rename_skill", self._actor) as work:
            known = required(work.skills.get(command.skill_id))
            for skill in work.skills.of_committee(known.committee_id):
                if fold(skill.name) == fold(known.name):
                    _rename(work, skill, name)
            return self._undo.commit(work, "rename_skill")

    def of_owner(self, owner_id: UUID) -> tuple[Skill, ...]:
        """The skills of a person or of an organisation, by name."""
        with self._store.read() as reading:
            return (
                *reading.skills.where("person_id", owner_id),
                *reading.skills.where("organisation_id", owner_id),
            )

    def names(self, committee_id: UUID) -> tuple[str, ...]:
        """What skills are called in a committee, each once."""
        with self._store.read() as reading:
            known = {fold(skill.name): skill.name for skill in _skills(reading, committee_id)}
        return tuple(known[key] for key in sorted(known))

    def map(self, committee_id: UUID | None, on: date) -> SkillMap:
        """The map of one committee, or of all; people are on it only with a basis that holds."""
        with self._store.read() as reading:
            ids = [committee_id] if committee_id else [c.id for c in reading.committees.all()]
            maps = [_map(reading, each, on) for each in ids]
        return SkillMap(
            skills=tuple(skill for each in maps for skill in each.skills),
            without_basis=sum(each.without_basis for each in maps),
        )

    def page(self, request: PageRequest, on: date) -> Page[MappedSkill]:
        """The skills whose name holds the words, in one page: a map is small."""
        words = fold(request.search).split()
        found = self.map(request.committee_id, on).skills
        rows = tuple(each for each in found if all(word in fold(each.name) for word in words))
        return Page(rows=rows, next=None)

    def mapped(self, skill_id: UUID, on: date) -> MappedSkill | None:
        """The skill on the map that a record belongs to; ``None`` = it is not on it."""
        with self._store.read() as reading:
            skill = reading.skills.get(skill_id)
            if skill is None:
                return None
            found = _map(reading, skill.committee_id, on).skills
        return next((each for each in found if fold(each.name) == fold(skill.name)), None)

    def paper(self, committee_id: UUID, on: date, language: str | None = None) -> bytes:
        """The map to be printed, as the bytes of a PDF.

        Raises:
            UserError: ``skills_none``.
        """
        from liaison_desktop.documents.skill_map import compose_skill_map

        with self._store.read() as reading:
            committee = required(reading.committees.get(committee_id))
            found = _map(reading, committee_id, on)
            stationery = stationery_of(reading, committee)
        if not found.skills:
            raise UserError("skills_none")
        return typeset(
            compose_skill_map(
                committee,
                found.skills,
                self._catalogue(language or committee.language),
                on=on,
                created=datetime.combine(on, time(), UTC),
            ),
            stationery,
        )


def _skills(reading: Reading, committee_id: UUID) -> tuple[Skill, ...]:
    return reading.skills.of_committee(committee_id)


def _map(reading: Reading, committee_id: UUID, on: date) -> SkillMap:
    skills = _skills(reading, committee_id)
    allowed = {
        consent.person_id
        for consent in reading.consents.of_committee(committee_id)
        if consent.purpose is Purpose.SKILLS and consent.holds_on(on)
    }
    organisations = {each.id: each for each in reading.people.organisations(committee_id)}

    def name(skill: Skill) -> str | None:
        if skill.organisation_id is not None:
            return organisations[skill.organisation_id].name
        if skill.person_id not in allowed:
            return None
        return required(reading.people.person(required(skill.person_id))).full_name

    hidden = sum(skill.person_id is not None and skill.person_id not in allowed for skill in skills)
    return SkillMap(skills=skill_map(skills, name, fold), without_basis=hidden)


def _of_owner(work: UnitOfWork, skill: Skill) -> tuple[Skill, ...]:
    if skill.person_id is not None:
        return work.skills.where("person_id", skill.person_id)
    return work.skills.where("organisation_id", required(skill.organisation_id))


def _same(one: Skill, other: Skill) -> bool:
    return (
        one.id != other.id
        and one.direction is other.direction
        and fold(one.name) == fold(other.name)
    )


def _rename(work: UnitOfWork, skill: Skill, name: str) -> None:
    renamed = replace(skill, name=name)
    if any(_same(renamed, other) for other in _of_owner(work, renamed)):
        work.skills.remove(skill)
    else:
        work.skills.put(renamed)
