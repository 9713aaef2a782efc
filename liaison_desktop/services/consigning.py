"""What a transmittal slip tells of a paper, read from the store."""

from typing import TYPE_CHECKING

from liaison_desktop.db.unit_of_work import Reading, UnitOfWork
from liaison_desktop.domain.assessment import signatories
from liaison_desktop.domain.papers import Paper, PaperKind
from liaison_desktop.services.agreement_signing import signers_in
from liaison_desktop.services.corrections import notes_on

if TYPE_CHECKING:
    from liaison_desktop.documents.transmittal_slip import Consignment


def consignment_of(reading: Reading, paper: Paper) -> "Consignment":
    """A paper with who signs it, who would not, and what corrects it."""
    from liaison_desktop.documents.transmittal_slip import Consignment
    from liaison_desktop.pdf.page_count import page_count

    meeting = reading.meetings.get(paper.meeting_id) if paper.meeting_id else None
    corrected = meeting if paper.kind is PaperKind.MINUTES else None
    return Consignment(
        paper=paper,
        meeting=meeting,
        signers=signers_of(reading, paper),
        story=reading.archive.story(paper.id),
        notes=notes_on(reading, corrected.id) if corrected else (),
        pages=page_count(reading.papers.content(paper.newest.id)),
    )


def signers_of(reading: Reading | UnitOfWork, paper: Paper) -> dict[str, str]:
    """Who signs each field of a paper: the meeting's signatories, or who stands for each party."""
    if paper.agreement_id is not None:
        return signers_in(reading, paper)
    meeting = reading.meetings.get(paper.meeting_id) if paper.meeting_id else None
    return {each.field: each.name for each in signatories(meeting)} if meeting else {}
