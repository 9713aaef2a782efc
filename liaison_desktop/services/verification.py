"""Verifying a signed file: what its signatures prove, and whether it is the one in the register."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.domain.papers import Paper, sha256_of
from liaison_desktop.domain.signatures import Verification
from liaison_desktop.domain.trust_anchors import TrustAnchor
from liaison_desktop.services.files import naming, read_file
from liaison_desktop.services.keys import KeyService
from liaison_desktop.services.trust import anchors as anchors_of

if TYPE_CHECKING:
    from liaison_desktop.db.unit_of_work import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedFile:
    """What was found out about a file.

    Attributes:
        size: in bytes.
        verified_at: when.
        paper: the paper in the register one of whose files has this digest, if there is one.
    """

    path: Path
    sha256: str
    size: int
    verified_at: datetime
    verification: Verification
    paper: Paper | None


class VerificationService:
    """Use case: can this file be trusted?"""

    def __init__(self, store: Store | None, keys: KeyService) -> None:
        self._store = store
        self._keys = keys

    def verify(
        self, path: Path, anchors: Sequence[Path] = (), *, committee_id: UUID | None = None
    ) -> VerifiedFile:
        """Verify every signature of a file.

        Trusted are the certificates of the keys made here, those given, and those that are kept for
        the committee whose register has the file; for the committee given, if the file is not in
        the register; for all committees, if none is given.

        Raises:
            UserError: the file or an anchor cannot be read, or it is no PDF.
        """
        content = read_file(path)
        given = [read_file(anchor) for anchor in anchors]
        with naming(path):
            return self.verify_content(path, content, given, committee_id=committee_id)

    def verify_content(
        self,
        path: Path,
        content: bytes,
        anchors: Sequence[bytes] = (),
        *,
        committee_id: UUID | None = None,
    ) -> VerifiedFile:
        """Verify a file that was read already; raises ``UserError`` as ``verify`` does."""
        from liaison_desktop.signing.verify import verify_pdf

        digest = sha256_of(content)
        paper, trusted = self._known(digest, committee_id)
        return VerifiedFile(
            path=path,
            sha256=digest,
            size=len(content),
            verified_at=datetime.now(UTC),
            verification=verify_pdf(content, anchors_of(trusted, anchors, self._keys.anchors())),
            paper=paper,
        )

    def _known(
        self, digest: str, committee_id: UUID | None
    ) -> tuple[Paper | None, tuple[TrustAnchor, ...]]:
        if self._store is None:
            return None, ()
        with self._store.read() as reading:
            paper = reading.papers.by_digest(digest)
            chosen = paper.committee_id if paper is not None else committee_id
            return paper, _trusted(reading, chosen)


def _trusted(reading: "Reading", committee_id: UUID | None) -> tuple[TrustAnchor, ...]:
    if committee_id is not None:
        return reading.trust_anchors.of_committee(committee_id)
    return tuple(
        anchor
        for committee in reading.committees.all()
        for anchor in reading.trust_anchors.of_committee(committee.id)
    )
