"""The skill map of a committee: who can teach what, who wants to learn it, who could meet whom."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from liaison_desktop.domain.skills import Skill, SkillDirection


class SkillState(StrEnum):
    """How offer and wish meet."""

    MATCH = "match"
    GAP = "gap"
    UNUSED = "unused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Whose a skill is: an organisation or a person."""

    id: UUID
    name: str
    is_person: bool
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedSkill:
    """One skill on the map.

    Attributes:
        id: of the first record that names it.
        name: as it was first written.
    """

    id: UUID
    committee_id: UUID
    name: str
    offered_by: tuple[Owner, ...]
    sought_by: tuple[Owner, ...]

    @property
    def state(self) -> SkillState:
        """Whether somebody could teach somebody, nobody can, or nobody asks."""
        if self.meetings:
            return SkillState.MATCH
        return SkillState.GAP if self.sought_by else SkillState.UNUSED

    @property
    def meetings(self) -> tuple[tuple[Owner, Owner], ...]:
        """Who could teach whom; nobody needs to meet themselves."""
        return tuple(
            (teacher, learner)
            for teacher in self.offered_by
            for learner in self.sought_by
            if teacher.id != learner.id
        )


def skill_map(
    skills: Iterable[Skill], names: Callable[[Skill], str | None], same: Callable[[str], str]
) -> tuple[MappedSkill, ...]:
    """The skills of a committee in the order of their names.

    Args:
        skills: of people and organisations.
        names: what the owner of a skill is called; ``None`` = it is left out.
        same: gives ways of writing one name the same form.
    """
    grouped: dict[str, list[Skill]] = {}
    for skill in skills:
        if names(skill) is not None:
            grouped.setdefault(same(skill.name), []).append(skill)
    return tuple(_mapped(grouped[key], names) for key in sorted(grouped))


def _mapped(skills: list[Skill], names: Callable[[Skill], str | None]) -> MappedSkill:
    first = min(skills, key=lambda skill: skill.id)
    return MappedSkill(
        id=first.id,
        committee_id=first.committee_id,
        name=first.name,
        offered_by=tuple(_owners(skills, SkillDirection.OFFERED, names)),
        sought_by=tuple(_owners(skills, SkillDirection.SOUGHT, names)),
    )


def _owners(
    skills: list[Skill], direction: SkillDirection, names: Callable[[Skill], str | None]
) -> Iterator[Owner]:
    """Each owner once, by name."""
    found: dict[UUID, Owner] = {}
    for skill in skills:
        owner_id = skill.organisation_id or skill.person_id
        if skill.direction is direction and owner_id is not None:
            found.setdefault(
                owner_id,
                Owner(
                    id=owner_id,
                    name=names(skill) or "",
                    is_person=skill.person_id is not None,
                    note=skill.note,
                ),
            )
    yield from sorted(found.values(), key=lambda owner: (owner.name, owner.id))
