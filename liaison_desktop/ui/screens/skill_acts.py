"""Adding and removing skills at a person or an organisation."""

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.skills import Skill
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.skill import SkillDialog
from liaison_desktop.ui.forms.record_choice import Choice


def add_skill(
    committee: Committee,
    context: Context,
    screen: QWidget,
    *,
    organisation: Choice | None = None,
    person: Choice | None = None,
) -> None:
    """Ask for a skill of an organisation or of a person."""
    skills = context.services.people_work.skills
    context.jobs.read(
        lambda: skills.names(committee.id),
        lambda names: SkillDialog(
            committee, names, context, screen, organisation=organisation, person=person
        ).open(),
        owner=screen,
    )


def remove_skill(skill: Skill, context: Context, screen: QWidget) -> None:
    """Take a skill off the map; it can be undone."""
    skills = context.services.people_work.skills
    context.jobs.change(lambda: skills.remove(skill.id), owner=screen)
