"""Transactions: a reading sees one state, a unit of work changes all it means to or nothing."""

from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db.audit import AuditLog
from liaison_desktop.db.audit_trail import AuditTrail
from liaison_desktop.db.exports.tables import ExportTables
from liaison_desktop.db.health import altered_files_of
from liaison_desktop.db.listings.listings import Listings
from liaison_desktop.db.recorder import Recorder
from liaison_desktop.db.repositories import stored
from liaison_desktop.db.repositories.agreements import AgreementReader, AgreementRepository
from liaison_desktop.db.repositories.archive import ArchiveReader, ArchiveRepository
from liaison_desktop.db.repositories.attachments import AttachmentReader, AttachmentRepository
from liaison_desktop.db.repositories.committees import CommitteeReader, CommitteeRepository
from liaison_desktop.db.repositories.corrections import CorrectionReader, CorrectionRepository
from liaison_desktop.db.repositories.journal import Journal, JournalReader
from liaison_desktop.db.repositories.meeting_history import MeetingHistory
from liaison_desktop.db.repositories.meetings import MeetingReader, MeetingRepository
from liaison_desktop.db.repositories.papers import PaperReader, PaperRepository
from liaison_desktop.db.repositories.people import PeopleReader, PeopleRepository
from liaison_desktop.db.repositories.records import RowReader, RowRepository
from liaison_desktop.db.repositories.sittings import SittingReader
from liaison_desktop.db.reverting import Reverting
from liaison_desktop.domain.changes import Changes, Step
from liaison_desktop.domain.clock import HybridClock
from liaison_desktop.domain.health import Finding


class Reading:
    """One state of the store, however others go on writing."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self.committees = CommitteeReader(connection)
        self.people = PeopleReader(connection)
        self.meetings = MeetingReader(connection)
        self.sittings = SittingReader(connection)
        self.history = MeetingHistory(connection)
        self.agreements = AgreementReader(connection)
        self.papers = PaperReader(connection)
        self.corrections = CorrectionReader(connection)
        self.agreement_versions = RowReader(connection, stored.AGREEMENT_VERSIONS)
        self.commitments = RowReader(connection, stored.COMMITMENTS)
        self.attachments = AttachmentReader(connection)
        self.consents = RowReader(connection, stored.CONSENTS)
        self.deletions = RowReader(connection, stored.DELETIONS)
        self.skills = RowReader(connection, stored.SKILLS)
        self.journal = JournalReader(connection)
        self.text_versions = RowReader(connection, stored.TEXT_VERSIONS)
        self.private_notes = RowReader(connection, stored.PRIVATE_NOTES)
        self.letters = RowReader(connection, stored.LETTERS)
        self.replies = RowReader(connection, stored.REPLIES)
        self.meeting_templates = RowReader(connection, stored.MEETING_TEMPLATES)
        self.text_modules = RowReader(connection, stored.TEXT_MODULES)
        self.archive = ArchiveReader(connection)
        self.trust_anchors = RowReader(connection, stored.TRUST_ANCHORS)
        self.listings = Listings(connection)
        self.audit = AuditTrail(connection)
        self.tables = ExportTables(connection)

    def altered_files_of(self, paper_id: UUID) -> tuple[Finding, ...]:
        """What in the files and scans of a paper is not as it was kept, read anew."""
        return tuple(altered_files_of(self._connection, paper_id))


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
        recorder = self._recorder
        self.committees = CommitteeRepository(connection, recorder)
        self.people = PeopleRepository(connection, recorder)
        self.meetings = MeetingRepository(connection, recorder)
        self.history = MeetingHistory(connection)
        self.agreements = AgreementRepository(connection, recorder)
        self.papers = PaperRepository(connection, recorder)
        self.corrections = CorrectionRepository(connection, recorder)
        self.agreement_versions = RowRepository(connection, recorder, stored.AGREEMENT_VERSIONS)
        self.commitments = RowRepository(connection, recorder, stored.COMMITMENTS)
        self.attachments = AttachmentRepository(connection, recorder)
        self.consents = RowRepository(connection, recorder, stored.CONSENTS)
        self.deletions = RowRepository(connection, recorder, stored.DELETIONS)
        self.skills = RowRepository(connection, recorder, stored.SKILLS)
        self.journal = Journal(connection)
        self.text_versions = RowRepository(connection, recorder, stored.TEXT_VERSIONS)
        self.private_notes = RowRepository(connection, recorder, stored.PRIVATE_NOTES)
        self.letters = RowRepository(connection, recorder, stored.LETTERS)
        self.replies = RowRepository(connection, recorder, stored.REPLIES)
        self.meeting_templates = RowRepository(connection, recorder, stored.MEETING_TEMPLATES)
        self.text_modules = RowRepository(connection, recorder, stored.TEXT_MODULES)
        self.archive = ArchiveRepository(connection, recorder)
        self.trust_anchors = RowRepository(connection, recorder, stored.TRUST_ANCHORS)
        self.audit = AuditTrail(connection)

    @property
    def steps(self) -> tuple[Step, ...]:
        """What was done so far, one record after the other."""
        return self._recorder.steps

    def revert(self, steps: tuple[Step, ...]) -> None:
        """Take steps of an earlier unit of work back, the last one first.

        Raises:
            UserError: ``undo_overtaken``, a record was changed since; ``undo_impossible``, a record
                of a kind that is never taken back.
        """
        Reverting(self).revert(steps)

    def commit(self) -> Changes:
        """Make the changes last, and say what they touched. Nothing more can be written then."""
        self._connection.commit()
        self._connection.close()
        return self._recorder.changes
