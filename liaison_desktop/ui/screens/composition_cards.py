"""The cards about how a committee is composed: the chart, and what is not as it should be."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize

from liaison_desktop.domain.composition import (
    CHART_COLOURS,
    CompositionWarning,
    Concern,
    ConstituencyShare,
)
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.bars import Bar, Bars
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Card, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.svg import Drawing
from liaison_desktop.ui.widgets.text import TextKind, hairline, label

_GRAVE = frozenset({Concern.TOO_FEW_MEMBERS, Concern.NO_CHAIR, Concern.NO_SECRETARY})
_CHART = QSize(240, 140)


class CompositionCard(Card):
    """Voting seats by constituency: a dot for each, and beneath them the figures."""

    def __init__(
        self,
        shares: Sequence[ConstituencyShare],
        acts: Sequence[tuple[str, Callable[[], None]]],
        look: Look,
    ) -> None:
        """``acts``: words and what happens, for the buttons beside the heading."""
        super().__init__(pad=18, gap=12)
        _ = look.catalogue.gettext
        title = _("Voting seats by constituency")
        top = row(label(title, TextKind.SUBHEADING), None, gap=8)
        for words, act in acts:
            made = button(words, act, look)
            made.setAccessibleName(f"{words}: {title}")
            top.addWidget(made)
        self.box.addLayout(top)
        self.chart = Drawing(_CHART)
        self.chart.setAccessibleName(title)
        if not any(share.seats or share.minimum for share in shares):
            self.chart.hide()
            self.box.addWidget(label(_("There are no voting seats yet."), TextKind.QUIET))
        self.box.addWidget(self.chart)
        bars = tuple(
            Bar(
                _name(share, look),
                share.filled,
                max(share.seats, share.minimum),
                CHART_COLOURS[share.constituency],
            )
            for share in shares
        )
        self.box.addWidget(Bars(bars, look))


def _name(share: ConstituencyShare, look: Look) -> str:
    """The constituency, and what was agreed for it."""
    _ = look.catalogue.gettext
    name = look.labels.label(share.constituency)
    if share.maximum is not None and share.minimum == share.maximum:
        agreed = _("{name} (exactly {least})")
    elif share.maximum is not None and share.minimum:
        agreed = _("{name} ({least} to {most})")
    elif share.maximum is not None:
        agreed = _("{name} (at most {most})")
    elif share.minimum:
        agreed = _("{name} (at least {least})")
    else:
        return name
    return agreed.format(name=name, least=share.minimum, most=share.maximum)


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
