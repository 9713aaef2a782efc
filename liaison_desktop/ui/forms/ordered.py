"""Rows that can be put in another order by buttons and by keyboard."""

from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QWidget

from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.buttons import icon_button
from liaison_desktop.ui.widgets.card import column, row

Row = TypeVar("Row", bound=QWidget)


class OrderedRows(QWidget, Generic[Row]):
    """Rows one below the other, each with buttons to move and remove it; Alt and an arrow move too.

    Signals:
        arranged: a row came, went or took another place.
    """

    arranged = Signal()

    def __init__(self, look: Look, *, gap: int = 8) -> None:
        super().__init__()
        self.look = look
        self.rows: list[Row] = []
        self._lines: dict[Row, QWidget] = {}
        self._locked = False
        self._buttons: dict[Row, tuple[QToolButton, ...]] = {}
        self._box = column(gap=gap)
        self.setLayout(self._box)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._move_focused, by))

    def words_for(self, place: int) -> tuple[str, str, str]:
        """What the buttons beside a row are called: up, down, remove."""
        raise NotImplementedError

    def renumber(self, row: Row, place: int) -> None:
        """A row has this place now, counted from 1."""
        raise NotImplementedError

    def add_row(self, row: Row) -> None:
        """Put a row below the others."""
        self.rows.append(row)
        self._lines[row] = self._line(row)
        self._box.addWidget(self._lines[row])
        self._arrange()

    def remove_row(self, row: Row) -> None:
        """Take a row away."""
        self.rows.remove(row)
        line = self._lines.pop(row)
        self._buttons.pop(row)
        line.hide()
        line.deleteLater()
        self._arrange()

    def move_row(self, row: Row, by: int) -> None:
        """Put a row so many places further down; at the ends and while locked it stays."""
        place = self.rows.index(row)
        target = place + by
        if self._locked or not 0 <= target < len(self.rows):
            return
        self.rows.insert(target, self.rows.pop(place))
        focused = QApplication.focusWidget()
        self._box.removeWidget(self._lines[row])
        self._box.insertWidget(target, self._lines[row])
        if focused is not None and self._lines[row].isAncestorOf(focused):
            focused.setFocus()
        self._arrange()

    def hold(self, *, locked: bool) -> None:
        """Let the order be as it is, without the buttons that change it, or no longer."""
        self._locked = locked
        for buttons in self._buttons.values():
            for made in buttons:
                made.setVisible(not locked)

    def _move_focused(self, by: int) -> None:
        """Move the row in which the cursor is."""
        focused = QApplication.focusWidget()
        for each in self.rows:
            if focused is not None and self._lines[each].isAncestorOf(focused):
                self.move_row(each, by)
                return

    def _line(self, made: Row) -> QWidget:
        line = QWidget()
        buttons = (
            icon_button(Icon.UP, "", lambda: self.move_row(made, -1), self.look),
            icon_button(Icon.DOWN, "", lambda: self.move_row(made, 1), self.look),
            icon_button(Icon.CLOSE, "", lambda: self.remove_row(made), self.look),
        )
        self._buttons[made] = buttons
        box: QHBoxLayout = row(gap=2)
        box.addWidget(made, 1)
        box.addSpacing(4)
        for each in buttons:
            box.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        line.setLayout(box)
        return line

    def _arrange(self) -> None:
        last = len(self.rows)
        for place, each in enumerate(self.rows, 1):
            self.renumber(each, place)
            for made, words in zip(self._buttons[each], self.words_for(place), strict=True):
                made.setToolTip(words)
                made.setAccessibleName(words)
            up, down, _remove = self._buttons[each]
            up.setEnabled(place > 1)
            down.setEnabled(place < last)
        self.arranged.emit()
