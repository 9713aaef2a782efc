"""Drafting an agreement and changing it until it is adopted."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.agreement_steps import EDITABLE
from liaison_desktop.domain.agreement_texts import AgreementVersion, scope_of
from liaison_desktop.domain.agreements import (
    Agreement,
    AgreementStatus,
    Party,
    Renewal,
    months_after,
)
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.errors import UserError
from liaison_desktop.i18n.agreement_template import AgreementTemplate, agreement_template
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.agreement_forms import EditAgreement, EditAgreementText, PartyTold
from liaison_desktop.services.agreement_told import (
    articles_told,
    headings,
    representatives,
    sentences,
)
from liaison_desktop.services.agreements import newest_of
from liaison_desktop.services.required import required
from liaison_desktop.services.undo import UndoService

_MOST_MONTHS = 1200
_MOST_DAYS = 3660
_ANY_DAY = date(2001, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftAgreement:
    """Begin an agreement.

    Attributes:
        kind: what the committee calls it; empty = the usual name in the agreement's language.
        language: of its text; ``None`` = the committee's.
        from_template: begin with the usual articles, else with an empty text.
    """

    committee_id: UUID
    title: str
    kind: str = ""
    language: str | None = None
    parties: tuple[PartyTold, ...] = ()
    from_template: bool = True


class AgreementWritingService:
    """Use cases that write agreements; each can be taken back."""

    def __init__(
        self, store: Store, undo: UndoService, catalogue: Callable[[str], Catalogue], actor: str
    ) -> None:
        self._store = store
        self._undo = undo
        self._catalogue = catalogue
        self._actor = actor

    def template(self, language: str) -> AgreementTemplate:
        """The usual text of an agreement in a language."""
        return agreement_template(self._catalogue(language))

    def draft(self, command: DraftAgreement) -> Agreement:
        """Begin an agreement.

        Raises:
            UserError: ``agreement_needs_title``, ``agreement_party_twice``.
        """
        with self._store.write("draft_agreement", self._actor) as work:
            committee = required(work.committees.get(command.committee_id))
            language = command.language or committee.language
            template = self.template(language)
            agreement = Agreement(
                id=uuid7(),
                committee_id=committee.id,
                key=_free_key(work, committee.id),
                kind=command.kind.strip() or template.kind,
                title=_title(command.title),
                status=AgreementStatus.DRAFT,
                parties=_parties(work, command.parties),
            )
            version = AgreementVersion(
                id=uuid7(),
                committee_id=committee.id,
                agreement_id=agreement.id,
                number=1,
                language=language,
                articles=template.articles if command.from_template else (),
                whereas=template.whereas if command.from_template else (),
                representatives=representatives(command.parties),
                place=committee.city,
            )
            work.agreements.put(replace(agreement, articles=headings(version)))
            work.agreement_versions.put(version)
            self._undo.commit(work, "draft_agreement")
            return agreement

    def edit(self, command: EditAgreement) -> Changes:
        """Change what an agreement is; while an amendment is written, what it makes of it.

        An amendment changes parties and term; title and kind are those of the agreement.

        Raises:
            UserError: ``agreement_adopted``, ``agreement_signed``, ``agreement_needs_title``,
                ``agreement_party_twice``, ``agreement_months``, ``agreement_days``,
                ``renewal_needs_months``, ``notice_longer_than_term``.
        """
        with self._store.write("edit_agreement", self._actor) as work:
            agreement = required(work.agreements.get(command.agreement_id))
            version = stored_version(work, agreement)
            _require_text_open(agreement, version)
            changed = _changed(work, agreement, command)
            _require_sound_term(changed)
            signers = representatives(command.parties)
            if version.number == 1:
                work.agreements.put(changed)
                work.agreement_versions.put(replace(version, representatives=signers))
            else:
                work.agreement_versions.put(
                    replace(version, representatives=signers, scope=scope_of(changed))
                )
            return self._undo.commit(work, "edit_agreement")

    def edit_text(self, command: EditAgreementText) -> Changes:
        """Change the text that is worked on.

        Raises:
            UserError: ``agreement_adopted``, ``agreement_signed``, ``amendment_adopted``,
                ``article_needs_heading``.
        """
        with self._store.write("edit_agreement_text", self._actor) as work:
            agreement = required(work.agreements.get(command.agreement_id))
            version = stored_version(work, agreement)
            _require_text_open(agreement, version)
            changed = replace(
                version,
                articles=articles_told(command.articles),
                whereas=sentences(command.whereas),
                costs=command.costs.strip(),
                data_protection=command.data_protection.strip(),
                legal_nature=command.legal_nature.strip(),
                place=command.place.strip(),
            )
            work.agreement_versions.put(changed)
            if version.number == 1:
                work.agreements.put(replace(agreement, articles=headings(changed)))
            return self._undo.commit(work, "edit_agreement_text")


def stored_version(work: UnitOfWork, agreement: Agreement) -> AgreementVersion:
    """The newest version, put into the store if the agreement was known by its headings only."""
    version = newest_of(work, agreement)
    if version.id == agreement.id:
        version = replace(version, id=uuid7())
        work.agreement_versions.put(version)
    return version


def _changed(work: UnitOfWork, agreement: Agreement, command: EditAgreement) -> Agreement:
    return replace(
        agreement,
        title=_title(command.title),
        kind=command.kind.strip() or agreement.kind,
        parties=_parties(work, command.parties),
        starts_on=command.starts_on,
        duration_months=command.duration_months,
        renewal=command.renewal,
        renewal_months=command.renewal_months,
        notice_days=command.notice_days,
    )


def _require_editable(agreement: Agreement) -> None:
    if agreement.status is AgreementStatus.APPROVED:
        raise UserError("agreement_adopted", title=agreement.title)
    if agreement.status not in EDITABLE:
        raise UserError("agreement_signed", title=agreement.title)


def _require_text_open(agreement: Agreement, version: AgreementVersion) -> None:
    if version.number == 1:
        _require_editable(agreement)
    elif version.agreed_on is not None:
        raise UserError("agreement_signed", title=agreement.title)
    elif version.decision_id is not None:
        raise UserError("amendment_adopted", number=version.number - 1)


def _title(told: str) -> str:
    title = " ".join(told.split())
    if not title:
        raise UserError("agreement_needs_title")
    return title


def _parties(work: UnitOfWork, told: tuple[PartyTold, ...]) -> tuple[Party, ...]:
    parties: list[Party] = []
    for one in told:
        organisation = required(work.people.organisation(one.organisation_id))
        if any(party.organisation_id == organisation.id for party in parties):
            raise UserError("agreement_party_twice", name=organisation.name)
        parties.append(Party(organisation_id=organisation.id, name=organisation.name))
    return tuple(parties)


def _require_sound_term(agreement: Agreement) -> None:
    for months in (agreement.duration_months, agreement.renewal_months):
        if months is not None and not 1 <= months <= _MOST_MONTHS:
            raise UserError("agreement_months", most=_MOST_MONTHS)
    if agreement.notice_days is not None and not 0 <= agreement.notice_days <= _MOST_DAYS:
        raise UserError("agreement_days", most=_MOST_DAYS)
    if agreement.renewal is Renewal.TACIT and agreement.renewal_months is None:
        raise UserError("renewal_needs_months")
    if agreement.duration_months is not None and agreement.notice_days is not None:
        start = agreement.starts_on or _ANY_DAY
        days = (months_after(start, agreement.duration_months) - start).days
        if agreement.notice_days > days:
            raise UserError("notice_longer_than_term", days=agreement.notice_days)


def _free_key(work: UnitOfWork, committee_id: UUID) -> str:
    """The next free short name: a1, a2 ..."""
    taken = {agreement.key for agreement in work.agreements.of_committee(committee_id)}
    number = 1
    while f"a{number}" in taken:
        number += 1
    return f"a{number}"
