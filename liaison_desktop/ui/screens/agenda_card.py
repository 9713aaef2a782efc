"""The agenda of a meeting that has not begun: items come, go and change places."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QLineEdit

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.agenda_item import AgendaItemDialog, usual_kind
from liaison_desktop.ui.dialogs.item_files import ItemFilesDialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.models.paged import Face
from liaison_desktop.ui.screens.item_head import item_marks, postpone_words
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.agenda_list import AgendaList
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Card, row
from liaison_desktop.ui.widgets.text import TextKind, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from liaison_desktop.domain.changes import Changes
    from liaison_desktop.services.agenda import AgendaService


class AgendaCard(Card):
    """The items, a line for a new one, and what can be done with the current one."""

    def __init__(self, context: Context) -> None:
        super().__init__(gap=12)
        look = context.look
        _ = look.catalogue.gettext
        self._context = context
        self._meeting: Meeting | None = None
        self.items = AgendaList(_("Agenda"), look)
        self.title = QLineEdit()
        self.title.setPlaceholderText(_("New item: its title, then Enter"))
        self.title.setAccessibleName(_("Title of a new item"))
        self.title.returnPressed.connect(self._add_titled)
        self._more = button(_("With &details …"), self._add, look, icon=Icon.ADD)
        self._change = button(_("&Change the item …"), self._edit_current, look)
        self._files = button(_("&Files …"), self._ask_files, look)
        self._postpone = button("", self._postpone_current, look)
        self._remove = button(_("&Remove"), self._remove_current, look)
        self._hint = label(
            _("Alt with the arrow keys moves the item; Enter changes it, Delete removes it."),
            TextKind.QUIET,
            wrap=True,
        )
        self._empty = label(_("Nothing is on the agenda yet."), TextKind.QUIET, wrap=True)
        self._lay_out()
        self._connect()

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the agenda of a meeting."""
        self._meeting = meeting
        self.items.show_faces([self._face(item) for item in meeting.items], locked=False)
        some = bool(meeting.items)
        self._empty.setVisible(not some)
        acts = (self._change, self._files, self._postpone, self._remove)
        for part in (self.items, self._hint, *acts):
            part.setVisible(some)
        self._name_acts()

    def _lay_out(self) -> None:
        _ = self._context.look.catalogue.gettext
        self.box.addWidget(label(_("Agenda"), TextKind.SUBHEADING))
        self.box.addWidget(self._empty)
        self.box.addWidget(self.items)
        line = row(gap=8)
        line.addWidget(self.title, 1)
        line.addWidget(self._more)
        self.box.addLayout(line)
        self.box.addLayout(
            row(self._change, self._files, self._postpone, self._remove, None, gap=8)
        )
        self.box.addWidget(self._hint)

    def _connect(self) -> None:
        self.items.opened.connect(self._edit)
        self.items.currentRowChanged.connect(lambda _row: self._name_acts())
        self.items.removed.connect(self._take_off)
        self.items.shifted.connect(
            lambda item, by: self._write(lambda agenda, of: agenda.shift(of, item, by))
        )
        self.items.indented.connect(
            lambda item, by: self._write(lambda agenda, of: agenda.indent(of, item, by))
        )
        self.items.dragged.connect(self._drag)

    def _face(self, item: AgendaItem) -> Face:
        _ = self._context.look.catalogue.gettext
        isolate = self._context.look.formats.isolate
        about = [self._context.look.labels.label(item.kind)]
        if item.minutes_allotted:
            about.append(_("{minutes} min").format(minutes=item.minutes_allotted))
        about += [isolate(name) for name in (item.presenter or item.proposer,) if name]
        if item.attachments:
            ngettext = self._context.look.catalogue.ngettext
            files = ngettext("{count} file", "{count} files", len(item.attachments))
            about.append(files.format(count=len(item.attachments)))
        return Face(
            id=item.id,
            title=item.title,
            subtitle=" · ".join(about),
            lead=item.number,
            chip=" · ".join(item_marks(item, self._context.look)),
            tone=Tone.CARE,
        )

    def _add_titled(self) -> None:
        from liaison_desktop.services.agenda import AddItem, ItemPlan

        title = self.title.text()
        if self._meeting is None or not title.strip():
            return
        plan = ItemPlan(title=title, kind=usual_kind(self._meeting))
        command = AddItem(meeting_id=self._meeting.id, plan=plan)
        self._write(lambda agenda, _of: agenda.add(command))
        self.title.clear()

    def _add(self) -> None:
        if self._meeting is not None:
            dialog = AgendaItemDialog(
                self._meeting, self._context, self.window(), behind=self.items.current
            )
            dialog.open()

    def _edit_current(self) -> None:
        if self.items.current is not None:
            self._edit(self.items.current)

    def _edit(self, item_id: UUID) -> None:
        item = self._item(item_id)
        if self._meeting is not None and item is not None:
            AgendaItemDialog(self._meeting, self._context, self.window(), item=item).open()

    def _item(self, item_id: UUID | None) -> AgendaItem | None:
        items = self._meeting.items if self._meeting is not None else ()
        return next((one for one in items if one.id == item_id), None)

    def _name_acts(self) -> None:
        """Say what the button about postponing would do with the current item."""
        item = self._item(self.items.current)
        if item is not None:
            self._postpone.setText(postpone_words(item, self._context.look))

    def _ask_files(self) -> None:
        item = self._item(self.items.current)
        if self._meeting is not None and item is not None:
            ItemFilesDialog(self._meeting, item, self._context, self.window()).open()

    def _postpone_current(self) -> None:
        item = self._item(self.items.current)
        if item is not None:
            self._write(
                lambda agenda, of: agenda.postpone(of, item.id, postponed=not item.postponed)
            )

    def _remove_current(self) -> None:
        if self.items.current is not None:
            self._take_off(self.items.current)

    def _take_off(self, item_id: UUID) -> None:
        self._write(lambda agenda, of: agenda.remove(of, item_id))

    def _drag(self, item_id: UUID, before: UUID | None) -> None:
        from liaison_desktop.services.agenda import MoveItem

        if self._meeting is not None:
            command = MoveItem(meeting_id=self._meeting.id, item_id=item_id, before=before)
            self._write(lambda agenda, _of: agenda.move(command))

    def _write(self, work: "Callable[[AgendaService, UUID], Changes]") -> None:
        if self._meeting is None:
            return
        agenda, meeting_id = self._context.services.meeting_work.agenda, self._meeting.id
        self._context.jobs.change(lambda: work(agenda, meeting_id), owner=self)
