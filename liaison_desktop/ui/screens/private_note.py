"""The secretary's own note on the item under way: on no paper and in no export."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QKeyCombination, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.changes import Changes
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.forms.articles import GrowingText
from liaison_desktop.ui.widgets.card import column
from liaison_desktop.ui.widgets.fold import Fold
from liaison_desktop.ui.widgets.keys_through import KeysThrough
from liaison_desktop.ui.widgets.text import TextKind, label

if TYPE_CHECKING:
    from liaison_desktop.services.meetings import MeetingRecord

_REST_MS = 2000
_TO_OTHER_ITEMS = tuple(
    QKeyCombination(Qt.KeyboardModifier.ControlModifier, key)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_E)
)


class PrivateNoteField(QWidget):
    """Folded away at first: in a meeting others may see the screen.

    It is saved when the writer rests or goes elsewhere. Until the record that is shown was read
    after that, what was written counts and not what the record has.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._record: MeetingRecord | None = None
        self._item_id: UUID | None = None
        self._dirty = False
        self._written: dict[UUID, str] = {}
        self._stored: set[UUID] = set()
        _ = context.look.catalogue.gettext
        self._nothing, self._something = _("&Private note"), _("&Private note (written)")
        promise = _("On no paper and in no export.")
        self.text = GrowingText("")
        self.text.setAccessibleName(_("Private note"))
        self.text.setAccessibleDescription(promise)
        KeysThrough(self.text, _TO_OTHER_ITEMS)
        part = QWidget()
        part.setLayout(column(label(promise, TextKind.SMALL, wrap=True), self.text, gap=4))
        self.fold = Fold(self._nothing, part, context.look)
        self.setLayout(column(self.fold))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.flush)
        self.fold.head.clicked.connect(self._turned)
        self.text.textChanged.connect(self._typed)

    def show_item(self, record: "MeetingRecord", item: AgendaItem) -> None:
        """Show the note on an item; what is being written is never overwritten."""
        if self._item_id != item.id:
            self.flush()
        if record is not self._record:
            for stored in self._stored:
                self._written.pop(stored, None)
            self._stored.clear()
        self._record, self._item_id = record, item.id
        if self._dirty:
            return
        found = self._written.get(item.id, record.private_notes.get(item.id, ""))
        if self.text.toPlainText().strip() != found.strip():
            self.text.blockSignals(True)
            self.text.setPlainText(found)
            self.text.blockSignals(False)
        self._name()

    def flush(self) -> None:
        """Keep what was written at once."""
        self._rest.stop()
        if not self._dirty or self._record is None or self._item_id is None:
            return
        self._dirty = False
        item_id, text = self._item_id, self.text.toPlainText()
        self._written[item_id] = text
        self._stored.discard(item_id)
        writing = self._context.services.meeting_work.writing
        self._context.jobs.change(
            partial(writing.note, self._record.meeting.id, item_id, text),
            owner=self,
            done=partial(self._kept, item_id, text),
        )

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes elsewhere finds what was written again."""
        super().hideEvent(event)
        self.flush()

    def _kept(self, item_id: UUID, text: str, _changes: Changes) -> None:
        if self._written.get(item_id) == text:
            self._stored.add(item_id)

    def _turned(self) -> None:
        if self.fold.opened:
            self.text.setFocus()

    def _typed(self) -> None:
        self._dirty = True
        self._rest.start()
        self._name()

    def _name(self) -> None:
        written = bool(self.text.toPlainText().strip())
        self.fold.name(self._something if written else self._nothing)
