"""The register of papers: their files and signatures, transmittal slips."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading
from liaison_desktop.domain.assessment import signatories
from liaison_desktop.domain.clock import stamped_at
from liaison_desktop.domain.papers import Paper
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.phrases import Phrases
from liaison_desktop.services.agreement_signing import capacity_in, settled
from liaison_desktop.services.consigning import consignment_of
from liaison_desktop.services.files import write_file
from liaison_desktop.services.progress import Progress, Unheard, advance
from liaison_desktop.services.references import find_paper
from liaison_desktop.services.registering import add_state
from liaison_desktop.services.required import required
from liaison_desktop.services.signing import (
    PLAIN,
    FieldToSign,
    Lasting,
    SigningService,
    WithKey,
)
from liaison_desktop.services.trust import with_anchors_of
from liaison_desktop.services.typesetting import stationery_of, typeset
from liaison_desktop.services.undo import UndoService


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SignPaper:
    """Sign one field of a paper in the register."""

    paper_id: UUID
    field: str
    key: WithKey
    reason: str = ""
    lasting: Lasting = PLAIN


class RegisterService:
    """Use cases on papers in the register."""

    def __init__(
        self,
        store: Store,
        signing: SigningService,
        catalogue: Callable[[str], Catalogue],
        actor: str,
        undo: UndoService,
    ) -> None:
        self._store = store
        self._undo = undo
        self._signing = signing
        self._catalogue = catalogue
        self._actor = actor

    def by_ref(self, text: str) -> Paper:
        """The paper a person named; raises ``UserError("paper_unknown")``."""
        with self._store.read() as reading:
            return find_paper(reading, text)

    def paper(self, paper_id: UUID) -> Paper:
        """One paper of the register with all its files."""
        with self._store.read() as reading:
            return required(reading.papers.get(paper_id))

    def content(self, paper_id: UUID) -> bytes:
        """The newest file of a paper."""
        with self._store.read() as reading:
            return reading.papers.content(required(reading.papers.get(paper_id)).newest.id)

    def save_copy(self, paper_id: UUID, path: Path) -> Path:
        """Write the newest file of a paper to a place of the user's choice."""
        write_file(path, self.content(paper_id))
        return path

    def sign(self, command: SignPaper, progress: Progress | None = None) -> Paper:
        """Add one signature to a paper; the file before stays in the register as it was.

        The last signature on an agreement's paper makes the agreement a signed one.

        The store is free for others while an authority, a card or an issuer is waited for.

        Raises:
            UserError: as ``SigningService.sign``; ``paper_signed_meanwhile``.
            Cancelled: the user would not wait any longer; nothing was signed.
        """
        progress = progress or Unheard()
        with self._store.read() as reading:
            paper = required(reading.papers.get(command.paper_id))
            content = reading.papers.content(paper.newest.id)
            wanted = self._wanted(reading, paper, command)
        advance(progress, 0, 2, "")
        signed = self._signing.sign(content, wanted, progress)
        advance(progress, 1, 2, "")
        with self._store.write("sign_paper", self._actor) as work:
            after = add_state(
                work, paper, signed.content, field=command.field, signer=signed.signer
            )
            lasting = settled(work, after)
            work.commit()
            self._undo.forget(*lasting)
            return after

    def transmittal_slip(
        self, paper_id: UUID, language: str | None = None, addressee: str = ""
    ) -> bytes:
        """The slip with which a paper is handed to the authority; no addressee = room to write."""
        from liaison_desktop.documents.transmittal_slip import compose_transmittal_slip

        with self._store.read() as reading:
            consignment = consignment_of(reading, required(reading.papers.get(paper_id)))
            committee = required(reading.committees.get(consignment.paper.committee_id))
            stationery = stationery_of(reading, committee)
            head = required(reading.audit.head(committee.id))
        return typeset(
            compose_transmittal_slip(
                consignment,
                committee,
                self._catalogue(language or consignment.language),
                addressee=addressee,
                head=head,
                created=stamped_at(head.at),
            ),
            stationery,
        )

    def _wanted(self, reading: Reading, paper: Paper, command: SignPaper) -> FieldToSign:
        return FieldToSign(
            field=command.field,
            key=command.key,
            function=self._function(reading, paper, command.field),
            reason=command.reason,
            language=paper.language,
            lasting=with_anchors_of(reading, paper.committee_id, command.lasting),
        )

    def _function(self, reading: Reading, paper: Paper, field: str) -> str:
        """The words beside the signer's name."""
        if paper.agreement_id:
            return capacity_in(reading, paper, field)
        meeting = reading.meetings.get(paper.meeting_id) if paper.meeting_id else None
        phrases = Phrases(self._catalogue(paper.language))
        for signatory in signatories(meeting) if meeting else ():
            if signatory.field == field:
                return phrases.function(signatory.function)
        return ""
