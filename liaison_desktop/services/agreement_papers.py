"""Agreements as papers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading
from liaison_desktop.domain.agreement_texts import AgreementVersion, as_of
from liaison_desktop.domain.agreements import Agreement
from liaison_desktop.domain.clock import stamped_at
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.listings import DecisionRow
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.agreements import decisions_of, versions_of
from liaison_desktop.services.files import write_file
from liaison_desktop.services.required import required
from liaison_desktop.services.typesetting import typeset


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What the paper of one version tells."""

    agreement: Agreement
    version: AgreementVersion
    committee: Committee
    decision: DecisionRow | None
    touched: datetime

    @property
    def created(self) -> datetime:
        """The same record gives the same day: signed, else adopted, else last worked on."""
        own = as_of(self.agreement, self.version)
        day = own.signed_on or (self.decision.date if self.decision else None)
        return _midnight(day) if day else self.touched


class AgreementPaperService:
    """Use cases: an agreement or one of its amendments as the bytes of a PDF."""

    def __init__(self, store: Store, catalogue: Callable[[str], Catalogue]) -> None:
        self._store = store
        self._catalogue = catalogue

    def preview(
        self, agreement_id: UUID, number: int | None = None, language: str | None = None
    ) -> bytes:
        """A version of an agreement, the newest if none is named, entered nowhere.

        Once it is adopted it has a place to sign for each party.

        Raises:
            UserError: ``version_unknown``.
        """
        with self._store.read() as reading:
            told = _told(reading, agreement_id, number)
        return self._typeset(told, language, register_number="")

    def save_preview(
        self,
        agreement_id: UUID,
        path: Path,
        number: int | None = None,
        language: str | None = None,
    ) -> Path:
        """Write a preview to a place of the user's choice."""
        write_file(path, self.preview(agreement_id, number, language))
        return path

    def _typeset(self, told: _Told, language: str | None, register_number: str) -> bytes:
        from liaison_desktop.documents.agreement import compose_agreement

        approved_by = (told.decision.number or told.decision.text) if told.decision else ""
        return typeset(
            compose_agreement(
                told.agreement,
                told.version.terms(approved_by),
                told.committee,
                self._catalogue(language or told.version.language),
                register_number=register_number,
                created=told.created,
                version=told.version,
            )
        )


def _told(reading: Reading, agreement_id: UUID, number: int | None) -> _Told:
    agreement = required(reading.agreements.get(agreement_id))
    versions = versions_of(reading, agreement)
    wanted = number or versions[-1].number
    version = next((one for one in versions if one.number == wanted), None)
    if version is None:
        raise UserError("version_unknown", title=agreement.title, number=wanted)
    head = required(reading.audit.head(agreement.committee_id))
    decisions = decisions_of(reading, agreement.committee_id) if version.decision_id else ()
    return _Told(
        agreement=agreement,
        version=version,
        committee=required(reading.committees.get(agreement.committee_id)),
        decision=next((one for one in decisions if one.id == version.decision_id), None),
        touched=stamped_at(head.at),
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
