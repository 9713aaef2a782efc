"""What every row of a table would bring."""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHeaderView, QTableView, QWidget

from liaison_desktop.domain.tables import RowState
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.models.preview import LEFT_OUT, STATE_TONES, PreviewModel
from liaison_desktop.ui.widgets.card import clear, column, row
from liaison_desktop.ui.widgets.chip import Chip

if TYPE_CHECKING:
    from liaison_desktop.services.people_tables import PreviewRow

_WIDTHS = (64, 170, 220)


class TablePreview(QWidget):
    """How many rows there are of each kind, and all of them in a table."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        _ = look.catalogue.gettext
        self._look = look
        self._rows: tuple[PreviewRow, ...] = ()
        self._counts = row(gap=8)
        self.only_left_out = QCheckBox(_("Only rows that are left out"))
        self.only_left_out.toggled.connect(lambda _on: self._show())
        self.complete = QCheckBox(_("Fill in what is empty of those who are known already"))
        self.complete.setChecked(True)
        self.model = PreviewModel(look, self)
        self._table = QTableView()
        self._table.setAccessibleName(_("Preview"))
        self._table.setModel(self.model)
        self._table.verticalHeader().hide()
        self._table.setShowGrid(False)
        self._table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self._table.setTabKeyNavigation(False)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for place, width in enumerate(_WIDTHS):
            header.resizeSection(place, width)
        top = row(gap=16)
        top.addLayout(self._counts)
        top.addStretch(1)
        top.addWidget(self.only_left_out)
        self.setLayout(column(top, self._table, self.complete, gap=10))

    def show_rows(self, rows: "tuple[PreviewRow, ...]") -> None:
        """Show what a table would bring."""
        self._rows = rows
        clear(self._counts)
        counted = Counter(each.state for each in rows)
        for state in RowState:
            if counted[state]:
                words = f"{self._look.labels.label(state)}: {counted[state]}"
                self._counts.addWidget(Chip(words, STATE_TONES[state], self._look))
        left_out = any(counted[state] for state in LEFT_OUT)
        self.only_left_out.setVisible(left_out)
        self.only_left_out.setChecked(False)
        self.complete.setVisible(bool(counted[RowState.KNOWN]))
        self._show()

    def count(self, state: RowState) -> int:
        """How many rows are like that."""
        return sum(each.state is state for each in self._rows)

    def _show(self) -> None:
        only = self.only_left_out.isChecked()
        self.model.show([each for each in self._rows if not only or each.state in LEFT_OUT])
