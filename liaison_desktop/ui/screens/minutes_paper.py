"""What the minutes' place shows of one meeting, read on a worker."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import UUID

from liaison_desktop.domain.corrections import CorrectionNote
from liaison_desktop.domain.meetings import MinutesState
from liaison_desktop.domain.papers import Edition, Paper
from liaison_desktop.domain.signatures import SignatureReport

if TYPE_CHECKING:
    from liaison_desktop.services.meetings import MeetingRecord
    from liaison_desktop.services.services import Services
    from liaison_desktop.services.verification import VerifiedFile


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesPaper:
    """A meeting's record, one of its papers, and the PDF to look at.

    Attributes:
        paper: the minutes in the register if they are there, or the note.
        note: the correction note that is shown; ``None`` = the minutes themselves.
    """

    record: "MeetingRecord"
    paper: Paper | None
    note: CorrectionNote | None = None
    content: bytes
    reports: tuple[SignatureReport, ...]

    @property
    def steps_done(self) -> int:
        """Steps done of draft, final, filed, signed."""
        if self.record.meeting.minutes_state is not MinutesState.FINAL:
            return 0
        if self.paper is None:
            return 2
        return 3 if self.paper.unsigned_fields else 4

    def report(self, field: str) -> SignatureReport | None:
        """What the check of one field found, if it is signed."""
        return next((report for report in self.reports if report.field == field), None)


def read_minutes_paper(
    services: "Services", meeting_id: UUID, chosen: UUID | None = None
) -> MinutesPaper:
    """Read the record and its minutes, or the correction note chosen by its paper's id.

    Minutes that are not in the register are typeset to be looked at.
    """
    record = services.meetings.record(meeting_id)
    note = next((note for note in record.notes if note.paper.id == chosen), None)
    paper = note.paper if note else _own_paper(record)
    if paper is None:
        content = services.minutes.preview(meeting_id)
        return MinutesPaper(record=record, paper=None, content=content, reports=())
    content = services.register.content(paper.id)
    signed = any(file.field for file in paper.files)
    reports = verify_paper(services, paper.id).verification.signatures if signed else ()
    return MinutesPaper(record=record, paper=paper, note=note, content=content, reports=reports)


def verify_paper(services: "Services", paper_id: UUID) -> "VerifiedFile":
    """Check the newest file of a paper in the register."""
    with TemporaryDirectory(prefix="liaison-") as folder:
        copy = services.register.save_copy(paper_id, Path(folder) / "paper.pdf")
        return services.verification.verify(copy)


def _own_paper(record: "MeetingRecord") -> Paper | None:
    """The full edition in the meeting's own language."""
    for paper in record.papers:
        if (paper.language, paper.edition) == (record.meeting.language, Edition.FULL):
            return paper
    return None
