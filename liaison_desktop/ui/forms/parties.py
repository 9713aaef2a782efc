"""Parties of an agreement: a table of organisations with who signs for them, in order."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from liaison_desktop.domain.listings import OrganisationRow
from liaison_desktop.ui.forms.ordered import OrderedRows
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.choice import Choice

_LETTERS = 14
_LIST_WIDTH = 380


@dataclass(frozen=True, slots=True)
class PartyEntry:
    """A party as it was filled in; no organisation = none was chosen."""

    organisation_id: UUID | None
    signatory: str
    capacity: str


class PartyRow(QWidget):
    """The editors of one party."""

    def __init__(self, entry: PartyEntry, organisations: Sequence[OrganisationRow], look: Look):
        super().__init__()
        _ = look.catalogue.gettext
        self.organisation = Choice(_LETTERS, _LIST_WIDTH)
        for each in organisations:
            self.organisation.addItem(look.formats.isolate(each.name), each.id)
        # Qt cannot find ids by itself.
        ids = [each.id for each in organisations]
        chosen = entry.organisation_id
        self.organisation.setPlaceholderText(_("Choose an organisation"))
        self.organisation.setCurrentIndex(ids.index(chosen) if chosen in ids else -1)
        self.signatory = QLineEdit(entry.signatory)
        self.signatory.setPlaceholderText(_("Who signs"))
        self.capacity = QLineEdit(entry.capacity)
        self.capacity.setPlaceholderText(_("In which capacity"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        for column, editor in enumerate((self.organisation, self.signatory, self.capacity)):
            grid.addWidget(editor, 0, column, Qt.AlignmentFlag.AlignTop)
        for column, stretch in enumerate((5, 4, 3)):
            grid.setColumnStretch(column, stretch)

    @property
    def entry(self) -> PartyEntry:
        """What was filled in."""
        return PartyEntry(
            self.organisation.currentData(), self.signatory.text(), self.capacity.text()
        )

    def name(self, place: int, look: Look) -> None:
        """Tell the editors apart for those who hear the window."""
        _ = look.catalogue.gettext
        words = (_("organisation"), _("signatory"), _("capacity"))
        for editor, column in zip(
            (self.organisation, self.signatory, self.capacity), words, strict=True
        ):
            named = _("Party {place}, {column}").format(place=place, column=column)
            editor.setAccessibleName(named)


class Parties(OrderedRows[PartyRow]):
    """The table of parties."""

    def __init__(
        self, entries: Sequence[PartyEntry], organisations: Sequence[OrganisationRow], look: Look
    ) -> None:
        super().__init__(look)
        self._organisations = organisations
        for entry in entries:
            self.add_row(self._row(entry))

    @property
    def entries(self) -> tuple[PartyEntry, ...]:
        """Parties in their order; rows in which nothing was chosen are left out."""
        return tuple(row.entry for row in self.rows if row.entry.organisation_id is not None)

    def add_empty(self) -> None:
        """Add a party and put the cursor there."""
        made = self._row(PartyEntry(None, "", ""))
        self.add_row(made)
        made.organisation.setFocus()

    def words_for(self, place: int) -> tuple[str, str, str]:
        """What the buttons beside a row are called."""
        _ = self.look.catalogue.gettext
        return (
            _("Move party {place} up").format(place=place),
            _("Move party {place} down").format(place=place),
            _("Remove party {place}").format(place=place),
        )

    def renumber(self, row: PartyRow, place: int) -> None:
        """Name the editors by their place."""
        row.name(place, self.look)

    def _row(self, entry: PartyEntry) -> PartyRow:
        return PartyRow(entry, self._organisations, self.look)
