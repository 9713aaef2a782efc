"""What is written beside the record of a meeting: earlier texts and private notes."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class TextVersion:
    """The discussion of an item as it was saved once; Markdown."""

    id: UUID
    committee_id: UUID
    meeting_id: UUID
    item_id: UUID
    saved_at: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateNote:
    """The secretary's own note on an item; on no paper and in no export.

    It is no part of the record of the meeting, so that nothing made of the record can hold it.

    Attributes:
        id: that of the item.
    """

    id: UUID
    committee_id: UUID
    meeting_id: UUID
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What is being typed, before it becomes part of the record.

    Attributes:
        item_id: the item whose discussion it is.
    """

    item_id: UUID
    committee_id: UUID
    meeting_id: UUID
    typed_at: datetime
    text: str
