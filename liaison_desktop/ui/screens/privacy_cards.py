"""The card of a person's detail that tells on what bases the data are used."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout

from liaison_desktop.domain.privacy import Consent
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Card, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.text import TextKind, hairline, label
from liaison_desktop.ui.wording import today


@dataclass(frozen=True, slots=True)
class PrivacyActs:
    """What the card can ask for."""

    record: Callable[[], None]
    withdraw: Callable[[Consent], None]
    report: Callable[[], None]
    erase: Callable[[], None]


def privacy_card(consents: Sequence[Consent], acts: PrivacyActs, look: Look) -> Card:
    """A line for each basis, the newest first, and what the person can ask for."""
    _ = look.catalogue.gettext
    card = Card(pad=20, gap=12)
    top = row(label(_("Data protection"), TextKind.SUBHEADING), None, gap=8)
    top.addWidget(button(_("Record a basis …"), acts.record, look))
    card.box.addLayout(top)
    for consent in reversed(consents):
        card.box.addWidget(hairline())
        card.box.addLayout(_line(consent, acts, look))
    if not consents:
        card.box.addWidget(label(_("No legal basis is recorded."), TextKind.QUIET))
    card.box.addWidget(hairline())
    foot = row(gap=8)
    foot.addWidget(button(_("Everything held on this person …"), acts.report, look))
    foot.addWidget(button(_("Erase contact data …"), acts.erase, look))
    foot.addStretch(1)
    card.box.addLayout(foot)
    return card


def _line(consent: Consent, acts: PrivacyActs, look: Look) -> QHBoxLayout:
    _ = look.catalogue.gettext
    purpose = look.labels.label(consent.purpose)
    start = look.formats.long_date(consent.given_on)
    since = _("since {start}").format(start=start)
    about = [look.labels.label(consent.basis), since, look.formats.isolate(consent.text_version)]
    words = column(label(purpose, TextKind.STRONG, wrap=True), gap=2)
    words.addWidget(label(" · ".join(about), TextKind.QUIET, wrap=True))
    line = row(gap=8)
    line.addLayout(words, 1)
    if consent.withdrawn_on is not None:
        day = look.formats.long_date(consent.withdrawn_on)
        line.addWidget(Chip(_("until {day}").format(day=day), Tone.NEUTRAL, look))
    elif consent.holds_on(today()):
        made = button(_("Withdraw"), partial(acts.withdraw, consent), look)
        made.setAccessibleName(_("Withdraw: {purpose}").format(purpose=purpose))
        line.addWidget(made)
    return line
