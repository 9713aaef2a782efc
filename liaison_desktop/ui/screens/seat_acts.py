"""What can be done to the seats of a committee: each act asks for what it needs."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.roster import RosterSeat
from liaison_desktop.domain.seats import Capacity, Membership
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.appoint import AppointDialog
from liaison_desktop.ui.dialogs.organisation import OrganisationDialog
from liaison_desktop.ui.dialogs.person import PersonDialog
from liaison_desktop.ui.dialogs.seat_history import SeatHistoryDialog
from liaison_desktop.ui.dialogs.seats import (
    AddSeatsDialog,
    CloseSeatDialog,
    EndDialog,
    OfficeDialog,
)

if TYPE_CHECKING:
    from liaison_desktop.services.composition import Composition


class SeatActs:
    """Opens the dialogs over a screen for the composition that it shows."""

    def __init__(
        self, context: Context, screen: QWidget, shown: "Callable[[], Composition | None]"
    ) -> None:
        self._context = context
        self._screen = screen
        self._shown = shown

    def add_seats(self) -> None:
        """Ask for seats and make them."""
        found = self._shown()
        if found is not None:
            AddSeatsDialog(
                found.committee.id, found.organisations, self._context, self._screen
            ).open()

    def add_organisation(self) -> None:
        """Take in an organisation."""
        found = self._shown()
        if found is not None:
            OrganisationDialog(found.committee, self._context, self._screen).open()

    def add_person(self) -> None:
        """Take in a person."""
        found = self._shown()
        if found is not None:
            PersonDialog(found.committee, self._context, self._screen).open()

    def appoint(self, seat: RosterSeat) -> None:
        """Ask who takes a seat, or who stands in for its holder."""
        found = self._shown()
        if found is not None:
            capacity = Capacity.HOLDER if seat.vacant else Capacity.SUBSTITUTE
            AppointDialog(seat, found, self._context, self._screen, capacity=capacity).open()

    def end(self, membership: Membership) -> None:
        """Ask for the last day of a membership."""
        found = self._shown()
        if found is not None:
            EndDialog(membership, found.name(membership), self._context, self._screen).open()

    def change_office(self, membership: Membership) -> None:
        """Ask for another office."""
        found = self._shown()
        if found is not None:
            OfficeDialog(membership, found.name(membership), self._context, self._screen).open()

    def close(self, seat: RosterSeat) -> None:
        """Ask from when on a seat is closed."""
        CloseSeatDialog(seat, self._context, self._screen).open()

    def show_history(self, seat: RosterSeat) -> None:
        """Show everybody who ever sat in a seat."""
        found = self._shown()
        if found is not None:
            SeatHistoryDialog(seat, found, self._context, self._screen).open()
