"""Transactions: a reading sees one state, a unit of work changes all it means to or nothing."""

from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db.audit import AuditLog
from liaison_desktop.db.audit_trail import AuditTrail
from liaison_desktop.db.exports.tables import ExportTables
from liaison_desktop.db.listings.listings import Listings
from liaison_desktop.db.recorder import Recorder
from liaison_desktop.db.repositories.agreements import AgreementReader, AgreementRepository
from liaison_desktop.db.repositories.committees import CommitteeReader, CommitteeRepository
from liaison_desktop.db.repositories.corrections import CorrectionReader, CorrectionRepository
from liaison_desktop.db.repositories.meetings import MeetingReader, MeetingRepository
from liaison_desktop.db.repositories.papers import PaperReader, PaperRepository
from liaison_desktop.db.repositories.people import PeopleReader, PeopleRepository
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.clock import HybridClock


class Reading:
    """One state of the store, however others go on writing."""

    def __init__(self, connection: sa.Connection) -> None:
        self.committees = CommitteeReader(connection)
        self.people = PeopleReader(connection)
        self.meetings = MeetingReader(connection)
        self.agreements = AgreementReader(connection)
        self.papers = PaperReader(connection)
        self.corrections = CorrectionReader(connection)
        self.listings = Listings(connection)
        self.audit = AuditTrail(connection)
        self.tables = ExportTables(connection)


class UnitOfWork:
    """One command's changes with their audit entries; without ``commit`` nothing of it stays."""

    def __init__(
        self,
        connection: sa.Connection,
        *,
        command: str,
        actor: str,
        clock: HybridClock,
        origin: UUID,
    ) -> None:
        self._connection = connection
        self._recorder = Recorder(connection, AuditLog(connection, command, actor), clock, origin)
        self.committees = CommitteeRepository(connection, self._recorder)
        self.people = PeopleRepository(connection, self._recorder)
        self.meetings = MeetingRepository(connection, self._recorder)
        self.agreements = AgreementRepository(connection, self._recorder)
        self.papers = PaperRepository(connection, self._recorder)
        self.corrections = CorrectionRepository(connection, self._recorder)

    def commit(self) -> Changes:
        """Make the changes last, and say what they touched. Nothing more can be written then."""
        self._connection.commit()
        self._connection.close()
        return self._recorder.changes
