"""The skill map on a real store: noted, renamed, printed; people only with a basis."""

from datetime import date
from pathlib import Path

import pytest

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.privacy import LegalBasis, Purpose
from liaison_desktop.domain.skill_map import SkillState
from liaison_desktop.domain.skills import SkillDirection
from liaison_desktop.services.privacy import RecordBasis
from liaison_desktop.services.services import Services
from liaison_desktop.services.skills import AddSkill, RenameSkill
from tests.pdf.house_check import faults
from tests.pdf.reading import run

TODAY = date(2026, 11, 25)


def noted(services: Services) -> None:
    """Two organisations and a person: one match, one gap."""
    committee = services.committees.by_ref("borgolume")
    request = PageRequest(committee_id=committee.id)
    first, second = services.people.organisations(request).rows[:2]
    person = services.people.page(request).rows[0]
    for name, direction, organisation_id, person_id in (
        ("Mediazione culturale", SkillDirection.OFFERED, first.id, None),
        ("mediazione  culturale", SkillDirection.SOUGHT, second.id, None),
        ("Contabilità", SkillDirection.SOUGHT, first.id, None),
        ("Mediazione culturale", SkillDirection.OFFERED, None, person.id),
    ):
        services.people_work.skills.add(
            AddSkill(
                committee_id=committee.id,
                name=name,
                direction=direction,
                organisation_id=organisation_id,
                person_id=person_id,
            )
        )


def test_offers_and_wishes_meet(services: Services) -> None:
    noted(services)
    committee = services.committees.by_ref("borgolume")
    found = services.people_work.skills.map(committee.id, TODAY)
    assert [(skill.name, skill.state) for skill in found.skills] == [
        ("Contabilità", SkillState.GAP),
        ("Mediazione culturale", SkillState.MATCH),
    ]
    assert found.without_basis == 1
    assert len(found.skills[1].offered_by) == 1


def test_people_are_on_the_map_once_they_agreed(services: Services) -> None:
    noted(services)
    committee = services.committees.by_ref("borgolume")
    person = services.people.page(PageRequest(committee_id=committee.id)).rows[0]
    services.privacy.record(
        RecordBasis(
            person_ids=(person.id,),
            purposes=(Purpose.SKILLS,),
            basis=LegalBasis.CONSENT,
            text_version="1",
            given_on=TODAY,
        )
    )
    found = services.people_work.skills.map(committee.id, TODAY)
    assert person.name in {owner.name for owner in found.skills[1].offered_by}
    assert found.without_basis == 0


def test_a_skill_is_noted_once_and_needs_name_and_owner(services: Services) -> None:
    noted(services)
    committee = services.committees.by_ref("borgolume")
    owner = services.people.organisations(PageRequest(committee_id=committee.id)).rows[0].id
    for name, organisation_id, code in (
        ("  ", owner, "skill_needs_name"),
        ("Canto", None, "skill_needs_owner"),
        ("MEDIAZIONE CULTURALE", owner, "skill_twice"),
    ):
        with pytest.raises(UserError, match=code):
            services.people_work.skills.add(
                AddSkill(
                    committee_id=committee.id,
                    name=name,
                    direction=SkillDirection.OFFERED,
                    organisation_id=organisation_id,
                )
            )


def test_a_skill_is_renamed_everywhere_and_back(services: Services) -> None:
    noted(services)
    committee = services.committees.by_ref("borgolume")
    skills = services.people_work.skills
    wanted = skills.map(committee.id, TODAY).skills[1]
    skills.rename(RenameSkill(skill_id=wanted.id, name="Contabilità"))
    (left,) = skills.map(committee.id, TODAY).skills
    assert (left.name, left.state) == ("Contabilità", SkillState.MATCH)
    services.undo.undo()
    assert len(skills.map(committee.id, TODAY).skills) == 2


@pytest.mark.parametrize("language", ["it", "el", "ar"])
def test_the_map_is_a_sound_paper(services: Services, language: str, tmp_path: Path) -> None:
    committee = services.committees.by_ref("borgolume")
    with pytest.raises(UserError, match="skills_none"):
        services.people_work.skills.paper(committee.id, TODAY)
    noted(services)
    data = services.people_work.skills.paper(committee.id, TODAY, language)
    assert faults(data) == []
    (tmp_path / "map.pdf").write_bytes(data)
    run("qpdf", "--check", tmp_path / "map.pdf")
    assert "Contabilità" in run("pdftotext", tmp_path / "map.pdf", "-")
