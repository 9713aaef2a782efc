"""A private note is on no paper and in no export; what stands in the record is the control."""

from collections.abc import Iterator
from datetime import date, time
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest

from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.papers import Edition
from liaison_desktop.domain.record import record_document
from liaison_desktop.services.exports import Export, ExportFormat
from liaison_desktop.services.minutes import FileMinutes, FinaliseMinutes
from liaison_desktop.services.planning import MeetingPlan, PlanMeeting
from liaison_desktop.services.services import Services
from liaison_desktop.services.session import Mark, MarkSeat
from liaison_desktop.services.writing import WriteDiscussion
from tests.pdf.reading import content_text

DAY, FIVE, SEVEN = date(2026, 12, 2), time(17), time(19)
NOTE, SAID = "mormorii", "Verbalizzato"


@pytest.fixture
def meeting_id(services: Services) -> UUID:
    """A meeting that was held, with a note and a text under the same item."""
    work = services.meeting_work
    committee = services.committees.by_ref("borgolume")
    plan = PlanMeeting(committee_id=committee.id, plan=MeetingPlan(date=DAY, starts=FIVE))
    made = work.planning.plan(plan).meeting_id
    work.session.begin_roll_call(made)
    for one in services.meetings.record(made).meeting.attendees:
        work.session.mark(
            MarkSeat(meeting_id=made, seat_id=one.seat_id, mark=Mark.PRESENT, at=FIVE)
        )
    work.session.open(made, FIVE)
    item = services.meetings.record(made).meeting.items[0]
    work.writing.note(made, item.id, f"{NOTE} in sala")
    work.writing.write(WriteDiscussion(meeting_id=made, item_id=item.id, text=f"{SAID}."))
    work.session.close(made, SEVEN)
    return made


def told_by(paper: bytes) -> str:
    """What is printed, what is embedded, and what the file says of itself."""
    with pikepdf.open(BytesIO(paper)) as pdf:
        embedded = [
            spec.get_file().read_bytes().decode(errors="replace")
            for spec in pdf.attachments.values()
        ]
        about = str(pdf.docinfo)
    return "\n".join((content_text(paper), about, *embedded))


def exported(services: Services, folder: Path) -> Iterator[str]:
    """Every file of every kind of export."""
    for kind in ExportFormat:
        for personal in (False, True):
            out = folder / f"{kind}-{personal}"
            for path in services.exports.export(Export(format=kind, out=out, personal=personal)):
                yield path.read_bytes().decode()


def test_a_private_note_is_shown_with_the_record(services: Services, meeting_id: UUID) -> None:
    record = services.meetings.record(meeting_id)
    assert record.private_notes == {record.meeting.items[0].id: "mormorii in sala"}
    assert NOTE not in repr(record)
    services.undo.undo()
    services.undo.undo()
    services.undo.undo()
    assert services.meetings.record(meeting_id).private_notes == {}


def test_no_paper_of_the_meeting_has_a_private_note(services: Services, meeting_id: UUID) -> None:
    papers = services.papers
    printed = [
        told_by(made)
        for made in (
            papers.convocation(meeting_id),
            papers.attendance_sheet(meeting_id),
            services.minutes.preview(meeting_id, "it", Edition.FULL),
            services.minutes.preview(meeting_id, "it", Edition.PUBLIC),
        )
    ]
    services.minutes.finalise(FinaliseMinutes(meeting_id=meeting_id))
    for edition in Edition:
        paper = services.minutes.file(FileMinutes(meeting_id=meeting_id, edition=edition))
        printed.append(told_by(services.register.content(paper.id)))
    committee_id = services.meetings.record(meeting_id).meeting.committee_id
    printed.append(told_by(services.archive_work.book.of_year(committee_id, DAY.year)))
    assert sum(SAID in told for told in printed) >= 4
    assert [told for told in printed if NOTE in told] == []


def test_no_export_has_a_private_note(services: Services, meeting_id: UUID, tmp_path: Path) -> None:
    files = list(exported(services, tmp_path))
    assert any(SAID in text for text in files)
    assert [text for text in files if NOTE in text] == []
    record = services.meetings.record(meeting_id)
    document = str(record_document(record.meeting, record.assessment))
    assert SAID in document
    assert NOTE not in document


def test_the_report_on_a_person_has_no_private_note_of_somebody_else(
    services: Services, meeting_id: UUID
) -> None:
    committee = services.committees.by_ref("borgolume")
    people = services.people.page(PageRequest(committee_id=committee.id)).rows
    paper, document = services.people_work.privacy_papers.report(people[0].id, DAY)
    assert people[0].name.split()[0] in told_by(paper)
    assert NOTE not in told_by(paper)
    assert NOTE not in document.decode()
