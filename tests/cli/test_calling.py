"""Calls, answers and calendar files on the command line."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from liaison_desktop.bootstrap import Program
from liaison_desktop.cli.environment import Options
from liaison_desktop.services.planning import MeetingPlan, PlanMeeting
from tests.cli.conftest import SAMPLES, Command

OFFICE = "Ufficio <office@example.org>"


@pytest.fixture
def portochiaro(liaison: Command, tmp_path: Path) -> Command:
    """The Italian sample, whose terms go on for long enough."""
    sample = (SAMPLES / "it_portochiaro.json").read_text(encoding="utf-8")
    file = tmp_path / "sample.json"
    file.write_text(sample.replace('"end": "2027-03-17"', '"end": "2099-03-17"'), encoding="utf-8")
    assert liaison("import", file).status == 0
    return liaison


@pytest.fixture
def meeting(portochiaro: Command, tmp_path: Path) -> str:
    """A meeting ahead, planned by the use case."""
    program = Program(Options(store=None, profile=tmp_path / "profile", language="en"), "en")
    services = program.services(create=False)
    committee = services.committees.by_ref("it")
    day = datetime.now(UTC).date() + timedelta(days=14)
    plan = MeetingPlan(date=day, starts=time(17), place="Sala")
    planned = services.meeting_work.planning.plan(PlanMeeting(committee_id=committee.id, plan=plan))
    program.close()
    return str(planned.meeting_id)


def test_a_meeting_and_the_tasks_become_calendar_files(
    portochiaro: Command, meeting: str, tmp_path: Path
) -> None:
    assert portochiaro("calendar", meeting, "--out", tmp_path / "m.ics").status == 0
    (event,) = Calendar.from_ical((tmp_path / "m.ics").read_bytes()).walk("VEVENT")
    assert str(event["UID"]).startswith(meeting)
    assert portochiaro("tasks", "it", "--out", tmp_path / "t.ics").status == 0
    assert Calendar.from_ical((tmp_path / "t.ics").read_bytes()).walk("VTODO")


def test_drafts_are_written_once_and_answers_taken_in(
    portochiaro: Command, meeting: str, tmp_path: Path
) -> None:
    folder = tmp_path / "drafts"
    first = portochiaro("invitations", meeting, "--out", folder, "--from", OFFICE)
    drafts = sorted(folder.glob("*.eml"))
    assert first.status == 0
    assert len(first.out.splitlines()) == len(drafts) > 5
    again = portochiaro("invitations", meeting, "--out", folder, "--from", OFFICE)
    assert again.status == 2
    assert "at least one person" in again.err
    reply = tmp_path / "reply.ics"
    reply.write_text(
        "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"
        f"UID:{meeting}@liaison-desktop\r\nDTSTAMP:20261120T090000Z\r\n"
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:m1@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    taken = portochiaro("replies", reply)
    assert (taken.status, taken.err) == (0, "")
    assert "Comes" in taken.out
    mixed = portochiaro("replies", reply, tmp_path / "missing.ics")
    assert mixed.status == 1
    assert "missing.ics" in mixed.err


def test_a_sender_that_is_no_address_is_refused(
    portochiaro: Command, meeting: str, tmp_path: Path
) -> None:
    refused = portochiaro("invitations", meeting, "--out", tmp_path / "x", "--from", "nobody")
    assert refused.status == 2
    assert "nobody" in refused.err
