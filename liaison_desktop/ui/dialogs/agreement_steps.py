"""The steps of an agreement that need a word more: a decision, a day, a party, a reason."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from liaison_desktop.domain.agreements import Agreement, AgreementStatus, staying
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.listings import DecisionRow
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.editors import DayEdit, choice_editor
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.choice import Choice
from liaison_desktop.ui.wording import today

_LETTERS = 30
_LIST_WIDTH = 480
_TWO = 2
_TEXT_LENGTH = 90


class AdoptDialog(FormDialog):
    """The decision by which an agreement, or its amendment, was adopted."""

    def __init__(
        self,
        agreement: Agreement,
        decisions: Sequence[DecisionRow],
        context: Context,
        parent: QWidget | None,
        *,
        amending: bool = False,
    ) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(
            _("Approved by the committee"),
            _("&Approved"),
            context,
            parent,
            explanation=_(
                "The text can no longer be changed then, unless it is taken back. Listed are the "
                "decisions that the committee adopted, the newest first."
            ),
        )
        self._agreement_id = agreement.id
        self._amending = amending
        self.decision = Choice(_LETTERS, _LIST_WIDTH)
        for each in decisions:
            self.decision.addItem(_decision(each, context.look), each.id)
        self.decision.setCurrentIndex(-1)
        self.decision.setPlaceholderText(_("Choose the decision"))
        self.add(
            _("Decision"),
            self.decision,
            answers=("agreement_needs_decision", "decision_not_adopted"),
        )
        self.finish()

    def work(self) -> Callable[[], Any]:
        """Note the decision."""
        from liaison_desktop.services.agreement_steps import AdoptAmendment, AdvanceAgreement

        steps, decision_id = self.context.services.agreement_work.steps, self.decision.currentData()
        agreement_id, amending = self._agreement_id, self._amending

        def adopt() -> Any:
            if not amending:
                return steps.advance(
                    AdvanceAgreement(
                        agreement_id=agreement_id,
                        to=AgreementStatus.APPROVED,
                        decision_id=decision_id,
                    )
                )
            if decision_id is None:
                raise UserError("agreement_needs_decision")
            return steps.adopt_amendment(
                AdoptAmendment(agreement_id=agreement_id, decision_id=decision_id)
            )

        return adopt


class SignedDialog(FormDialog):
    """All parties have signed on paper, the last one on a day."""

    def __init__(
        self,
        agreement_id: UUID,
        context: Context,
        parent: QWidget | None,
        *,
        amending: bool = False,
    ) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(
            _("Signed on paper"),
            _("&Signed by all"),
            context,
            parent,
            explanation=_(
                "Note here that all parties have signed with a pen. What is signed is never "
                "changed any more, and this cannot be undone."
            ),
        )
        self._agreement_id = agreement_id
        self._amending = amending
        self.day = DayEdit(context.look, today())
        self.add(
            _("Day of the last signature"),
            self.day,
            answers=("day_in_future", "agreement_needs_day"),
        )
        self.finish()

    def work(self) -> Callable[[], Any]:
        """Note the day."""
        from liaison_desktop.services.agreement_steps import AdvanceAgreement, SignAmendment

        steps, on = self.context.services.agreement_work.steps, self.day.day or today()
        if self._amending:
            signed = SignAmendment(agreement_id=self._agreement_id, on=on)
            return lambda: steps.sign_amendment(signed)
        command = AdvanceAgreement(
            agreement_id=self._agreement_id, to=AgreementStatus.SIGNED, on=on
        )
        return lambda: steps.advance(command)


class EndAgreementDialog(FormDialog):
    """Its last day and, where a party withdraws, which one."""

    def __init__(
        self, agreement: Agreement, to: AgreementStatus, context: Context, parent: QWidget | None
    ) -> None:
        _ = context.look.catalogue.gettext
        leaving = to is AgreementStatus.WITHDRAWN
        title = _("A party withdraws") if leaving else _("The agreement has ended")
        verb = _("&Withdrawn") if leaving else _("&Ended")
        super().__init__(title, verb, context, parent)
        self._agreement_id, self._to = agreement.id, to
        isolate = context.look.formats.isolate
        self.party = choice_editor(
            (isolate(party.name), party.organisation_id) for party in staying(agreement)
        )
        self.day = DayEdit(context.look, today())
        if leaving:
            goes_on = len(staying(agreement)) > _TWO
            told = _("The others go on.") if goes_on else _("The agreement ends with it.")
            self.add(_("Party"), self.party, answers=("not_a_party",), advice=told)
        self.add(
            _("Last day"),
            self.day,
            answers=("agreement_needs_day", "agreement_ends_before_it_begins", "day_in_future"),
        )
        self.finish()

    def work(self) -> Callable[[], Any]:
        """End it."""
        from liaison_desktop.services.agreement_steps import AdvanceAgreement

        leaving = self._to is AgreementStatus.WITHDRAWN
        command = AdvanceAgreement(
            agreement_id=self._agreement_id,
            to=self._to,
            on=self.day.day,
            party=self.party.currentData() if leaving else None,
        )
        steps = self.context.services.agreement_work.steps
        return lambda: steps.advance(command)


class AmendDialog(FormDialog):
    """Why an agreement is amended."""

    def __init__(self, agreement_id: UUID, context: Context, parent: QWidget | None) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(
            _("Amend the agreement"),
            _("&Begin the amendment"),
            context,
            parent,
            explanation=_(
                "What was signed stays as it is. The amendment begins with the same text; once it "
                "is adopted and signed by all parties, it takes the place of the text before."
            ),
        )
        self._agreement_id = agreement_id
        self.reason = QLineEdit()
        self.add(_("Reason"), self.reason, answers=("amendment_needs_reason",))
        self.finish()

    def work(self) -> Callable[[], Any]:
        """Begin the amendment."""
        from liaison_desktop.services.agreement_steps import AmendAgreement

        command = AmendAgreement(agreement_id=self._agreement_id, reason=self.reason.text())
        steps = self.context.services.agreement_work.steps
        return lambda: steps.amend(command)


def _decision(row: DecisionRow, look: Look) -> str:
    """The decision by its number, its day and how it begins."""
    day = look.formats.date(row.date)
    text = " ".join(row.text.split())[:_TEXT_LENGTH]
    parts = (look.formats.isolate(row.number), day, look.formats.isolate(text))
    return " · ".join(part for part in parts if part)
