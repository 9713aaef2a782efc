"""Signing, whose certificates are trusted, and the papers about both, in one place."""

from collections.abc import Callable
from dataclasses import dataclass

from liaison_desktop.db.store import Store
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.keys import KeyService
from liaison_desktop.services.signing import SigningService
from liaison_desktop.services.trust import TrustService
from liaison_desktop.services.undo import UndoService
from liaison_desktop.services.verification_papers import VerificationPapers


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningWork:
    """Putting signatures into files; certificates from which trust starts; reports and sheets."""

    signing: SigningService
    trust: TrustService
    papers: VerificationPapers


def compose_signing_work(
    signing: SigningService,
    keys: KeyService,
    store: Store,
    undo: UndoService,
    catalogue: Callable[[str], Catalogue],
    actor: str,
) -> SigningWork:
    """The use cases over one store."""
    return SigningWork(
        signing=signing,
        trust=TrustService(store, undo, actor),
        papers=VerificationPapers(store, keys, catalogue),
    )
