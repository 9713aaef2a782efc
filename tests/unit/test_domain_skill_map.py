"""The map joins ways of writing, pairs offers with wishes, and leaves out who must not be there."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.domain.skill_map import SkillState, skill_map
from liaison_desktop.domain.skills import Skill, SkillDirection


@st.composite
def skills(draw: st.DrawFn) -> list[Skill]:
    made = []
    for number in range(draw(st.integers(0, 12))):
        owner = UUID(int=draw(st.integers(1, 5)))
        person = draw(st.booleans())
        made.append(
            Skill(
                id=UUID(int=100 + number),
                committee_id=UUID(int=99),
                name=draw(st.sampled_from(["Cooking", "COOKING", "Singing", "Mediation"])),
                direction=draw(st.sampled_from(SkillDirection)),
                organisation_id=None if person else owner,
                person_id=owner if person else None,
            )
        )
    return made


def owner_of(skill: Skill) -> UUID:
    owner = skill.organisation_id or skill.person_id
    assert owner is not None
    return owner


def named(skill: Skill) -> str:
    return f"owner {owner_of(skill).int}"


@given(skills())
def test_every_skill_stands_once_with_everybody_who_offers_or_seeks_it(known: list[Skill]) -> None:
    found = skill_map(known, named, str.casefold)
    assert [each.name.casefold() for each in found] == sorted(
        {skill.name.casefold() for skill in known}
    )
    for each in found:
        for direction, owners in (
            (SkillDirection.OFFERED, each.offered_by),
            (SkillDirection.SOUGHT, each.sought_by),
        ):
            wanted = {
                owner_of(skill)
                for skill in known
                if skill.direction is direction and skill.name.casefold() == each.name.casefold()
            }
            assert {owner.id for owner in owners} == wanted
            assert len(owners) == len(wanted)


@given(skills())
def test_nobody_meets_themselves_and_the_state_says_what_there_is(known: list[Skill]) -> None:
    for each in skill_map(known, named, str.casefold):
        assert all(teacher.id != learner.id for teacher, learner in each.meetings)
        others = {o.id for o in each.offered_by} != {s.id for s in each.sought_by} or len(
            each.offered_by
        ) > 1
        if each.offered_by and each.sought_by and others:
            assert each.state is SkillState.MATCH
        elif each.sought_by:
            assert each.state is SkillState.GAP
        else:
            assert each.state is SkillState.UNUSED


@given(skills())
def test_who_is_not_named_is_not_on_the_map(known: list[Skill]) -> None:
    found = skill_map(known, lambda skill: None if skill.person_id else named(skill), str.casefold)
    assert not [
        owner for each in found for owner in (*each.offered_by, *each.sought_by) if owner.is_person
    ]
