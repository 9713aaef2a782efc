"""Marks below words that no dictionary knows; asked for beside the window's own work."""

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from liaison_desktop.ui.context import Context
from liaison_desktop.ui.rich import formats
from liaison_desktop.ui.rich.editor import RichText

_REST_MS = 400
_WORD = re.compile(r"[^\W\d_][\w\u064b-\u0652\u0670]*(?:['’][^\W\d_]+)*")
_SHORTEST = 2


class SpellMarks(QObject):
    """Asks for each word once, when the writer rests, and marks what is not known."""

    def __init__(self, editor: RichText, context: Context) -> None:
        super().__init__(editor)
        self._editor = editor
        self._context = context
        self._language = ""
        self._names: frozenset[str] = frozenset()
        self._judged: dict[str, bool] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.check)
        editor.document().contentsChanged.connect(self._rest.start)
        editor.verticalScrollBar().valueChanged.connect(lambda _value: self._rest.start())
        editor.document().documentLayout().documentSizeChanged.connect(
            lambda _size: self._rest.start()
        )

    @property
    def language(self) -> str:
        """Of the words."""
        return self._language

    @property
    def on(self) -> bool:
        """Whether the user wants marks."""
        return self._context.desk.settings.spelling != "off"

    def speak(self, language: str, names: Iterable[str]) -> None:
        """Check in a language; ``names`` are texts whose words are always known."""
        if language != self._language:
            self._judged.clear()
        self._language = language
        self._names = frozenset(found[0] for text in names for found in _WORD.finditer(text))
        self._rest.start()

    def check(self) -> None:
        """Ask for the words that were not asked for yet, and mark those that are not known."""
        if not self._editor.isVisible():
            return  # asked for again when it is shown
        if not self._language or not self.on:
            self._editor.setExtraSelections([])
            return
        words = {word for _block, _at, word in self._words()}
        new = frozenset(words - self._judged.keys())
        if not new:
            self._mark()
            return
        service, language = self._context.services.spelling, self._language
        self._context.jobs.read(
            lambda: service.unknown(language, new),
            lambda unknown: self._judge(language, new, unknown),
            owner=self,
        )

    def word_at(self, place: QPoint) -> QTextCursor | None:
        """The marked word at a point of the view, selected."""
        cursor = self._editor.cursorForPosition(place)
        for found in self._editor.extraSelections():
            marked = QTextCursor(found.cursor)
            if marked.selectionStart() <= cursor.position() <= marked.selectionEnd():
                return marked
        return None

    def forget(self, word: str) -> None:
        """Ask for a word anew: it was added to the user's own."""
        self._judged = {one: wrong for one, wrong in self._judged.items() if one != word}
        self.check()

    def _judge(self, language: str, asked: frozenset[str], unknown: frozenset[str]) -> None:
        if language == self._language:
            self._judged.update({word: word in unknown for word in asked})
            self._mark()

    def _mark(self) -> None:
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        form.setUnderlineColor(QColor(self._context.look.tokens.wrong))
        typed = self._editor.textCursor().position() if self._editor.hasFocus() else -1
        marks = []
        for block, at, word in self._words():
            start = block.position() + at
            if not self._judged.get(word) or start <= typed == start + len(word):
                continue
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(block)
            mark.cursor.setPosition(start)
            mark.cursor.setPosition(start + len(word), QTextCursor.MoveMode.KeepAnchor)
            mark.format = form
            marks.append(mark)
        self._editor.setExtraSelections(marks)

    def _words(self) -> Iterator[tuple[QTextBlock, int, str]]:
        """Each word in view that is no name, with its paragraph and its place there.

        Marks out of view would make each key slower: 1800 of them cost a seventh of a second.
        """
        view = self._editor.viewport().rect()
        first = self._editor.cursorForPosition(view.topLeft())
        last = self._editor.cursorForPosition(view.bottomRight())
        block = first.block()
        while block.isValid() and block.position() <= last.position():
            if not formats.is_kept(block):
                yield from self._words_of(block, first.position(), last.position())
            block = block.next()

    def _words_of(
        self, block: QTextBlock, first: int, last: int
    ) -> Iterator[tuple[QTextBlock, int, str]]:
        for found in _WORD.finditer(block.text()):
            in_view = first <= block.position() + found.end()
            in_view = in_view and block.position() + found.start() <= last
            if in_view and len(found[0]) >= _SHORTEST and found[0] not in self._names:
                yield block, found.start(), found[0]
