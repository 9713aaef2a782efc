"""What a party promised in an agreement, and whether it was kept."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from liaison_desktop.domain.agreement_texts import Commitment, Recurrence
from liaison_desktop.domain.agreements import Agreement, answerable
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.editors import DayEdit, choice_editor
from liaison_desktop.ui.forms.record_choice import Choice, RecordChoice, actions_of
from liaison_desktop.ui.wording import today

_TEXT_HEIGHT = 84


class CommitmentDialog(FormDialog):
    """What was promised, by whom, due when, how often."""

    def __init__(
        self,
        agreement: Agreement,
        context: Context,
        parent: QWidget | None,
        *,
        commitment: Commitment | None = None,
        action: Choice | None = None,
    ) -> None:
        _ = context.look.catalogue.gettext
        title = _("New commitment") if commitment is None else _("Change the commitment")
        super().__init__(title, _("&Save"), context, parent)
        self._agreement, self._commitment = agreement, commitment
        isolate, labels = context.look.formats.isolate, context.look.labels
        self.text = QPlainTextEdit(commitment.text if commitment else "")
        self.text.setFixedHeight(_TEXT_HEIGHT)
        self.text.setTabChangesFocus(True)
        already = commitment.organisation_id if commitment else None
        parties = answerable(agreement, already)
        self.party = choice_editor(
            [
                (_("All parties"), None),
                *((isolate(party.name), party.organisation_id) for party in parties),
            ],
            already,
        )
        self.due = DayEdit(context.look, commitment.due if commitment else None, nothing=_("open"))
        self.recurrence = choice_editor(
            ((labels.label(each), each) for each in Recurrence),
            commitment.recurrence if commitment else None,
        )
        self.action = RecordChoice(
            actions_of(agreement.committee_id, context), context, hint=_("Words of the action")
        )
        if action is not None:
            self.action.choose(action)
        self._lay_out()

    def _lay_out(self) -> None:
        _ = self.context.look.catalogue.gettext
        self.add(_("What was promised"), self.text, answers=("commitment_needs_text",))
        self.add(_("Party"), self.party, answers=("not_a_party",))
        self.add_beside(
            (_("Due"), self.due, ("commitment_needs_day",)), (_("How often"), self.recurrence, ())
        )
        self.add(_("Action of a meeting that carries it out"), self.action)
        self.finish()

    def work(self) -> Callable[[], Any]:
        """Save it."""
        from liaison_desktop.services.commitments import (
            AddCommitment,
            CommitmentTold,
            EditCommitment,
        )

        told = CommitmentTold(
            text=self.text.toPlainText(),
            organisation_id=self.party.currentData(),
            due=self.due.day,
            recurrence=Recurrence(self.recurrence.currentData()),
            action_id=self.action.record_id,
        )
        commitments = self.context.services.agreement_work.commitments
        if self._commitment is not None:
            edit = EditCommitment(commitment_id=self._commitment.id, told=told)
            return lambda: commitments.edit(edit)
        add = AddCommitment(agreement_id=self._agreement.id, told=told)
        return lambda: commitments.add(add)


class KeepDialog(FormDialog):
    """The day on which a commitment was kept."""

    def __init__(self, commitment: Commitment, context: Context, parent: QWidget | None) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(
            _("The commitment was kept"),
            _("&Kept"),
            context,
            parent,
            explanation=context.look.formats.isolate(commitment.text),
        )
        self._commitment = commitment
        self.day = DayEdit(context.look, today())
        self.add(_("On"), self.day, answers=("day_in_future",))
        self.finish()

    def work(self) -> Callable[[], Any]:
        """Note it."""
        from liaison_desktop.services.commitments import KeepCommitment

        command = KeepCommitment(commitment_id=self._commitment.id, on=self.day.day or today())
        commitments = self.context.services.agreement_work.commitments
        return lambda: commitments.keep(command)
