"""Noting that the committee approved minutes."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.i18n.approval_words import approval_words
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.editors import DayEdit, choice_editor, to_qt
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.wording import meeting_title, today

if TYPE_CHECKING:
    from liaison_desktop.services.approving import ApprovalFound


class ApproveDialog(FormDialog):
    """In which meeting, by which decision, on which day."""

    def __init__(
        self,
        meeting: Meeting,
        found: "Sequence[ApprovalFound]",
        context: Context,
        parent: QWidget | None,
    ) -> None:
        """``found``: meetings that approved the minutes, by their day."""
        look = context.look
        _ = look.catalogue.gettext
        told = _(
            "From then on the text is no longer changed; until it is final this can be undone."
        )
        super().__init__(_("Approve the minutes"), _("&Approve"), context, parent, explanation=told)
        self._meeting, self._found = meeting, tuple(found)
        there = [(_found_words(each, look), each) for each in self._found]
        here = (_("at the end of the meeting itself"), None)
        self.where = choice_editor([*there, here])
        self.words = QLineEdit()
        self.day = DayEdit(look, today())
        self.day.setMinimumDate(to_qt(meeting.date))
        self.add(_("Where"), self.where, answers=("minutes_approved_already", "objections_open"))
        self.add(_("As it is told in the minutes"), self.words, answers=("approval_without_words",))
        self.add(_("On"), self.day, answers=("approval_early", "approval_in_future"))
        self.finish()
        self.where.currentIndexChanged.connect(lambda _place: self._follow())
        self._follow()

    def work(self) -> Callable[[], Changes]:
        """Note it."""
        from liaison_desktop.services.approving import ApproveMinutes

        found = self.where.currentData()
        command = ApproveMinutes(
            meeting_id=self._meeting.id,
            approved_on=self.day.day or today(),
            approved_in=found.meeting.id if found else self._meeting.id,
            decision_id=found.decision_id if found else None,
            words=self.words.text(),
        )
        approving = self.context.services.minutes_work.approving
        return lambda: approving.approve(command)

    def _follow(self) -> None:
        """Day and words follow what is chosen; both can be changed."""
        found = self.where.currentData()
        approved_in = found.meeting if found else self._meeting
        self.day.setDate(to_qt(approved_in.date))
        day, number = (found.meeting.date, found.number) if found else (None, "")
        self.words.setText(approval_words(self._meeting.language, day, number))


def _found_words(found: "ApprovalFound", look: Look) -> str:
    _ = look.catalogue.gettext
    where = _("{meeting}, {day}").format(
        meeting=meeting_title(found.meeting, look), day=look.formats.long_date(found.meeting.date)
    )
    if not found.number:
        return where
    number = look.formats.isolate(found.number)
    return _("{meeting}, decision {number}").format(meeting=where, number=number)
