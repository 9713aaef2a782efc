"""Attachments, between row and record."""

from liaison_desktop.db.mapping.values import Row, Values
from liaison_desktop.domain.attachments import Attachment


def attachment_values(attachment: Attachment, content: bytes) -> Values:
    """The row of an attachment, with its bytes."""
    return {
        "id": attachment.id,
        "committee_id": attachment.committee_id,
        "name": attachment.name,
        "media_type": attachment.media_type,
        "sha256": attachment.sha256,
        "size": attachment.size,
        "added_at": attachment.added_at,
        "content": content,
    }


def attachment_of(row: Row) -> Attachment:
    """The attachment of a row, without its bytes."""
    return Attachment(
        id=row.id,
        committee_id=row.committee_id,
        name=row.name,
        media_type=row.media_type,
        sha256=row.sha256,
        size=row.size,
        added_at=row.added_at,
    )
