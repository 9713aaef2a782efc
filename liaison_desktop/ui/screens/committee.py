"""A committee: what it is, its rules, who sits for whom, what its composition lacks."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt

from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.committees import Committee, RulesVersion
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.committee import (
    LogoDialog,
    NamesDialog,
    NumberingDialog,
    PapersDialog,
    SeatsAndTermDialog,
)
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.dialogs.rules import RulesDialog
from liaison_desktop.ui.dialogs.save_paper import SavePaperDialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.screens.committee_cards import (
    RulesActs,
    about_card,
    papers_card,
    rules_card,
)
from liaison_desktop.ui.screens.composition_cards import CompositionCard, warnings_card
from liaison_desktop.ui.screens.list_screen import MARGIN
from liaison_desktop.ui.screens.screen import PrimaryAction, Screen
from liaison_desktop.ui.screens.seat_acts import SeatActs
from liaison_desktop.ui.screens.seat_lines import seats_card
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Card, Scroll, clear, column, row
from liaison_desktop.ui.widgets.empty_state import EmptyState
from liaison_desktop.ui.wording import today

if TYPE_CHECKING:
    from liaison_desktop.services.composition import Composition

_GAP = 18
_Form = Callable[[Committee, Context, "CommitteeScreen"], FormDialog]


class CommitteeScreen(Screen):
    """Seats and people of one committee; with all of them in view, the way to a new one."""

    touched_by = frozenset(
        {
            Kind.COMMITTEE,
            Kind.RULES_VERSION,
            Kind.SEAT,
            Kind.MEMBERSHIP,
            Kind.PERSON,
            Kind.ORGANISATION,
        }
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._composition: Composition | None = None
        self._logo: bytes | None = None
        self.seats = SeatActs(context, self, lambda: self._composition)
        self._scroll = Scroll(start=MARGIN, above=22, gutter=MARGIN, gap=_GAP)
        self.setLayout(row(self._scroll))

    @property
    def title(self) -> str:
        """The place."""
        return self.look.catalogue.gettext("Committee and seats")

    def show_committee(self, committee: Committee | None) -> None:
        """Show one committee, or how to get to one."""
        _ = self.look.catalogue.gettext
        self.primary = (
            PrimaryAction(_("New committee"), Icon.COMMITTEE, self.context.desk.found_committee)
            if committee is None
            else PrimaryAction(_("Add seats"), Icon.PEOPLE, self.seats.add_seats)
        )
        self.subtitle = committee.name if committee else ""
        super().show_committee(committee)
        self.headed.emit()

    def refresh(self) -> None:
        """Read the committee, its seats and its logo."""
        if self.committee is None:
            self._choose_one()
            return
        services, committee_id = self.context.services, self.committee.id

        def read() -> "tuple[Composition, bytes | None]":
            composition = services.seats.composition(committee_id, today())
            logo_id = composition.committee.logo_id
            return composition, services.attachments.content(logo_id) if logo_id else None

        self.context.jobs.read(read, self._show, owner=self)

    def edit(self, form: _Form) -> None:
        """Open a form on the committee that is shown."""
        if self._composition is not None:
            form(self._composition.committee, self.context, self).open()

    def change_rules(self) -> None:
        """Ask for other rules, beginning with those in force."""
        found = self._composition
        if found is not None and found.versions:
            rules = (found.rules or found.versions[0]).rules
            RulesDialog(found.committee, rules, self.context, self).open()

    def drop_rules(self, version: RulesVersion) -> None:
        """Take back rules that were to hold from a later day on."""
        from liaison_desktop.services.committee_setup import DropRules

        setup = self.context.services.committee_setup
        command = DropRules(version_id=version.id)
        self.context.jobs.change(lambda: setup.drop_rules(command), owner=self)

    def print_composition(self) -> None:
        """Ask where the chart is to be saved as a paper."""
        papers, name = self.context.services.papers, self.look.catalogue.gettext("Composition")
        self._save(name, lambda id_, language: papers.composition(id_, today(), language))

    def print_members(self) -> None:
        """Ask where the list of members is to be saved."""
        papers, name = self.context.services.papers, self.look.catalogue.gettext("List of members")
        self._save(name, lambda id_, language: papers.member_list(id_, today(), language))

    def _save(self, name: str, make: Callable[[UUID, str], bytes]) -> None:
        if self._composition is None:
            return
        committee = self._composition.committee
        SavePaperDialog(
            name,
            f"{committee.key}-{name}",
            committee.language,
            lambda language: make(committee.id, language),
            self.context,
            self,
        ).open()

    def _show(self, read: "tuple[Composition, bytes | None]") -> None:
        self._composition, self._logo = read
        found = self._composition
        clear(self._scroll.box)
        top = row(gap=_GAP)
        top.addLayout(column(self._about(), self._rules(), None, gap=_GAP), 3)
        top.addLayout(column(self._chart(), self._papers(), None, gap=_GAP), 2)
        self._scroll.box.addLayout(top)
        if found.warnings:
            self._scroll.box.addWidget(warnings_card(found.warnings, self.look))
        self._scroll.box.addWidget(seats_card(found, self.seats, self._beside_seats(), self.look))
        self._scroll.box.addStretch(1)

    def _about(self) -> Card:
        return about_card(self._found(), partial(self.edit, NamesDialog), self.look)

    def _rules(self) -> Card:
        acts = RulesActs(self.change_rules, self.drop_rules)
        return rules_card(self._found(), acts, self.look)

    def _papers(self) -> Card:
        _ = self.look.catalogue.gettext
        acts = [
            (_("Letterhead"), partial(self.edit, PapersDialog)),
            (_("Logo"), partial(self.edit, LogoDialog)),
            (_("Numbering"), partial(self.edit, NumberingDialog)),
        ]
        return papers_card(self._found().committee, self._logo, acts, self.look)

    def _chart(self) -> Card:
        _ = self.look.catalogue.gettext
        shares, papers = self._found().shares, self.context.services.papers
        acts: list[tuple[str, Callable[[], None]]] = [
            (_("Print"), self.print_composition),
            (_("Change"), partial(self.edit, SeatsAndTermDialog)),
        ]
        card = CompositionCard(shares, acts, self.look)
        mirrored = self.look.direction == Qt.LayoutDirection.RightToLeft
        self.context.jobs.read(
            lambda: papers.composition_chart(shares, mirrored=mirrored),
            card.chart.show_svg,
            owner=card.chart,
        )
        return card

    def _beside_seats(self) -> list[tuple[str, Callable[[], None]]]:
        _ = self.look.catalogue.gettext
        return [
            (_("List of members"), self.print_members),
            (_("New &organisation"), self.seats.add_organisation),
            (_("New &person"), self.seats.add_person),
        ]

    def _found(self) -> "Composition":
        assert self._composition is not None  # noqa: S101 - called while it is shown
        return self._composition

    def _choose_one(self) -> None:
        _ = self.look.catalogue.gettext
        self._composition = None
        clear(self._scroll.box)
        found = button(
            _("&New committee"),
            self.context.desk.found_committee,
            self.look,
            icon=Icon.COMMITTEE,
        )
        self._scroll.box.addWidget(
            EmptyState(
                Icon.COMMITTEE,
                _("Choose a committee"),
                _("Its seats, people and rules are shown here, one committee at a time."),
                self.look,
                [found],
            )
        )
