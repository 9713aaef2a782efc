"""The files that belong to an agenda item: looked at, saved, added, taken away."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.attachments import Attachment
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.widgets.buttons import icon_button
from liaison_desktop.ui.widgets.card import clear, column, row
from liaison_desktop.ui.widgets.text import ElidedLabel, TextKind, label, picture

_KILO = 1024


class AttachmentLines(QWidget):
    """A line for each file; nothing is to be seen where there is none."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._meeting_id: UUID | None = None
        self._item_id: UUID | None = None
        self._shown: tuple[UUID, ...] = ()
        self._lines = column(gap=4)
        self.setLayout(self._lines)
        self.hide()

    def show_item(self, meeting_id: UUID, item: AgendaItem) -> None:
        """Show the files of an item; their names are read when they are others than before."""
        self._meeting_id, self._item_id = meeting_id, item.id
        if item.attachments == self._shown:
            return
        self._shown = item.attachments
        attachments = self._context.services.attachments
        wanted = item.attachments
        self._context.jobs.read(
            lambda: attachments.all_of(wanted),
            lambda files: self._show(wanted, files),
            owner=self,
        )

    def ask(self) -> None:
        """Ask for files to be kept with the item."""
        _ = self._context.look.catalogue.gettext
        paths, _chosen = QFileDialog.getOpenFileNames(
            self, _("Files for the item"), str(Path.home()), _("All files (*)")
        )
        self.attach([Path(path) for path in paths])

    def attach(self, paths: Sequence[Path]) -> None:
        """Keep files with the item."""
        if not paths or self._meeting_id is None or self._item_id is None:
            return
        agenda = self._context.services.meeting_work.agenda
        self._context.jobs.change(
            partial(agenda.attach, self._meeting_id, self._item_id, tuple(paths)),
            owner=self,
        )

    def open(self, attachment_id: UUID) -> None:
        """Look at a copy of a file in the program that the system has for it."""
        _ = self._context.look.catalogue.gettext
        attachments = self._context.services.attachments

        def show(copy: Path) -> None:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
                told = _("This computer has no program for {name}; save a copy instead.")
                self._context.desk.tell(told.format(name=self._isolated(copy.name)))

        self._context.jobs.read(lambda: attachments.open_copy(attachment_id), show, owner=self)

    def save(self, attachment_id: UUID, path: Path) -> None:
        """Write a file as it came."""
        words = self._context.look.catalogue.gettext("Saved as {path}.")
        attachments = self._context.services.attachments
        self._context.jobs.read(
            lambda: attachments.save_copy(attachment_id, path),
            lambda saved: self._context.desk.tell(words.format(path=self._isolated(str(saved)))),
            owner=self,
        )

    def remove(self, attachment_id: UUID) -> None:
        """Take a file away from the item."""
        if self._meeting_id is None or self._item_id is None:
            return
        agenda = self._context.services.meeting_work.agenda
        self._context.jobs.change(
            partial(agenda.detach, self._meeting_id, self._item_id, attachment_id), owner=self
        )

    def _show(self, wanted: tuple[UUID, ...], files: Sequence[Attachment]) -> None:
        if wanted != self._shown:
            return
        clear(self._lines)
        for file in files:
            self._lines.addLayout(self._line(file))
        self.setVisible(bool(files))

    def _line(self, file: Attachment) -> QHBoxLayout:
        look = self._context.look
        _ = look.catalogue.gettext
        line = row(picture(look.icons.pixmap(Icon.PAPER, look.tokens.quiet, 16)), gap=8)
        line.addWidget(ElidedLabel(file.name), 1)
        line.addWidget(label(self._size(file.size), TextKind.SMALL))
        name = self._isolated(file.name)
        for icon, words, act in (
            (Icon.SHOW, _("Look at {name}"), partial(self.open, file.id)),
            (Icon.COPY, _("Save a copy of {name} …"), partial(self._ask_where, file)),
            (Icon.CLOSE, _("Take {name} away from the item"), partial(self.remove, file.id)),
        ):
            line.addWidget(icon_button(icon, words.format(name=name), act, look))
        return line

    def _ask_where(self, file: Attachment) -> None:
        _ = self._context.look.catalogue.gettext
        path, _chosen = QFileDialog.getSaveFileName(
            self, _("Save a copy"), str(Path.home() / file.name), _("All files (*)")
        )
        if path:
            self.save(file.id, Path(path))

    def _size(self, size: int) -> str:
        """The size in words, at least one kilobyte."""
        _ = self._context.look.catalogue.gettext
        kilobytes = max(1, round(size / _KILO))
        if kilobytes < _KILO:
            return _("{size} kB").format(size=kilobytes)
        return _("{size} MB").format(size=round(kilobytes / _KILO))

    def _isolated(self, name: str) -> str:
        return self._context.look.formats.isolate(name)
