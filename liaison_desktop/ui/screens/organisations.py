"""Organisations: for whom seats are held."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.listings import OrganisationRow, Page, PageRequest
from liaison_desktop.domain.tables import Target
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.organisation import OrganisationDialog
from liaison_desktop.ui.forms.record_choice import Choice, organisations_of
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.models.paged import Face
from liaison_desktop.ui.screens.merging_acts import MergingActs
from liaison_desktop.ui.screens.organisation_cards import (
    organisation_card,
    seats_card,
)
from liaison_desktop.ui.screens.record_acts import RecordActs
from liaison_desktop.ui.screens.register_screen import RegisterScreen
from liaison_desktop.ui.screens.screen import PrimaryAction
from liaison_desktop.ui.screens.skill_acts import add_skill, remove_skill
from liaison_desktop.ui.screens.skill_cards import own_skills_card
from liaison_desktop.ui.widgets.empty_state import EmptyState
from liaison_desktop.ui.widgets.text import initials
from liaison_desktop.ui.wording import today

if TYPE_CHECKING:
    from liaison_desktop.services.people import OrganisationDetail


class OrganisationsScreen(RegisterScreen):
    """Organisations of a committee, or of all of them."""

    touched_by = frozenset(
        {Kind.ORGANISATION, Kind.SKILL, Kind.SEAT, Kind.MEMBERSHIP, Kind.PERSON, Kind.COMMITTEE}
    )

    def __init__(self, context: Context) -> None:
        _ = context.look.catalogue.gettext
        empty = EmptyState(
            Icon.COMMITTEE,
            _("No organisations yet"),
            _("Choose a committee and take in an organisation; seats can then be given to it."),
            context.look,
        )
        super().__init__(
            context, Target.ORGANISATIONS, hint=_("Search in organisations"), empty=empty
        )
        self.merging = MergingActs(
            context,
            self,
            read=lambda id_: context.services.people.organisation(id_, today()).organisation,
            find=context.services.people_work.duplicates.organisations,
            look_up=lambda committee_id: organisations_of(committee_id, context),
        )

    def new_record(self) -> PrimaryAction:
        """Take in an organisation."""
        words = self.look.catalogue.gettext("New organisation")
        return PrimaryAction(words, Icon.COMMITTEE, self.add)

    def add(self) -> None:
        """Ask what is known of an organisation, take it in and show it."""
        if self.committee is not None:
            dialog = OrganisationDialog(self.committee, self.context, self)
            dialog.accomplished.connect(lambda organisation: self.open(organisation.id))
            dialog.open()

    def page(self, request: PageRequest) -> Page[OrganisationRow]:
        """A page of organisations."""
        return self.context.services.people.organisations(request)

    def face(self, row: OrganisationRow) -> Face:
        """An organisation in the list."""
        about = self.look.labels.label(row.constituency)
        return Face(
            id=row.id,
            title=row.name,
            subtitle=about
            if self.committee
            else f"{self.look.formats.isolate(row.city)} · {about}",
            initials=initials(row.name),
        )

    def load(self, target: UUID) -> "Callable[[], OrganisationDetail]":
        """Read one organisation."""
        return lambda: self.context.services.people.organisation(target, today())

    def show_record(self, record: "OrganisationDetail") -> None:
        """Show one organisation."""
        acts = RecordActs(
            change=lambda: self._change(record),
            merge=lambda: self.merging.merge_with(record.organisation),
        )
        self.show_cards(
            (
                organisation_card(record, acts, self.look),
                seats_card(record, self.look),
                own_skills_card(
                    record.skills,
                    lambda: self._add_skill(record),
                    lambda skill: remove_skill(skill, self.context, self),
                    self.look,
                ),
            )
        )

    def _add_skill(self, detail: "OrganisationDetail") -> None:
        organisation = Choice(detail.organisation.id, detail.organisation.name)
        add_skill(detail.committee, self.context, self, organisation=organisation)

    def _change(self, detail: "OrganisationDetail") -> None:
        OrganisationDialog(
            detail.committee, self.context, self, organisation=detail.organisation
        ).open()
