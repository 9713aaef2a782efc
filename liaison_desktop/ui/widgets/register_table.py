"""The table of the register: rows as high as what they tell."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from liaison_desktop.ui.fonts import font

_FITTED = frozenset({0, 2})
"""Columns as wide as their words; the others share the rest."""

_NARROWEST = 90
_BESIDE = 24
_ABOVE = 14
"""Pixels that the style sheet and Qt keep free beside the words, and above and below them."""

_HIGHEST = 10_000


class _Cell(QStyledItemDelegate):
    """A cell as high as its words need in the width of its column.

    Qt asks the style, which forgets the padding of the style sheet where lines are broken.
    """

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As wide as the longest word at least."""
        table = self.parent()
        if not isinstance(table, QTableView) or index.column() in _FITTED:
            return super().sizeHint(option, index)
        room = max(table.columnWidth(index.column()) - _BESIDE, 1)
        lines = QFontMetrics(font()).boundingRect(
            QRect(0, 0, room, _HIGHEST), Qt.TextFlag.TextWordWrap, str(index.data() or "")
        )
        return QSize(_NARROWEST, lines.height() + _ABOVE)


class RegisterTable(QTableView):
    """Fills its width; Enter and double click choose a row (signal ``activated``)."""

    def __init__(self, model: QAbstractTableModel, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_Cell(self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(_NARROWEST)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for place in _FITTED:
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        # All columns change together: the rows are laid out once after the last of them.
        self._fit = QTimer(self)
        self._fit.setSingleShot(True)
        self._fit.timeout.connect(self.resizeRowsToContents)
        header.sectionResized.connect(lambda *_sizes: self._fit.start())
        model.modelReset.connect(self._fit.start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row, on every system."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
