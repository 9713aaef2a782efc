"""Agreements between the organisations of a committee: lists, and the whole record of one."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading, UnitOfWork
from liaison_desktop.domain.agreement_steps import STEPS, Standing, standing
from liaison_desktop.domain.agreement_texts import (
    AgreementVersion,
    Commitment,
    first_version,
    newest_version,
)
from liaison_desktop.domain.agreements import (
    Agreement,
    AgreementStatus,
    begins_on,
    ends_on,
    notice_until,
)
from liaison_desktop.domain.decisions import Outcome
from liaison_desktop.domain.listings import (
    ActionRow,
    AgreementRow,
    DecisionRow,
    Page,
    PageRequest,
)
from liaison_desktop.domain.papers import Paper
from liaison_desktop.services.references import find_agreement
from liaison_desktop.services.required import required

_ALL = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRecord:
    """An agreement with all that belongs to it, as it stands on a day.

    Attributes:
        versions: of its text, oldest first; never empty: what is known by headings only is told so.
        commitments: by the day they are due.
        standing: beyond its state; ``None`` = its state says it all.
        ends_on, notice_until: of the term that runs on that day.
        decisions: by which a version was adopted.
        papers: of its versions, in the order of the register.
        actions: of meetings that carry commitments out, by their ids.
    """

    agreement: Agreement
    versions: tuple[AgreementVersion, ...]
    commitments: tuple[Commitment, ...]
    standing: Standing | None
    begins_on: date | None
    ends_on: date | None
    notice_until: date | None
    decisions: dict[UUID, DecisionRow]
    papers: tuple[Paper, ...]
    actions: dict[UUID, ActionRow]

    @property
    def newest(self) -> AgreementVersion:
        """The version that is worked on, or the one that holds."""
        return self.versions[-1]

    @property
    def amending(self) -> bool:
        """Whether an amendment is under way."""
        return self.newest.number > 1 and self.newest.agreed_on is None

    @property
    def paper(self) -> Paper | None:
        """The newest version's paper in the register: the one that is signed, else the last."""
        of_version = [p for p in self.papers if p.agreement_version == self.newest.number]
        signed = [paper for paper in of_version if paper.signatures]
        return next(reversed(signed or of_version), None)

    @property
    def next_steps(self) -> tuple[AgreementStatus, ...]:
        """States that may follow, the usual one first."""
        return STEPS[self.agreement.status]


class AgreementService:
    """Use cases that read agreements."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, request: PageRequest, on: date | None = None) -> Page[AgreementRow]:
        """A page of the agreements, by title; with a day, the term that runs on it counts."""
        with self._store.read() as reading:
            return reading.listings.agreements(request, on)

    def detail(self, agreement_id: UUID) -> Agreement:
        """One agreement."""
        with self._store.read() as reading:
            return required(reading.agreements.get(agreement_id))

    def record(self, agreement_id: UUID, on: date) -> AgreementRecord:
        """One agreement with its text, its commitments and where it stands on a day."""
        with self._store.read() as reading:
            agreement = required(reading.agreements.get(agreement_id))
            versions = versions_of(reading, agreement)
            commitments = reading.commitments.where("agreement_id", agreement_id)
            linked = {each.action_id for each in commitments if each.action_id}
            adopted_by = {version.decision_id for version in versions} | {agreement.decision_id}
            return AgreementRecord(
                agreement=agreement,
                versions=versions,
                commitments=commitments,
                standing=standing(agreement, on),
                begins_on=begins_on(agreement),
                ends_on=ends_on(agreement, on),
                notice_until=notice_until(agreement, on),
                decisions={
                    row.id: row
                    for row in decisions_of(reading, agreement.committee_id)
                    if row.id in adopted_by
                },
                papers=reading.papers.of_agreement(agreement_id),
                actions={
                    row.id: row
                    for row in (actions_of(reading, agreement.committee_id) if linked else ())
                    if row.id in linked
                },
            )

    def adoptable(self, agreement_id: UUID) -> tuple[DecisionRow, ...]:
        """Decisions of its committee by which an agreement can have been adopted, newest first."""
        with self._store.read() as reading:
            agreement = required(reading.agreements.get(agreement_id))
            rows = decisions_of(reading, agreement.committee_id)
        return tuple(row for row in rows if row.outcome is Outcome.ADOPTED)

    def by_ref(self, text: str) -> Agreement:
        """The agreement a person named; raises ``UserError("agreement_unknown")``."""
        with self._store.read() as reading:
            return find_agreement(reading, text)


def versions_of(
    reading: Reading | UnitOfWork, agreement: Agreement
) -> tuple[AgreementVersion, ...]:
    """The versions of an agreement's text, oldest first; the headings where there are none."""
    versions = reading.agreement_versions.where("agreement_id", agreement.id)
    if versions:
        return versions
    committee = required(reading.committees.get(agreement.committee_id))
    return (first_version(agreement.id, agreement, committee.language),)


def newest_of(reading: Reading | UnitOfWork, agreement: Agreement) -> AgreementVersion:
    """The newest version of an agreement's text."""
    return required(newest_version(versions_of(reading, agreement)))


def actions_of(reading: Reading, committee_id: UUID) -> tuple[ActionRow, ...]:
    """All actions of a committee's meetings, the newest first."""
    return reading.listings.actions(PageRequest(committee_id=committee_id, limit=_ALL)).rows


def decisions_of(reading: Reading, committee_id: UUID) -> tuple[DecisionRow, ...]:
    """All decisions of a committee, the newest first."""
    return reading.listings.decisions(PageRequest(committee_id=committee_id, limit=_ALL)).rows
