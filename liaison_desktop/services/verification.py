"""Verifying a signed file: what its signatures prove, and whether it is the one in the register."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
    from liaison_desktop.signing.trust import Anchors


_DETACHED = ".p7m"
_PDF = b"%PDF-"


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
        """Verify every signature of a file: those in it, and one beside it (``FILE.p7m``).

        Either of the two files may be given.

        Trusted are the certificates of the keys made here, those given, and those that are kept for
        the committee whose register has the file; for the committee given, if the file is not in
        the register; for all committees, if none is given.

        Raises:
            UserError: the file, the signature beside it or an anchor cannot be read, or it is no
                PDF.
        """
        path, beside = _pair(path)
        content = read_file(path)
        given = [read_file(anchor) for anchor in anchors]
        detached = read_file(beside) if beside is not None else None
        with naming(beside or path):
            return self.verify_content(
                path, content, given, committee_id=committee_id, detached=detached
            )

    def verify_content(
        self,
        path: Path,
        content: bytes,
        anchors: Sequence[bytes] = (),
        *,
        committee_id: UUID | None = None,
        detached: bytes | None = None,
    ) -> VerifiedFile:
        """Verify a file that was read already; raises ``UserError`` as ``verify`` does."""
        digest = sha256_of(content)
        paper, trusted = self._known(digest, committee_id)
        return VerifiedFile(
            path=path,
            sha256=digest,
            size=len(content),
            verified_at=datetime.now(UTC),
            verification=_verified(
                content, detached, anchors_of(trusted, anchors, self._keys.anchors())
            ),
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


def _pair(path: Path) -> tuple[Path, Path | None]:
    """The file, and the signature beside it if there is one."""
    if path.suffix.lower() == _DETACHED:
        return path.with_suffix(""), path
    beside = path.with_name(path.name + _DETACHED)
    return path, beside if beside.is_file() else None


def _verified(content: bytes, detached: bytes | None, anchors: "Anchors") -> Verification:
    """What the signatures in the file prove, and the one beside it; that can be on any file."""
    from liaison_desktop.signing.detached import verify_detached
    from liaison_desktop.signing.verify import verify_pdf

    if detached is None:
        return verify_pdf(content, anchors)
    report = verify_detached(content, detached, anchors)
    inside = (
        verify_pdf(content, anchors) if content.startswith(_PDF) else Verification(signatures=())
    )
    return replace(inside, signatures=(*inside.signatures, report))


def _trusted(reading: "Reading", committee_id: UUID | None) -> tuple[TrustAnchor, ...]:
    if committee_id is not None:
        return reading.trust_anchors.of_committee(committee_id)
    return tuple(
        anchor
        for committee in reading.committees.all()
        for anchor in reading.trust_anchors.of_committee(committee.id)
    )
