"""What can be done next with an agreement, and the dialogs that ask for what a step needs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.agreements import RUNNING, AgreementStatus
from liaison_desktop.domain.listings import DecisionRow
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.agreement_steps import (
    AdoptDialog,
    AmendDialog,
    EndAgreementDialog,
    SignedDialog,
)
from liaison_desktop.ui.dialogs.confirm import confirm

if TYPE_CHECKING:
    from liaison_desktop.services.agreements import AgreementRecord


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be done: the words on its button and what they do."""

    words: str
    act: Callable[[], None]


class AgreementActs:
    """The steps of the agreement that is shown."""

    def __init__(
        self, record: "AgreementRecord", context: Context, parent: QWidget, sign: Callable[[], None]
    ) -> None:
        """``sign``: shows the paper, where parties sign."""
        self._record = record
        self._context = context
        self._parent = parent
        self._sign = sign
        self._steps = context.services.agreement_work.steps

    def offers(self) -> tuple[Offer, ...]:
        """What can be done next, the usual step first."""
        if self._record.amending:
            return (*self._amendment_offers(), *self._ends())
        makers = {
            AgreementStatus.DRAFT: self._draft_offers,
            AgreementStatus.NEGOTIATION: self._negotiation_offers,
            AgreementStatus.APPROVED: self._adopted_offers,
        }
        make = makers.get(self._record.agreement.status)
        return make() if make else self._running_offers()

    def _draft_offers(self) -> tuple[Offer, ...]:
        _ = self._context.look.catalogue.gettext
        return (
            Offer(_("Begin &negotiation"), partial(self._advance, AgreementStatus.NEGOTIATION)),
            Offer(_("&Approved by the committee …"), self._adopt),
            Offer(_("&Give up …"), self._give_up),
        )

    def _negotiation_offers(self) -> tuple[Offer, ...]:
        _ = self._context.look.catalogue.gettext
        return (
            Offer(_("&Approved by the committee …"), self._adopt),
            Offer(_("Back to &draft"), partial(self._advance, AgreementStatus.DRAFT)),
            Offer(_("&Give up …"), self._give_up),
        )

    def _adopted_offers(self) -> tuple[Offer, ...]:
        _ = self._context.look.catalogue.gettext
        back = partial(self._advance, AgreementStatus.NEGOTIATION)
        return (
            Offer(_("To the si&gnatures"), self._sign),
            Offer(_("Signed on &paper …"), self._signed),
            Offer(_("Back to &negotiation"), back),
            Offer(_("&Give up …"), self._give_up),
        )

    def _running_offers(self) -> tuple[Offer, ...]:
        _ = self._context.look.catalogue.gettext
        status = self._record.agreement.status
        if status not in RUNNING:
            return ()
        amend = Offer(_("A&mend …"), self._amend)
        if status is AgreementStatus.SIGNED:
            force = Offer(_("In &force"), partial(self._advance, AgreementStatus.IN_FORCE))
            return (force, amend, *self._ends())
        return (amend, *self._ends())

    def _amendment_offers(self) -> tuple[Offer, ...]:
        _ = self._context.look.catalogue.gettext
        drop = Offer(_("&Drop the amendment …"), self._drop)
        if self._record.newest.decision_id is None:
            return (Offer(_("Amendment &approved …"), self._adopt), drop)
        return (
            Offer(_("To the si&gnatures"), self._sign),
            Offer(_("Amendment signed on &paper …"), self._signed),
            Offer(_("&Take the amendment back"), self._reopen),
            drop,
        )

    def _ends(self) -> tuple[Offer, ...]:
        _ = self._context.look.catalogue.gettext
        return (
            Offer(_("A party &withdraws …"), partial(self._end, AgreementStatus.WITHDRAWN)),
            Offer(_("It has &ended …"), partial(self._end, AgreementStatus.EXPIRED)),
        )

    def _advance(self, to: AgreementStatus) -> None:
        from liaison_desktop.services.agreement_steps import AdvanceAgreement

        command = AdvanceAgreement(agreement_id=self._record.agreement.id, to=to)
        self._write(lambda: self._steps.advance(command))

    def _adopt(self) -> None:
        services, agreement = self._context.services, self._record.agreement
        self._context.jobs.read(
            lambda: services.agreements.adoptable(agreement.id),
            self._ask_decision,
            owner=self._parent,
        )

    def _ask_decision(self, decisions: tuple[DecisionRow, ...]) -> None:
        AdoptDialog(
            self._record.agreement,
            decisions,
            self._context,
            self._parent,
            amending=self._record.amending,
        ).open()

    def _signed(self) -> None:
        agreement_id, amending = self._record.agreement.id, self._record.amending
        SignedDialog(agreement_id, self._context, self._parent, amending=amending).open()

    def _end(self, to: AgreementStatus) -> None:
        EndAgreementDialog(self._record.agreement, to, self._context, self._parent).open()

    def _amend(self) -> None:
        AmendDialog(self._record.agreement.id, self._context, self._parent).open()

    def _reopen(self) -> None:
        from liaison_desktop.services.agreement_steps import AdoptAmendment

        command = AdoptAmendment(agreement_id=self._record.agreement.id, decision_id=None)
        self._write(lambda: self._steps.adopt_amendment(command))

    def _give_up(self) -> None:
        _ = self._context.look.catalogue.gettext
        agreed = confirm(
            self._parent,
            self._context.look,
            title=_("Give up this agreement?"),
            text=_("It stays on record as withdrawn and cannot be signed any more."),
            verb=_("&Give up"),
        )
        if agreed:
            self._advance(AgreementStatus.WITHDRAWN)

    def _drop(self) -> None:
        from liaison_desktop.services.agreement_steps import DropAmendment

        _ = self._context.look.catalogue.gettext
        agreed = confirm(
            self._parent,
            self._context.look,
            title=_("Drop this amendment?"),
            text=_("Its text is taken away. What was signed before stays in force as it is."),
            verb=_("&Drop"),
        )
        command = DropAmendment(agreement_id=self._record.agreement.id)
        if agreed:
            self._write(lambda: self._steps.drop_amendment(command))

    def _write(self, work: Callable[[], Any]) -> None:
        self._context.jobs.change(work, owner=self._parent)
