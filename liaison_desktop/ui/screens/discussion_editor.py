"""What is said on an item, kept while it is typed.

A second after the first key what stands there is in the journal; when the writer rests, or goes
elsewhere, it becomes part of the record.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.text_modules import TextModulesDialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.rich.editor import RichText
from liaison_desktop.ui.rich.format_bar import FormatBar
from liaison_desktop.ui.rich.menu import WritingMenu
from liaison_desktop.ui.rich.spelling import SpellMarks
from liaison_desktop.ui.screens.module_values import module_values
from liaison_desktop.ui.widgets.card import column
from liaison_desktop.ui.widgets.text import TextKind, label

_JOURNAL_MS = 1000
_REST_MS = 3000


class DiscussionEditor(QWidget):
    """The text of one item, in Markdown."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._meeting: Meeting | None = None
        self._item: AgendaItem | None = None
        self._dirty = False
        _ = context.look.catalogue.gettext
        self.text = RichText()
        self.text.setPlaceholderText(_("What is said"))
        self.bar = FormatBar(self.text, context.look)
        self.bar.add(Icon.MODULES, _("Text modules"), "Ctrl+Space", self._choose_module)
        self.text.setAccessibleName(_("Discussion"))
        self.marks = SpellMarks(self.text, context)
        self.menu = WritingMenu(self.text, self.marks, context)
        self._state = label("", TextKind.SMALL)
        self._journal = self._timer(_JOURNAL_MS, self._note)
        self._rest = self._timer(_REST_MS, self.flush)
        self.setLayout(column(self.bar, self.text, self._state, gap=4))
        self.text.textChanged.connect(self._typed)
        self.text.installEventFilter(self)

    def show_item(self, meeting: Meeting, item: AgendaItem, typed: str | None) -> None:
        """Show an item's text; what is being written is never overwritten.

        ``typed``: what the journal has of it and the record has not, as after a crash.
        """
        other = self._item is None or self._item.id != item.id
        if other:
            self.flush()
        self._meeting, self._item = meeting, item
        self.marks.speak(meeting.language, _names_in(meeting))
        if self._dirty:
            return
        found = item.discussion
        recovered = other and typed is not None and typed != found
        if recovered and typed is not None:
            found = typed
        if other or self.text.markdown() != found:
            self._fill(found)
        if recovered:
            self._typed()
            words = self._context.look.catalogue.gettext("What was typed last was recovered.")
            self._state.setText(words)

    def flush(self) -> None:
        """Make what was written part of the record at once."""
        from liaison_desktop.services.writing import WriteDiscussion

        self._journal.stop()
        self._rest.stop()
        if not self._dirty or self._meeting is None or self._item is None:
            return
        self._dirty = False
        command = WriteDiscussion(
            meeting_id=self._meeting.id, item_id=self._item.id, text=self.text.markdown()
        )
        writing = self._context.services.meeting_work.writing
        self._context.jobs.change(lambda: writing.write(command), owner=self, done=self._saved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl with an arrow goes to another item; an editor would keep the keys for itself."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if control and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_E):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes elsewhere finds what was written again."""
        super().hideEvent(event)
        self.flush()

    def _choose_module(self) -> None:
        if self._meeting is None or self._item is None:
            return
        values = module_values(self._meeting, self._item)
        dialog = TextModulesDialog(self._meeting, values, self._context, self.window())
        dialog.chosen.connect(self.text.insert_markdown)
        dialog.open()

    def _timer(self, milliseconds: int, work: object) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        made.timeout.connect(work)
        return made

    def _fill(self, text: str) -> None:
        self.text.show_markdown(text)
        self.bar.show_state()
        self._state.clear()

    def _typed(self) -> None:
        self._dirty = True
        if not self._journal.isActive():
            self._journal.start()
        self._rest.start()
        self._state.setText(self._context.look.catalogue.gettext("Not saved yet …"))

    def _note(self) -> None:
        from liaison_desktop.services.writing import WriteDiscussion

        if self._meeting is None or self._item is None:
            return
        command = WriteDiscussion(
            meeting_id=self._meeting.id, item_id=self._item.id, text=self.text.markdown()
        )
        writing = self._context.services.meeting_work.writing
        self._context.jobs.write(
            lambda _job: writing.note_typing(command), lambda _none: None, owner=self, label=""
        )

    def _saved(self, _changes: Changes) -> None:
        if not self._dirty:
            self._state.setText(self._context.look.catalogue.gettext("Saved."))


def _names_in(meeting: Meeting) -> tuple[str, ...]:
    """Names that no dictionary has to know."""
    people = [one.present_name for one in meeting.attendees]
    organisations = [one.organisation for one in meeting.attendees]
    places = (meeting.committee_name, meeting.committee_city, meeting.place)
    guests = [one.name for one in meeting.guests]
    return (*people, *organisations, *places, *guests)
