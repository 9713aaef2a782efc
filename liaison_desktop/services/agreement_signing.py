"""What the signatures on an agreement's paper mean for the agreement."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.agreement_texts import AgreementVersion
from liaison_desktop.domain.agreements import Agreement, AgreementStatus
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.papers import Paper

_FIELD = "party-{number}"


def fields_of(agreement: Agreement) -> tuple[str, ...]:
    """The signature fields of an agreement's paper: one for each party, in their order."""
    return tuple(_FIELD.format(number=number) for number in range(1, len(agreement.parties) + 1))


def capacity_in(work: UnitOfWork, paper: Paper, field: str) -> str:
    """In which capacity a field of an agreement's paper is signed, where that is known."""
    agreement = work.agreements.get(paper.agreement_id) if paper.agreement_id else None
    if agreement is None:
        return ""
    signs_for = dict(zip(fields_of(agreement), agreement.parties, strict=True))
    for version in work.agreement_versions.where("agreement_id", agreement.id):
        if version.number == paper.agreement_version and field in signs_for:
            representative = version.terms().representative(signs_for[field])
            return representative.capacity if representative else ""
    return ""


def agree_when_signed(work: UnitOfWork, paper: Paper, on: date) -> None:
    """Once the last party has signed its paper, a version is agreed."""
    agreement = work.agreements.get(paper.agreement_id) if paper.agreement_id else None
    if agreement is None or paper.unsigned_fields:
        return
    for version in work.agreement_versions.where("agreement_id", agreement.id):
        if version.number == paper.agreement_version and version.agreed_on is None:
            sign_version(work, agreement, version, on)


def sign_version(
    work: UnitOfWork, agreement: Agreement, version: AgreementVersion, on: date
) -> None:
    """All parties have signed: from now on this version is never changed."""
    work.agreement_versions.put(replace(version, agreed_on=on))
    if version.number == 1:
        work.agreements.put(replace(agreement, status=AgreementStatus.SIGNED, signed_on=on))


def require_unsigned(work: UnitOfWork, version: AgreementVersion) -> None:
    """Raises ``agreement_signing_begun`` if a party has signed the version already."""
    for paper in work.papers.of_agreement(version.agreement_id):
        if paper.agreement_version == version.number and paper.signatures:
            raise UserError("agreement_signing_begun", paper=paper.register_number)


def records_of(work: UnitOfWork, agreement_id: UUID) -> tuple[UUID, ...]:
    """The agreement and the versions of its text, which a paper makes lasting."""
    versions = work.agreement_versions.where("agreement_id", agreement_id)
    return (agreement_id, *(version.id for version in versions))
