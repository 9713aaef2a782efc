"""Agreements as papers."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading, UnitOfWork
from liaison_desktop.domain.agreement_texts import AgreementVersion, as_of
from liaison_desktop.domain.agreements import Agreement, AgreementStatus
from liaison_desktop.domain.clock import stamped_at
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.listings import DecisionRow
from liaison_desktop.domain.papers import Paper, PaperKind, sha256_of
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.services.agreement_signing import fields_of, records_of
from liaison_desktop.services.agreements import decisions_of, versions_of
from liaison_desktop.services.files import write_file
from liaison_desktop.services.progress import Progress, Unheard, advance
from liaison_desktop.services.registering import NewPaper, enter, state_of
from liaison_desktop.services.required import required
from liaison_desktop.services.typesetting import stationery_of, typeset
from liaison_desktop.services.undo import UndoService

if TYPE_CHECKING:
    from liaison_desktop.documents.stationery import Stationery


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What the paper of one version tells."""

    agreement: Agreement
    version: AgreementVersion
    stationery: "Stationery"
    decision: DecisionRow | None
    touched: datetime

    @property
    def created(self) -> datetime:
        """The same record gives the same day: signed, else adopted, else last worked on."""
        own = as_of(self.agreement, self.version)
        day = own.signed_on or (self.decision.date if self.decision else None)
        return _midnight(day) if day else self.touched


@dataclass(frozen=True, slots=True, kw_only=True)
class FileAgreement:
    """Enter what was adopted in the register, to be signed: the agreement or its amendment."""

    agreement_id: UUID
    language: str | None = None


class AgreementPaperService:
    """Use cases: an agreement or one of its amendments as a paper."""

    def __init__(
        self, store: Store, undo: UndoService, catalogue: Callable[[str], Catalogue], actor: str
    ) -> None:
        self._store = store
        self._undo = undo
        self._catalogue = catalogue
        self._actor = actor

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

    def file(self, command: FileAgreement, progress: Progress | None = None) -> Paper:
        """The paper of the newest version in the register, made now if there is none yet.

        As long as nobody has signed it, it is made anew under its number if the record was changed.

        Raises:
            UserError: ``agreement_not_adopted``.
        """
        progress = progress or Unheard()
        with self._store.read() as reading:
            told = _told(reading, command.agreement_id, None)
        if as_of(told.agreement, told.version).status is not AgreementStatus.APPROVED:
            raise UserError("agreement_not_adopted", title=told.agreement.title)
        language = command.language or told.version.language
        with self._store.write("file_agreement", self._actor) as work:
            advance(progress, 0, 2, "")
            there = _paper_of(work, told.version, language)
            wanted = fields_of(as_of(told.agreement, told.version))
            if there is None or (not there.signatures and there.fields != wanted):
                make = partial(self._typeset, told, language)
                paper = enter(work, self._new(told, language), make)
            elif there.signatures:
                return there
            else:
                paper = self._made_anew(work, there, told)
            advance(progress, 1, 2, "")
            lasting = records_of(work, told.agreement.id)
            work.commit()
            self._undo.forget(*lasting)
            return paper

    def _made_anew(self, work: UnitOfWork, paper: Paper, told: _Told) -> Paper:
        content = self._typeset(told, paper.language, paper.register_number)
        if paper.newest.sha256 == sha256_of(content):
            return paper
        file = state_of(paper.id, paper.newest.sequence + 1, content)
        work.papers.add_file(file, content)
        return replace(paper, files=(*paper.files, file))

    def _new(self, told: _Told, language: str) -> NewPaper:
        from liaison_desktop.documents.agreement import agreement_title

        return NewPaper(
            committee_id=told.agreement.committee_id,
            kind=PaperKind.AGREEMENT,
            title=agreement_title(told.agreement, told.version, self._catalogue(language)),
            language=language,
            fields=fields_of(as_of(told.agreement, told.version)),
            agreement_id=told.agreement.id,
            agreement_version=told.version.number,
        )

    def _approved_by(self, decision: DecisionRow | None, language: str) -> str:
        """The decision by its number, else by its day."""
        if decision is None or decision.number:
            return decision.number if decision else ""
        day = Formats(language).long_date(decision.date)
        return self._catalogue(language).pgettext("paper", "Decision of {date}").format(date=day)

    def _typeset(self, told: _Told, language: str | None, register_number: str) -> bytes:
        from liaison_desktop.documents.agreement import compose_agreement

        return typeset(
            compose_agreement(
                told.agreement,
                told.version.terms(
                    self._approved_by(told.decision, language or told.version.language)
                ),
                told.stationery.committee,
                self._catalogue(language or told.version.language),
                register_number=register_number,
                created=told.created,
                version=told.version,
            ),
            told.stationery,
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
        stationery=stationery_of(reading, required(reading.committees.get(agreement.committee_id))),
        decision=next((one for one in decisions if one.id == version.decision_id), None),
        touched=stamped_at(head.at),
    )


def _paper_of(work: UnitOfWork, version: AgreementVersion, language: str) -> Paper | None:
    """The newest one: with other parties a paper is made anew, as its fields cannot change."""
    wanted = (version.number, language)
    papers = work.papers.of_agreement(version.agreement_id)
    made = [p for p in papers if (p.agreement_version, p.language) == wanted]
    return made[-1] if made else None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
