"""Skills of the Italian committee, for pictures."""

from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.skills import SkillDirection
from liaison_desktop.services.services import Services
from liaison_desktop.services.skills import AddSkill

_OFFERED = (
    (0, "Mediazione linguistica arabo–italiano"),
    (1, "Laboratori per le scuole"),
    (3, "Sartoria"),
    (4, "Ricerca d’archivio e catalogazione"),
)
_SOUGHT = (
    (2, "Mediazione linguistica arabo–italiano"),
    (6, "Mediazione linguistica arabo–italiano"),
    (5, "Contabilità di un’associazione"),
    (7, "Laboratori per le scuole"),
)


def note_skills(services: Services) -> None:
    """A few offers and wishes, of which some meet."""
    committee = services.committees.by_ref("borgolume")
    owners = services.people.organisations(PageRequest(committee_id=committee.id)).rows
    for direction, skills in ((SkillDirection.OFFERED, _OFFERED), (SkillDirection.SOUGHT, _SOUGHT)):
        for place, name in skills:
            services.people_work.skills.add(
                AddSkill(
                    committee_id=committee.id,
                    name=name,
                    direction=direction,
                    organisation_id=owners[place].id,
                )
            )
