"""A committee: its rules, who sits for whom, what its composition lacks."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.roster import RosterSeat
from liaison_desktop.domain.seats import Membership
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.committee import EditCommitteeDialog
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.dialogs.people import OrganisationDialog, PersonDialog
from liaison_desktop.ui.dialogs.seats import AddSeatsDialog, AppointDialog, EndDialog, OfficeDialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.screens.committee_cards import about_card, shares_card, warnings_card
from liaison_desktop.ui.screens.list_screen import MARGIN
from liaison_desktop.ui.screens.screen import PrimaryAction, Screen
from liaison_desktop.ui.screens.seat_lines import SeatActions, seats_card
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Scroll, clear, column, row
from liaison_desktop.ui.widgets.empty_state import EmptyState
from liaison_desktop.ui.wording import today

if TYPE_CHECKING:
    from liaison_desktop.services.seats import Composition

_GAP = 18


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
            else PrimaryAction(_("Add seats"), Icon.PEOPLE, self.add_seats)
        )
        self.subtitle = committee.name if committee else ""
        super().show_committee(committee)
        self.headed.emit()

    def refresh(self) -> None:
        """Read the committee's seats."""
        if self.committee is None:
            self._choose_one()
            return
        seats, committee_id = self.context.services.seats, self.committee.id
        self.context.jobs.read(
            lambda: seats.composition(committee_id, today()), self._show, owner=self
        )

    def add_seats(self) -> None:
        """Ask for seats and make them."""
        found = self._composition
        if found is not None:
            self._open(AddSeatsDialog(found.committee.id, found.organisations, self.context, self))

    def appoint(self, seat: RosterSeat) -> None:
        """Ask who takes a seat; without anybody in the register, take in a person first."""
        found = self._composition
        if found is None:
            return
        if not found.people:
            dialog = PersonDialog(found.committee.id, self.context, self)
            self._open(dialog)
            return
        self._open(AppointDialog(seat.seat_id, found.people, self.context, self))

    def end(self, membership: Membership) -> None:
        """Ask for the last day of a membership."""
        if self._composition is not None:
            name = self._composition.name(membership)
            self._open(EndDialog(membership, name, self.context, self))

    def change_office(self, membership: Membership) -> None:
        """Ask for another office."""
        if self._composition is not None:
            name = self._composition.name(membership)
            self._open(OfficeDialog(membership, name, self.context, self))

    def _show(self, composition: "Composition") -> None:
        self._composition = composition
        committee = composition.committee
        clear(self._scroll.box)
        top = row(gap=_GAP)
        edit = partial(self._open_new, lambda: EditCommitteeDialog(committee, self.context, self))
        top.addWidget(about_card(composition, edit, self.look), 3)
        side = column(gap=_GAP)
        if composition.shares:
            side.addWidget(shares_card(composition.shares, self.look))
        side.addStretch(1)
        top.addLayout(side, 2)
        self._scroll.box.addLayout(top)
        if composition.warnings:
            self._scroll.box.addWidget(warnings_card(composition.warnings, self.look))
        actions = SeatActions(self.appoint, self.end, self.change_office)
        self._scroll.box.addWidget(seats_card(composition, actions, self._buttons(), self.look))
        self._scroll.box.addStretch(1)

    def _buttons(self) -> list[tuple[str, Callable[[], None]]]:
        _ = self.look.catalogue.gettext
        assert self._composition is not None  # noqa: S101 - called while it is shown
        committee_id = self._composition.committee.id
        return [
            (
                _("New &organisation"),
                partial(
                    self._open_new,
                    lambda: OrganisationDialog(committee_id, self.context, self),
                ),
            ),
            (
                _("New &person"),
                partial(self._open_new, lambda: PersonDialog(committee_id, self.context, self)),
            ),
        ]

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

    def _open_new(self, make: Callable[[], FormDialog]) -> None:
        self._open(make())

    def _open(self, dialog: FormDialog) -> None:
        dialog.open()
