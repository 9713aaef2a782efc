"""The seats of a committee, constituency by constituency, with what can be done to each."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout

from liaison_desktop.domain.people import Constituency
from liaison_desktop.domain.roster import RosterSeat
from liaison_desktop.domain.seats import Capacity, Membership, Role
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.screens.seat_acts import SeatActs
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Card, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.empty_state import EmptyState
from liaison_desktop.ui.widgets.text import TextKind, hairline, label
from liaison_desktop.ui.wording import today

if TYPE_CHECKING:
    from liaison_desktop.services.composition import Composition

_GROUP_GAP = 10


def seats_card(
    composition: "Composition",
    actions: SeatActs,
    beside: Sequence[tuple[str, Callable[[], None]]],
    look: Look,
) -> Card:
    """Every seat in a line, under its constituency; ``beside``: buttons next to the heading."""
    _ = look.catalogue.gettext
    card = Card(pad=18, gap=10)
    top = row(label(_("Seats"), TextKind.SUBHEADING), None, gap=8)
    for words, act in beside:
        top.addWidget(button(words, act, look))
    card.box.addLayout(top)
    if not composition.roster:
        card.box.addWidget(
            EmptyState(
                Icon.PEOPLE,
                _("No seats yet"),
                _("Take in the organisations and people first, then add seats and fill them."),
                look,
            )
        )
    for constituency in Constituency:
        seats = [s for s in composition.roster if s.constituency is constituency]
        if seats:
            card.box.addSpacing(_GROUP_GAP)
            card.box.addWidget(label(look.labels.label(constituency), TextKind.QUIET))
        for seat in seats:
            card.box.addWidget(hairline())
            card.box.addLayout(_line(seat, composition, actions, look))
    return card


def _line(
    seat: RosterSeat, composition: "Composition", actions: SeatActs, look: Look
) -> QHBoxLayout:
    _ = look.catalogue.gettext
    line = row(gap=12)
    line.addLayout(_words(seat, look), 1)
    if not seat.voting:
        line.addWidget(Chip(_("Without a vote"), Tone.NEUTRAL, look))
    if seat.vacant:
        line.addWidget(Chip(_("Vacant"), Tone.CARE, look))
        fill = button(_("Fill"), lambda: actions.appoint(seat), look)
        fill.setAccessibleName(
            _("Fill the seat of {organisation}").format(
                organisation=seat.organisation or look.labels.label(seat.constituency)
            )
        )
        line.addWidget(fill)
        line.addWidget(_menu(seat, None, actions, look))
        return line
    if seat.role is not Role.MEMBER:
        line.addWidget(Chip(look.labels.label(seat.role), Tone.ACCENT, look))
    held = _held(composition.terms[seat.seat_id])
    line.addWidget(_menu(seat, held, actions, look))
    return line


def _words(seat: RosterSeat, look: Look) -> QVBoxLayout:
    _ = look.catalogue.gettext
    name = seat.holder or seat.organisation or look.labels.label(seat.constituency)
    about = [seat.organisation] if seat.organisation and seat.holder else []
    if seat.end is not None:
        about.append(_("until {day}").format(day=look.formats.long_date(seat.end)))
    elif seat.start is not None and seat.holder:
        about.append(_("since {start}").format(start=look.formats.long_date(seat.start)))
    if seat.substitutes:
        names = look.formats.list(look.formats.isolate(each) for each in seat.substitutes)
        about.append(_("Substitute: {names}").format(names=names))
    words = column(label(name, TextKind.STRONG, wrap=True), gap=1)
    if about:
        words.addWidget(label(" · ".join(about), TextKind.QUIET, wrap=True))
    return words


def _held(terms: tuple[Membership, ...]) -> Membership | None:
    """The membership of the seat's holder today."""
    running = [t for t in terms if t.capacity is Capacity.HOLDER and t.runs_on(today())]
    return running[-1] if running else None


def _menu(seat: RosterSeat, held: Membership | None, actions: SeatActs, look: Look) -> QPushButton:
    """What can be done to a seat and, where somebody sits in it, to the membership."""
    _ = look.catalogue.gettext
    made = button(_("Change"), lambda: None, look, icon=Icon.SWITCH)
    whose = seat.holder or seat.organisation or look.labels.label(seat.constituency)
    made.setAccessibleName(_("Change the seat of {name}").format(name=whose))
    menu = QMenu(made)
    acts: list[tuple[str, Callable[[], None]]] = []
    if held is not None:
        acts = [
            (_("Change the office"), partial(actions.change_office, held)),
            (_("Name a substitute"), partial(actions.appoint, seat)),
            (_("End the membership"), partial(actions.end, held)),
        ]
    acts += [
        (_("History and papers"), partial(actions.show_history, seat)),
        (_("Close the seat"), partial(actions.close, seat)),
    ]
    for words, act in acts:
        menu.addAction(words).triggered.connect(lambda _checked=False, act=act: act())
    made.setMenu(menu)
    return made
