"""The item under way: what is said, what is decided, what is to be done."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.decisions import Action, Decision
from liaison_desktop.domain.planning import responsible_for
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.motion import MotionDialog
from liaison_desktop.ui.dialogs.session import ActionDialog
from liaison_desktop.ui.dialogs.versions import EarlierVersionsDialog
from liaison_desktop.ui.forms.attachment_lines import AttachmentLines
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.screens.agenda_item import ActionBlock
from liaison_desktop.ui.screens.decision_block import DecisionBlock
from liaison_desktop.ui.screens.discussion_editor import DiscussionEditor
from liaison_desktop.ui.screens.item_head import ItemHead, postpone_words
from liaison_desktop.ui.screens.private_note import PrivateNoteField
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Card, Scroll, clear, column, row
from liaison_desktop.ui.widgets.file_drop import FileDrop
from liaison_desktop.ui.widgets.text import TextKind, label
from liaison_desktop.ui.wording import rule_sentence

if TYPE_CHECKING:
    from liaison_desktop.services.meetings import MeetingRecord


class ItemPanel(Card):
    """One item at a time."""

    def __init__(self, context: Context) -> None:
        super().__init__(pad=0, gap=0)
        self._context = context
        self._record: MeetingRecord | None = None
        self._item: AgendaItem | None = None
        look = context.look
        _ = look.catalogue.gettext
        self.editor = DiscussionEditor(context)
        self.head = ItemHead(context)
        self.note = PrivateNoteField(context)
        self.files = AttachmentLines(context)
        self._blocks = column(gap=12)
        scroll = Scroll(gap=14, start=20, above=18, gutter=20)
        scroll.box.addWidget(self.head)
        scroll.box.addWidget(self.editor)
        scroll.box.addWidget(self.note)
        scroll.box.addWidget(self.files)
        scroll.box.addLayout(self._blocks)
        scroll.box.addLayout(
            row(
                button(_("&Decision"), self.decide, look, icon=Icon.DECISION),
                button(_("Ac&tion"), self.assign, look, icon=Icon.ACTION),
                self._more(),
                None,
                gap=8,
            )
        )
        hint = _("Ctrl+D, Ctrl+T; Ctrl+↓ for the next item")
        scroll.box.addWidget(label(hint, TextKind.SMALL, wrap=True))
        scroll.box.addStretch(1)
        self.box.addWidget(scroll)
        FileDrop(self).dropped.connect(self.files.attach)

    def show_item(self, record: "MeetingRecord", item: AgendaItem) -> None:
        """Show an item of a meeting."""
        self._record, self._item = record, item
        self.head.show_item(record.meeting, item)
        self._postpone.setText(postpone_words(item, self._context.look))
        self.note.show_item(record, item)
        self.files.show_item(record.meeting.id, item)
        self.editor.show_item(record.meeting, item, record.typed.get(item.id))
        clear(self._blocks)
        assessed = next(each for each in record.assessment.items if each.no == item.no)
        for decision, verdict in zip(item.decisions, assessed.verdicts, strict=True):
            block = DecisionBlock(decision, verdict, self._context.look, provisional=True)
            rule = rule_sentence(
                verdict, assessed.present_voters, record.assessment.quorum, self._context.look
            )
            block.add_rule(rule)
            self._add(block, partial(self._edit, decision), partial(self._drop, decision))
        for action in item.actions:
            who = responsible_for(action, record.meeting)
            made = ActionBlock(action, who, self._context.look)
            self._add(made, partial(self._reassign, action), partial(self._unassign, action))

    def flush(self) -> None:
        """Keep what was written at once."""
        self.editor.flush()
        self.note.flush()

    def decide(self) -> None:
        """Ask for a further decision."""
        if self._record is not None and self._item is not None:
            self.flush()
            MotionDialog(self._record.meeting, self._item, self._context, self.window()).open()

    def assign(self) -> None:
        """Ask for a further action; what is marked in the text is what is to be done."""
        if self._record is not None and self._item is not None:
            marked = self.editor.text.textCursor().selection().toPlainText().strip()
            self.flush()
            ActionDialog(
                self._record.meeting, self._item, self._context, self.window(), text=marked
            ).open()

    def postpone(self) -> None:
        """Leave the item to the next meeting, or deal with it after all."""
        if self._record is not None and self._item is not None:
            agenda = self._context.services.meeting_work.agenda
            meeting_id, item = self._record.meeting.id, self._item
            self._change(lambda: agenda.postpone(meeting_id, item.id, postponed=not item.postponed))

    def show_versions(self) -> None:
        """Show the item's earlier texts."""
        if self._record is not None and self._item is not None:
            self.flush()
            EarlierVersionsDialog(
                self._record.meeting, self._item, self._context, self.window()
            ).open()

    def _more(self) -> QPushButton:
        """What is done less often, in a menu."""
        _ = self._context.look.catalogue.gettext
        made = QPushButton(_("&More"))
        menu = QMenu(made)
        menu.addAction(_("&Attach files …"), self.files.ask)
        self._postpone = menu.addAction("", self.postpone)
        menu.addAction(_("&Earlier versions …"), self.show_versions)
        made.setMenu(menu)
        return made

    def _add(self, block: QWidget, change: Callable[[], None], drop: Callable[[], None]) -> None:
        look = self._context.look
        _ = look.catalogue.gettext
        self._blocks.addWidget(block)
        self._blocks.addLayout(
            row(None, button(_("Change …"), change, look), button(_("Remove"), drop, look), gap=8)
        )

    def _edit(self, decision: Decision) -> None:
        if self._record is not None and self._item is not None:
            MotionDialog(
                self._record.meeting, self._item, self._context, self.window(), decision=decision
            ).open()

    def _reassign(self, action: Action) -> None:
        if self._record is not None and self._item is not None:
            ActionDialog(
                self._record.meeting, self._item, self._context, self.window(), action=action
            ).open()

    def _drop(self, decision: Decision) -> None:
        if self._record is not None and self._item is not None:
            deciding = self._context.services.meeting_work.deciding
            meeting_id, item_id = self._record.meeting.id, self._item.id
            self._change(lambda: deciding.drop_motion(meeting_id, item_id, decision.id))

    def _unassign(self, action: Action) -> None:
        if self._record is not None and self._item is not None:
            deciding = self._context.services.meeting_work.deciding
            meeting_id, item_id = self._record.meeting.id, self._item.id
            self._change(lambda: deciding.drop_action(meeting_id, item_id, action.id))

    def _change(self, work: Callable[[], Changes]) -> None:
        self._context.jobs.change(work, owner=self)
