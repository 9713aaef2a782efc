"""The steps of an agreement: adopted, signed, in force, ended; and its amendments."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.agreement_steps import may_become
from liaison_desktop.domain.agreement_texts import AgreementVersion, amendment, as_of
from liaison_desktop.domain.agreements import (
    RUNNING,
    Agreement,
    AgreementStatus,
    begins_on,
    ends_on,
    staying,
)
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.decisions import Outcome
from liaison_desktop.domain.errors import UserError
from liaison_desktop.services.agreement_signing import require_unsigned, sign_version
from liaison_desktop.services.agreement_writing import stored_version
from liaison_desktop.services.agreements import decisions_of
from liaison_desktop.services.required import required
from liaison_desktop.services.undo import UndoService

_FEWEST_PARTIES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvanceAgreement:
    """Let an agreement take a step.

    Attributes:
        decision_id: for ``APPROVED``, the decision of the committee that adopted it.
        on: for ``SIGNED``, the day of the last signature; for ``EXPIRED`` and ``WITHDRAWN``, the
            last day, where it is not the end that was agreed.
        party: for ``WITHDRAWN``, the organisation that withdrew; as long as two others remain, the
            agreement goes on among them.
    """

    agreement_id: UUID
    to: AgreementStatus
    decision_id: UUID | None = None
    on: date | None = None
    party: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendAgreement:
    """Begin an amendment of what was agreed, with the reason for it."""

    agreement_id: UUID
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptAmendment:
    """Note the decision that adopted the amendment; ``None`` takes it back into work."""

    agreement_id: UUID
    decision_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignAmendment:
    """Note that all parties have signed the amendment on paper, the last one on that day."""

    agreement_id: UUID
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DropAmendment:
    """Give up an amendment that was not signed."""

    agreement_id: UUID


class AgreementStepService:
    """Use cases that let agreements proceed; until they are signed, each can be taken back."""

    def __init__(self, store: Store, undo: UndoService, actor: str) -> None:
        self._store = store
        self._undo = undo
        self._actor = actor

    def advance(self, command: AdvanceAgreement) -> Changes:
        """Let an agreement take a step.

        Raises:
            UserError: ``agreement_step_impossible``, or what the step lacks.
        """
        to = command.to
        with self._store.write("advance_agreement", self._actor) as work:
            agreement = required(work.agreements.get(command.agreement_id))
            if not may_become(agreement, to):
                raise UserError(
                    "agreement_step_impossible",
                    title=agreement.title,
                    status=agreement.status,
                    to=to,
                )
            if to is AgreementStatus.SIGNED:
                sign_version(work, agreement, stored_version(work, agreement), _past(command.on))
                changes = work.commit()
                self._undo.forget(agreement.id)
                return changes
            if to is AgreementStatus.APPROVED:
                self._adopt(work, agreement, command.decision_id)
            elif to in RUNNING:
                work.agreements.put(_in_force(agreement))
            elif to is AgreementStatus.WITHDRAWN and _others_go_on(agreement, command):
                work.agreements.put(_left(agreement, command))
                _leave_amendment(work, agreement.id, command.party)
            elif to in (AgreementStatus.EXPIRED, AgreementStatus.WITHDRAWN):
                work.agreements.put(_ended(agreement, command))
            else:
                self._take_back(work, agreement, to)
            return self._undo.commit(work, "advance_agreement")

    def amend(self, command: AmendAgreement) -> Changes:
        """Begin an amendment.

        Raises:
            UserError: ``amendment_needs_reason``, ``agreement_not_running``,
                ``amendment_under_way``.
        """
        reason = command.reason.strip()
        if not reason:
            raise UserError("amendment_needs_reason")
        with self._store.write("amend_agreement", self._actor) as work:
            agreement = required(work.agreements.get(command.agreement_id))
            if agreement.status not in RUNNING:
                raise UserError("agreement_not_running", title=agreement.title)
            version = stored_version(work, agreement)
            if version.agreed_on is None:
                raise UserError("amendment_under_way", number=version.number - 1)
            work.agreement_versions.put(amendment(version, uuid7(), reason))
            return self._undo.commit(work, "amend_agreement")

    def adopt_amendment(self, command: AdoptAmendment) -> Changes:
        """Note the decision that adopted the amendment, or take it back into work.

        Raises:
            UserError: ``amendment_missing``, ``decision_not_adopted``,
                ``agreement_signing_begun``.
        """
        with self._store.write("adopt_amendment", self._actor) as work:
            agreement, version = _amendment(work, command.agreement_id)
            if command.decision_id is not None:
                if len(as_of(agreement, version).parties) < _FEWEST_PARTIES:
                    raise UserError("agreement_needs_parties")
                self._require_adopted(agreement, command.decision_id)
            else:
                require_unsigned(work, version)
            work.agreement_versions.put(replace(version, decision_id=command.decision_id))
            return self._undo.commit(work, "adopt_amendment")

    def sign_amendment(self, command: SignAmendment) -> Changes:
        """Note that the amendment was signed on paper; this cannot be taken back.

        Raises:
            UserError: ``amendment_missing``, ``amendment_not_adopted``, ``day_in_future``.
        """
        with self._store.write("sign_amendment", self._actor) as work:
            agreement, version = _amendment(work, command.agreement_id)
            if version.decision_id is None:
                raise UserError("amendment_not_adopted", number=version.number - 1)
            sign_version(work, agreement, version, _past(command.on))
            changes = work.commit()
            self._undo.forget(version.id)
            return changes

    def drop_amendment(self, command: DropAmendment) -> Changes:
        """Give up an amendment.

        Raises:
            UserError: ``amendment_missing``, ``agreement_signing_begun``.
        """
        with self._store.write("drop_amendment", self._actor) as work:
            _, version = _amendment(work, command.agreement_id)
            require_unsigned(work, version)
            work.agreement_versions.remove(version)
            return self._undo.commit(work, "drop_amendment")

    def _adopt(self, work: UnitOfWork, agreement: Agreement, decision_id: UUID | None) -> None:
        version = stored_version(work, agreement)
        if len(agreement.parties) < _FEWEST_PARTIES:
            raise UserError("agreement_needs_parties")
        if not version.articles:
            raise UserError("agreement_needs_text")
        if decision_id is None:
            raise UserError("agreement_needs_decision")
        self._require_adopted(agreement, decision_id)
        work.agreement_versions.put(replace(version, decision_id=decision_id))
        work.agreements.put(
            replace(agreement, status=AgreementStatus.APPROVED, decision_id=decision_id)
        )

    def _require_adopted(self, agreement: Agreement, decision_id: UUID) -> None:
        with self._store.read() as reading:
            decisions = decisions_of(reading, agreement.committee_id)
        decision = required(next((one for one in decisions if one.id == decision_id), None))
        if decision.outcome is not Outcome.ADOPTED:
            raise UserError("decision_not_adopted", decision=decision.number or decision.text)

    def _take_back(self, work: UnitOfWork, agreement: Agreement, to: AgreementStatus) -> None:
        """The decision adopted another text than the one that is to be written now."""
        version = stored_version(work, agreement)
        require_unsigned(work, version)
        work.agreement_versions.put(replace(version, decision_id=None))
        work.agreements.put(replace(agreement, status=to, decision_id=None))


def _past(day: date | None) -> date:
    if day is None:
        raise UserError("agreement_needs_day")
    if day > _today():
        raise UserError("day_in_future", day=day)
    return day


def _in_force(agreement: Agreement) -> Agreement:
    start = begins_on(agreement)
    if start and start > _today():
        raise UserError("agreement_begins_later", title=agreement.title, day=start)
    return replace(agreement, status=AgreementStatus.IN_FORCE)


def _others_go_on(agreement: Agreement, command: AdvanceAgreement) -> bool:
    """Whether what was signed goes on among the others when a party withdraws."""
    withdraws = agreement.status in RUNNING and command.party is not None
    return withdraws and len(staying(agreement)) > _FEWEST_PARTIES


def _left(agreement: Agreement, command: AdvanceAgreement) -> Agreement:
    """One party is bound until its last day; the others go on."""
    leaving = _party(agreement, command.party)
    if command.on is None:
        raise UserError("agreement_needs_day")
    start = begins_on(agreement)
    if start and command.on < start:
        raise UserError("agreement_ends_before_it_begins", day=start)
    parties = tuple(
        replace(party, left_on=command.on) if party.organisation_id == leaving else party
        for party in agreement.parties
    )
    return replace(agreement, parties=parties)


def _leave_amendment(work: UnitOfWork, agreement_id: UUID, leaving: UUID | None) -> None:
    """Who withdraws is no party to the amendment that is being written either."""
    for version in work.agreement_versions.where("agreement_id", agreement_id):
        if version.agreed_on is None and version.scope is not None:
            parties = tuple(p for p in version.scope.parties if p.organisation_id != leaving)
            scope = replace(version.scope, parties=parties)
            work.agreement_versions.put(replace(version, scope=scope))


def _ended(agreement: Agreement, command: AdvanceAgreement) -> Agreement:
    """What was signed ends on a day; what was not signed is given up without one."""
    ended = replace(agreement, status=command.to, withdrawn_by=_party(agreement, command.party))
    if agreement.status not in RUNNING:
        return ended
    agreed = ends_on(agreement, _today())
    last = command.on or agreed
    if last is None or (command.on is None and last >= _today()):
        raise UserError("agreement_needs_day")
    start = begins_on(agreement)
    if start and last < start:
        raise UserError("agreement_ends_before_it_begins", day=start)
    if command.to is AgreementStatus.EXPIRED:
        _past(last)
    withdrawn = command.to is AgreementStatus.WITHDRAWN
    return replace(ended, ended_on=last) if withdrawn or last != agreed else ended


def _party(agreement: Agreement, organisation_id: UUID | None) -> UUID | None:
    if organisation_id and all(p.organisation_id != organisation_id for p in staying(agreement)):
        raise UserError("not_a_party", title=agreement.title)
    return organisation_id


def _amendment(work: UnitOfWork, agreement_id: UUID) -> tuple[Agreement, AgreementVersion]:
    agreement = required(work.agreements.get(agreement_id))
    version = stored_version(work, agreement)
    if version.number == 1 or version.agreed_on is not None:
        raise UserError("amendment_missing", title=agreement.title)
    return agreement, version


def _today() -> date:
    return datetime.now().astimezone().date()
