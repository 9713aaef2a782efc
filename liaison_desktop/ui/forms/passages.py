"""Passages of minutes to be corrected: a small table that grows and shrinks."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.corrections import Passage
from liaison_desktop.ui.forms.marking import mark
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.buttons import icon_button
from liaison_desktop.ui.widgets.card import Scroll
from liaison_desktop.ui.widgets.choice import Choice
from liaison_desktop.ui.widgets.text import TextKind, label

_ELSEWHERE = -1
_ITEM_LETTERS = 12
_EDITOR_HEIGHT = 76
_LIST_WIDTH = 360
_STRETCHES = (2, 4, 4, 3, 0)


class PassageRow:
    """The editors of one passage."""

    def __init__(self, items: Sequence[AgendaItem], look: Look) -> None:
        _ = look.catalogue.gettext
        self._look = look
        self.item = Choice(_ITEM_LETTERS, _LIST_WIDTH)
        for item in items:
            self.item.addItem(f"{item.no} · {look.formats.isolate(item.title)}", item.no)
        self.item.addItem(_("Elsewhere"), _ELSEWHERE)
        self.item.setCurrentIndex(-1)
        self.item.setPlaceholderText(_("Choose"))
        self.was, self.now, self.reason = (_editor() for _place in range(3))
        self._error = label("", TextKind.ERROR, wrap=True)
        self._error.hide()

    @property
    def editors(self) -> tuple[QWidget, ...]:
        """Item, text as it stands, corrected text, reason."""
        return (self.item, self.was, self.now, self.reason)

    @property
    def error_line(self) -> QWidget:
        """Where it is said what is wrong."""
        return self._error

    @property
    def error(self) -> str:
        """What is said to be wrong, empty if nothing is."""
        return self._error.text() if not self._error.isHidden() else ""

    @property
    def chosen(self) -> bool:
        """Whether it is said where the passage stands."""
        return self.item.currentIndex() >= 0

    @property
    def passage(self) -> Passage:
        """What was entered."""
        number = self.item.currentData()
        return Passage(
            item_no=None if number == _ELSEWHERE else number,
            was=self.was.toPlainText(),
            now=self.now.toPlainText(),
            reason=self.reason.toPlainText(),
        )

    def name(self, place: int) -> None:
        """Tell the editors apart for those who hear the window."""
        _ = self._look.catalogue.gettext
        columns = (_("item"), _("as it stands"), _("corrected"), _("reason"))
        for editor, column in zip(self.editors, columns, strict=True):
            named = _("Passage {passage}, {column}").format(passage=place, column=column)
            editor.setAccessibleName(named)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong and put the cursor where something is missing."""
        self._error.setText(sentence)
        self._error.show()
        empty = (editor for editor in (self.was, self.now) if not editor.toPlainText().strip())
        wrong = next(empty, self.now) if self.chosen else self.item
        mark(wrong, wrong=True)
        wrong.setFocus()

    def accept(self) -> None:
        """Take the sentence away."""
        self._error.hide()
        for editor in self.editors:
            mark(editor, wrong=False)


class Passages(Scroll):
    """The table of passages; there is always one row.

    Signals:
        resized: a row came or went.
    """

    resized = Signal()

    def __init__(self, items: Sequence[AgendaItem], look: Look) -> None:
        super().__init__(gap=0)
        self._items = items
        self._look = look
        self.rows: list[PassageRow] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        for place, stretch in enumerate(_STRETCHES):
            self._grid.setColumnStretch(place, stretch)
        self.box.addLayout(self._grid)
        self.box.addStretch(1)
        self.add_row()

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What was entered."""
        return tuple(row.passage for row in self.rows)

    @property
    def wanted_height(self) -> int:
        """Height in pixels at which nothing scrolls."""
        width = self.viewport().width()
        return max(self.box.totalMinimumSize().height(), self.box.totalHeightForWidth(width))

    def add_row(self) -> None:
        """Add an empty passage and put the cursor there."""
        self.rows.append(PassageRow(self._items, self._look))
        self._lay_out()
        self.rows[-1].item.setFocus()

    def remove_row(self, row: PassageRow) -> None:
        """Take a passage away; the last one is emptied instead."""
        self.rows.remove(row)
        for widget in (*row.editors, row.error_line):
            widget.hide()
            widget.deleteLater()
        if not self.rows:
            self.rows.append(PassageRow(self._items, self._look))
        self._lay_out()
        self.rows[-1].item.setFocus()

    def _lay_out(self) -> None:
        kept = {widget for row in self.rows for widget in (*row.editors, row.error_line)}
        while (taken := self._grid.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None and widget not in kept:
                widget.hide()
                widget.deleteLater()
        self._lay_out_heads()
        for place, row in enumerate(self.rows, start=1):
            self._lay_out_row(place, row)
        self.resized.emit()

    def _lay_out_heads(self) -> None:
        _ = self._look.catalogue.gettext
        heads = (_("Item"), _("As it stands"), _("Corrected"), _("Reason, if any"))
        for column, head in enumerate(heads):
            self._grid.addWidget(label(head, TextKind.QUIET), 0, column)

    def _lay_out_row(self, place: int, row: PassageRow) -> None:
        _ = self._look.catalogue.gettext
        row.name(place)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(row.item, 2 * place, 0, top)
        for column, editor in enumerate((row.was, row.now, row.reason), start=1):
            self._grid.addWidget(editor, 2 * place, column, top)
        name = _("Remove passage {passage}").format(passage=place)
        remove = icon_button(Icon.CLOSE, name, lambda: self.remove_row(row), self._look)
        self._grid.addWidget(remove, 2 * place, len(_STRETCHES) - 1, top)
        self._grid.addWidget(row.error_line, 2 * place + 1, 1, 1, 3)
        for widget in (*row.editors, remove):
            widget.show()  # at once: hidden ones have no room in the layout


def _editor() -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setTabChangesFocus(True)
    made.setFixedHeight(_EDITOR_HEIGHT)
    return made
