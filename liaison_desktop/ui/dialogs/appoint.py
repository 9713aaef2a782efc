"""Giving a seat to a person."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.people import Person
from liaison_desktop.domain.roster import RosterSeat
from liaison_desktop.domain.seats import Capacity, Role
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.dialogs.person import PersonDialog
from liaison_desktop.ui.forms.editors import DayEdit, choice_editor
from liaison_desktop.ui.forms.files import FileEdit
from liaison_desktop.ui.forms.record_choice import Choice, RecordChoice, people_of
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.wording import today

if TYPE_CHECKING:
    from liaison_desktop.services.composition import Composition


class AppointDialog(FormDialog):
    """Who takes the seat, in which office, for whom, for how long, and by which paper."""

    def __init__(
        self,
        seat: RosterSeat,
        composition: "Composition",
        context: Context,
        parent: QWidget | None,
        *,
        capacity: Capacity = Capacity.HOLDER,
    ) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(_("Fill the seat"), _("&Appoint"), context, parent, width=560)
        labels = context.look.labels
        self._seat = seat
        self._committee = composition.committee
        self.person = RecordChoice(
            people_of(composition.committee.id, context), context, hint=_("Name of the person")
        )
        self.capacity = choice_editor(((labels.label(each), each) for each in Capacity), capacity)
        self.role = choice_editor(((labels.label(each), each) for each in Role), Role.MEMBER)
        self.start = DayEdit(context.look, composition.committee.term_start or today())
        self.end = DayEdit(context.look, composition.committee.term_end, nothing=_("no end"))
        whose = seat.organisation or _("nobody else")
        self.behalf = choice_editor(
            [
                (_("as the seat: {organisation}").format(organisation=whose), None),
                *((each.name, each.id) for each in composition.organisations),
            ]
        )
        self.appointed_by = QLineEdit()
        self.paper = FileEdit(_("All files (*)"), context.look)
        self._lay_out()

    def _lay_out(self) -> None:
        _ = self.look.catalogue.gettext
        taken = ("seat_taken", "person_seated_elsewhere", "nobody_chosen")
        self.new = button(_("&New person"), self.add_person, self.look)
        self.add(_("Person"), self.person, answers=taken, beside=self.new)
        self.add_beside(
            (_("As"), self.capacity, ()),
            (_("Office"), self.role, ("role_taken", "substitute_in_office")),
        )
        self.add_beside(
            (_("From"), self.start, ()), (_("Until"), self.end, ("membership_reversed",))
        )
        self.add(_("On behalf of"), self.behalf)
        self.add(
            _("Appointed by"),
            self.appointed_by,
            advice=_("The resolution or the organisation that named the person."),
        )
        self.add(_("Paper of the appointment"), self.paper, answers=("attachment_too_large",))
        self.finish()

    def add_person(self) -> None:
        """Take somebody in who is not in the register yet, and choose this person."""
        dialog = PersonDialog(self._committee, self.context, self)
        dialog.accomplished.connect(self._choose)
        dialog.open()

    def work(self) -> Callable[[], Changes]:
        """Appoint the person."""
        from liaison_desktop.services.seats import Appoint

        command = Appoint(
            seat_id=self._seat.seat_id,
            person_id=self.person.record_id,
            capacity=self.capacity.currentData(),
            role=self.role.currentData(),
            start=self.start.day or today(),
            end=self.end.day,
            on_behalf_of=self.behalf.currentData(),
            appointed_by=self.appointed_by.text().strip(),
            appointment=self.paper.path,
        )
        return lambda: self.context.services.seats.appoint(command)

    def _choose(self, person: Person) -> None:
        self.person.choose(Choice(person.id, person.full_name))
