"""Who gets a paper: name, address and edition, line by line."""

from collections.abc import Iterable

from PySide6.QtWidgets import QLineEdit, QWidget

from liaison_desktop.domain.archive import Recipient
from liaison_desktop.domain.papers import Edition
from liaison_desktop.ui.forms.editors import choice_editor
from liaison_desktop.ui.forms.ordered import OrderedRows
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.card import row

_NAME_WIDTH = 250


class RecipientRow(QWidget):
    """The editors of one recipient."""

    def __init__(self, recipient: Recipient, look: Look, *, editions: bool) -> None:
        """``editions``: whether the paper has a public edition."""
        super().__init__()
        _ = look.catalogue.gettext
        self.name = QLineEdit(recipient.name)
        self.name.setCursorPosition(0)
        self.address = QLineEdit(recipient.address)
        label = look.labels.label
        self.edition = choice_editor(((label(each), each) for each in Edition), recipient.edition)
        self.edition.setVisible(editions)
        self._editors = (
            (self.name, _("Name")),
            (self.address, _("E-mail address")),
        )
        line = row(gap=8)
        for editor, words in self._editors:
            editor.setPlaceholderText(words)
            editor.setMinimumWidth(_NAME_WIDTH)
            line.addWidget(editor, 3)
        line.addWidget(self.edition, 2)
        self.setLayout(line)
        self.setFocusProxy(self.name)

    @property
    def recipient(self) -> Recipient:
        """What was filled in."""
        return Recipient(
            name=self.name.text().strip(),
            address=self.address.text().strip(),
            edition=self.edition.currentData(),
        )

    def number(self, place: int, look: Look) -> None:
        """Tell the editors apart for those who hear the window."""
        _ = look.catalogue.gettext
        told = _("Recipient {place}: {column}")
        for editor, words in (*self._editors, (self.edition, _("Edition"))):
            editor.setAccessibleName(told.format(place=place, column=words))


class PaperRecipients(OrderedRows[RecipientRow]):
    """The recipients one below the other."""

    def __init__(self, recipients: Iterable[Recipient], look: Look, *, editions: bool) -> None:
        super().__init__(look, gap=6)
        self._editions = editions
        for recipient in recipients:
            self.add_recipient(recipient)

    @property
    def value(self) -> tuple[Recipient, ...]:
        """The recipients who have a name or an address."""
        found = (each.recipient for each in self.rows)
        return tuple(each for each in found if each.name or each.address)

    def add_recipient(self, recipient: Recipient) -> RecipientRow:
        """Put a recipient below the others."""
        made = RecipientRow(recipient, self.look, editions=self._editions)
        self.add_row(made)
        return made

    def words_for(self, place: int) -> tuple[str, str, str]:
        """What the buttons beside a row are called."""
        _ = self.look.catalogue.gettext
        return (
            _("Move recipient {place} up").format(place=place),
            _("Move recipient {place} down").format(place=place),
            _("Remove recipient {place}").format(place=place),
        )

    def renumber(self, row: RecipientRow, place: int) -> None:
        """Name the editors by their place."""
        row.number(place, self.look)
