"""The life of minutes and papers beside their text: how they were approved, and what became of
them.
"""

from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db.recorder import Recorder
from liaison_desktop.db.repositories import stored
from liaison_desktop.db.repositories.records import RowReader, RowRepository
from liaison_desktop.domain.archive import PaperStory


class ArchiveReader:
    """Finds what belongs to minutes and papers."""

    def __init__(self, connection: sa.Connection) -> None:
        self.circulations = RowReader(connection, stored.CIRCULATIONS)
        self.objections = RowReader(connection, stored.OBJECTIONS)
        self.approvals = RowReader(connection, stored.APPROVALS)
        self.refusals = RowReader(connection, stored.REFUSALS)
        self.hand_signatures = RowReader(connection, stored.HAND_SIGNATURES)
        self.filings = RowReader(connection, stored.FILINGS)
        self.dispatches = RowReader(connection, stored.DISPATCHES)

    def story(self, paper_id: UUID) -> PaperStory:
        """All that became of a paper."""
        return PaperStory(
            refusals=self.refusals.where("paper_id", paper_id),
            hand_signatures=self.hand_signatures.where("paper_id", paper_id),
            filings=self.filings.where("paper_id", paper_id),
            dispatches=self.dispatches.where("paper_id", paper_id),
        )


class ArchiveRepository:
    """Finds and keeps what belongs to minutes and papers."""

    def __init__(self, connection: sa.Connection, recorder: Recorder) -> None:
        self.circulations = RowRepository(connection, recorder, stored.CIRCULATIONS)
        self.objections = RowRepository(connection, recorder, stored.OBJECTIONS)
        self.approvals = RowRepository(connection, recorder, stored.APPROVALS)
        self.refusals = RowRepository(connection, recorder, stored.REFUSALS)
        self.hand_signatures = RowRepository(connection, recorder, stored.HAND_SIGNATURES)
        self.filings = RowRepository(connection, recorder, stored.FILINGS)
        self.dispatches = RowRepository(connection, recorder, stored.DISPATCHES)
        self.story = ArchiveReader(connection).story
