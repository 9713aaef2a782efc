"""What to expect of a meeting ahead: who comes, and whether that is enough."""

from PySide6.QtWidgets import QHBoxLayout

from liaison_desktop.domain.forecast import Forecast
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.card import column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.quorum_ring import QuorumFigures, QuorumRing
from liaison_desktop.ui.widgets.text import TextKind, label


def outlook(expected: Forecast, look: Look) -> QHBoxLayout:
    """The ring, and beside it what to expect in words."""
    _ = look.catalogue.gettext
    words = column(None, gap=4)
    words.addWidget(forecast_chip(expected, look))
    number = look.formats.number
    words.addWidget(
        label(
            _("Between {least} and {most} of {basis} seats, {required} needed").format(
                least=number(expected.least),
                most=number(expected.most),
                basis=number(expected.basis),
                required=number(expected.required),
            ),
            wrap=True,
        )
    )
    counted = _("{coming} come · {declined} do not · {tentative} perhaps · {silent} open").format(
        coming=number(expected.coming),
        declined=number(expected.declined),
        tentative=number(expected.tentative),
        silent=number(expected.silent),
    )
    words.addWidget(label(counted, TextKind.QUIET, wrap=True))
    words.addStretch(1)
    figures = QuorumFigures(expected.coming, expected.basis, expected.required)
    line = row(QuorumRing(figures, look, ahead=True), gap=16)
    line.addLayout(words, 1)
    return line


def forecast_chip(expected: Forecast, look: Look) -> Chip:
    """Whether the meeting will be quorate, in a word."""
    _ = look.catalogue.gettext
    if expected.certain:
        return Chip(_("Quorum expected"), Tone.GOOD, look, Icon.CHECK)
    if expected.lost:
        return Chip(_("No quorum expected"), Tone.WRONG, look, Icon.CLOSE)
    return Chip(_("Quorum open"), Tone.CARE, look, Icon.CARE)
