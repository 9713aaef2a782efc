"""The menu of a rich text: what may have been meant, the usual acts, those of tables."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QTextCursor
from PySide6.QtWidgets import QMenu

from liaison_desktop.ui.context import Context
from liaison_desktop.ui.rich import formats, tables
from liaison_desktop.ui.rich.editor import RichText
from liaison_desktop.ui.rich.spelling import SpellMarks

Keys = QKeySequence.StandardKey


class WritingMenu(QObject):
    """Opens where somebody presses the other mouse button or the menu key."""

    def __init__(self, editor: RichText, marks: SpellMarks, context: Context) -> None:
        super().__init__(editor)
        self._editor, self._marks, self._context = editor, marks, context
        editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        editor.customContextMenuRequested.connect(self._ask)

    def _ask(self, place: QPoint) -> None:
        word = self._marks.word_at(place)
        if word is None:
            self._show(place, None, ())
            return
        service, language = self._context.services.spelling, self._marks.language
        written = word.selectedText()
        self._context.jobs.read(
            lambda: service.suggestions(language, written),
            lambda found: self._show(place, word, found),
            owner=self,
        )

    def _show(self, place: QPoint, word: QTextCursor | None, meant: tuple[str, ...]) -> None:
        """Open the menu; ``word`` is a marked one, ``meant`` what may stand for it."""
        menu = QMenu(self._editor)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if word is not None:
            self._add_spelling(menu, word, meant)
        self._add_usual(menu)
        if formats.table_at(self._editor.textCursor()) is not None:
            self._add_table(menu)
        _ = self._context.look.catalogue.gettext
        menu.addSeparator()
        switch = menu.addAction(_("Mark misspelt words"))
        switch.setCheckable(True)
        switch.setChecked(self._marks.on)
        switch.triggered.connect(lambda on: self._switch(on=on))
        menu.popup(self._editor.viewport().mapToGlobal(place))

    def _add_spelling(self, menu: QMenu, word: QTextCursor, meant: tuple[str, ...]) -> None:
        _ = self._context.look.catalogue.gettext
        for other in meant:
            action = self._add(menu, other.replace("&", "&&"), partial(word.insertText, other))
            bold = action.font()
            bold.setBold(True)
            action.setFont(bold)
        if not meant:
            menu.addAction(_("No suggestion")).setEnabled(False)
        self._add(menu, _("Add to the dictionary"), partial(self._learn, word.selectedText()))
        menu.addSeparator()

    def _add_usual(self, menu: QMenu) -> None:
        _ = self._context.look.catalogue.gettext
        editor = self._editor
        history, selected = editor.document(), editor.textCursor().hasSelection()
        clipboard = QGuiApplication.clipboard().text()
        writable = not editor.isReadOnly()
        bare = QKeySequence("Ctrl+Shift+V")
        for words, act, keys, possible in (
            (_("Undo"), editor.undo, Keys.Undo, history.isUndoAvailable()),
            (_("Redo"), editor.redo, Keys.Redo, history.isRedoAvailable()),
            (_("Cut"), editor.cut, Keys.Cut, selected and writable),
            (_("Copy"), editor.copy, Keys.Copy, selected),
            (_("Paste"), editor.paste, Keys.Paste, editor.canPaste()),
            (_("Paste words only"), editor.paste_words, bare, bool(clipboard) and writable),
            (_("Select all"), editor.selectAll, Keys.SelectAll, not history.isEmpty()),
        ):
            action = self._add(menu, words, act)
            action.setShortcut(QKeySequence(keys))
            action.setEnabled(possible)

    def _add_table(self, menu: QMenu) -> None:
        _ = self._context.look.catalogue.gettext
        menu.addSeparator()
        for words, act in (
            (_("Add a row"), tables.add_row),
            (_("Remove the row"), tables.remove_row),
            (_("Add a column"), tables.add_column),
            (_("Remove the column"), tables.remove_column),
        ):
            self._add(menu, words, partial(act, self._editor.textCursor()))

    def _add(self, menu: QMenu, words: str, act: Callable[[], object]) -> QAction:
        made = menu.addAction(words)
        made.triggered.connect(lambda _checked=False: act())
        return made

    def _learn(self, word: str) -> None:
        service, language = self._context.services.spelling, self._marks.language
        self._context.jobs.write(
            lambda _job: service.learn(language, word),
            lambda _none: self._marks.forget(word),
            owner=self,
            label="",
        )

    def _switch(self, *, on: bool) -> None:
        desk = self._context.desk
        desk.remember(replace(desk.settings, spelling="" if on else "off"))
        self._marks.check()
