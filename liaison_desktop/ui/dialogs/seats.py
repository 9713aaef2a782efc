"""Seats: making and closing them, ending and changing what people hold."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.people import Constituency, Organisation
from liaison_desktop.domain.roster import RosterSeat
from liaison_desktop.domain.seats import EndReason, Membership, Role
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.editors import DayEdit, choice_editor, number_editor
from liaison_desktop.ui.wording import today

_MOST_SEATS = 50
_ENDINGS = (EndReason.RESIGNED, EndReason.TERM_OVER, EndReason.RECALLED, EndReason.DECEASED)


class AddSeatsDialog(FormDialog):
    """For which constituency and organisation, and how many."""

    def __init__(
        self,
        committee_id: UUID,
        organisations: Sequence[Organisation],
        context: Context,
        parent: QWidget | None,
    ) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(_("Add seats"), _("&Add"), context, parent)
        labels = context.look.labels
        self._committee_id = committee_id
        self.constituency = choice_editor((labels.label(each), each) for each in Constituency)
        self.organisation = choice_editor(
            [(_("No organisation"), None), *((each.name, each.id) for each in organisations)]
        )
        self.count = number_editor(1, _MOST_SEATS, 1)
        self.voting = choice_editor(((_("With a vote"), True), (_("Without a vote"), False)))
        self.add(_("Constituency"), self.constituency)
        self.add(_("Organisation"), self.organisation)
        self.add_beside(
            (_("Number of seats"), self.count, ("seats_too_many",)), (_("Vote"), self.voting, ())
        )
        self.finish()

    def work(self) -> Callable[[], Changes]:
        """Make the seats."""
        from liaison_desktop.services.seats import AddSeats

        command = AddSeats(
            committee_id=self._committee_id,
            constituency=self.constituency.currentData(),
            organisation_id=self.organisation.currentData(),
            voting=self.voting.currentData(),
            count=self.count.value(),
        )
        return lambda: self.context.services.seats.add(command)


class CloseSeatDialog(FormDialog):
    """The first day on which the seat no longer exists."""

    def __init__(self, seat: RosterSeat, context: Context, parent: QWidget | None) -> None:
        _ = context.look.catalogue.gettext
        kept = _("The seat and everybody who sat in it are kept in the history.")
        if seat.holder:
            kept = _(
                "{name} leaves it the day before; the history keeps the seat and who sat in it."
            )
            kept = kept.format(name=context.look.formats.isolate(seat.holder))
        super().__init__(
            _("Close the seat"),
            _("C&lose the seat"),
            context,
            parent,
            explanation=kept,
        )
        self._seat_id = seat.seat_id
        self.day = DayEdit(context.look, today())
        self.add(_("Closed from"), self.day)
        self.finish()

    def work(self) -> Callable[[], Changes]:
        """Close the seat."""
        from liaison_desktop.services.seats import CloseSeat

        command = CloseSeat(seat_id=self._seat_id, on=self.day.day or today())
        return lambda: self.context.services.seats.close(command)


class EndDialog(FormDialog):
    """The last day, and why."""

    def __init__(
        self, membership: Membership, name: str, context: Context, parent: QWidget | None
    ) -> None:
        _ = context.look.catalogue.gettext
        title = _("End the membership of {name}").format(name=context.look.formats.isolate(name))
        super().__init__(
            title,
            _("&End"),
            context,
            parent,
            explanation=_("It is kept in the history and stands in the minutes of its time."),
        )
        labels = context.look.labels
        self._membership = membership
        self.day = DayEdit(context.look, today())
        self.reason = choice_editor((labels.label(each), each) for each in _ENDINGS)
        self.add_beside(
            (_("Last day"), self.day, ("membership_reversed",)), (_("Reason"), self.reason, ())
        )
        self.finish()

    def work(self) -> Callable[[], Changes]:
        """End the membership."""
        from liaison_desktop.services.seats import EndMembership

        command = EndMembership(
            membership_id=self._membership.id,
            on=self.day.day or today(),
            reason=self.reason.currentData(),
        )
        return lambda: self.context.services.seats.end(command)


class OfficeDialog(FormDialog):
    """Another office from a day on."""

    def __init__(
        self, membership: Membership, name: str, context: Context, parent: QWidget | None
    ) -> None:
        _ = context.look.catalogue.gettext
        title = _("Change the office of {name}").format(name=context.look.formats.isolate(name))
        super().__init__(title, _("&Change"), context, parent)
        labels = context.look.labels
        self._membership = membership
        self.role = choice_editor(((labels.label(each), each) for each in Role), membership.role)
        self.start = DayEdit(context.look, today())
        self.add_beside(
            (_("Office"), self.role, ("role_taken",)),
            (_("From"), self.start, ("membership_reversed",)),
        )
        self.finish()

    def work(self) -> Callable[[], Changes]:
        """Give the person the office."""
        from liaison_desktop.services.seats import ChangeRole

        command = ChangeRole(
            membership_id=self._membership.id,
            role=self.role.currentData(),
            start=self.start.day or today(),
        )
        return lambda: self.context.services.seats.change_role(command)
