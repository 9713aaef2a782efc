"""The cards about skills: of one skill, and of one person or organisation."""

from collections.abc import Callable, Sequence
from functools import partial

from liaison_desktop.domain.skill_map import MappedSkill, Owner
from liaison_desktop.domain.skills import Skill, SkillDirection
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button, icon_button
from liaison_desktop.ui.widgets.card import Card, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.text import TextKind, hairline, label


def skill_card(skill: MappedSkill, rename: Callable[[], None], look: Look) -> Card:
    """What a skill is called, and how offer and wish meet."""
    card = Card(pad=20, gap=12)
    top = row(gap=12)
    top.addWidget(label(skill.name, TextKind.TITLE, wrap=True), 1)
    top.addWidget(button(look.catalogue.gettext("Rename …"), rename, look))
    card.box.addLayout(top)
    card.box.addWidget(label(look.labels.label(skill.state), TextKind.QUIET))
    return card


def owners_card(
    title: str, owners: Sequence[Owner], open_owner: Callable[[Owner], None], look: Look
) -> Card:
    """Who offers a skill, or seeks it; pressing one opens it."""
    _ = look.catalogue.gettext
    card = Card(pad=18, gap=10)
    card.box.addWidget(label(title, TextKind.SUBHEADING))
    for owner in owners:
        card.box.addWidget(hairline())
        words = column(label(owner.name, TextKind.STRONG, wrap=True), gap=2)
        if owner.note:
            words.addWidget(label(owner.note, TextKind.QUIET, wrap=True))
        line = row(gap=8)
        line.addLayout(words, 1)
        made = button(_("Open"), partial(open_owner, owner), look)
        made.setAccessibleName(f"{made.text()} {owner.name}")
        line.addWidget(made)
        card.box.addLayout(line)
    if not owners:
        card.box.addWidget(label(_("Nobody yet."), TextKind.QUIET))
    card.box.addStretch(1)
    return card


def meetings_card(skill: MappedSkill, look: Look) -> Card:
    """Who could teach whom."""
    _ = look.catalogue.gettext
    card = Card(pad=18, gap=10)
    card.box.addWidget(label(_("Who could meet"), TextKind.SUBHEADING))
    words = _("{teacher} could teach {learner}")
    isolate = look.formats.isolate
    for teacher, learner in skill.meetings:
        told = words.format(teacher=isolate(teacher.name), learner=isolate(learner.name))
        card.box.addWidget(hairline())
        card.box.addWidget(label(told, wrap=True))
    return card


def own_skills_card(
    skills: Sequence[Skill], add: Callable[[], None], remove: Callable[[Skill], None], look: Look
) -> Card:
    """The skills of one person or organisation."""
    _ = look.catalogue.gettext
    card = Card(pad=20, gap=10)
    top = row(label(_("Skills"), TextKind.SUBHEADING), None, gap=8)
    top.addWidget(button(_("Add a skill …"), add, look))
    card.box.addLayout(top)
    for skill in skills:
        card.box.addWidget(hairline())
        offered = skill.direction is SkillDirection.OFFERED
        words = column(label(skill.name, TextKind.STRONG, wrap=True), gap=2)
        if skill.note:
            words.addWidget(label(skill.note, TextKind.QUIET, wrap=True))
        line = row(gap=8)
        line.addLayout(words, 1)
        tone = Tone.ACCENT if offered else Tone.NEUTRAL
        line.addWidget(Chip(look.labels.label(skill.direction), tone, look))
        name = _("Remove {skill}").format(skill=skill.name)
        line.addWidget(icon_button(Icon.CLOSE, name, partial(remove, skill), look))
        card.box.addLayout(line)
    if not skills:
        card.box.addWidget(label(_("Nothing is offered or sought yet."), TextKind.QUIET))
    return card
