"""Files that belong to a record."""

from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db.mapping.attachments import attachment_of, attachment_values
from liaison_desktop.db.recorder import Recorder, Target
from liaison_desktop.db.repositories.base import Reader
from liaison_desktop.db.tables import attachment as attachment_table
from liaison_desktop.domain.attachments import Attachment
from liaison_desktop.domain.changes import Kind

_WITHOUT_CONTENT = [column for column in attachment_table.c if column.name != "content"]


class AttachmentReader(Reader):
    """Finds attachments."""

    def get(self, attachment_id: UUID) -> Attachment | None:
        """The attachment with this id."""
        query = sa.select(*_WITHOUT_CONTENT).where(attachment_table.c.id == attachment_id)
        return self._first(query, attachment_of)

    def of_committee(self, committee_id: UUID) -> tuple[Attachment, ...]:
        """A committee's attachments, oldest first."""
        query = (
            sa.select(*_WITHOUT_CONTENT)
            .where(attachment_table.c.committee_id == committee_id)
            .order_by(attachment_table.c.added_at, attachment_table.c.id)
        )
        return self._all(query, attachment_of)

    def content(self, attachment_id: UUID) -> bytes:
        """The bytes of an attachment.

        Raises:
            LookupError: there is no such attachment.
        """
        query = sa.select(attachment_table.c.content).where(attachment_table.c.id == attachment_id)
        content = self._first(query, lambda row: bytes(row.content))
        if content is None:
            raise LookupError(attachment_id)
        return content


class AttachmentRepository(AttachmentReader):
    """Finds attachments and adds new ones."""

    def __init__(self, connection: sa.Connection, recorder: Recorder) -> None:
        super().__init__(connection)
        self._recorder = recorder

    def add(self, attachment: Attachment, content: bytes) -> None:
        """Keep a file."""
        self._recorder.write(
            self._target(attachment), None, attachment, attachment_values(attachment, content)
        )

    def remove(self, attachment: Attachment) -> None:
        """Take a file out of the store; the log keeps that it was there."""
        self._recorder.remove(self._target(attachment), attachment)

    @staticmethod
    def _target(attachment: Attachment) -> Target:
        return Target(Kind.ATTACHMENT, attachment_table, attachment.committee_id)
