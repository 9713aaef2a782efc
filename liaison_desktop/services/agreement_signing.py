"""What the signatures on an agreement's paper mean for the agreement."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from liaison_desktop.db.unit_of_work import Reading, UnitOfWork
from liaison_desktop.domain.agreement_texts import (
    AgreementVersion,
    Scope,
    as_of,
    rescoped,
    scope_of,
)
from liaison_desktop.domain.agreements import (
    Agreement,
    AgreementStatus,
    Party,
    Representative,
)
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.papers import Paper

_FIELD = "party-{number}"


def fields_of(agreement: Agreement) -> tuple[str, ...]:
    """The signature fields of an agreement's paper: one for each party, in their order."""
    return tuple(_FIELD.format(number=number) for number in range(1, len(agreement.parties) + 1))


def capacity_in(reading: Reading | UnitOfWork, paper: Paper, field: str) -> str:
    """In which capacity a field of an agreement's paper is signed, where that is known."""
    for name, _party, representative in _signing(reading, paper):
        if name == field:
            return representative.capacity if representative else ""
    return ""


def signers_in(reading: Reading | UnitOfWork, paper: Paper) -> dict[str, str]:
    """Who signs each field of an agreement's paper: a party, and who stands for it if known."""
    return {
        field: f"{party.name}, {representative.name}" if representative else party.name
        for field, party, representative in _signing(reading, paper)
    }


def _signing(
    reading: Reading | UnitOfWork, paper: Paper
) -> Iterator[tuple[str, Party, Representative | None]]:
    """The fields of a paper, the party that signs each, and by whom."""
    agreement = reading.agreements.get(paper.agreement_id) if paper.agreement_id else None
    if agreement is None:
        return
    for version in reading.agreement_versions.where("agreement_id", agreement.id):
        if version.number == paper.agreement_version:
            own = as_of(agreement, version)
            for field, party in zip(fields_of(own), own.parties, strict=True):
                yield field, party, version.terms().representative(party)


def settled(work: UnitOfWork, paper: Paper) -> tuple[UUID, ...]:
    """Let a signature have its effect; gives the records that it makes lasting."""
    if paper.agreement_id is None:
        return ()
    agree_when_signed(work, paper)
    return records_of(work, paper.agreement_id)


def agree_when_signed(work: UnitOfWork, paper: Paper) -> None:
    """Once the last party has signed its paper, also by hand, a version is agreed on that day."""
    agreement = work.agreements.get(paper.agreement_id) if paper.agreement_id else None
    by_hand = {each.field: each.signed_on for each in work.archive.story(paper.id).hand_signatures}
    if agreement is None or set(paper.unsigned_fields) - set(by_hand):
        return
    days = (state.created_at.astimezone().date() for state in paper.signatures)
    on = max((*days, *by_hand.values()))
    for version in work.agreement_versions.where("agreement_id", agreement.id):
        complete = paper.fields == fields_of(as_of(agreement, version))
        if version.number == paper.agreement_version and version.agreed_on is None and complete:
            sign_version(work, agreement, version, on)


def sign_version(
    work: UnitOfWork, agreement: Agreement, version: AgreementVersion, on: date
) -> None:
    """All parties have signed: from now on this version is never changed.

    An amendment of parties or term holds from now on; the versions before keep what they had.
    """
    scope = _signed_scope(agreement, version)
    work.agreement_versions.put(replace(version, agreed_on=on, scope=scope))
    if scope is not None:
        _keep_scope(work, agreement, version)
        work.agreements.put(rescoped(agreement, scope, on))
    if version.number == 1:
        work.agreements.put(replace(agreement, status=AgreementStatus.SIGNED, signed_on=on))


def _signed_scope(agreement: Agreement, version: AgreementVersion) -> Scope | None:
    """The parties and the term that an amendment was signed with: who had withdrawn did not sign.

    ``None`` = those of the agreement.
    """
    if version.number == 1:
        return version.scope
    scope = version.scope or scope_of(agreement)
    signed = tuple(party for party in scope.parties if party.left_on is None)
    if version.scope is None and signed == scope.parties:
        return None
    return replace(scope, parties=signed)


def _keep_scope(work: UnitOfWork, agreement: Agreement, version: AgreementVersion) -> None:
    """What was agreed before keeps the parties and the term it was agreed with."""
    for before in work.agreement_versions.where("agreement_id", agreement.id):
        if before.number < version.number and before.scope is None:
            work.agreement_versions.put(replace(before, scope=scope_of(agreement)))


def require_unsigned(work: UnitOfWork, version: AgreementVersion) -> None:
    """Raises ``agreement_signing_begun`` if a party has signed the version already."""
    for paper in work.papers.of_agreement(version.agreement_id):
        begun = paper.signatures or work.archive.story(paper.id).hand_signatures
        if paper.agreement_version == version.number and begun:
            raise UserError("agreement_signing_begun", paper=paper.register_number)


def records_of(work: UnitOfWork, agreement_id: UUID) -> tuple[UUID, ...]:
    """The agreement and the versions of its text, which a paper makes lasting."""
    versions = work.agreement_versions.where("agreement_id", agreement_id)
    return (agreement_id, *(version.id for version in versions))
