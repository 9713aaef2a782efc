"""What the minutes' place shows of one meeting, read on a worker."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import UUID

from liaison_desktop.domain.archive import PaperStory
from liaison_desktop.domain.corrections import CorrectionNote
from liaison_desktop.domain.meetings import Meeting, MinutesState
from liaison_desktop.domain.minutes import Stage, stage_of
from liaison_desktop.domain.papers import Edition, Paper, sha256_of
from liaison_desktop.domain.signatures import SignatureReport

if TYPE_CHECKING:
    from liaison_desktop.services.approving import WayToApproval
    from liaison_desktop.services.meetings import MeetingRecord
    from liaison_desktop.services.services import Services
    from liaison_desktop.services.verification import VerifiedFile

_NO_STORY = PaperStory()


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesPaper:
    """A meeting's record, one of its papers, and the PDF to look at.

    Attributes:
        way: to the approval.
        changed: the text is no longer what was circulated last.
        paper: the minutes in the register if they are there, or the note.
        story: what became of that paper beside electronic signatures.
        note: the correction note that is shown; ``None`` = the minutes themselves.
    """

    record: "MeetingRecord"
    way: "WayToApproval"
    changed: bool = False
    paper: Paper | None
    story: PaperStory = _NO_STORY
    note: CorrectionNote | None = None
    content: bytes
    reports: tuple[SignatureReport, ...]

    @property
    def waiting(self) -> tuple[str, ...]:
        """The fields of the paper in which nobody signed, refused, or signed by hand."""
        return self.story.waiting(self.paper) if self.paper else ()

    @property
    def stage(self) -> Stage:
        """How far the minutes are."""
        return stage_of(
            self.record.meeting.minutes_state,
            completed=self.paper is not None and not self.waiting,
            filed=bool(self.story.filings),
        )

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
    way = services.minutes_work.approving.way(meeting_id)
    note = next((note for note in record.notes if note.paper.id == chosen), None)
    paper = note.paper if note else _own_paper(record)
    if paper is None:
        content = services.minutes.preview(meeting_id)
        changed = _changed(services, way, record.meeting, content)
        return MinutesPaper(
            record=record, way=way, changed=changed, paper=None, content=content, reports=()
        )
    signed = any(file.field for file in paper.files)
    reports = verify_paper(services, paper.id).verification.signatures if signed else ()
    return MinutesPaper(
        record=record,
        way=way,
        paper=paper,
        story=services.archive_work.archiving.story(paper.id),
        note=note,
        content=services.register.content(paper.id),
        reports=reports,
    )


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


def _changed(services: "Services", way: "WayToApproval", meeting: Meeting, content: bytes) -> bool:
    """``content``: the draft as it is now, in the meeting's language."""
    if not way.circulations or meeting.minutes_state is MinutesState.FINAL:
        return False
    last = way.circulations[-1]
    if last.language == meeting.language:
        return sha256_of(content) != last.digest
    return services.minutes_work.approving.changed_since(last)
