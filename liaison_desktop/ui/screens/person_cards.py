"""The cards about one person."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from liaison_desktop.domain.seats import Capacity
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.screens.contact_facts import add_contacts, language_names
from liaison_desktop.ui.screens.record_acts import RecordActs, headed
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.card import Card, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.facts import Facts
from liaison_desktop.ui.widgets.text import TextKind, hairline, label
from liaison_desktop.ui.wording import today

if TYPE_CHECKING:
    from liaison_desktop.services.people import MembershipLine, PersonDetail


def person_card(detail: "PersonDetail", acts: RecordActs, look: Look) -> Card:
    """Names, how the person is addressed and reached, languages, the secretary's notes."""
    _ = look.catalogue.gettext
    person, isolate = detail.person, look.formats.isolate
    card = Card(pad=20, gap=16)
    head = column(label(person.full_name, TextKind.TITLE, wrap=True), gap=2)
    if person.name_native is not None:
        head.addWidget(label(person.name_native.text, TextKind.QUIET))
    card.box.addLayout(headed(head, acts, look))
    facts = Facts()
    facts.add(_("Committee"), detail.committee.name)
    facts.add(_("Form of address"), isolate(person.form_of_address))
    facts.add(_("E-mail"), isolate(person.email))
    add_contacts(facts, person.contacts, look)
    facts.add(_("Languages spoken"), language_names(person.languages, look))
    facts.add(_("Notes of the secretary"), isolate(person.note))
    if person.erased_on is not None:
        facts.add(_("Contact data erased on"), look.formats.long_date(person.erased_on))
    card.box.addWidget(facts)
    return card


def terms_card(lines: "Sequence[MembershipLine]", look: Look) -> Card:
    """Every term, the newest first."""
    _ = look.catalogue.gettext
    card = Card(pad=20, gap=12)
    card.box.addWidget(label(_("Seats and terms"), TextKind.SUBHEADING))
    for line in lines:
        card.box.addWidget(hairline())
        card.box.addLayout(_term(line, look))
    if not lines:
        card.box.addWidget(label(_("Holds no seat."), TextKind.QUIET))
    return card


def _term(line: "MembershipLine", look: Look) -> QVBoxLayout:
    _ = look.catalogue.gettext
    labels = look.labels
    word = line.capacity if line.capacity is Capacity.SUBSTITUTE else line.role
    top = row(label(labels.label(word), TextKind.STRONG), None, gap=8)
    if not line.voting:
        top.addWidget(Chip(_("Without a vote"), Tone.NEUTRAL, look))
    top.addWidget(_state(line, look))
    about = [line.organisation] if line.organisation else []
    about.append(labels.label(line.constituency))
    below = column(top, label(" · ".join(about), wrap=True), gap=2)
    for words in _quietly(line, look):
        below.addWidget(label(words, TextKind.QUIET, wrap=True))
    return below


def _state(line: "MembershipLine", look: Look) -> Chip:
    _ = look.catalogue.gettext
    if line.end is not None and line.end < today():
        words = look.labels.label(line.end_reason) if line.end_reason else _("Ended")
        return Chip(words, Tone.NEUTRAL, look)
    if line.start is not None and line.start > today():
        return Chip(_("Begins later"), Tone.ACCENT, look)
    return Chip(_("In office"), Tone.GOOD, look)


def _quietly(line: "MembershipLine", look: Look) -> list[str]:
    """The term, and by whom the person was appointed."""
    _ = look.catalogue.gettext
    lines = [_term_words(line.start, line.end, look)]
    if line.appointed_by:
        by = look.formats.isolate(line.appointed_by)
        lines.append(_("appointed by {whom}").format(whom=by))
    return [words for words in lines if words]


def _term_words(start: date | None, end: date | None, look: Look) -> str:
    _ = look.catalogue.gettext
    long_date = look.formats.long_date
    if start is not None and end is not None:
        return _("{start} to {end}").format(start=long_date(start), end=long_date(end))
    if start is not None:
        return _("since {start}").format(start=long_date(start))
    return _("until {end}").format(end=long_date(end)) if end is not None else ""
