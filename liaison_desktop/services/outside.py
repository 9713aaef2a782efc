"""Papers that are signed on other computers and come back, and files that are kept provable."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.papers import Paper, sha256_of
from liaison_desktop.services.agreement_signing import settled
from liaison_desktop.services.files import naming, read_file
from liaison_desktop.services.progress import Progress, Unheard, advance
from liaison_desktop.services.registering import add_state
from liaison_desktop.services.required import required
from liaison_desktop.services.signing import Lasting, SigningService
from liaison_desktop.services.trust import with_anchors_of
from liaison_desktop.services.undo import UndoService


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBack:
    """Take back a file that was signed elsewhere."""

    paper_id: UUID
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewPaper:
    """Put a further time stamp over the whole file of a paper."""

    paper_id: UUID
    lasting: Lasting


class OutsideService:
    """Use cases on files that others sign or stamp; the states before stay as they were."""

    def __init__(
        self, store: Store, signing: SigningService, undo: UndoService, actor: str
    ) -> None:
        self._store = store
        self._signing = signing
        self._undo = undo
        self._actor = actor

    def take_back(self, command: TakeBack) -> Paper:
        """Keep what others added to the newest file of a paper: each signature is a state.

        Raises:
            UserError: ``returned_known_already``; the file is another one, or was changed otherwise
                than by signatures; see ``added_signatures``; ``paper_signed_meanwhile``.
        """
        from liaison_desktop.signing.returned import added_signatures

        returned = read_file(command.path)
        with self._store.read() as reading:
            paper = required(reading.papers.get(command.paper_id))
            sent = reading.papers.content(paper.newest.id)
        with naming(command.path):
            _require_new(paper, returned)
            added = added_signatures(sent, returned)
        with self._store.write("take_back_paper", self._actor) as work:
            for one in added:
                paper = add_state(work, paper, one.content, field=one.field, signer=one.signer)
            return self._kept(work, paper)

    def renew(self, command: RenewPaper, progress: Progress | None = None) -> Paper:
        """Keep a paper provable for longer.

        Raises:
            UserError: as ``SigningService.renew``; ``paper_signed_meanwhile``.
        """
        progress = progress or Unheard()
        with self._store.read() as reading:
            paper = required(reading.papers.get(command.paper_id))
            sent = reading.papers.content(paper.newest.id)
            lasting = with_anchors_of(reading, paper.committee_id, command.lasting)
        advance(progress, 0, 2, "")
        content = self._signing.renew(sent, lasting, progress)
        clock = _clock(content)
        advance(progress, 1, 2, "")
        with self._store.write("renew_paper", self._actor) as work:
            return self._kept(work, add_state(work, paper, content, signer=clock))

    def _kept(self, work: UnitOfWork, paper: Paper) -> Paper:
        lasting = settled(work, paper)
        work.commit()
        self._undo.forget(*lasting)
        return paper


def _require_new(paper: Paper, returned: bytes) -> None:
    """Tell a file that comes back a second time from one of somebody else."""
    digest = sha256_of(returned)
    if any(state.sha256 == digest for state in paper.files[:-1]):
        raise UserError("returned_known_already")


def _clock(content: bytes) -> str:
    """Whose time stamp is the last one."""
    from liaison_desktop.signing.verify import verify_pdf

    return verify_pdf(content, ()).signatures[-1].signer
