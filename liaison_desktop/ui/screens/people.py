"""People: who sits where, and since when."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout

from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.listings import Page, PageRequest, PersonRow
from liaison_desktop.domain.people import Person
from liaison_desktop.domain.seats import Capacity, Role
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.people import PersonDialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.models.paged import Face
from liaison_desktop.ui.screens.list_screen import GUTTER, ListScreen
from liaison_desktop.ui.screens.screen import PrimaryAction
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Card, Scroll, clear, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.empty_state import EmptyState
from liaison_desktop.ui.widgets.facts import Facts
from liaison_desktop.ui.widgets.text import TextKind, hairline, initials, label
from liaison_desktop.ui.wording import today

if TYPE_CHECKING:
    from liaison_desktop.services.people import MembershipLine, PersonDetail


class PeopleScreen(ListScreen):
    """People in seats."""

    touched_by = frozenset(
        {Kind.PERSON, Kind.MEMBERSHIP, Kind.SEAT, Kind.ORGANISATION, Kind.COMMITTEE}
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
        super().__init__(context, hint=_("Search in people"), empty=empty)

    @property
    def title(self) -> str:
        """The place."""
        return self.look.catalogue.gettext("People")

    def show_committee(self, committee: Committee | None) -> None:
        """Show one committee’s people; a new one can be taken in there."""
        _ = self.look.catalogue.gettext
        self.primary = (
            PrimaryAction(_("New person"), Icon.PEOPLE, self.add_person) if committee else None
        )
        super().show_committee(committee)
        self.headed.emit()

    def add_person(self) -> None:
        """Ask who it is, take the person in and show what is known."""
        if self.committee is not None:
            dialog = PersonDialog(self.committee.id, self.context, self)
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
        clear(self.detail_box)
        scroll = Scroll(gutter=GUTTER)
        scroll.box.addWidget(self._person_card(record))
        scroll.box.addWidget(self._terms_card(record.memberships))
        scroll.box.addStretch(1)
        self.detail_box.addWidget(scroll)

    def show_nothing(self) -> None:
        """Show an empty place."""
        clear(self.detail_box)

    def _person_card(self, detail: "PersonDetail") -> Card:
        _ = self.look.catalogue.gettext
        person = detail.person
        card = Card(pad=20, gap=16)
        head = column(label(person.full_name, TextKind.TITLE, wrap=True), gap=2)
        if person.name_native is not None:
            head.addWidget(label(person.name_native.text, TextKind.QUIET))
        top = row(gap=12)
        top.addLayout(head, 1)
        top.addWidget(button(_("&Change"), lambda: self._change(person), self.look))
        card.box.addLayout(top)
        facts = Facts()
        facts.add(_("Committee"), detail.committee_name)
        facts.add(_("E-mail"), self.look.formats.isolate(person.email) if person.email else "")
        card.box.addWidget(facts)
        return card

    def _change(self, person: Person) -> None:
        PersonDialog(person.committee_id, self.context, self, person=person).open()

    def _terms_card(self, lines: "tuple[MembershipLine, ...]") -> Card:
        _ = self.look.catalogue.gettext
        card = Card(pad=20, gap=12)
        card.box.addWidget(label(_("Seats and terms"), TextKind.SUBHEADING))
        for line in lines:
            card.box.addWidget(hairline())
            card.box.addLayout(self._term(line))
        if not lines:
            card.box.addWidget(label(_("Holds no seat."), TextKind.QUIET))
        return card

    def _term(self, line: "MembershipLine") -> QVBoxLayout:
        _ = self.look.catalogue.gettext
        labels = self.look.labels
        word = line.capacity if line.capacity is Capacity.SUBSTITUTE else line.role
        top = row(label(labels.label(word), TextKind.STRONG), None, gap=8)
        ended = line.end is not None and line.end < today()
        state = (_("Ended"), Tone.NEUTRAL) if ended else (_("In office"), Tone.GOOD)
        if not line.voting:
            top.addWidget(Chip(_("Without a vote"), Tone.NEUTRAL, self.look))
        top.addWidget(Chip(*state, self.look))
        about = [line.organisation] if line.organisation else []
        about.append(labels.label(line.constituency))
        below = column(top, label(" · ".join(about), wrap=True), gap=2)
        term = self._term_words(line.start, line.end)
        if term:
            below.addWidget(label(term, TextKind.QUIET))
        return below

    def _term_words(self, start: date | None, end: date | None) -> str:
        _ = self.look.catalogue.gettext
        long_date = self.look.formats.long_date
        if start is not None and end is not None:
            return _("{start} to {end}").format(start=long_date(start), end=long_date(end))
        if start is not None:
            return _("since {start}").format(start=long_date(start))
        return _("until {end}").format(end=long_date(end)) if end is not None else ""
