"""Files that belong to a record: appointment papers, logos, scans."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file kept in the store, known by its digest. Never rewritten.

    Attributes:
        name: as the user's file was called.
        media_type: such as ``application/pdf``.
        size: in bytes.
    """

    id: UUID
    committee_id: UUID
    name: str
    media_type: str
    sha256: str
    size: int
    added_at: datetime
