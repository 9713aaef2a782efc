"""The head of the item under way: its title, and what is special about it."""

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.card import clear, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.text import TextKind, label


class ItemHead(QWidget):
    """The title over a line of chips; without any the line is not there."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._title = label("", TextKind.TITLE, wrap=True)
        self._marks = QWidget()
        self._chips = row(gap=8)
        self._marks.setLayout(self._chips)
        self.setLayout(column(self._title, self._marks, gap=8))

    def show_item(self, item: AgendaItem) -> None:
        """Show an item."""
        self._title.setText(f"{item.number} · {item.title}")
        clear(self._chips)
        marks = item_marks(item, self._look)
        for words in marks:
            self._chips.addWidget(Chip(words, Tone.CARE, self._look))
        self._chips.addStretch(1)
        self._marks.setVisible(bool(marks))


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
