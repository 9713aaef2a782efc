"""What becomes of a paper of the register beside electronic signatures.

None of it can be taken back: a paper in the register only grows older.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.archive import Filing, HandSignature, PaperStory, Refusal
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.papers import Paper
from liaison_desktop.services.agreement_signing import settled
from liaison_desktop.services.attachments import attach, read_attachment
from liaison_desktop.services.consigning import signers_of
from liaison_desktop.services.required import required
from liaison_desktop.services.undo import UndoService


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseSignature:
    """Note that somebody who was to sign a paper would not, and why."""

    paper_id: UUID
    field: str
    reason: str
    refused_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedByHand:
    """Note who signed the printed paper, with the scan that shows it.

    Attributes:
        signed_on: by the signature field in whose place the signature stands.
    """

    paper_id: UUID
    signed_on: Mapping[str, date]
    scan: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class FileWithAuthority:
    """Note under which number an authority keeps a paper."""

    paper_id: UUID
    authority: str
    number: str
    filed_on: date


class ArchivingService:
    """Use cases on papers of the register after they were made."""

    def __init__(self, store: Store, undo: UndoService, actor: str) -> None:
        self._store = store
        self._undo = undo
        self._actor = actor

    def story(self, paper_id: UUID) -> PaperStory:
        """All that became of a paper."""
        with self._store.read() as reading:
            return reading.archive.story(paper_id)

    def refuse(self, command: RefuseSignature) -> Changes:
        """Note a refusal.

        Raises:
            UserError: ``paper_field_unknown``, ``paper_field_done``, ``refused_already``,
                ``refusal_without_reason``, ``paper_day_early``, ``paper_day_in_future``.
        """
        with self._store.write("refuse_signature", self._actor) as work:
            paper = required(work.papers.get(command.paper_id))
            self._require_waiting(work, paper, command.field)
            if not command.reason.strip():
                raise UserError("refusal_without_reason")
            _require_day(command.refused_on, paper)
            work.archive.refusals.put(
                Refusal(
                    id=uuid7(),
                    committee_id=paper.committee_id,
                    paper_id=paper.id,
                    field=command.field,
                    name=signers_of(work, paper).get(command.field, command.field),
                    reason=command.reason.strip(),
                    refused_on=command.refused_on,
                )
            )
            return work.commit()

    def signed_by_hand(self, command: SignedByHand) -> Changes:
        """Keep the scan of a paper that was printed and signed.

        Raises:
            UserError: ``paper_field_unknown``, ``paper_field_done``, ``signed_by_nobody``,
                ``paper_day_early``, ``paper_day_in_future``; what ``read_attachment`` raises.
        """
        content = read_attachment(command.scan)
        with self._store.write("sign_by_hand", self._actor) as work:
            paper = required(work.papers.get(command.paper_id))
            if not command.signed_on:
                raise UserError("signed_by_nobody")
            scan = attach(work, paper.committee_id, command.scan, content)
            names = signers_of(work, paper)
            for field, day in command.signed_on.items():
                self._require_waiting(work, paper, field)
                _require_day(day, paper)
                work.archive.hand_signatures.put(
                    HandSignature(
                        id=uuid7(),
                        committee_id=paper.committee_id,
                        paper_id=paper.id,
                        field=field,
                        name=names.get(field, field),
                        signed_on=day,
                        scan_id=scan,
                    )
                )
            lasting = settled(work, paper)
            changes = work.commit()
            self._undo.forget(*lasting)
            return changes

    def file(self, command: FileWithAuthority) -> Changes:
        """Note an authority's number (Italy: DPR 445/2000, art. 53 and 57).

        Raises:
            UserError: ``filing_incomplete``, ``filed_already``, ``paper_day_early``,
                ``paper_day_in_future``.
        """
        with self._store.write("file_with_authority", self._actor) as work:
            paper = required(work.papers.get(command.paper_id))
            authority, number = command.authority.strip(), command.number.strip()
            if not authority or not number:
                raise UserError("filing_incomplete")
            _require_day(command.filed_on, paper)
            known = work.archive.filings.where("paper_id", paper.id)
            if any((each.authority, each.number) == (authority, number) for each in known):
                raise UserError("filed_already", authority=authority, number=number)
            work.archive.filings.put(
                Filing(
                    id=uuid7(),
                    committee_id=paper.committee_id,
                    paper_id=paper.id,
                    authority=authority,
                    number=number,
                    filed_on=command.filed_on,
                )
            )
            return work.commit()

    def _require_waiting(self, work: UnitOfWork, paper: Paper, field: str) -> None:
        if field not in paper.fields:
            raise UserError("paper_field_unknown", field=field, paper=paper.register_number)
        story = work.archive.story(paper.id)
        if story.refusal(field):
            raise UserError("refused_already", field=field, paper=paper.register_number)
        if field not in story.waiting(paper):
            raise UserError("paper_field_done", field=field, paper=paper.register_number)


def _require_day(day: date, paper: Paper) -> None:
    """A paper can be signed, refused or filed from the day on which it was made."""
    made = min(file.created_at for file in paper.files).astimezone().date()
    if day < made:
        raise UserError("paper_day_early", day=day, made=made)
    if day > datetime.now().astimezone().date():
        raise UserError("paper_day_in_future", day=day)
