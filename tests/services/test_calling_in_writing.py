"""Members are asked for their vote in writing: the message, its calendar entry, who leads."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from liaison_desktop.domain.agenda import ItemKind
from liaison_desktop.domain.calling import Answer
from liaison_desktop.domain.decisions import Choice, Method, Vote
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Meeting, MeetingMode
from liaison_desktop.domain.papers import Edition
from liaison_desktop.domain.presiding import may_preside, with_officers
from liaison_desktop.domain.seats import Role
from liaison_desktop.domain.sheet import AttendanceStatus
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.services.agenda import AddItem, ItemPlan
from liaison_desktop.services.answering import NoteReply
from liaison_desktop.services.deciding import Motion, PutMotion
from liaison_desktop.services.planning import MeetingPlan, PlanMeeting
from liaison_desktop.services.services import Services
from liaison_desktop.services.session import Mark, MarkSeat
from tests.pdf.reading import run
from tests.services.test_calling import calendar_in, draft, event_in, read_again, view

UNTIL = datetime.now(UTC).astimezone().date() + timedelta(days=9)


@pytest.fixture
def procedure(services: Services) -> Meeting:
    """Motions that are ready to go out."""
    committee = services.committees.by_ref("borgolume")
    work = services.meeting_work
    plan = MeetingPlan(date=UNTIL, starts=None, mode=MeetingMode.WRITTEN)
    planned = work.planning.plan(PlanMeeting(committee_id=committee.id, plan=plan))
    motion = ItemPlan(title="Adesione alla rete", kind=ItemKind.DECISION)
    work.agenda.add(AddItem(meeting_id=planned.meeting_id, plan=motion))
    return services.meetings.by_ref(str(planned.meeting_id))


def test_only_what_is_voted_on_comes_onto_its_agenda(
    services: Services, procedure: Meeting
) -> None:
    assert {item.kind for item in procedure.items} == {ItemKind.APPROVAL, ItemKind.DECISION}
    work = services.meeting_work
    before = [item for item in procedure.items if item.kind is ItemKind.DECISION]
    assert [item.title for item in before] == ["Adesione alla rete"]
    plan = MeetingPlan(date=UNTIL + timedelta(days=30), starts=time(17))
    planned = work.planning.plan(PlanMeeting(committee_id=procedure.committee_id, plan=plan))
    after = services.meetings.by_ref(str(planned.meeting_id)).items
    assert "Azioni delle sedute precedenti" in {item.title for item in after}
    assert any(item.continues_id for item in after), "what was to be talked about is lost"


def by_role(meeting: Meeting, role: Role) -> object:
    return next(one.seat_id for one in meeting.attendees if one.role is role)


def test_the_message_asks_for_votes_and_sends_nobody_anywhere(
    services: Services, procedure: Meeting, tmp_path: Path
) -> None:
    message = draft(services, procedure, tmp_path)[0]
    until = Formats("it").full_date(UNTIL)
    body = message.get_body(("plain",))
    assert body is not None
    said = " ".join(body.get_content().split())
    assert said.count(until) >= 2  # as a fact, and in what is asked for
    assert until in message["Subject"]
    assert "Convocazione" not in message["Subject"]
    assert "Adesione alla rete" in said
    for meeting_word in ("segreteria", "calendario", "17:00"):
        assert meeting_word not in said


def test_the_calendar_shows_the_last_day_and_asks_for_no_answer(
    services: Services, procedure: Meeting, tmp_path: Path
) -> None:
    message = draft(services, procedure, tmp_path)[0]
    event = event_in(message)
    assert calendar_in(message)["METHOD"] == "REQUEST"
    assert event["DTSTART"].to_ical() == f"{UNTIL:%Y%m%d}".encode()
    (asked,) = (line for line in event.to_ical().splitlines() if b"RSVP" in line)
    assert b"RSVP=FALSE" in asked


def test_the_chair_leads_before_anybody_has_answered(
    services: Services, procedure: Meeting
) -> None:
    seat = view(services, procedure).seats[0].holder.seat_id
    declined = NoteReply(meeting_id=procedure.id, seat_id=seat, answer=Answer.DECLINED)
    services.calling_work.answering.note(declined)
    session = services.meeting_work.session
    session.begin_roll_call(procedure.id)
    begun = read_again(services, procedure)
    assert {one.status for one in begun.attendees} == {AttendanceStatus.ABSENT}
    assert with_officers(begun).chair_seat_id == by_role(begun, Role.CHAIR)
    vice = next(one for one in may_preside(begun, None) if one.role is not Role.CHAIR)
    session.choose_chair(begun.id, vice.seat_id)
    session.take_minutes(begun.id, vice.seat_id)
    chosen = read_again(services, procedure)
    assert chosen.chair_seat_id == chosen.secretary_seat_id == vice.seat_id


def test_papers_speak_of_answers_and_of_nobody_present(
    services: Services, procedure: Meeting, tmp_path: Path
) -> None:
    work, item = services.meeting_work, procedure.items[-1]
    path = tmp_path / "paper.pdf"
    path.write_bytes(services.papers.convocation(procedure.id, "en"))
    assert "Call for votes in writing" in run("pdftotext", path, "-")
    with pytest.raises(UserError, match="sheet_in_writing"):
        services.papers.attendance_sheet(procedure.id)
    work.session.begin_roll_call(procedure.id)
    seats = [one.seat_id for one in read_again(services, procedure).attendees if one.voting]
    for seat in seats:
        mark = MarkSeat(meeting_id=procedure.id, seat_id=seat, mark=Mark.PRESENT, at=time(9))
        work.session.mark(mark)
    work.session.open(procedure.id, time(9))
    votes = tuple(Vote(seat_id=seat, choice=Choice.FOR) for seat in seats)
    motion = Motion(text="Si aderisce.", method=Method.ROLL_CALL, votes=votes)
    work.deciding.put_motion(PutMotion(meeting_id=procedure.id, item_id=item.id, motion=motion))
    work.session.close(procedure.id, time(18))
    decision = read_again(services, procedure).items[-1].decision
    assert decision is not None
    for made in (
        services.minutes.preview(procedure.id, "en", Edition.FULL),
        services.papers.excerpt(procedure.id, item.number, "en"),
    ):
        path.write_bytes(made)
        told = " ".join(run("pdftotext", "-layout", path, "-").split())
        assert "Vote in writing, by name" in told
        assert f"{len(seats)} of {len(seats)} answered" in told
        assert "were present" not in told
