"""The demonstration goes through the whole life of minutes."""

from pathlib import Path

import pytest

from liaison_desktop.domain.meetings import MinutesState
from liaison_desktop.domain.minutes import Ruling
from liaison_desktop.domain.papers import sha256_of
from liaison_desktop.services.demonstration import MainJob
from liaison_desktop.services.minutes import FinaliseMinutes
from liaison_desktop.services.services import Services
from tests.pdf.reading import run


@pytest.fixture
def job(services: Services, tmp_path: Path) -> MainJob:
    return services.demonstration.main_job(tmp_path / "out")


def test_the_draft_is_sent_out_objected_to_and_approved(job: MainJob, tmp_path: Path) -> None:
    (sent,) = job.way.circulations
    assert len(sent.addressees) == len(list((tmp_path / "out" / "drafts").glob("*.eml"))) == 12
    (objection,) = job.way.objections
    assert (objection.name, objection.ruling) == ("Ettore Bramasole", Ruling.ACCEPTED)
    assert job.way.approval is not None
    assert job.way.approval.corrected
    meeting = job.record.meeting
    assert meeting.minutes_state is MinutesState.FINAL
    (item,) = (one for one in meeting.items if one.id == objection.item_id)
    assert "Ettore Bramasole" in item.discussion.splitlines()[-1]
    assert item.title.startswith("Programma dei laboratori scolastici")


def test_it_is_signed_by_all_and_handed_over_with_a_slip(job: MainJob) -> None:
    assert job.verified.verification.valid
    assert [one.field for one in job.verified.verification.signatures] == ["chair", "secretary"]
    assert job.verified.paper == job.paper
    assert not job.story.refusals
    (dispatch,) = job.story.dispatches
    assert dispatch.sha256 == sha256_of(job.file.read_bytes()) == job.paper.newest.sha256
    (slip,) = (path for path in job.file.parent.iterdir() if path != job.file)
    assert dispatch.slip_sha256 == sha256_of(slip.read_bytes())
    assert dispatch.sha256 in run("pdftotext", "-layout", slip, "-")


def test_what_was_done_is_not_done_twice(services: Services, job: MainJob, tmp_path: Path) -> None:
    assert services.demonstration.install() == ()
    again = services.demonstration.main_job(tmp_path / "again")
    assert again.way == job.way
    assert again.record.meeting == job.record.meeting
    assert again.paper == job.paper
    assert again.file.read_bytes() == job.file.read_bytes()
    assert len(again.story.dispatches) == 2


def test_minutes_that_somebody_made_final_are_taken_as_they_are(
    services: Services, tmp_path: Path
) -> None:
    meeting = services.meetings.by_ref("borgolume/borgolume-2026-4")
    services.minutes.finalise(FinaliseMinutes(meeting_id=meeting.id))
    job = services.demonstration.main_job(tmp_path / "out")
    assert not job.way.circulations
    assert not job.way.objections
    assert job.way.approval is None
    assert job.verified.verification.valid
