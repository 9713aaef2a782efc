"""Elections between candidates, amendments, decisions that replace earlier ones."""

from datetime import date, time
from uuid import UUID

import pytest

from liaison_desktop.domain.agenda import ItemKind
from liaison_desktop.domain.decisions import Candidate, Counts, Method, Outcome
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.services.agenda import AddItem, ItemPlan
from liaison_desktop.services.deciding import Motion, PutMotion
from liaison_desktop.services.minutes import FinaliseMinutes
from liaison_desktop.services.planning import MeetingPlan, PlanMeeting
from liaison_desktop.services.services import Services
from liaison_desktop.services.session import Mark, MarkSeat
from tests.pdf.reading import content_text

DAY, FIVE, SEVEN = date(2026, 12, 2), time(17), time(19)


@pytest.fixture
def meeting(services: Services) -> Meeting:
    """A meeting in session with eight there and an election as its last item."""
    committee = services.committees.by_ref("borgolume")
    work = services.meeting_work
    plan = MeetingPlan(date=DAY, starts=FIVE)
    made = work.planning.plan(PlanMeeting(committee_id=committee.id, plan=plan)).meeting_id
    item = ItemPlan(title="Nomina dei delegati", kind=ItemKind.ELECTION)
    work.agenda.add(AddItem(meeting_id=made, plan=item))
    work.session.begin_roll_call(made)
    sheet = services.meetings.record(made).meeting.attendees
    for seat in [one.seat_id for one in sheet if one.voting][:8]:
        work.session.mark(MarkSeat(meeting_id=made, seat_id=seat, mark=Mark.PRESENT, at=FIVE))
    work.session.open(made, FIVE)
    return services.meetings.record(made).meeting


def put(services: Services, meeting: Meeting, motion: Motion, known: UUID | None = None) -> None:
    command = PutMotion(
        meeting_id=meeting.id, item_id=meeting.items[-1].id, motion=motion, decision_id=known
    )
    services.meeting_work.deciding.put_motion(command)


def election(ballots: int, blank: int, *votes: int, places: int = 1) -> Motion:
    return Motion(
        text="Elezione dei delegati",
        method=Method.SECRET,
        counts=Counts(votes_for=ballots, against=0, abstained=blank),
        candidates=tuple(
            Candidate(name=name, votes=n)
            for name, n in zip(("Ada", "Bruno", "Carla"), votes, strict=False)
        ),
        places=places,
    )


def test_who_has_the_majority_is_elected_and_the_minutes_say_so(
    services: Services, meeting: Meeting
) -> None:
    put(services, meeting, election(7, 1, 5, 6, 3, places=2))
    services.meeting_work.session.close(meeting.id, SEVEN)
    verdict = services.meetings.record(meeting.id).assessment.items[-1].verdict
    assert verdict is not None
    assert verdict.ballot is not None
    assert verdict.outcome is Outcome.ADOPTED
    assert verdict.ballot.elected == ("Bruno", "Ada")
    words = content_text(services.minutes.preview(meeting.id, language="en"))
    assert "Elected are Bruno, Ada." in words
    assert "Ballots with a name 7" in words
    document = services.meetings.document(meeting.id)
    assert document["items"][-1]["decision"]["elected"] == ["Bruno", "Ada"]


def test_nobody_is_elected_without_a_majority_and_impossible_ballots_are_refused(
    services: Services, meeting: Meeting
) -> None:
    put(services, meeting, election(8, 0, 4, 4))
    verdict = services.meetings.record(meeting.id).assessment.items[-1].verdict
    assert verdict is not None
    assert verdict.outcome is Outcome.REJECTED
    for wrong in (election(4, 0, 5), election(4, 0, 4, 4), election(4, 0, 1, 1, 3)):
        with pytest.raises(UserError, match="too_many_candidate_votes"):
            put(services, meeting, wrong)
    with pytest.raises(UserError, match="too_many_votes"):
        put(services, meeting, election(8, 1, 5))


def test_an_amendment_stands_before_its_motion_goes_with_it_and_has_no_number(
    services: Services, meeting: Meeting
) -> None:
    hands = Counts(votes_for=6, against=2, abstained=0)
    put(services, meeting, Motion(text="Tre delegati.", counts=hands))
    (motion,) = services.meetings.record(meeting.id).meeting.items[-1].decisions
    put(services, meeting, Motion(text="Due, non tre.", counts=hands, amends_id=motion.id))
    first, second = services.meetings.record(meeting.id).meeting.items[-1].decisions
    assert (first.amends_id, second.id) == (motion.id, motion.id)
    services.meeting_work.session.close(meeting.id, SEVEN)
    services.minutes.finalise(FinaliseMinutes(meeting_id=meeting.id))
    first, second = services.meetings.record(meeting.id).meeting.items[-1].decisions
    assert not first.number
    assert second.number


def test_a_motion_taken_away_takes_its_amendments_along(
    services: Services, meeting: Meeting
) -> None:
    put(services, meeting, Motion(text="Tre delegati."))
    (motion,) = services.meetings.record(meeting.id).meeting.items[-1].decisions
    put(services, meeting, Motion(text="Due.", amends_id=motion.id))
    services.meeting_work.deciding.drop_motion(meeting.id, meeting.items[-1].id, motion.id)
    assert services.meetings.record(meeting.id).meeting.items[-1].decisions == ()


def test_a_decision_replaces_a_numbered_one_and_both_say_so(
    services: Services, meeting: Meeting
) -> None:
    request = PageRequest(committee_id=meeting.committee_id)
    rows = services.meetings.decisions(request).rows
    old = next(row for row in rows if row.number)
    hands = Counts(votes_for=8, against=0, abstained=0)
    put(services, meeting, Motion(text="Si cambia.", counts=hands, supersedes_id=old.id))
    (decision,) = services.meetings.record(meeting.id).meeting.items[-1].decisions
    assert decision.supersedes_number == old.number
    assert services.meetings.record(old.meeting_id).replaced == {old.id: ""}
    other = Motion(text="Ancora.", counts=hands, supersedes_id=decision.id)
    with pytest.raises(UserError, match="decision_not_numbered"):
        put(services, meeting, other)
