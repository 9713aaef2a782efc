"""The skill map of a committee, to be hung up and handed round."""

from collections.abc import Sequence
from datetime import date, datetime

from liaison_desktop.documents.frame import dated
from liaison_desktop.documents.writer import Writer
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.skill_map import MappedSkill, Owner, SkillState
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.pdf.blocks import Block, Cell, Heading, ListBlock, Paragraph, Table
from liaison_desktop.pdf.document import Document


def compose_skill_map(
    committee: Committee,
    skills: Sequence[MappedSkill],
    catalogue: Catalogue,
    *,
    on: date,
    created: datetime,
) -> Document:
    """Every skill with who offers and who seeks it, and who could teach whom."""
    writer = Writer(catalogue, committee.language)
    pgettext = catalogue.pgettext
    title = pgettext("paper", "Skill map")
    blocks: list[Block] = [
        Table(
            header=(
                pgettext("paper", "Skill"),
                pgettext("paper", "Offered by"),
                pgettext("paper", "Sought by"),
            ),
            rows=tuple(
                (
                    writer.quote(skill.name),
                    _owners(skill.offered_by, writer),
                    _owners(skill.sought_by, writer),
                )
                for skill in skills
            ),
            widths=(5, 6, 6),
            summary=pgettext("paper", "Skills with those who offer and seek them"),
        ),
        *_meetings(skills, writer),
        *_gaps(skills, writer),
    ]
    return dated(title, blocks, committee, writer, on=on, created=created)


def _owners(owners: Sequence[Owner], writer: Writer) -> Cell:
    lines = tuple(Paragraph(text=writer.quote(owner.name)) for owner in owners)
    return Cell(content=lines or (Paragraph(text="–"),))


def _meetings(skills: Sequence[MappedSkill], writer: Writer) -> list[Block]:
    """Who could teach whom."""
    pgettext, isolate = writer.catalogue.pgettext, writer.formats.isolate
    words = pgettext("paper", "{skill}: {teacher} could teach {learner}")
    lines = [
        words.format(
            skill=isolate(skill.name),
            teacher=isolate(teacher.name),
            learner=isolate(learner.name),
        )
        for skill in skills
        for teacher, learner in skill.meetings
    ]
    if not lines:
        return []
    return [
        Heading(text=pgettext("paper", "Who could meet"), level=2),
        ListBlock(entries=tuple((Paragraph(text=line),) for line in lines)),
    ]


def _gaps(skills: Sequence[MappedSkill], writer: Writer) -> list[Block]:
    """What is sought and nobody offers."""
    gaps = [skill for skill in skills if skill.state is SkillState.GAP]
    if not gaps:
        return []
    title = writer.catalogue.pgettext("paper", "Sought, and offered by nobody")
    return [
        Heading(text=title, level=2),
        ListBlock(entries=tuple((Paragraph(text=writer.quote(gap.name)),) for gap in gaps)),
    ]
