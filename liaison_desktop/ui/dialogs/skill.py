"""Noting a skill, and calling one otherwise."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.skill_map import MappedSkill
from liaison_desktop.domain.skills import SkillDirection
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.editors import choice_editor
from liaison_desktop.ui.forms.record_choice import (
    Choice,
    RecordChoice,
    organisations_of,
    people_of,
)
from liaison_desktop.ui.widgets.offers import completer_of


class SkillDialog(FormDialog):
    """Whose skill, which one, offered or sought."""

    def __init__(
        self,
        committee: Committee,
        names: Sequence[str],
        context: Context,
        parent: QWidget | None,
        *,
        organisation: Choice | None = None,
        person: Choice | None = None,
    ) -> None:
        """``names``: what skills are called already; they are offered while one types."""
        _ = context.look.catalogue.gettext
        super().__init__(_("New skill"), _("&Add"), context, parent)
        labels = context.look.labels
        self._committee = committee
        hint = _("Name")
        self.organisation = RecordChoice(
            organisations_of(committee.id, context), context, hint=hint
        )
        self.person = RecordChoice(people_of(committee.id, context), context, hint=hint)
        for editor, known in ((self.organisation, organisation), (self.person, person)):
            if known is not None:
                editor.choose(known)
        self.name = QLineEdit()
        completer = completer_of(QStringListModel(list(names)), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self.direction = choice_editor((labels.label(each), each) for each in SkillDirection)
        self.note = QLineEdit()
        self._lay_out(ask_organisation=person is None, ask_person=organisation is None)

    def _lay_out(self, *, ask_organisation: bool, ask_person: bool) -> None:
        _ = self.look.catalogue.gettext
        self.add(_("Skill"), self.name, answers=("skill_needs_name", "skill_twice"))
        self.add(_("Offered or sought"), self.direction)
        if ask_organisation:
            self.add(_("Organisation"), self.organisation, answers=("skill_needs_owner",))
        if ask_person:
            self.add(
                _("or person") if ask_organisation else _("Person"),
                self.person,
                advice=_(
                    "People stand on the map only if a legal basis for it is recorded with them."
                ),
            )
        self.add(
            _("Note"),
            self.note,
            advice=_("Nothing about religion, origin or migration status belongs here."),
        )
        self.finish()

    def work(self) -> Callable[[], Changes]:
        """Note the skill."""
        from liaison_desktop.services.skills import AddSkill

        command = AddSkill(
            committee_id=self._committee.id,
            name=self.name.text(),
            direction=self.direction.currentData(),
            organisation_id=self.organisation.record_id,
            person_id=self.person.record_id,
            note=self.note.text(),
        )
        skills = self.context.services.people_work.skills
        return lambda: skills.add(command)


class RenameSkillDialog(FormDialog):
    """Another name for a skill, with everybody."""

    def __init__(self, skill: MappedSkill, context: Context, parent: QWidget | None) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(
            _("Rename the skill"),
            _("&Rename"),
            context,
            parent,
            explanation=_("With everybody who offers or seeks it."),
        )
        self._skill_id: UUID = skill.id
        self.name = QLineEdit(skill.name)
        self.add(_("Skill"), self.name, answers=("skill_needs_name",))
        self.finish()

    def work(self) -> Callable[[], Changes]:
        """Rename it."""
        from liaison_desktop.services.skills import RenameSkill

        command = RenameSkill(skill_id=self._skill_id, name=self.name.text())
        skills = self.context.services.people_work.skills
        return lambda: skills.rename(command)
