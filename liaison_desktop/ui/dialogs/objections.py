"""Objections to circulated minutes, and what is decided on them."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.minutes import Objection, Ruling
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.articles import GrowingText
from liaison_desktop.ui.forms.editors import DayEdit, choice_editor
from liaison_desktop.ui.wording import today


class ObjectionDialog(FormDialog):
    """Who objects, to what, and on which day it came in."""

    def __init__(self, meeting: Meeting, context: Context, parent: QWidget | None) -> None:
        look = context.look
        _ = look.catalogue.gettext
        told = _("It is kept with the minutes, with what is decided on it.")
        super().__init__(_("Objection"), _("&Note"), context, parent, explanation=told)
        self._meeting = meeting
        people = [(one.present_name, one.seat_id) for one in meeting.attendees]
        first = people[0][1] if people else None
        self.seat = choice_editor([*people, (_("somebody else"), None)], first)
        self.name = QLineEdit()
        items = ((f"{item.number}. {item.title}", item.id) for item in meeting.items)
        self.item = choice_editor([(_("the minutes as a whole"), None), *items])
        self.text = GrowingText("")
        self.raised_on = DayEdit(look, today())
        self.add_beside(
            (_("Who objects"), self.seat, ()),
            (_("Name"), self.name, ("objection_without_name",)),
        )
        self.add(_("About"), self.item, answers=("item_gone",))
        self.add(_("What is wrong or missing"), self.text, answers=("objection_without_text",))
        self.add(_("Came in on"), self.raised_on, answers=("objection_early",))
        self.finish()
        self.seat.currentIndexChanged.connect(lambda _place: self._follow())
        self._follow()

    def work(self) -> Callable[[], Changes]:
        """Note it."""
        from liaison_desktop.services.approving import RaiseObjection

        command = RaiseObjection(
            meeting_id=self._meeting.id,
            seat_id=self.seat.currentData(),
            name=self.name.text(),
            item_id=self.item.currentData(),
            text=self.text.toPlainText(),
            raised_on=self.raised_on.day or today(),
        )
        approving = self.context.services.minutes_work.approving
        return lambda: approving.object(command)

    def _follow(self) -> None:
        """Only somebody without a seat has to be named."""
        self.field_of(self.name).setVisible(self.seat.currentData() is None)
        self.fit()


class RulingDialog(FormDialog):
    """Accept, reject, note as withdrawn, or leave open again."""

    def __init__(self, objection: Objection, context: Context, parent: QWidget | None) -> None:
        look = context.look
        _ = look.catalogue.gettext
        told = _("{name}: {text}").format(
            name=look.formats.isolate(objection.name), text=objection.text
        )
        title = _("Decision on the objection")
        super().__init__(title, _("&Keep"), context, parent, explanation=told)
        self._objection = objection
        known = objection.ruling if objection.ruling is not Ruling.OPEN else Ruling.ACCEPTED
        self.ruling = choice_editor(((look.labels.label(each), each) for each in Ruling), known)
        self.ruled_on = DayEdit(look, objection.ruled_on or today())
        self.answer = GrowingText(objection.answer)
        self.add_beside(
            (_("Decision"), self.ruling, ()),
            (_("Decided on"), self.ruled_on, ("ruling_early",)),
        )
        self.add(
            _("Reason, or what was changed"),
            self.answer,
            answers=("ruling_without_reason",),
        )
        self.finish()

    def work(self) -> Callable[[], Changes]:
        """Keep it."""
        from liaison_desktop.services.approving import RuleOnObjection

        command = RuleOnObjection(
            objection_id=self._objection.id,
            ruling=self.ruling.currentData(),
            answer=self.answer.toPlainText(),
            ruled_on=self.ruled_on.day or today(),
        )
        approving = self.context.services.minutes_work.approving
        return lambda: approving.rule(command)
