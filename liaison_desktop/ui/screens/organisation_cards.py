"""The cards about one organisation."""

from typing import TYPE_CHECKING

from liaison_desktop.domain.seats import Role
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.screens.contact_facts import add_contacts, language_names
from liaison_desktop.ui.screens.record_acts import RecordActs, headed
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.card import Card, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.facts import Facts
from liaison_desktop.ui.widgets.text import TextKind, hairline, label

if TYPE_CHECKING:
    from liaison_desktop.services.people import OrganisationDetail


def organisation_card(detail: "OrganisationDetail", acts: RecordActs, look: Look) -> Card:
    """Name, constituency and what else is known."""
    _ = look.catalogue.gettext
    organisation = detail.organisation
    card = Card(pad=20, gap=16)
    head = column(label(organisation.name, TextKind.TITLE, wrap=True), gap=2)
    if organisation.name_native is not None:
        head.addWidget(label(organisation.name_native.text, TextKind.QUIET))
    card.box.addLayout(headed(head, acts, look))
    facts = Facts()
    facts.add(_("Committee"), detail.committee.name)
    facts.add(_("Constituency"), look.labels.label(organisation.constituency))
    facts.add(_("Number in a public register"), look.formats.isolate(organisation.registration))
    add_contacts(facts, organisation.contacts, look)
    facts.add(_("Languages it works in"), language_names(organisation.languages, look))
    if organisation.active_until is not None:
        facts.add(_("Active until"), look.formats.long_date(organisation.active_until))
    card.box.addWidget(facts)
    return card


def seats_card(detail: "OrganisationDetail", look: Look) -> Card:
    """The seats it holds today, and who sits in them."""
    _ = look.catalogue.gettext
    card = Card(pad=20, gap=12)
    card.box.addWidget(label(_("Seats"), TextKind.SUBHEADING))
    for seat in detail.seats:
        card.box.addWidget(hairline())
        line = row(gap=12)
        name = seat.holder or look.labels.label(seat.constituency)
        line.addWidget(label(name, TextKind.STRONG, wrap=True), 1)
        if not seat.voting:
            line.addWidget(Chip(_("Without a vote"), Tone.NEUTRAL, look))
        if not seat.holder:
            line.addWidget(Chip(_("Vacant"), Tone.CARE, look))
        elif seat.role is not Role.MEMBER:
            line.addWidget(Chip(look.labels.label(seat.role), Tone.ACCENT, look))
        card.box.addLayout(line)
    if not detail.seats:
        card.box.addWidget(label(_("Holds no seat."), TextKind.QUIET))
    return card
