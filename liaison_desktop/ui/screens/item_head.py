"""The head of the item under way: its title, and what is special about it."""

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.screens.item_clock import ItemClock
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.card import clear, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.text import TextKind, label


class ItemHead(QWidget):
    """The title over a line of chips."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._look = context.look
        self._title = label("", TextKind.TITLE, wrap=True)
        self.clock = ItemClock(context)
        self._marks = row(gap=8)
        self.setLayout(column(self._title, row(self.clock, self._marks, None, gap=8), gap=8))

    def show_item(self, meeting: Meeting, item: AgendaItem) -> None:
        """Show an item of a meeting."""
        self._title.setText(f"{item.number} · {item.title}")
        self.clock.show_item(meeting, item)
        clear(self._marks)
        for words in item_marks(item, self._look):
            self._marks.addWidget(Chip(words, Tone.CARE, self._look))


def item_marks(item: AgendaItem, look: Look) -> list[str]:
    """What is special about an item, each in a word."""
    _ = look.catalogue.gettext
    told = (
        (item.postponed, _("postponed")),
        (item.closed, _("closed")),
        (item.late, _("late")),
    )
    return [words for applies, words in told if applies]


def postpone_words(item: AgendaItem, look: Look) -> str:
    """The verb that leaves an item to the next meeting, or takes that back."""
    _ = look.catalogue.gettext
    return _("&Deal with it after all") if item.postponed else _("&Leave to the next meeting")
