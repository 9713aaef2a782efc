"""A decision in writing: who answers is counted, each vote bears a name, papers say until when."""

from datetime import date, time
from pathlib import Path

import pytest

from liaison_desktop.domain.agenda import ItemKind
from liaison_desktop.domain.decisions import Choice, Counts, Method, Outcome, Vote
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Meeting, MeetingMode
from liaison_desktop.domain.papers import Edition
from liaison_desktop.domain.session import standing
from liaison_desktop.domain.voting import decide
from liaison_desktop.services.agenda import AddItem, ItemPlan
from liaison_desktop.services.deciding import Motion, PutMotion
from liaison_desktop.services.first_agenda import AgendaSource
from liaison_desktop.services.planning import MeetingPlan, PlanMeeting
from liaison_desktop.services.services import Services
from liaison_desktop.services.session import Mark, MarkSeat
from tests.pdf.reading import run

UNTIL = date(2027, 1, 20)


def asked(services: Services) -> Meeting:
    """The members are asked, and nobody has answered yet."""
    committee = services.committees.by_ref("borgolume")
    work = services.meeting_work
    plan = MeetingPlan(date=UNTIL, starts=None, mode=MeetingMode.WRITTEN)
    made = work.planning.plan(
        PlanMeeting(committee_id=committee.id, plan=plan, agenda=AgendaSource.EMPTY)
    ).meeting_id
    item = ItemPlan(title="Festa di quartiere", kind=ItemKind.DECISION)
    work.agenda.add(AddItem(meeting_id=made, plan=item))
    work.session.begin_roll_call(made)
    work.session.open(made, time(9))
    return read(services, made)


def read(services: Services, meeting_id: object) -> Meeting:
    return services.meetings.by_ref(str(meeting_id))


def answered(services: Services, meeting: Meeting, many: int) -> Meeting:
    """So many members returned a vote for the last item; the procedure is over."""
    work = services.meeting_work
    item = meeting.items[-1]
    seats = [each.seat_id for each in meeting.attendees if each.voting][:many]
    for seat in seats:
        work.session.mark(
            MarkSeat(
                meeting_id=meeting.id,
                seat_id=seat,
                mark=Mark.PRESENT,
                at=time(11),
                item_id=item.id,
            )
        )
    motion = Motion(
        text="Il Comitato approva la festa.",
        method=Method.ROLL_CALL,
        votes=tuple(Vote(seat_id=seat, choice=Choice.FOR) for seat in seats),
    )
    work.deciding.put_motion(PutMotion(meeting_id=meeting.id, item_id=item.id, motion=motion))
    work.session.close(meeting.id, time(18))
    return read(services, meeting.id)


def outcome(meeting: Meeting) -> Outcome:
    item = meeting.items[-1]
    (decision,) = item.decisions
    return decide(decision, meeting, item.no).outcome


def told(services: Services, meeting: Meeting, path: Path, language: str | None = None) -> str:
    path.write_bytes(services.minutes.preview(meeting.id, language, Edition.FULL))
    return " ".join(run("pdftotext", "-layout", path, "-").split())


def test_an_answer_counts_for_every_item_whenever_it_comes(services: Services) -> None:
    meeting = answered(services, asked(services), 9)
    assert standing(meeting, None).quorate
    assert standing(meeting, 1).present == standing(meeting, None).present == 9
    assert outcome(meeting) is Outcome.ADOPTED


def test_too_few_answers_decide_nothing(services: Services) -> None:
    assert outcome(answered(services, asked(services), 2)) is Outcome.NOT_QUORATE


@pytest.mark.parametrize("mark", [Mark.REMOTE, Mark.SUBSTITUTED, Mark.LEFT])
def test_nobody_comes_leaves_or_stands_in(services: Services, mark: Mark) -> None:
    meeting = asked(services)
    command = MarkSeat(
        meeting_id=meeting.id,
        seat_id=meeting.attendees[0].seat_id,
        mark=mark,
        at=time(10),
        item_id=meeting.items[0].id,
        substitute="Ada Fabbri",
    )
    with pytest.raises(UserError, match="not_in_writing"):
        services.meeting_work.session.mark(command)
    with pytest.raises(UserError, match="not_in_writing"):
        services.meeting_work.session.pause(meeting.id, time(10))


def test_each_vote_bears_a_name(services: Services) -> None:
    meeting = asked(services)
    for method in (Method.SHOW_OF_HANDS, Method.SECRET, Method.CONSENSUS):
        motion = Motion(
            text="Sì", method=method, counts=Counts(votes_for=0, against=0, abstained=0)
        )
        with pytest.raises(UserError, match="method_in_writing"):
            services.meeting_work.deciding.put_motion(
                PutMotion(meeting_id=meeting.id, item_id=meeting.items[0].id, motion=motion)
            )


def test_the_papers_say_until_when_votes_were_returned(services: Services, tmp_path: Path) -> None:
    meeting = asked(services)
    path = tmp_path / "paper.pdf"
    path.write_bytes(services.papers.convocation(meeting.id, "en"))
    call = " ".join(run("pdftotext", "-layout", path, "-").split())
    assert "Call for votes in writing" in call
    assert "asked to vote in writing" in call
    assert "cannot attend" not in call
    minutes = told(services, answered(services, meeting, 9), path, "en")
    for words in (
        "Decision in writing, Wednesday, 20 January 2027",
        "in writing, without a meeting",
        "Votes returned until",
        "returned their votes by 20 January 2027",
        "Close of the procedure in writing",
        "No answer",
    ):
        assert words in minutes
    for words in ("Opened at", "Closed at", "the meeting closed", "Present at the opening"):
        assert words not in minutes
