"""The record of one meeting: its head, the items with their decisions, the roll call."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.meetings import Meeting, MeetingState, MinutesState
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.screens.agenda_item import AgendaItemCard
from liaison_desktop.ui.screens.list_screen import GUTTER
from liaison_desktop.ui.screens.roll_call import RollCallCard
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.card import Card, Scroll, clear, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.facts import Facts
from liaison_desktop.ui.widgets.text import TextKind, label
from liaison_desktop.ui.wording import meeting_title

if TYPE_CHECKING:
    from liaison_desktop.services.meetings import MeetingRecord

_GAP = 16
_AT_FIRST = 3
"""Items that fill the height of the window."""


class MeetingRecordView(QWidget):
    """A held meeting: what was dealt with, and who was there."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._record: MeetingRecord | None = None
        self._box = row(gap=0)
        self.setLayout(self._box)

    def show_record(self, record: "MeetingRecord") -> None:
        """Show a meeting, unless it is what stands here."""
        if record != self._record:
            self._record = record
            clear(self._box)
            self._context.jobs.build(self._fill(record), owner=self)

    def _fill(self, record: "MeetingRecord") -> Iterator[None]:
        """The head and the first items, the roll call, then the other items."""
        look, meeting = self._context.look, record.meeting
        items = Scroll(gutter=_GAP if meeting.attendees else GUTTER)
        self._box.addWidget(items, 1)
        items.box.addWidget(_head(meeting, look))
        items.box.addStretch(1)
        cards = self._fill_items(record, items)
        yield from islice(cards, _AT_FIRST)
        if meeting.attendees:
            roll = RollCallCard(meeting, record.assessment, look, self)
            self._box.addWidget(roll)
            self._box.addSpacing(GUTTER)
            yield from roll.fill()
        yield from cards

    def _fill_items(self, record: "MeetingRecord", items: Scroll) -> Iterator[None]:
        assessed = {item.no: item for item in record.assessment.items}
        for item in record.meeting.items:
            card = AgendaItemCard(
                item,
                assessed[item.no],
                record.assessment.quorum,
                record.meeting,
                self._context.look,
                record.promised,
                record.replaced,
                items.inner,
            )
            items.box.insertWidget(items.box.count() - 1, card)
            yield


def _head(meeting: Meeting, look: Look) -> Card:
    _ = look.catalogue.gettext
    card = Card(gap=12)
    title = label(meeting_title(meeting, look), TextKind.HEADING, wrap=True)
    top = row(gap=12)
    top.addWidget(title, 1)
    draft = meeting.minutes_state is not MinutesState.FINAL
    if draft and meeting.state is MeetingState.HELD:
        top.addWidget(Chip(_("Numbers are provisional"), Tone.CARE, look, Icon.CARE))
    card.box.addLayout(top)
    card.box.addWidget(_facts(meeting, look))
    return card


def _facts(meeting: Meeting, look: Look) -> Facts:
    _ = look.catalogue.gettext
    formats = look.formats
    facts = Facts()
    facts.add(_("Committee"), meeting.committee_name)
    facts.add(_("When"), _when(meeting, look))
    mode = look.labels.label(meeting.mode)
    facts.add(_("Where"), f"{formats.isolate(meeting.place)} · {mode}" if meeting.place else mode)
    sent = meeting.convocation.sent_on
    if sent is not None:
        called = _("{call}, convened on {day}").format(
            call=look.labels.label(meeting.call), day=formats.long_date(sent)
        )
        facts.add(_("Call"), called)
    names = {attendee.seat_id: attendee.present_name for attendee in meeting.attendees}
    if meeting.chair_seat_id in names:
        facts.add(_("Chair"), names[meeting.chair_seat_id])
    if meeting.secretary_seat_id in names:
        facts.add(_("Secretary"), names[meeting.secretary_seat_id])
    facts.add(_("Guests"), formats.list([guest.name for guest in meeting.guests]))
    return facts


def _when(meeting: Meeting, look: Look) -> str:
    _ = look.catalogue.gettext
    formats = look.formats
    day = formats.full_date(meeting.date)
    if meeting.opened is None:
        return day
    opened = formats.isolate(formats.time(meeting.opened))
    if meeting.closed is None:
        return _("{day}, from {opened}").format(day=day, opened=opened)
    closed = formats.isolate(formats.time(meeting.closed))
    return _("{day}, {opened} to {closed}").format(day=day, opened=opened, closed=closed)
