"""People: who sits where, and since when."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.listings import Page, PageRequest, PersonRow
from liaison_desktop.domain.seats import Role
from liaison_desktop.domain.tables import Target
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.person import PersonDialog
from liaison_desktop.ui.dialogs.privacy import (
    EraseDialog,
    RecordBasisDialog,
    ReportDialog,
    WithdrawDialog,
)
from liaison_desktop.ui.forms.record_choice import Choice, people_of
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.models.paged import Face
from liaison_desktop.ui.screens.merging_acts import MergingActs
from liaison_desktop.ui.screens.person_cards import person_card, terms_card
from liaison_desktop.ui.screens.privacy_cards import PrivacyActs, privacy_card
from liaison_desktop.ui.screens.record_acts import RecordActs
from liaison_desktop.ui.screens.register_screen import RegisterScreen
from liaison_desktop.ui.screens.screen import PrimaryAction
from liaison_desktop.ui.screens.skill_acts import add_skill, remove_skill
from liaison_desktop.ui.screens.skill_cards import own_skills_card
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.empty_state import EmptyState
from liaison_desktop.ui.widgets.text import initials

if TYPE_CHECKING:
    from liaison_desktop.services.people import PersonDetail


class PeopleScreen(RegisterScreen):
    """People in seats."""

    touched_by = frozenset(
        {
            Kind.PERSON,
            Kind.CONSENT,
            Kind.SKILL,
            Kind.MEMBERSHIP,
            Kind.SEAT,
            Kind.ORGANISATION,
            Kind.COMMITTEE,
        }
    )

    def __init__(self, context: Context) -> None:
        _ = context.look.catalogue.gettext
        empty = EmptyState(
            Icon.PEOPLE,
            _("Nobody here yet"),
            _("Choose a committee and take in a person, or import a committee file."),
            context.look,
            [button(_("&Import a file"), context.desk.import_file, context.look, icon=Icon.IMPORT)],
        )
        super().__init__(context, Target.PEOPLE, hint=_("Search in people"), empty=empty)
        self.merging = MergingActs(
            context,
            self,
            read=lambda person_id: context.services.people.detail(person_id).person,
            find=context.services.people_work.duplicates.people,
            look_up=lambda committee_id: people_of(committee_id, context),
        )

    def new_record(self) -> PrimaryAction:
        """Take in a person."""
        words = self.look.catalogue.gettext("New person")
        return PrimaryAction(words, Icon.PEOPLE, self.add_person)

    def add_person(self) -> None:
        """Ask who it is, take the person in and show what is known."""
        if self.committee is not None:
            dialog = PersonDialog(self.committee, self.context, self)
            dialog.accomplished.connect(lambda person: self.open(person.id))
            dialog.open()

    def page(self, request: PageRequest) -> Page[PersonRow]:
        """A page of people."""
        return self.context.services.people.page(request)

    def face(self, row: PersonRow) -> Face:
        """Somebody in the list."""
        _ = self.look.catalogue.gettext
        chip = ""
        if row.substitute:
            chip = _("Substitute")
        elif row.role is not Role.MEMBER:
            chip = self.look.labels.label(row.role)
        about = row.organisation or (
            self.look.labels.label(row.constituency) if row.constituency else _("Holds no seat")
        )
        return Face(
            id=row.id,
            title=row.name,
            subtitle=about
            if self.committee
            else f"{self.look.formats.isolate(row.city)} · {about}",
            chip=chip,
            tone=Tone.NEUTRAL if row.substitute else Tone.ACCENT,
            initials=initials(row.name),
        )

    def load(self, target: UUID) -> "Callable[[], PersonDetail]":
        """Read one person."""
        return lambda: self.context.services.people.detail(target)

    def show_record(self, record: "PersonDetail") -> None:
        """Show one person."""
        acts = RecordActs(
            change=lambda: self._change(record),
            merge=lambda: self.merging.merge_with(record.person),
        )
        self.show_cards(
            (
                person_card(record, acts, self.look),
                terms_card(record.memberships, self.look),
                own_skills_card(
                    record.skills,
                    lambda: self._add_skill(record),
                    lambda skill: remove_skill(skill, self.context, self),
                    self.look,
                ),
                privacy_card(record.consents, self._privacy(record), self.look),
            )
        )

    def _privacy(self, detail: "PersonDetail") -> PrivacyActs:
        person, context = detail.person, self.context
        named = [(person.id, person.full_name)]
        return PrivacyActs(
            record=lambda: RecordBasisDialog(named, context, self).open(),
            withdraw=lambda consent: WithdrawDialog(consent, context, self).open(),
            report=lambda: ReportDialog(person, detail.committee.language, context, self).open(),
            erase=lambda: EraseDialog(person.id, person.full_name, context, self).open(),
        )

    def _add_skill(self, detail: "PersonDetail") -> None:
        person = Choice(detail.person.id, detail.person.full_name)
        add_skill(detail.committee, self.context, self, person=person)

    def _change(self, detail: "PersonDetail") -> None:
        PersonDialog(detail.committee, self.context, self, person=detail.person).open()
