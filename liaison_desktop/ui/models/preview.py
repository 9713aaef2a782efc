"""The rows of a table before they are taken in, with what becomes of each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QColor

from liaison_desktop.domain.tables import RowState
from liaison_desktop.i18n.errors import sentence
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.models.paged import NOWHERE, Index
from liaison_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from liaison_desktop.services.people_tables import PreviewRow

STATE_TONES = {
    RowState.NEW: Tone.GOOD,
    RowState.KNOWN: Tone.NEUTRAL,
    RowState.TWICE: Tone.CARE,
    RowState.WRONG: Tone.WRONG,
}
LEFT_OUT = frozenset({RowState.TWICE, RowState.WRONG})


class PreviewModel(QAbstractTableModel):
    """A line for each row: its number, what becomes of it, whom it names, what is wrong."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        _ = look.catalogue.gettext
        self._look = look
        self._names = (_("Row"), _("What becomes of it"), _("Name"), _("What the row tells"))
        self._rows: Sequence[PreviewRow] = ()

    def show(self, rows: "Sequence[PreviewRow]") -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Rows of the table."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Number, state, name, details."""
        return 0 if parent.isValid() else len(self._names)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What the columns are called."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._names[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; the state has a colour too."""
        row = self._rows[index.row()]
        words = self._words(row)[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return words
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 1:
            return QColor(self._look.tokens.ink_of(STATE_TONES[row.state]))
        return None

    def _words(self, row: "PreviewRow") -> tuple[str, str, str, str]:
        told = " · ".join(filter(None, row.cells))
        if row.error is not None:
            told = sentence(row.error, self._look.catalogue)
        return str(row.number), self._look.labels.label(row.state), row.name, told
