"""The earlier texts of an item, compared with the one that stands now."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.comparison import Piece, compared
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.writing import TextVersion
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.dialog import Dialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.jobs import Job
from liaison_desktop.ui.models.paged import FACE_ROLE, Face
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import row
from liaison_desktop.ui.widgets.compared_text import ComparedText
from liaison_desktop.ui.widgets.listing import RowDelegate
from liaison_desktop.ui.widgets.text import TextKind, label
from liaison_desktop.ui.wording import day_and_time

_WIDTH, _HEIGHT = 860, 340
_LIST_WIDTH = 250


class _Texts(NamedTuple):
    versions: tuple[TextVersion, ...]
    current: str


class EarlierVersionsDialog(Dialog):
    """When each text was saved on one side, what has changed since on the other."""

    def __init__(
        self, meeting: Meeting, item: AgendaItem, context: Context, parent: QWidget | None
    ) -> None:
        look = context.look
        _ = look.catalogue.gettext
        super().__init__(_("Earlier versions"), look, parent, width=_WIDTH)
        self._context = context
        self._meeting_id, self._item_id = meeting.id, item.id
        self._texts = _Texts((), "")
        self._comparing: Job | None = None
        self.list = QListWidget()
        self.list.setObjectName("agenda")
        self.list.setAccessibleName(_("Earlier versions"))
        self.list.setItemDelegate(RowDelegate(look, 0, self.list))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(lambda _row: self._compare())
        self.text = ComparedText(_("Compared with the present text"), look)
        self.text.setMinimumHeight(_HEIGHT)
        self._told = label("", TextKind.QUIET, wrap=True)
        self._key = ComparedText(_("How changes are marked"), look)
        self._restore = button(_("&Restore"), self.restore, look, icon=Icon.CHECK, primary=True)
        self._lay_out(look.formats.isolate(f"{item.number} · {item.title}"))
        self._read()

    @property
    def version(self) -> TextVersion | None:
        """The version that is chosen."""
        place = self.list.currentRow()
        return self._texts.versions[place] if place >= 0 else None

    def restore(self) -> None:
        """Make the chosen text the present one; it can be undone."""
        from liaison_desktop.services.writing import WriteDiscussion

        if self.version is None:
            return
        command = WriteDiscussion(
            meeting_id=self._meeting_id, item_id=self._item_id, text=self.version.text
        )
        writing = self._context.services.meeting_work.writing
        self._context.jobs.change(
            lambda: writing.write(command), owner=self, done=lambda _changes: self.accept()
        )

    def _lay_out(self, title: str) -> None:
        _ = self.look.catalogue.gettext
        self.box.addWidget(label(title, TextKind.QUIET, wrap=True))
        columns = row(self.list, gap=16)
        columns.addWidget(self.text, 1)
        self.box.addLayout(columns, 1)
        self._key.setObjectName("key")
        self._key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._key.setFixedHeight(self.fontMetrics().height() + 12)
        self._key.show_pieces(
            (
                Piece(text=_("only in the earlier text"), in_old=True, in_new=False),
                Piece(text="   ", in_old=True, in_new=True),
                Piece(text=_("only in the present text"), in_old=False, in_new=True),
            )
        )
        self.box.addWidget(self._key)
        self.box.addWidget(self._told)
        self.add_buttons(button(_("&Close"), self.reject, self.look), self._restore)
        self._restore.setEnabled(False)

    def _read(self) -> None:
        work = self._context.services
        meeting_id, item_id = self._meeting_id, self._item_id

        def read() -> _Texts:
            items = work.meetings.record(meeting_id).meeting.items
            current = next((one.discussion for one in items if one.id == item_id), "")
            return _Texts(work.meeting_work.writing.versions(item_id), current)

        # Behind the writes that are under way: what has just been typed belongs to it.
        self._context.jobs.write(lambda _job: read(), self._show, owner=self, label="")

    def _show(self, texts: _Texts) -> None:
        self._texts = texts
        for version in texts.versions:
            made = QListWidgetItem()
            face = self._face(version)
            made.setData(FACE_ROLE, face)
            made.setData(Qt.ItemDataRole.AccessibleTextRole, face.spoken)
            self.list.addItem(made)
        if texts.versions:
            self.list.setCurrentRow(_first_other(texts.versions, texts.current))
            self.list.setFocus()
        self._compare()

    def _face(self, version: TextVersion) -> Face:
        catalogue = self.look.catalogue
        words = len(version.text.split())
        return Face(
            id=version.id,
            title=day_and_time(version.saved_at, self.look),
            subtitle=catalogue.ngettext("{count} word", "{count} words", words).format(count=words),
            chip=catalogue.gettext("present text") if version.text == self._texts.current else "",
            tone=Tone.ACCENT,
        )

    def _compare(self) -> None:
        _ = self.look.catalogue.gettext
        version = self.version
        same = version is not None and version.text == self._texts.current
        self._restore.setEnabled(version is not None and not same)
        self._key.setVisible(version is not None and not same)
        told = _("This is the present text.") if same else ""
        self._told.setText(told if version else _("Nothing was saved under this item yet."))
        self._told.setVisible(version is None or same)
        if version is None:
            return
        if self._comparing is not None:
            self._comparing.cancel()
        old, current = version.text, self._texts.current
        # Long texts take a moment.
        self._comparing = self._context.jobs.read(
            lambda: compared(old, current), self.text.show_pieces, owner=self
        )


def _first_other(versions: Sequence[TextVersion], current: str) -> int:
    """The place of the newest text that is not the present one."""
    return next((no for no, one in enumerate(versions) if one.text != current), 0)
