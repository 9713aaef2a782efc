"""The cards about a committee as a whole."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from liaison_desktop.domain.composition import (
    CHART_COLOURS,
    CompositionWarning,
    Concern,
    ConstituencyShare,
)
from liaison_desktop.domain.presets import preset_of
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.bars import Bar, Bars
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Card, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.facts import Facts
from liaison_desktop.ui.widgets.text import TextKind, hairline, label

if TYPE_CHECKING:
    from liaison_desktop.services.seats import Composition

_GRAVE = frozenset({Concern.TOO_FEW_MEMBERS, Concern.NO_CHAIR, Concern.NO_SECRETARY})


def about_card(composition: "Composition", edit: Callable[[], None], look: Look) -> Card:
    """Name, term, and by which rules it decides."""
    _ = look.catalogue.gettext
    committee, labels = composition.committee, look.labels
    card = Card(pad=20, gap=14)
    words = column(
        label(committee.name, TextKind.HEADING, wrap=True),
        label(look.formats.country_name(committee.country), TextKind.QUIET),
        gap=2,
    )
    top = row(gap=12)
    top.addLayout(words, 1)
    top.addWidget(button(_("&Change"), edit, look))
    card.box.addLayout(top)
    facts = Facts()
    facts.add(_("Town"), look.formats.isolate(committee.city))
    if committee.term_start is not None:
        start = look.formats.long_date(committee.term_start)
        end = committee.term_end
        term = (
            _("{start} to {end}").format(start=start, end=look.formats.long_date(end))
            if end
            else _("since {start}").format(start=start)
        )
        facts.add(_("Term of office"), term)
    if composition.rules is not None:
        rules = composition.rules.rules
        facts.add(_("Quorum"), labels.label(rules.quorum))
        facts.add(_("Majority"), labels.label(rules.majority))
        facts.add(_("Abstentions"), labels.label(rules.abstention))
        facts.add(_("A tie"), labels.label(rules.tie))
        preset = preset_of(committee.preset)
        if preset is not None:
            facts.add(_("Taken from"), look.formats.isolate(preset.source))
    card.box.addWidget(facts)
    return card


def shares_card(shares: Sequence[ConstituencyShare], look: Look) -> Card:
    """Voting seats by constituency, filled of all there are."""
    card = Card(pad=18, gap=12)
    card.box.addWidget(
        label(look.catalogue.gettext("Voting seats by constituency"), TextKind.SUBHEADING)
    )
    bars = tuple(
        Bar(
            look.labels.label(share.constituency),
            share.filled,
            max(share.seats, share.minimum),
            CHART_COLOURS[share.constituency],
        )
        for share in shares
    )
    card.box.addWidget(Bars(bars, look))
    return card


def warnings_card(warnings: Sequence[CompositionWarning], look: Look) -> Card:
    """What is not as it should be, one line each; vacant seats are counted together."""
    card = Card(pad=18, gap=10)
    card.box.addWidget(label(look.catalogue.gettext("To be looked after"), TextKind.SUBHEADING))
    vacant = [warning for warning in warnings if warning.concern is Concern.VACANT]
    others = [warning for warning in warnings if warning.concern is not Concern.VACANT]
    for warning in (*others, *vacant[:1]):
        card.box.addWidget(hairline())
        tone = Tone.WRONG if warning.concern in _GRAVE else Tone.CARE
        line = row(gap=12)
        line.addWidget(Chip(look.labels.label(warning.concern), tone, look))
        line.addWidget(label(warning_words(warning, len(vacant), look), wrap=True), 1)
        card.box.addLayout(line)
    return card


def warning_words(warning: CompositionWarning, vacant: int, look: Look) -> str:
    """A concern in words."""
    catalogue = look.catalogue
    _ = catalogue.gettext
    whose = look.labels.label(warning.constituency) if warning.constituency else ""
    counted = {"count": warning.count, "wanted": warning.wanted, "constituency": whose}
    match warning.concern:
        case Concern.TOO_FEW_MEMBERS:
            return _("{count} members of at least {wanted}.").format(**counted)
        case Concern.TOO_FEW_SEATS:
            return _("{constituency}: {count} seats of at least {wanted}.").format(**counted)
        case Concern.TOO_MANY_SEATS:
            return _("{constituency}: {count} seats of at most {wanted}.").format(**counted)
        case Concern.OUT_OF_BALANCE:
            return _("{constituency}: {count} seats filled of at least {wanted}.").format(**counted)
        case Concern.VACANT:
            return catalogue.ngettext(
                "{seats} seat is vacant.", "{seats} seats are vacant.", vacant
            ).format(seats=vacant)
        case Concern.TERM_ENDING:
            day = look.formats.long_date(warning.day) if warning.day else ""
            return _("{name}: term ends {day}.").format(
                name=look.formats.isolate(warning.holder), day=day
            )
        case Concern.NO_CHAIR:
            return _("Nobody presides; give a member the office of chair.")
        case Concern.NO_SECRETARY:
            return _("Nobody keeps the minutes; give somebody the office of secretary.")
