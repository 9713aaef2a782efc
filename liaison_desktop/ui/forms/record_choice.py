"""Choosing one record out of very many by typing a part of its name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit

from liaison_desktop.domain.listings import ActionRow, PageRequest
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.widgets.offers import completer_of

_PAUSE_MS = 120
"""After the last keystroke, before the store is asked."""

_OFFERED = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """A record to choose: its id and the words it is known by."""

    id: UUID
    words: str


LookUp = Callable[[str], Sequence[Choice]]
"""Finds records by words, on a worker."""


class RecordChoice(QLineEdit):
    """A line in which somebody types; what fits hangs below and is chosen by arrow keys or mouse.

    Signals:
        chosen: the ``Choice`` that was made, or ``None`` when it was typed over.
    """

    chosen = Signal(object)

    def __init__(self, look_up: LookUp, context: Context, *, hint: str) -> None:
        super().__init__()
        self._look_up = look_up
        self._context = context
        self._choice: Choice | None = None
        self._offered: Sequence[Choice] = ()
        self._model = QStringListModel(self)
        self._completer = completer = completer_of(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        # PySide's types know one of the signal's two forms.
        completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]
        self.setCompleter(completer)
        self.setPlaceholderText(hint)
        self.setClearButtonEnabled(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.search)
        self.textEdited.connect(lambda _text: self._typed())
        self.textChanged.connect(lambda text: None if text else self._let_go())

    @property
    def record_id(self) -> UUID | None:
        """What was chosen; ``None`` = nothing yet."""
        return self._choice.id if self._choice else None

    @property
    def popup(self) -> QAbstractItemView:
        """What hangs below the line."""
        popup = self._completer.popup()
        assert popup is not None  # noqa: S101 - a completer that pops up has one
        return popup

    def choose(self, choice: Choice) -> None:
        """Choose a record."""
        self._choice = choice
        self.setText(choice.words)
        self.setCursorPosition(0)
        self.chosen.emit(choice)

    def search(self) -> None:
        """Look up what stands in the line and offer what was found."""
        words = self.text().strip()
        self._context.jobs.read(lambda: self._look_up(words), self._offer, owner=self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow down offers records before anything was typed."""
        if event.key() == Qt.Key.Key_Down and not self.popup.isVisible():
            self.search()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever typed a name in full has chosen it."""
        super().focusOutEvent(event)
        fitting = [each for each in self._offered if each.words == self.text().strip()]
        if self._choice is None and len(fitting) == 1:
            self.choose(fitting[0])

    def _typed(self) -> None:
        self._let_go()
        self._pause.start()

    def _let_go(self) -> None:
        if self._choice is not None:
            self._choice = None
            self.chosen.emit(None)

    def _offer(self, found: Sequence[Choice]) -> None:
        self._offered = found
        self._model.setStringList([each.words for each in found])
        if self.hasFocus() and found and self._choice is None:
            self._completer.complete()

    def _take(self, index: QModelIndex) -> None:
        # The completer puts the words into the line after it has told of them.
        choice = self._offered[index.row()]
        QTimer.singleShot(0, self, lambda: self.choose(choice))


def people_of(committee_id: UUID, context: Context) -> LookUp:
    """Finds a committee's people by name, native name or organisation."""

    def look_up(words: str) -> Sequence[Choice]:
        request = PageRequest(committee_id=committee_id, search=words, limit=_OFFERED)
        return [
            Choice(row.id, " · ".join(filter(None, (row.name, row.name_native, row.organisation))))
            for row in context.services.people.page(request).rows
        ]

    return look_up


def organisations_of(committee_id: UUID, context: Context) -> LookUp:
    """Finds a committee's organisations by name."""

    def look_up(words: str) -> Sequence[Choice]:
        request = PageRequest(committee_id=committee_id, search=words, limit=_OFFERED)
        return [
            Choice(row.id, " · ".join(filter(None, (row.name, row.name_native))))
            for row in context.services.people.organisations(request).rows
        ]

    return look_up


def actions_of(committee_id: UUID, context: Context) -> LookUp:
    """Finds the actions of a committee's meetings by their words."""

    def look_up(words: str) -> Sequence[Choice]:
        request = PageRequest(committee_id=committee_id, search=words, limit=_OFFERED)
        rows = context.services.meetings.actions(request).rows
        return [Choice(row.id, action_words(row)) for row in rows]

    return look_up


def decisions_of(committee_id: UUID, context: Context) -> LookUp:
    """Finds the decisions of a committee that carry a number, by their words."""

    def look_up(words: str) -> Sequence[Choice]:
        request = PageRequest(committee_id=committee_id, search=words, limit=_OFFERED)
        rows = context.services.meetings.decisions(request).rows
        return [Choice(row.id, " · ".join((row.number, row.text))) for row in rows if row.number]

    return look_up


def action_words(row: ActionRow) -> str:
    """What an action is known by: its number, its words, who does it."""
    return " · ".join(filter(None, (row.number, row.text, row.responsible)))
