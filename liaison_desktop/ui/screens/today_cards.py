"""The cards of the first screen beside what waits."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.composition import CHART_COLOURS
from liaison_desktop.domain.forecast import Forecast
from liaison_desktop.domain.listings import DecisionRow, MeetingRow
from liaison_desktop.ui.context import Context, Place
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.bars import Bar, Bars
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Card, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.outlook import forecast_chip
from liaison_desktop.ui.widgets.text import TextKind, hairline, label, upright
from liaison_desktop.ui.wording import MEETING_TONES, OUTCOME_TONES, meeting_title

if TYPE_CHECKING:
    from liaison_desktop.services.committees import SeatGroup


def next_meeting_card(
    meeting: MeetingRow, days: int, context: Context, *, expected: Forecast | None = None
) -> Card:
    """The next meeting with its day, how soon it is, and whether it will be quorate."""
    look = context.look
    _ = look.catalogue.gettext
    card = Card(pad=20)
    day = column(gap=0)
    for text, kind in (
        (look.formats.month(meeting.date).upper(), TextKind.QUIET),
        (str(meeting.date.day), TextKind.FIGURE),
        (look.formats.weekday(meeting.date), TextKind.QUIET),
    ):
        day.addWidget(label(text, kind), 0, Qt.AlignmentFlag.AlignHCenter)
    if days == 0:
        soon = _("Next meeting · today")
    else:
        soon = look.catalogue.ngettext(
            "Next meeting · in {days} day", "Next meeting · in {days} days", days
        ).format(days=days)
    where = look.formats.isolate(meeting.place or meeting.city)
    words = column(
        label(soon, TextKind.QUIET),
        label(meeting_title(meeting, look), TextKind.TITLE, wrap=True),
        label(where, TextKind.QUIET, wrap=True),
        4,
        _state(meeting, expected, look),
        gap=3,
    )
    open_it = button(
        _("&Open meeting"),
        lambda: context.desk.go(Place.MEETINGS, meeting.id),
        look,
        primary=True,
    )
    line = row(day, upright(), gap=24)
    line.addLayout(words, 1)
    line.addWidget(open_it)
    card.box.addLayout(line)
    return card


def _state(meeting: MeetingRow, expected: Forecast | None, look: Look) -> QHBoxLayout:
    line = row(Chip(look.labels.label(meeting.state), MEETING_TONES[meeting.state], look))
    if expected is not None:
        line.addWidget(forecast_chip(expected, look))
    line.addStretch(1)
    return line


def composition_card(
    groups: "Sequence[SeatGroup]", committee: Committee | None, look: Look
) -> Card:
    """Who sits here, by constituency."""
    _ = look.catalogue.gettext
    card = Card(pad=18, gap=12)
    seats = sum(group.seats for group in groups)
    about = look.catalogue.ngettext("{seats} seat", "{seats} seats", seats).format(seats=seats)
    if committee is not None and committee.term_end is not None:
        day = look.formats.long_date(committee.term_end)
        about = _("{seats} · term ends {day}").format(seats=about, day=day)
    head = column(
        label(_("Who sits here"), TextKind.SUBHEADING), label(about, TextKind.QUIET), gap=0
    )
    card.box.addLayout(head)
    bars = tuple(
        Bar(
            look.labels.label(group.constituency),
            group.filled,
            group.seats,
            CHART_COLOURS[group.constituency],
        )
        for group in groups
    )
    card.box.addWidget(Bars(bars, look))
    return card


def decisions_card(decisions: Sequence[DecisionRow], context: Context) -> Card:
    """The decisions taken last."""
    look = context.look
    _ = look.catalogue.gettext
    card = Card(pad=18, gap=12)
    card.box.addWidget(label(_("Latest decisions"), TextKind.SUBHEADING))
    for decision in decisions:
        card.box.addWidget(hairline())
        card.box.addLayout(_decision(decision, look))
    return card


def _decision(decision: DecisionRow, look: Look) -> QVBoxLayout:
    day = look.formats.long_date(decision.date)
    about = f"{look.formats.isolate(decision.number)} · {day}" if decision.number else day
    top = row(label(about, TextKind.QUIET), None)
    top.addWidget(Chip(look.labels.label(decision.outcome), OUTCOME_TONES[decision.outcome], look))
    words = label(_shortened(decision.text), wrap=True)
    words.setToolTip(decision.text)
    return column(top, words, gap=4)


_LONGEST = 110


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
