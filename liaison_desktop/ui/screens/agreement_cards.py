"""An agreement at a glance: its term, its parties, its texts."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from liaison_desktop.domain.agreement_steps import EDITABLE
from liaison_desktop.domain.agreement_texts import AgreementVersion
from liaison_desktop.domain.agreements import AgreementStatus, Party
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Card, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.facts import Facts
from liaison_desktop.ui.widgets.text import TextKind, hairline, label

if TYPE_CHECKING:
    from liaison_desktop.services.agreements import AgreementRecord


def term_card(record: "AgreementRecord", edit: Callable[[], None], look: Look) -> Card:
    """When it begins and ends, until when a party can leave, by which decision it was adopted."""
    _ = look.catalogue.gettext
    card = Card(pad=20, gap=12)
    top = row(label(_("Term and notice"), TextKind.SUBHEADING), None)
    if _may_be_changed(record):
        change = button(_("Change"), edit, look)
        change.setAccessibleName(_("Change term and notice"))
        top.addWidget(change)
    card.box.addLayout(top)
    facts = Facts()
    _add_days(facts, record, look)
    _add_acts(facts, record, look)
    card.box.addWidget(facts)
    if record.amending and record.newest.scope is not None:
        words = _("The amendment changes parties or term; its paper shows how.")
        card.box.addWidget(label(words, TextKind.QUIET, wrap=True))
    return card


def _may_be_changed(record: "AgreementRecord") -> bool:
    """Whether parties and term are still written: of the draft, or of an amendment."""
    if record.amending:
        return record.newest.decision_id is None
    return record.agreement.status in EDITABLE


def _add_days(facts: Facts, record: "AgreementRecord", look: Look) -> None:
    _ = look.catalogue.gettext
    agreement, long_date = record.agreement, look.formats.long_date
    begins = long_date(record.begins_on) if record.begins_on else _("with the last signature")
    facts.add(_("Begins"), begins)
    if agreement.duration_months is not None:
        months = look.catalogue.ngettext(
            "{count} month", "{count} months", agreement.duration_months
        )
        facts.add(_("Duration"), months.format(count=agreement.duration_months))
    if record.ends_on or agreement.duration_months is None:
        facts.add(
            _("Ends"), long_date(record.ends_on) if record.ends_on else _("no end was agreed")
        )
    facts.add(_("Renewal"), look.labels.label(agreement.renewal))
    if record.notice_until is not None:
        until = _("until {day}").format(day=long_date(record.notice_until))
        facts.add(_("Notice of termination"), until)
    elif agreement.notice_days is not None:
        days = look.catalogue.ngettext(
            "{count} day before the end", "{count} days before the end", agreement.notice_days
        )
        facts.add(_("Notice of termination"), days.format(count=agreement.notice_days))


def _add_acts(facts: Facts, record: "AgreementRecord", look: Look) -> None:
    _ = look.catalogue.gettext
    agreement, formats = record.agreement, look.formats
    decision = record.decisions.get(agreement.decision_id) if agreement.decision_id else None
    if decision is not None:
        day = formats.long_date(decision.date)
        number = formats.isolate(decision.number)
        named = _("{decision}, {day}").format(decision=number, day=day) if decision.number else day
        facts.add(_("Approved by"), named)
    if agreement.signed_on is not None:
        facts.add(_("Signed"), formats.long_date(agreement.signed_on))
    names = {party.organisation_id: party.name for party in agreement.parties}
    if agreement.withdrawn_by in names:
        facts.add(_("Withdrawn by"), formats.isolate(names[agreement.withdrawn_by]))


def parties_card(record: "AgreementRecord", edit: Callable[[], None], look: Look) -> Card:
    """The parties in their order, with who signs for each."""
    _ = look.catalogue.gettext
    card = Card(pad=20, gap=10)
    top = row(label(_("Parties"), TextKind.SUBHEADING), None)
    if _may_be_changed(record):
        change = button(_("Change"), edit, look)
        change.setAccessibleName(_("Change the parties"))
        top.addWidget(change)
    card.box.addLayout(top)
    for party in _parties(record):
        card.box.addWidget(hairline())
        line = row(gap=8)
        line.addLayout(_party(party, record.newest, look), 1)
        if party.left_on is not None:
            day = look.formats.long_date(party.left_on)
            line.addWidget(Chip(_("Bound until {day}").format(day=day), Tone.NEUTRAL, look))
        card.box.addLayout(line)
    if not record.agreement.parties:
        words = _("No party yet. An agreement needs at least two before it is adopted.")
        card.box.addWidget(label(words, TextKind.QUIET, wrap=True))
    return card


def _parties(record: "AgreementRecord") -> tuple[Party, ...]:
    """Those of the agreement or, while one is written, of the amendment."""
    if record.amending and record.newest.scope is not None:
        return record.newest.scope.parties
    return record.agreement.parties


def _party(party: Party, version: AgreementVersion, look: Look) -> QVBoxLayout:
    _ = look.catalogue.gettext
    lines = column(label(party.name, TextKind.STRONG, wrap=True), gap=1)
    signer = version.terms().representative(party)
    if signer is not None:
        names = (look.formats.isolate(name) for name in (signer.name, signer.capacity) if name)
        signs = _("signed for by {name}").format(name=look.formats.comma.join(names))
        lines.addWidget(label(signs, TextKind.QUIET, wrap=True))
    return lines


def versions_card(record: "AgreementRecord", look: Look) -> Card:
    """The text and its amendments, the newest first."""
    _ = look.catalogue.gettext
    card = Card(pad=20, gap=10)
    card.box.addWidget(label(_("Versions of the text"), TextKind.SUBHEADING))
    for version in reversed(record.versions):
        card.box.addWidget(hairline())
        word, tone = _state(version, look)
        line = row(gap=8)
        line.addLayout(_version(version, look), 1)
        line.addWidget(Chip(word, tone, look))
        card.box.addLayout(line)
    return card


def _version(version: AgreementVersion, look: Look) -> QVBoxLayout:
    name = version_name(version.number, look)
    lines = column(label(name, TextKind.STRONG, wrap=True), gap=1)
    if version.reason:
        lines.addWidget(label(version.reason, TextKind.QUIET, wrap=True))
    return lines


def version_name(number: int, look: Look) -> str:
    """What a version is called: the second is the first amendment."""
    _ = look.catalogue.gettext
    if number == 1:
        return _("The agreement")
    return _("Amendment {number}").format(number=number - 1)


def _state(version: AgreementVersion, look: Look) -> tuple[str, Tone]:
    _ = look.catalogue.gettext
    if version.agreed_on is not None:
        day = look.formats.long_date(version.agreed_on)
        return _("Agreed on {day}").format(day=day), Tone.GOOD
    if version.decision_id is not None:
        return look.labels.label(AgreementStatus.APPROVED), Tone.ACCENT
    return _("Draft"), Tone.NEUTRAL
