"""What is asked while a meeting is held: an action, a substitute, the time of opening or close."""

from collections.abc import Callable, Sequence
from datetime import time
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.decisions import Action, ActionStatus
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.articles import GrowingText
from liaison_desktop.ui.forms.editors import ClockEdit, DayEdit, choice_editor
from liaison_desktop.ui.wording import now


class ActionDialog(FormDialog):
    """What is to be done, by whom, until when."""

    def __init__(
        self,
        meeting: Meeting,
        item: AgendaItem,
        context: Context,
        parent: QWidget | None,
        *,
        action: Action | None = None,
        text: str = "",
    ) -> None:
        """``text``: what is to be done, as somebody has marked it in the discussion."""
        look = context.look
        _ = look.catalogue.gettext
        super().__init__(_("Action"), _("&Keep"), context, parent)
        self._meeting, self._item, self._action = meeting, item, action
        self.text = GrowingText(action.text if action else text)
        self.seat = choice_editor(
            [
                (_("nobody in particular"), None),
                *((one.full_name, one.seat_id) for one in meeting.attendees),
            ],
            action.seat_id if action else None,
        )
        self.organisation = QLineEdit(action.organisation if action else "")
        self.due = DayEdit(look, action.due if action else None, nothing=_("open"))
        self.status = choice_editor(
            ((look.labels.label(each), each) for each in ActionStatus),
            action.status if action else ActionStatus.OPEN,
        )
        self.add(_("What is to be done"), self.text, answers=("action_needs_text", "item_gone"))
        self.add_beside((_("By"), self.seat, ()), (_("or organisation"), self.organisation, ()))
        self.add_beside((_("Until"), self.due, ()), (_("Status"), self.status, ()))
        self.finish()

    def work(self) -> Callable[[], Changes]:
        """Keep it."""
        from liaison_desktop.services.deciding import PutAction, Task

        organisation = self.organisation.text().strip()
        task = Task(
            text=self.text.toPlainText(),
            seat_id=None if organisation else self.seat.currentData(),
            organisation=organisation,
            due=self.due.day,
            status=self.status.currentData(),
        )
        command = PutAction(
            meeting_id=self._meeting.id,
            item_id=self._item.id,
            task=task,
            action_id=self._action.id if self._action else None,
        )
        deciding = self.context.services.meeting_work.deciding
        return lambda: deciding.put_action(command)


class SubstituteDialog(FormDialog):
    """Who stands in for the holder of a seat.

    Signals:
        named: the full name.
    """

    named = Signal(str)

    def __init__(
        self,
        holder: str,
        context: Context,
        parent: QWidget | None,
        *,
        offered: Sequence[str] = (),
    ) -> None:
        """``offered``: who may stand in; the first one stands there already."""
        _ = context.look.catalogue.gettext
        told = _("For {name}").format(name=context.look.formats.isolate(holder))
        super().__init__(_("Substitute"), _("&Mark"), context, parent, explanation=told, width=420)
        self.name = QLineEdit(next(iter(offered), ""))
        self.name.setCompleter(QCompleter(list(offered), self.name))
        known = context.look.formats.list(offered) if len(offered) > 1 else ""
        advice = _("Known: {names}").format(names=known) if known else ""
        self.add(_("Name"), self.name, advice=advice)
        self.name.selectAll()
        self.finish()

    def send(self) -> None:
        """Say the name, if there is one."""
        if self.name.text().strip():
            self.named.emit(self.name.text())
            self.accept()


class ClockDialog(FormDialog):
    """When the meeting was opened or closed."""

    def __init__(
        self,
        title: str,
        verb: str,
        work: Callable[[UUID, time], Changes],
        meeting: Meeting,
        context: Context,
        parent: QWidget | None,
        *,
        explanation: str = "",
    ) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(title, verb, context, parent, explanation=explanation, width=420)
        self._work, self._meeting_id = work, meeting.id
        self.at = ClockEdit(now())
        self.add(_("Time"), self.at)
        self.finish()

    def work(self) -> Callable[[], Changes]:
        """Do it at the time that was filled in."""
        work, meeting_id, at = self._work, self._meeting_id, self.at.at
        return lambda: work(meeting_id, at)
