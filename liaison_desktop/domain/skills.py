"""The skill map: what people and organisations can teach, and what they want to learn."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class SkillDirection(StrEnum):
    """Whether a skill is there or wanted."""

    OFFERED = "offered"
    SOUGHT = "sought"


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """One skill of one person or one organisation, in the words of the committee.

    Attributes:
        organisation_id, person_id: whose it is; exactly one of them is given.
    """

    id: UUID
    committee_id: UUID
    name: str
    direction: SkillDirection
    organisation_id: UUID | None = None
    person_id: UUID | None = None
    note: str = ""
