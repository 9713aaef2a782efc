"""Skills, between row and record."""

from liaison_desktop.db.folding import fold
from liaison_desktop.db.mapping.values import Row, Values
from liaison_desktop.domain.skills import Skill


def skill_values(skill: Skill) -> Values:
    """The row of a skill."""
    return {
        "id": skill.id,
        "committee_id": skill.committee_id,
        "name": skill.name,
        "direction": skill.direction,
        "organisation_id": skill.organisation_id,
        "person_id": skill.person_id,
        "note": skill.note,
        "sort_key": fold(skill.name),
        "folded": fold(skill.name),
    }


def skill_of(row: Row) -> Skill:
    """The skill of a row."""
    return Skill(
        id=row.id,
        committee_id=row.committee_id,
        name=row.name,
        direction=row.direction,
        organisation_id=row.organisation_id,
        person_id=row.person_id,
        note=row.note,
    )
