"""Who is called, what they were told, and what to expect by their answers."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.domain.announcement import (
    announcement,
    appointment_of,
    message_name,
    next_round,
    purpose_for,
    reached_by,
)
from liaison_desktop.domain.calling import Answer, Letter, Medium, Purpose, Reply
from liaison_desktop.domain.forecast import answers_by_seat, forecast
from liaison_desktop.domain.invitees import invitees_on, mail_address, mail_addresses
from liaison_desktop.domain.meetings import Convocation, Meeting, MeetingState
from liaison_desktop.domain.people import ContactKind, ContactPoint, ContactPurpose, Person
from liaison_desktop.domain.planning import duly_called
from liaison_desktop.domain.seats import Capacity, Membership, Role
from liaison_desktop.domain.sheet import Attendee
from liaison_desktop.exchange.committee_file import read_committee_file
from tests.exchange.sample_files import COMMITTEES

RECORD = read_committee_file(COMMITTEES / "it_portochiaro.json")
MEETING: Meeting = replace(RECORD.meetings[0], state=MeetingState.PLANNED)
NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)
SEAT = MEETING.attendees[0].seat_id


def letter(meeting: Meeting, sequence: int = 0, **changes: object) -> Letter:
    name = uuid4()
    told = Letter(
        id=name,
        committee_id=meeting.committee_id,
        meeting_id=meeting.id,
        seat_id=SEAT,
        purpose=Purpose.REQUEST,
        sequence=sequence,
        name="Ada",
        address="Ada@example.org",
        medium=Medium.SMTP,
        sent_at=NOON + timedelta(hours=sequence),
        message_id=f"{message_name(name, announcement(meeting).mark)}@mail.example.org",
        digest="0" * 64,
    )
    return replace(told, **changes)  # type: ignore[arg-type]


def reply(seat_id: UUID, answer: Answer) -> Reply:
    return Reply(
        id=uuid4(),
        committee_id=MEETING.committee_id,
        meeting_id=MEETING.id,
        seat_id=seat_id,
        answer=answer,
        answered_at=NOON,
    )


def test_the_first_round_is_the_first_call() -> None:
    call = next_round(MEETING, ())
    assert (call.sequence, call.changed) == (0, False)
    assert purpose_for(MEETING, call, (), SEAT, "ada@example.org") is Purpose.REQUEST


def test_a_round_goes_on_until_something_changes() -> None:
    sent = (letter(MEETING),)
    call = next_round(MEETING, sent)
    assert (call.sequence, call.changed) == (0, False)
    assert reached_by(call, sent, SEAT, "ada@example.org") == sent[0]
    assert reached_by(call, sent, SEAT, "other@example.org") is None
    moved = replace(MEETING, place="Sala piccola")
    after = next_round(moved, sent)
    assert (after.sequence, after.changed) == (1, True)
    assert purpose_for(moved, after, sent, SEAT, "ada@example.org") is Purpose.UPDATE
    assert purpose_for(moved, after, sent, SEAT, "new@example.org") is Purpose.REQUEST


@pytest.mark.parametrize(
    ("change", "another"),
    [
        ({"date": date(2027, 1, 1)}, True),
        ({"starts": time(9)}, True),
        ({"place": "altrove"}, True),
        ({"link": "https://meet.example.org"}, False),
        ({"items": ()}, False),
    ],
)
def test_day_hour_and_place_make_the_appointment(change: dict[str, object], another: bool) -> None:
    changed = replace(MEETING, **change)  # type: ignore[arg-type]
    assert announcement(changed) != announcement(MEETING)
    same = appointment_of(letter(changed)) == announcement(MEETING).appointment
    assert same is not another


def test_a_cancelled_meeting_is_called_off_once() -> None:
    cancelled = replace(MEETING, state=MeetingState.CANCELLED)
    sent = letter(MEETING)
    call = next_round(cancelled, (sent,))
    assert (call.sequence, call.changed) == (1, True)
    assert purpose_for(cancelled, call, (sent,), SEAT, "ada@example.org") is Purpose.CANCEL
    off = letter(MEETING, 1, purpose=Purpose.CANCEL)
    assert next_round(cancelled, (sent, off)).changed is False


@given(st.dictionaries(st.sampled_from(MEETING.attendees), st.sampled_from(Answer)))
def test_every_voting_seat_is_counted_once(given_: dict[Attendee, Answer]) -> None:
    replies = [reply(seat.seat_id, answer) for seat, answer in given_.items()]
    told = forecast(MEETING, MEETING.attendees, answers_by_seat(replies))
    voting = sum(attendee.voting for attendee in MEETING.attendees)
    assert told.coming + told.declined + told.tentative + told.silent == voting
    assert told.least <= told.most <= voting
    assert told.certain == (told.missing == 0)
    assert not (told.certain and told.lost)
    voted = [each for each in given_ if each.voting]
    assert told.answered is bool(voted)


def test_a_call_is_due_only_where_it_is_on_record() -> None:
    day = MEETING.date - timedelta(days=MEETING.rules.notice_days)

    def called(convocation: Convocation) -> bool:
        return duly_called(replace(MEETING, convocation=convocation))

    assert not called(Convocation())
    assert called(Convocation(reference="Prot. 1"))
    assert called(Convocation(sent_on=day))
    assert not called(Convocation(sent_on=day + timedelta(days=1)))


def test_the_address_given_for_calls_comes_first() -> None:
    def mail(value: str, purpose: ContactPurpose) -> ContactPoint:
        return ContactPoint(kind=ContactKind.EMAIL, value=value, purpose=purpose)

    person = Person(
        id=uuid4(),
        committee_id=MEETING.committee_id,
        key="p",
        given_name="Ada",
        family_name="Fabbri",
        email="old@example.org",
    )
    assert mail_address(person) == "old@example.org"
    public = mail("public@example.org", ContactPurpose.PUBLIC)
    calls = mail("Calls@example.org", ContactPurpose.CONVOCATION)
    reached = replace(person, contacts=(public, calls))
    assert mail_address(reached) == "Calls@example.org"
    assert mail_addresses(reached) == {
        "old@example.org",
        "public@example.org",
        "calls@example.org",
    }


def test_holders_are_called_and_those_who_stand_in_are_known() -> None:
    seat = RECORD.seats[0]
    holder, other = RECORD.people[:2]
    term = Membership(
        id=uuid4(),
        committee_id=seat.committee_id,
        seat_id=seat.id,
        person_id=holder.id,
        capacity=Capacity.HOLDER,
        role=Role.CHAIR,
    )
    stands_in = replace(
        term, id=uuid4(), person_id=other.id, capacity=Capacity.SUBSTITUTE, role=Role.MEMBER
    )

    def called(*terms: Membership, closed: date | None = None) -> list[tuple[str, bool]]:
        found = invitees_on(
            MEETING.date,
            seats=[replace(seat, closed_on=closed)],
            memberships=terms,
            people=RECORD.people,
            organisations=RECORD.organisations,
        )
        return [(each.name, each.substitute) for each in found]

    assert called(stands_in, term) == [(holder.full_name, False), (other.full_name, True)]
    assert called(stands_in) == []
    assert called(term, closed=date(2020, 1, 1)) == []
