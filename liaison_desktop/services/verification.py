"""Verifying a signed file: what its signatures prove, and whether it is the one in the register."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from liaison_desktop.db.store import Store
from liaison_desktop.domain.papers import Paper, sha256_of
from liaison_desktop.domain.signatures import Verification
from liaison_desktop.services.files import naming, read_file
from liaison_desktop.services.keys import KeyService


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedFile:
    """What was found out about a file.

    Attributes:
        paper: the paper in the register one of whose files has this digest, if there is one.
    """

    path: Path
    sha256: str
    verification: Verification
    paper: Paper | None


class VerificationService:
    """Use case: can this file be trusted?"""

    def __init__(self, store: Store | None, keys: KeyService) -> None:
        self._store = store
        self._keys = keys

    def verify(self, path: Path, anchors: Sequence[Path] = ()) -> VerifiedFile:
        """Verify every signature against the given certificates and those of the keys made here.

        Raises:
            UserError: the file or an anchor cannot be read, or it is no PDF.
        """
        from liaison_desktop.signing.verify import verify_pdf

        content = read_file(path)
        trusted = [read_file(anchor) for anchor in anchors]
        digest = sha256_of(content)
        with naming(path):
            verification = verify_pdf(content, [*trusted, *self._keys.anchors()])
        return VerifiedFile(
            path=path,
            sha256=digest,
            verification=verification,
            paper=self._registered(digest),
        )

    def _registered(self, digest: str) -> Paper | None:
        if self._store is None:
            return None
        with self._store.read() as reading:
            return reading.papers.by_digest(digest)
