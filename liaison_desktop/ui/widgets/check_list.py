"""Rows that are ticked or not: the space bar or a click turns the current one."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

_KEY_ROLE = Qt.ItemDataRole.UserRole + 1
_MOST_SHOWN = 6
_AROUND = 18


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One row.

    Attributes:
        key: what stands for it.
        about: the second line.
        possible: whether it can be ticked.
    """

    key: Hashable
    title: str
    about: str
    ticked: bool
    possible: bool = True


class CheckList(QListWidget):
    """A list of such rows; it scrolls where there are many."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("checks")
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def ticked(self) -> frozenset[Hashable]:
        """What stands for the rows that are ticked."""
        rows = (self.item(place) for place in range(self.count()))
        return frozenset(
            row.data(_KEY_ROLE) for row in rows if row.checkState() is Qt.CheckState.Checked
        )

    def show_rows(self, rows: Iterable[CheckRow]) -> None:
        """Show other rows; the current place stays current."""
        place = max(self.currentRow(), 0)
        self.clear()
        # Before it is seen, Qt would leave what the style puts around a row out of its height.
        self.ensurePolished()
        offered = [(row, f"{row.title}\n{row.about}") for row in rows]
        measured = (self.fontMetrics().size(0, text).height() for _row, text in offered)
        height = max(measured, default=0) + _AROUND
        for row, text in offered:
            item = QListWidgetItem(text)
            item.setSizeHint(QSize(0, height))
            item.setData(_KEY_ROLE, row.key)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.title}, {row.about}")
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags | Qt.ItemFlag.ItemIsEnabled if row.possible else flags)
            state = Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
            item.setCheckState(state)
            self.addItem(item)
        self.setMinimumHeight(min(self.count(), _MOST_SHOWN) * height + 4)
        if self.count():
            self.setCurrentRow(min(place, self.count() - 1))

    def go_to(self, key: Hashable) -> None:
        """Make the row current that a key stands for, if there is one."""
        for place in range(self.count()):
            if self.item(place).data(_KEY_ROLE) == key:
                self.setCurrentRow(place)
