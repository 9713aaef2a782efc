"""The files of an item while its meeting is planned."""

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.changes import Changes, Kind
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.dialog import Dialog
from liaison_desktop.ui.forms.attachment_lines import AttachmentLines
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Scroll, row
from liaison_desktop.ui.widgets.file_drop import FileDrop
from liaison_desktop.ui.widgets.text import TextKind, label

_WIDTH = 560
_HEIGHT = 160


class ItemFilesDialog(Dialog):
    """What is kept with an item; every change is made at once."""

    def __init__(
        self, meeting: Meeting, item: AgendaItem, context: Context, parent: QWidget | None
    ) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(_("Files for the item"), context.look, parent, width=_WIDTH)
        self._context = context
        self._meeting_id, self._item_id = meeting.id, item.id
        self.files = AttachmentLines(context)
        self._nothing = label(
            _("No files yet. Add some, or drop them here."), TextKind.QUIET, wrap=True
        )
        scroll = Scroll(gap=8)
        scroll.setMinimumHeight(_HEIGHT)
        scroll.box.addWidget(self._nothing)
        scroll.box.addWidget(self.files)
        scroll.box.addStretch(1)
        title = context.look.formats.isolate(f"{item.number} · {item.title}")
        add = button(_("&Add files …"), self.files.ask, context.look, icon=Icon.ADD)
        self.box.addWidget(label(title, TextKind.QUIET, wrap=True))
        self.box.addWidget(scroll, 1)
        self.box.addLayout(row(add, None))
        self.add_buttons(button(_("&Close"), self.accept, context.look))
        FileDrop(self).dropped.connect(self.files.attach)
        context.jobs.store_changed.connect(self._hear)
        self._show(item)

    def _show(self, item: AgendaItem) -> None:
        self._nothing.setVisible(not item.attachments)
        self.files.show_item(self._meeting_id, item)

    def _hear(self, changes: Changes) -> None:
        """Show what has come or gone."""
        if self._meeting_id not in changes.ids(Kind.MEETING):
            return
        meetings, meeting_id = self._context.services.meetings, self._meeting_id
        self._context.jobs.read(
            lambda: self._found(meetings.record(meeting_id).meeting), self._refresh, owner=self
        )

    def _found(self, meeting: Meeting) -> AgendaItem | None:
        return next((one for one in meeting.items if one.id == self._item_id), None)

    def _refresh(self, item: AgendaItem | None) -> None:
        if item is None:
            self.reject()
        else:
            self._show(item)
