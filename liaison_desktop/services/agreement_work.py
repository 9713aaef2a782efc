"""All use cases that bring agreements forward, in one place."""

from collections.abc import Callable
from dataclasses import dataclass

from liaison_desktop.db.store import Store
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.agreement_papers import AgreementPaperService
from liaison_desktop.services.agreement_steps import AgreementStepService
from liaison_desktop.services.agreement_writing import AgreementWritingService
from liaison_desktop.services.commitments import CommitmentService
from liaison_desktop.services.undo import UndoService


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementWork:
    """Drafting and changing, the steps from draft to end, papers, and what was promised."""

    writing: AgreementWritingService
    steps: AgreementStepService
    papers: AgreementPaperService
    commitments: CommitmentService


def compose_agreement_work(
    store: Store, undo: UndoService, catalogue: Callable[[str], Catalogue], actor: str
) -> AgreementWork:
    """The use cases over one store."""
    return AgreementWork(
        writing=AgreementWritingService(store, undo, catalogue, actor),
        steps=AgreementStepService(store, undo, actor),
        papers=AgreementPaperService(store, undo, catalogue, actor),
        commitments=CommitmentService(store, undo, actor),
    )
