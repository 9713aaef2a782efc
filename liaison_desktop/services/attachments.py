"""Files that belong to a record: taken in, looked at, saved as they came."""

import contextlib
import hashlib
import mimetypes
import shutil
import stat
import weakref
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.attachments import Attachment
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.errors import UserError
from liaison_desktop.services.files import read_file, write_file
from liaison_desktop.services.required import required

LARGEST = 25 * 1024 * 1024
"""Bytes: a scan of some pages; the store is backed up whole."""

_UNKNOWN = "application/octet-stream"


class AttachmentService:
    """Use cases on files that belong to a record."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._copies: Path | None = None

    def content(self, attachment_id: UUID) -> bytes:
        """The bytes of the file."""
        with self._store.read() as reading:
            return reading.attachments.content(attachment_id)

    def about(self, attachment_id: UUID) -> Attachment:
        """What is known of the file."""
        with self._store.read() as reading:
            return required(reading.attachments.get(attachment_id))

    def all_of(self, attachment_ids: Sequence[UUID]) -> tuple[Attachment, ...]:
        """What is known of several files, in this order; one that was taken out is left out."""
        with self._store.read() as reading:
            found = [reading.attachments.get(each) for each in attachment_ids]
        return tuple(each for each in found if each is not None)

    def open_copy(self, attachment_id: UUID) -> Path:
        """A copy to be looked at in another program; it is gone when this program ends.

        It can only be read, so that nobody believes that changes to it reach the store.

        Raises:
            UserError: as for ``write_file``.
        """
        if self._copies is None:
            self._copies = Path(mkdtemp(prefix="liaison-"))
            weakref.finalize(self, _remove_copies, self._copies)
        folder = self._copies / uuid7().hex
        folder.mkdir()
        path = self.save_copy(attachment_id, folder / Path(self.about(attachment_id).name).name)
        path.chmod(stat.S_IRUSR)
        return path

    def save_copy(self, attachment_id: UUID, path: Path) -> Path:
        """Write the file, byte by byte as it came; raises like ``write_file``."""
        write_file(path, self.content(attachment_id))
        return path


def read_attachment(path: Path) -> bytes:
    """A file that is to be kept in the store.

    Raises:
        UserError: ``attachment_too_large`` and what ``read_file`` raises.
    """
    content = read_file(path)
    if len(content) > LARGEST:
        raise UserError("attachment_too_large", path=path, most=LARGEST // 1024 // 1024)
    return content


def attach(work: UnitOfWork, committee_id: UUID, path: Path, content: bytes) -> UUID:
    """Keep a file in the store; one that is there already is not kept twice. Gives back its id."""
    digest = hashlib.sha256(content).hexdigest()
    for known in work.attachments.of_committee(committee_id):
        if known.sha256 == digest and known.name == path.name:
            return known.id
    attachment = Attachment(
        id=uuid7(),
        committee_id=committee_id,
        name=path.name,
        media_type=mimetypes.guess_type(path.name)[0] or _UNKNOWN,
        sha256=digest,
        size=len(content),
        added_at=datetime.now(UTC),
    )
    work.attachments.add(attachment, content)
    return attachment.id


def _remove_copies(folder: Path) -> None:
    """Remove a folder; a system may refuse to remove what can only be read."""
    for copy in folder.glob("*/*"):
        with contextlib.suppress(OSError):
            copy.chmod(stat.S_IRUSR | stat.S_IWUSR)
    shutil.rmtree(folder, ignore_errors=True)
