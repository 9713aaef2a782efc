"""Papers around verification: the report on a file, and the sheet of a key's certificate."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.signatures import KeyInfo
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.files import read_file
from liaison_desktop.services.keys import KeyService
from liaison_desktop.services.required import required
from liaison_desktop.services.typesetting import stationery_of, typeset
from liaison_desktop.services.verification import VerifiedFile

if TYPE_CHECKING:
    from liaison_desktop.documents.stationery import Stationery


class VerificationPapers:
    """Use cases on papers about signatures and keys."""

    def __init__(
        self, store: Store | None, keys: KeyService, catalogue: Callable[[str], Catalogue]
    ) -> None:
        self._store = store
        self._keys = keys
        self._catalogue = catalogue

    def report(
        self, verified: VerifiedFile, language: str, *, committee_id: UUID | None = None
    ) -> bytes:
        """The report on a verified file, as the bytes of a PDF.

        It is on the stationery of the committee whose register has the file, or of the given one.
        """
        from liaison_desktop.documents.verification_report import (
            Reported,
            compose_verification_report,
        )
        from liaison_desktop.pdf import typesetter

        paper = verified.paper
        stationery = self._stationery(paper.committee_id if paper else committee_id)
        document = compose_verification_report(
            Reported(
                name=verified.path.name,
                size=verified.size,
                sha256=verified.sha256,
                verified_at=verified.verified_at,
                verification=verified.verification,
                register_number=paper.register_number if paper else "",
                register_known=self._store is not None,
            ),
            self._catalogue(language),
            committee=stationery.committee if stationery else None,
        )
        return typeset(document, stationery) if stationery else typesetter.typeset(document)

    def certificate_sheet(
        self, key_path: Path, committee_id: UUID, language: str | None = None
    ) -> bytes:
        """The sheet of a key made here, as the bytes of a PDF.

        Raises:
            UserError: ``key_unknown``: there is no such key here.
        """
        from liaison_desktop.documents.certificate_sheet import compose_certificate_sheet

        key = self._key(key_path)
        stationery = required(self._stationery(committee_id))
        committee: Committee = stationery.committee
        document = compose_certificate_sheet(
            key,
            read_file(key.path.with_suffix(".pem")).decode("ascii"),
            committee,
            self._catalogue(language or committee.language),
            created=datetime.now(UTC),
        )
        return typeset(document, stationery)

    def _key(self, path: Path) -> KeyInfo:
        for key in self._keys.all():
            if key.path == path or path.name in (key.path.name, key.path.stem):
                return key
        raise UserError("key_unknown", name=path.name)

    def _stationery(self, committee_id: UUID | None) -> "Stationery | None":
        if self._store is None or committee_id is None:
            return None
        with self._store.read() as reading:
            return stationery_of(reading, required(reading.committees.get(committee_id)))
