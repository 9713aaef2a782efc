"""A meeting in session: the roll call, the course of the quorum, votes, actions, text."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison_desktop.db.store import Store
from liaison_desktop.domain.attendance import present_voters
from liaison_desktop.domain.committees import TieRule
from liaison_desktop.domain.decisions import Choice, Counts, Method, Outcome, Vote
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Meeting, MeetingState, MinutesState
from liaison_desktop.domain.seats import Role
from liaison_desktop.domain.session import standing
from liaison_desktop.domain.sheet import AttendanceStatus, Guest
from liaison_desktop.services.agenda import AddItem, ItemPlan
from liaison_desktop.services.deciding import Motion, PutAction, PutMotion, Task
from liaison_desktop.services.minutes import FinaliseMinutes
from liaison_desktop.services.planning import MeetingPlan, PlanMeeting
from liaison_desktop.services.services import Services
from liaison_desktop.services.session import Mark, MarkSeat
from liaison_desktop.services.writing import WriteDiscussion

DAY = date(2026, 12, 2)
FIVE, LATER, LAST = time(17), time(17, 40), time(19)


@pytest.fixture
def meeting_id(services: Services) -> UUID:
    """A planned meeting with three items more and everybody on the sheet."""
    committee = services.committees.by_ref("borgolume")
    plan = MeetingPlan(date=DAY, starts=FIVE)
    made = services.meeting_work.planning.plan(PlanMeeting(committee_id=committee.id, plan=plan))
    for title in ("Uno", "Due", "Tre"):
        services.meeting_work.agenda.add(
            AddItem(meeting_id=made.meeting_id, plan=ItemPlan(title=title))
        )
    services.meeting_work.session.begin_roll_call(made.meeting_id)
    return made.meeting_id


def read(services: Services, meeting_id: UUID) -> Meeting:
    return services.meetings.record(meeting_id).meeting


def voters(services: Services, meeting_id: UUID) -> list[UUID]:
    return [a.seat_id for a in read(services, meeting_id).attendees if a.voting]


def mark(
    services: Services,
    meeting_id: UUID,
    seat: UUID,
    what: Mark,
    at: time = FIVE,
    item: UUID | None = None,
    substitute: str = "",
) -> None:
    services.meeting_work.session.mark(
        MarkSeat(
            meeting_id=meeting_id,
            seat_id=seat,
            mark=what,
            at=at,
            item_id=item,
            substitute=substitute,
        )
    )


def opened(services: Services, meeting_id: UUID, come: int) -> list[UUID]:
    """The meeting is open with so many voting seats there; the seats that are there."""
    seats = voters(services, meeting_id)[:come]
    for seat in seats:
        mark(services, meeting_id, seat, Mark.PRESENT)
    services.meeting_work.session.open(meeting_id, FIVE)
    return seats


def test_the_roll_call_before_the_opening_makes_the_sheet(
    services: Services, meeting_id: UUID
) -> None:
    first, second, third, fourth = voters(services, meeting_id)[:4]
    sheet = read(services, meeting_id).attendees
    assert {one.status for one in sheet} == {AttendanceStatus.ABSENT}
    mark(services, meeting_id, first, Mark.PRESENT)
    mark(services, meeting_id, second, Mark.REMOTE)
    mark(services, meeting_id, third, Mark.SUBSTITUTED, substitute=" Ada Fabbri ")
    mark(services, meeting_id, fourth, Mark.EXCUSED)
    meeting = read(services, meeting_id)
    assert meeting.attendee(second).remote
    assert meeting.attendee(third).present_name == "Ada Fabbri"
    assert meeting.attendee(fourth).status is AttendanceStatus.EXCUSED
    assert standing(meeting, None).present == 3
    assert standing(meeting, None).missing == standing(meeting, None).required - 3
    services.undo.undo()
    assert read(services, meeting_id).attendee(fourth).status is AttendanceStatus.ABSENT


def test_who_comes_late_counts_from_the_item_and_who_leaves_up_to_it(
    services: Services, meeting_id: UUID
) -> None:
    seats = opened(services, meeting_id, 6)
    items = read(services, meeting_id).items
    late = voters(services, meeting_id)[6]
    mark(services, meeting_id, late, Mark.PRESENT, LATER, items[1].id)
    mark(services, meeting_id, seats[0], Mark.LEFT, LATER, items[2].id)
    meeting = read(services, meeting_id)
    counts = [len(present_voters(meeting, item.no)) for item in meeting.items[:3]]
    assert counts == [6, 7, 6]
    mark(services, meeting_id, seats[0], Mark.PRESENT, LAST, items[3].id)
    back = read(services, meeting_id)
    assert len(back.attendee(seats[0]).intervals) == 2
    assert seats[0] in present_voters(back, items[3].no)
    with pytest.raises(UserError, match="left_without_coming"):
        mark(services, meeting_id, voters(services, meeting_id)[7], Mark.LEFT, LAST, items[3].id)


def test_who_voted_before_leaving_counts_for_the_item(services: Services, meeting_id: UUID) -> None:
    seats = opened(services, meeting_id, 7)
    item = read(services, meeting_id).items[0]
    cast = tuple(Vote(seat_id=seat, choice=Choice.FOR) for seat in seats)
    motion = Motion(text="Si approva.", method=Method.ROLL_CALL, votes=cast)
    services.meeting_work.deciding.put_motion(
        PutMotion(meeting_id=meeting_id, item_id=item.id, motion=motion)
    )
    mark(services, meeting_id, seats[0], Mark.LEFT, LATER, item.id)
    record = services.meetings.record(meeting_id)
    assert record.assessment.items[0].present_voters == 7
    assert record.assessment.items[1].present_voters == 6


def test_the_meeting_is_opened_paused_and_closed_and_its_minutes_are_a_draft(
    services: Services, meeting_id: UUID
) -> None:
    session = services.meeting_work.session
    with pytest.raises(UserError, match="meeting_not_open"):
        session.close(meeting_id, LAST)
    seats = opened(services, meeting_id, 7)
    with pytest.raises(UserError, match="meeting_begun"):
        session.open(meeting_id, FIVE)
    session.pause(meeting_id, LATER)
    assert read(services, meeting_id).paused
    session.resume(meeting_id, time(17, 50))
    item = read(services, meeting_id).items[1]
    session.hand_chair(meeting_id, item.id, seats[2], LATER)
    with pytest.raises(UserError, match="chair_not_there"):
        session.hand_chair(meeting_id, item.id, voters(services, meeting_id)[8], LATER)
    session.set_guests(meeting_id, (Guest(name="Prof. Granasole"), Guest(name=" ")))
    session.close(meeting_id, LAST)
    meeting = read(services, meeting_id)
    assert (meeting.state, meeting.minutes_state) == (MeetingState.HELD, MinutesState.DRAFT)
    assert not meeting.paused
    assert meeting.chair_at(1) == meeting.chair_seat_id
    assert meeting.chair_at(2) == seats[2]
    assert len(meeting.guests) == 1
    session.reopen(meeting_id)
    assert read(services, meeting_id).state is MeetingState.OPEN


def test_who_is_absent_neither_presides_nor_takes_the_minutes(
    services: Services, meeting_id: UUID
) -> None:
    sheet = {one.role: one.seat_id for one in reversed(read(services, meeting_id).attendees)}
    for seat in voters(services, meeting_id):
        if seat != sheet[Role.CHAIR]:
            mark(services, meeting_id, seat, Mark.PRESENT)
    services.meeting_work.session.open(meeting_id, FIVE)
    meeting = read(services, meeting_id)
    assert meeting.chair_seat_id == sheet[Role.VICE_CHAIR]
    assert meeting.secretary_seat_id is None
    item = meeting.items[1].id
    mark(services, meeting_id, sheet[Role.SECRETARY], Mark.PRESENT, LATER, item)
    services.meeting_work.session.close(meeting_id, LAST)
    assert read(services, meeting_id).secretary_seat_id == sheet[Role.SECRETARY]


def test_who_was_chosen_presides_before_who_does_by_office(
    services: Services, meeting_id: UUID
) -> None:
    session = services.meeting_work.session
    sheet = read(services, meeting_id).attendees
    by_office = {one.role: one.seat_id for one in reversed(sheet)}
    other, writer = [one.seat_id for one in sheet if one.role is Role.MEMBER and one.voting][:2]
    with pytest.raises(UserError, match="chair_missing"):
        session.open(meeting_id, FIVE)
    with pytest.raises(UserError, match="chair_not_there"):
        session.choose_chair(meeting_id, other)
    with pytest.raises(UserError, match="minute_taker_not_there"):
        session.take_minutes(meeting_id, writer)
    for seat in (by_office[Role.CHAIR], by_office[Role.SECRETARY], other, writer):
        mark(services, meeting_id, seat, Mark.PRESENT)
    session.choose_chair(meeting_id, other)
    session.take_minutes(meeting_id, writer)
    session.open(meeting_id, FIVE)
    meeting = read(services, meeting_id)
    assert (meeting.chair_seat_id, meeting.secretary_seat_id) == (other, writer)
    with pytest.raises(UserError, match="meeting_begun"):
        session.choose_chair(meeting_id, other)
    services.undo.undo()
    mark(services, meeting_id, other, Mark.ABSENT)
    session.open(meeting_id, FIVE)
    assert read(services, meeting_id).chair_seat_id == by_office[Role.CHAIR]


def test_whoever_has_a_vote_can_open_the_meeting(services: Services, meeting_id: UUID) -> None:
    session = services.meeting_work.session
    voter = next(
        one.seat_id
        for one in read(services, meeting_id).attendees
        if one.voting and one.role is Role.MEMBER
    )
    mark(services, meeting_id, voter, Mark.REMOTE)
    with pytest.raises(UserError, match="chair_missing"):
        session.open(meeting_id, FIVE)
    session.open(meeting_id, FIVE, voter)
    assert read(services, meeting_id).chair_seat_id == voter


def test_when_an_item_was_taken_up_is_noted_once_and_only_in_session(
    services: Services, meeting_id: UUID
) -> None:
    session = services.meeting_work.session
    first, second = read(services, meeting_id).items[:2]
    assert not session.take_up(meeting_id, first.id, FIVE)
    opened(services, meeting_id, 7)
    assert session.take_up(meeting_id, first.id, FIVE)
    assert not session.take_up(meeting_id, first.id, LATER)
    session.pause(meeting_id, LATER)
    assert not session.take_up(meeting_id, second.id, LATER)
    assert [item.started for item in read(services, meeting_id).items[:2]] == [FIVE, None]


def test_taking_up_items_leaves_all_that_was_done_to_be_undone_and_done_again(
    services: Services, store: Store, meeting_id: UUID
) -> None:
    session, writing = services.meeting_work.session, services.meeting_work.writing
    late = services.meeting_work.agenda
    opened(services, meeting_id, 7)
    first, second = read(services, meeting_id).items[:2]
    session.take_up(meeting_id, first.id, FIVE)
    writing.write(WriteDiscussion(meeting_id=meeting_id, item_id=first.id, text="Si apre."))
    late.add(AddItem(meeting_id=meeting_id, plan=ItemPlan(title="Urgente")))
    urgent = read(services, meeting_id).items[-1]
    for item in (second, urgent):
        session.take_up(meeting_id, item.id, LATER)
    whole = read(services, meeting_id)
    assert services.undo.next == "add_item"
    services.undo.undo()
    session.take_up(meeting_id, read(services, meeting_id).items[2].id, LAST)
    services.undo.undo()
    meeting = read(services, meeting_id)
    assert meeting.items[0].discussion != "Si apre."
    assert [item.started for item in meeting.items[:3]] == [FIVE, LATER, LAST]
    services.undo.undo()
    before = read(services, meeting_id)
    assert before.state is MeetingState.PLANNED
    assert {item.started for item in before.items} == {None}
    for _step in range(3):
        services.undo.redo()
    again = read(services, meeting_id)
    assert again.items[0].discussion == "Si apre."
    assert [item.started for item in again.items if item.started] == [FIVE, LATER, LAST, LATER]
    assert again.items[-1] == whole.items[-1]
    assert store.health().findings == ()


def test_several_votes_under_one_item_are_counted_by_the_rules(
    services: Services, meeting_id: UUID
) -> None:
    seats = opened(services, meeting_id, 8)
    item = read(services, meeting_id).items[1]
    work = services.meeting_work
    work.session.recuse(meeting_id, item.id, seats[0])
    for text, votes_for, against in (("Prima", 5, 2), ("Seconda", 2, 5)):
        counts = Counts(votes_for=votes_for, against=against, abstained=0)
        motion = Motion(text=text, counts=counts, mover="Nawal")
        work.deciding.put_motion(PutMotion(meeting_id=meeting_id, item_id=item.id, motion=motion))
    record = services.meetings.record(meeting_id)
    verdicts = record.assessment.items[1].verdicts
    assert [each.outcome for each in verdicts] == [Outcome.ADOPTED, Outcome.REJECTED]
    assert [each.voters for each in verdicts] == [7, 7]
    first = record.meeting.items[1].decisions[0]
    assert (first.mover, first.counts and first.counts.recused) == ("Nawal", 1)
    too_many = Motion(text="Terza", counts=Counts(votes_for=8, against=0, abstained=0))
    with pytest.raises(UserError, match="too_many_votes"):
        work.deciding.put_motion(PutMotion(meeting_id=meeting_id, item_id=item.id, motion=too_many))
    work.deciding.drop_motion(meeting_id, item.id, first.id)
    assert len(read(services, meeting_id).items[1].decisions) == 1


def test_all_decisions_of_an_item_are_numbered_and_printed(
    services: Services, meeting_id: UUID, tmp_path: Path
) -> None:
    from tests.pdf.reading import run

    opened(services, meeting_id, 8)
    item = read(services, meeting_id).items[1]
    for text in ("La prima proposta.", "La seconda proposta."):
        counts = Counts(votes_for=8, against=0, abstained=0)
        services.meeting_work.deciding.put_motion(
            PutMotion(
                meeting_id=meeting_id, item_id=item.id, motion=Motion(text=text, counts=counts)
            )
        )
    services.meeting_work.session.close(meeting_id, LAST)
    services.minutes.finalise(FinaliseMinutes(meeting_id=meeting_id))
    numbers = [each.number for each in read(services, meeting_id).items[1].decisions]
    assert len(set(numbers)) == 2
    path = tmp_path / "minutes.pdf"
    path.write_bytes(services.minutes.preview(meeting_id, "it"))
    told = run("pdftotext", path, "-")
    assert "La prima proposta." in told
    assert "La seconda proposta." in told
    assert all(number in told for number in numbers)
    with pytest.raises(UserError, match="minutes_locked"):
        services.meeting_work.session.reopen(meeting_id)


def test_the_casting_vote_is_that_of_whoever_presides_then(
    services: Services, store: Store, meeting_id: UUID
) -> None:
    seats = opened(services, meeting_id, 8)
    with store.write("test", "tester") as work:
        meeting = work.meetings.get(meeting_id)
        assert meeting is not None
        rules = replace(meeting.rules, tie=TieRule.CHAIR_CASTS)
        work.meetings.put(replace(meeting, rules=rules), {})
        work.commit()
    item = meeting.items[1]
    services.meeting_work.session.hand_chair(meeting_id, item.id, seats[5], LATER)
    cast = tuple(
        Vote(seat_id=seat, choice=Choice.FOR if place >= 4 else Choice.AGAINST)
        for place, seat in enumerate(seats)
    )
    motion = Motion(text="Parità", method=Method.ROLL_CALL, votes=cast)
    services.meeting_work.deciding.put_motion(
        PutMotion(meeting_id=meeting_id, item_id=item.id, motion=motion)
    )
    verdict = services.meetings.record(meeting_id).assessment.items[1].verdict
    assert verdict is not None
    assert verdict.outcome is Outcome.ADOPTED
    assert verdict.tie_broken_by_chair


def test_what_is_to_be_done_comes_back_until_it_is_done(
    services: Services, meeting_id: UUID
) -> None:
    opened(services, meeting_id, 7)
    item = read(services, meeting_id).items[0]
    deciding = services.meeting_work.deciding
    task = Task(text="Scrivere alle scuole", organisation="Biblioteca civica", due=DAY)
    deciding.put_action(PutAction(meeting_id=meeting_id, item_id=item.id, task=task))
    (action,) = read(services, meeting_id).items[0].actions
    assert action.organisation == "Biblioteca civica"
    services.meeting_work.session.close(meeting_id, LAST)
    plan = MeetingPlan(date=date(2027, 2, 3), starts=FIVE)
    committee_id = read(services, meeting_id).committee_id
    following = services.meeting_work.planning.plan(
        PlanMeeting(committee_id=committee_id, plan=plan)
    )
    told = [each.discussion for each in read(services, following.meeting_id).items]
    assert any("Scrivere alle scuole · Biblioteca civica" in text for text in told)
    deciding.drop_action(meeting_id, item.id, action.id)
    assert read(services, meeting_id).items[0].actions == ()


def test_what_is_typed_is_kept_and_has_earlier_versions(
    services: Services, store: Store, meeting_id: UUID
) -> None:
    item = read(services, meeting_id).items[0]
    writing = services.meeting_work.writing
    typing = WriteDiscussion(meeting_id=meeting_id, item_id=item.id, text="Si apre")
    writing.note_typing(typing)
    assert services.meetings.record(meeting_id).typed == {item.id: "Si apre"}
    assert read(services, meeting_id).items[0].discussion != "Si apre"
    writing.write(replace(typing, text="Si apre la discussione."))
    writing.write(replace(typing, text="Si apre la discussione.\n\nInterviene Nawal."))
    assert services.meetings.record(meeting_id).typed == {}
    assert [each.text for each in writing.versions(item.id)] == [
        "Si apre la discussione.\n\nInterviene Nawal.",
        "Si apre la discussione.",
    ]
    services.undo.undo()
    assert read(services, meeting_id).items[0].discussion == "Si apre la discussione."
    writing.note(meeting_id, item.id, "mormorii in sala")
    assert store.health().findings == ()


def test_a_private_note_is_on_no_paper_and_in_no_export(
    services: Services, meeting_id: UUID, tmp_path: Path
) -> None:
    opened(services, meeting_id, 7)
    item = read(services, meeting_id).items[0]
    services.meeting_work.writing.note(meeting_id, item.id, "mormorii in sala")
    services.meeting_work.session.close(meeting_id, LAST)
    assert "mormorii" not in str(services.meetings.document(meeting_id))
    assert "mormorii" not in str(services.meetings.record(meeting_id))
    services.meeting_work.writing.note(meeting_id, item.id, "")


def steps() -> st.SearchStrategy[list[tuple[int, str, int]]]:
    """Seats that come and go while the items are dealt with."""
    step = st.tuples(st.integers(0, 8), st.sampled_from(["come", "go"]), st.integers(0, 3))
    return st.lists(step, max_size=8)


def told(moves: list[tuple[int, str, int]]) -> Iterator[tuple[int, str, int]]:
    """In the order of the agenda."""
    yield from sorted(moves, key=lambda move: move[2])


@given(steps(), st.integers(1, 9))
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_the_course_of_the_quorum_is_that_of_a_plain_count(
    services: Services, moves: list[tuple[int, str, int]], come: int
) -> None:
    committee = services.committees.by_ref("borgolume")
    plan = MeetingPlan(date=DAY, starts=FIVE)
    work = services.meeting_work
    meeting_id = work.planning.plan(PlanMeeting(committee_id=committee.id, plan=plan)).meeting_id
    for title in ("A", "B", "C", "D"):
        work.agenda.add(AddItem(meeting_id=meeting_id, plan=ItemPlan(title=title)))
    work.session.begin_roll_call(meeting_id)
    there = set(opened(services, meeting_id, come))
    seats, items = voters(services, meeting_id), read(services, meeting_id).items
    counted = {}
    pending = list(told(moves))
    for place, item in enumerate(items[:4]):
        while pending and pending[0][2] == place:
            which, what, _place = pending.pop(0)
            seat = seats[which % len(seats)]
            if what == "come":
                mark(services, meeting_id, seat, Mark.PRESENT, LATER, item.id)
                there.add(seat)
            elif seat in there:
                mark(services, meeting_id, seat, Mark.LEFT, LATER, item.id)
                there.discard(seat)
        counted[item.no] = frozenset(there)
    meeting = read(services, meeting_id)
    assert {no: present_voters(meeting, no) for no in counted} == counted
