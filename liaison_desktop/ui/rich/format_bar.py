"""The slim row of buttons over a rich text."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import QToolButton, QWidget

from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.rich import formats, tables
from liaison_desktop.ui.rich.editor import RichText
from liaison_desktop.ui.widgets.buttons import icon_button
from liaison_desktop.ui.widgets.card import row


class FormatBar(QWidget):
    """Bold, italic, lists, quotation, table: each with its key."""

    def __init__(self, editor: RichText, look: Look) -> None:
        super().__init__()
        self._editor = editor
        self._look = look
        _ = look.catalogue.gettext
        self._row = row(gap=2)
        self.bold = self.add(Icon.BOLD, _("Bold"), "Ctrl+B", editor.toggle_bold)
        self.italic = self.add(Icon.ITALIC, _("Italic"), "Ctrl+I", editor.toggle_italic)
        self.bullets = self.add(
            Icon.BULLETS, _("List"), "Ctrl+Shift+8", partial(editor.toggle_list, numbered=False)
        )
        self.numbers = self.add(
            Icon.NUMBERS,
            _("Numbered list"),
            "Ctrl+Shift+7",
            partial(editor.toggle_list, numbered=True),
        )
        self.quote = self.add(Icon.QUOTE, _("Quotation"), "Ctrl+Shift+9", editor.toggle_quote)
        self.table = self.add(Icon.TABLE, _("Table"), "Ctrl+Shift+T", editor.insert_table)
        self.more_rows = self.add(Icon.ADD, _("Add a row"), "Ctrl+Shift+Down", self._add_row)
        self.fewer_rows = self.add(
            Icon.CLOSE, _("Remove the row"), "Ctrl+Shift+Up", self._remove_row
        )
        self._row.addStretch(1)
        self.setLayout(self._row)
        editor.cursorPositionChanged.connect(self.show_state)
        editor.currentCharFormatChanged.connect(lambda _look: self.show_state())
        self.show_state()

    def show_state(self) -> None:
        """Show what holds where the cursor is."""
        editor, cursor = self._editor, self._editor.textCursor()
        known = formats.list_of(cursor.block())
        numbered = known is not None and formats.is_numbered(known.format())
        self._turn(self.bold, on=editor.fontWeight() > QFont.Weight.DemiBold)
        self._turn(self.italic, on=editor.fontItalic())
        self._turn(self.bullets, on=known is not None and not numbered)
        self._turn(self.numbers, on=numbered)
        self._turn(self.quote, on=formats.is_quoted(cursor.block()))
        in_table = formats.table_at(cursor) is not None
        for button in (self.more_rows, self.fewer_rows):
            button.setVisible(in_table)

    def add(self, icon: Icon, name: str, keys: str, work: Callable[[], None]) -> QToolButton:
        """A further button at the end, with its key in the text."""
        _ = self._look.catalogue.gettext
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        told = _("{name} ({keys})").format(name=name, keys=self._look.formats.isolate(shown))
        made = icon_button(icon, told, partial(self._do, work), self._look)
        made.setAccessibleName(name)
        # Whoever writes reaches it by its key; Tab goes on to what comes after the text.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shortcut = QShortcut(QKeySequence(keys), self._editor)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(partial(self._do, work))
        self._row.addWidget(made)
        return made

    def _do(self, work: Callable[[], None]) -> None:
        if not self._editor.isReadOnly():
            work()
        self._editor.setFocus()
        self.show_state()

    def _add_row(self) -> None:
        tables.add_row(self._editor.textCursor())

    def _remove_row(self) -> None:
        tables.remove_row(self._editor.textCursor())

    def _turn(self, button: QToolButton, *, on: bool) -> None:
        button.setCheckable(True)
        button.setChecked(on)
