"""Above the book of the register: of which year it is, how whole it is, what is made of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.register_book import RegisterBook
from liaison_desktop.ui.forms.editors import choice_editor
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import clear, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.text import TextKind, label

_YEAR_WIDTH = 110


class RegisterBar(QWidget):
    """The chooser of the year and two buttons.

    Signals:
        chosen: another year.
        printing, exporting: the person asked for it.
    """

    chosen = Signal()
    printing = Signal()
    exporting = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        _ = look.catalogue.gettext
        self._look = look
        self.years = choice_editor(())
        self.years.setAccessibleName(_("Year"))
        self.years.setMinimumWidth(_YEAR_WIDTH)
        self._counts = row(gap=8)
        line = row(label(_("Year"), TextKind.QUIET), self.years, gap=12)
        line.addLayout(self._counts)
        line.addStretch(1)
        line.addWidget(button(_("&Save as PDF …"), self.printing.emit, look, icon=Icon.PRINT))
        line.addWidget(button(_("&Export …"), self.exporting.emit, look, icon=Icon.TABLE))
        self.setLayout(line)
        self.years.currentIndexChanged.connect(lambda _place: self._choose())

    @property
    def year(self) -> int | None:
        """The year that is chosen; ``None`` = none is known yet."""
        year: int | None = self.years.currentData()
        return year

    def offer(self, years: tuple[int, ...], chosen: int | None) -> None:
        """Offer these years; that is not told as a choice."""
        self.years.blockSignals(True)
        self.years.offer(((str(year), year) for year in years), chosen)
        self.years.blockSignals(False)

    def count(self, book: RegisterBook) -> None:
        """Tell how many papers there are, and how many numbers without one."""
        ngettext = self._look.catalogue.ngettext
        clear(self._counts)
        missing = len(book.missing)
        papers = len(book.entries) - missing
        told = ngettext("{count} paper", "{count} papers", papers).format(count=papers)
        self._counts.addWidget(Chip(told, Tone.NEUTRAL, self._look))
        if missing:
            told = ngettext("{count} number is missing", "{count} numbers are missing", missing)
            self._counts.addWidget(Chip(told.format(count=missing), Tone.WRONG, self._look))

    def _choose(self) -> None:
        if self.year is not None:
            self.chosen.emit()
