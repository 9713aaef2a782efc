"""Who is there without a vote: name, organisation and reason, line by line."""

from collections.abc import Iterable

from PySide6.QtWidgets import QLineEdit, QWidget

from liaison_desktop.domain.sheet import Guest
from liaison_desktop.ui.forms.ordered import OrderedRows
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.card import row


class GuestRow(QWidget):
    """The editors of one guest."""

    def __init__(self, guest: Guest, look: Look) -> None:
        super().__init__()
        _ = look.catalogue.gettext
        self.name = QLineEdit(guest.name)
        self.organisation = QLineEdit(guest.organisation)
        self.reason = QLineEdit(guest.reason)
        self._editors = (
            (self.name, _("Name")),
            (self.organisation, _("Organisation")),
            (self.reason, _("Reason")),
        )
        line = row(gap=8)
        for editor, words in self._editors:
            editor.setPlaceholderText(words)
            line.addWidget(editor, 1)
        self.setLayout(line)
        self.setFocusProxy(self.name)

    @property
    def guest(self) -> Guest:
        """What was filled in."""
        return Guest(
            name=self.name.text().strip(),
            organisation=self.organisation.text().strip(),
            reason=self.reason.text().strip(),
        )

    def number(self, place: int, look: Look) -> None:
        """Tell the editors apart for those who hear the window."""
        told = look.catalogue.gettext("Guest {place}: {column}")
        for editor, words in self._editors:
            editor.setAccessibleName(told.format(place=place, column=words))


class Guests(OrderedRows[GuestRow]):
    """The guests one below the other, in the order in which papers name them."""

    def __init__(self, guests: Iterable[Guest], look: Look) -> None:
        super().__init__(look, gap=6)
        for guest in guests:
            self.add_guest(guest)

    @property
    def value(self) -> tuple[Guest, ...]:
        """The guests who have a name."""
        return tuple(each.guest for each in self.rows if each.guest.name)

    def add_guest(self, guest: Guest) -> GuestRow:
        """Put a guest below the others."""
        made = GuestRow(guest, self.look)
        self.add_row(made)
        return made

    def words_for(self, place: int) -> tuple[str, str, str]:
        """What the buttons beside a row are called."""
        _ = self.look.catalogue.gettext
        return (
            _("Move guest {place} up").format(place=place),
            _("Move guest {place} down").format(place=place),
            _("Remove guest {place}").format(place=place),
        )

    def renumber(self, row: GuestRow, place: int) -> None:
        """Name the editors by their place."""
        row.number(place, self.look)
