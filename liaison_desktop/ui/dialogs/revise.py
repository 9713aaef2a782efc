"""Changing what stands in minutes that are not approved yet."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.changes import Changes, together
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.editors import choice_editor
from liaison_desktop.ui.rich.editor import RichText
from liaison_desktop.ui.rich.format_bar import FormatBar

_WIDTH = 760


class ReviseDialog(FormDialog):
    """One item at a time; what was changed in an item stays changed while others are looked at."""

    def __init__(
        self,
        meeting: Meeting,
        context: Context,
        parent: QWidget | None,
        *,
        item_id: UUID | None = None,
    ) -> None:
        """``item_id``: the item to begin with."""
        _ = context.look.catalogue.gettext
        told = _("Whoever got the draft before has another text now; it can be circulated again.")
        title = _("Change the text")
        super().__init__(title, _("&Save"), context, parent, explanation=told, width=_WIDTH)
        self._meeting = meeting
        self._texts = {item.id: item.discussion for item in meeting.items}
        items = [(f"{item.number}. {item.title}", item.id) for item in meeting.items]
        self.item = choice_editor(items, item_id or meeting.items[0].id)
        self.text = RichText()
        self.bar = FormatBar(self.text, context.look)
        self._shown: UUID | None = None
        self.add(_("Item"), self.item, answers=("item_gone",))
        self.body.addWidget(self.bar)
        self.add(_("What was said"), self.text, answers=("minutes_locked", "minutes_approved"))
        self.finish()
        self.item.currentIndexChanged.connect(lambda _place: self._show())
        self._show()
        self.text.setFocus()

    def work(self) -> Callable[[], Changes]:
        """Save each text that was changed."""
        from liaison_desktop.services.writing import WriteDiscussion

        self._keep()
        before = {item.id: item.discussion for item in self._meeting.items}
        commands = [
            WriteDiscussion(meeting_id=self._meeting.id, item_id=item_id, text=text)
            for item_id, text in self._texts.items()
            if text != before[item_id]
        ]
        approving = self.context.services.minutes_work.approving

        def save() -> Changes:
            return together(map(approving.revise, commands))

        return save

    def _show(self) -> None:
        self._keep()
        self._shown = self.item.currentData()
        if self._shown is not None:
            self.text.show_markdown(self._texts[self._shown])

    def _keep(self) -> None:
        if self._shown is not None:
            self._texts[self._shown] = self.text.markdown()
