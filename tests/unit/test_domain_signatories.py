"""Who signs the minutes."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given

from liaison_desktop.domain.assessment import (
    Signatory,
    SignatoryFunction,
    certifiers,
    signatories,
)
from liaison_desktop.domain.committees import SignatoryRule
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.people import Constituency
from liaison_desktop.domain.sheet import AttendanceStatus, Attendee
from tests.unit.committee_meetings import (
    SECRETARY,
    attendee,
    excused,
    meeting_of,
    present,
    rules_of,
    seat_id,
    secretary,
)
from tests.unit.strategies import meetings

CHAIR, SECRETARY_SIGNS = SignatoryRule.CHAIR, SignatoryRule.SECRETARY
ALL_PRESENT, ONE_MORE = SignatoryRule.ALL_PRESENT, SignatoryRule.ONE_MORE_MEMBER


def fields(
    *rules: SignatoryRule,
    sheet: list[Attendee] | None = None,
    chair: int | None = 2,
    minutes_by: int | None = SECRETARY,
) -> list[tuple[str, int]]:
    """Field and seat of each signatory; seat 2 presides, seat 3 did not come."""
    attendees = sheet or [*present(1, 2), *excused(3), *present(4), secretary()]
    meeting = meeting_of(
        attendees, rules=rules_of(signatories=rules), chair=chair, secretary=minutes_by
    )
    return [(s.field, s.seat_id.int - seat_id(0).int) for s in signatories(meeting)]


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ((CHAIR, SECRETARY_SIGNS), [("chair", 2), ("secretary", 99)]),
        ((SECRETARY_SIGNS, CHAIR), [("secretary", 99), ("chair", 2)]),
        ((ALL_PRESENT,), [("chair", 2), ("member-1", 1), ("member-2", 4)]),
        (
            (ALL_PRESENT, SECRETARY_SIGNS),
            [("chair", 2), ("member-1", 1), ("member-2", 4), ("secretary", 99)],
        ),
        (
            (CHAIR, ONE_MORE, SECRETARY_SIGNS),
            [("chair", 2), ("member-1", 1), ("secretary", 99)],
        ),
        ((ONE_MORE, ALL_PRESENT), [("member-1", 1), ("chair", 2), ("member-2", 4)]),
        ((), []),
    ],
)
def test_signatories_follow_the_rules(
    rules: tuple[SignatoryRule, ...], expected: list[tuple[str, int]]
) -> None:
    assert fields(*rules) == expected


def test_one_more_member_comes_from_another_constituency() -> None:
    own, other = Constituency.CSO, Constituency.MIGRANT_ASSOCIATION
    sheet = [
        attendee(1, constituency=own),
        attendee(2, constituency=own),
        attendee(3, constituency=other, voting=False),
        *excused(4),
        attendee(5, constituency=other),
    ]
    rules = (CHAIR, ONE_MORE)
    assert fields(*rules, sheet=sheet) == [("chair", 2), ("member-1", 5)]
    assert fields(*rules, sheet=sheet, minutes_by=5) == [("chair", 2), ("member-1", 1)]
    assert fields(*rules, sheet=sheet[1:4]) == [("chair", 2)]


def test_a_member_who_takes_the_minutes_signs_once() -> None:
    as_secretary = [("chair", 2), ("member-1", 4), ("secretary", 1)]
    assert fields(ALL_PRESENT, SECRETARY_SIGNS, minutes_by=1) == as_secretary
    as_member = [("chair", 2), ("member-1", 1), ("member-2", 4)]
    assert fields(ALL_PRESENT, minutes_by=1) == as_member
    assert fields(CHAIR, SECRETARY_SIGNS, minutes_by=2) == [("chair", 2)]


def test_without_chair_and_secretary_their_fields_are_missing() -> None:
    rules = (CHAIR, SECRETARY_SIGNS, ONE_MORE)
    assert fields(*rules, chair=None, minutes_by=None) == [("member-1", 1)]


def test_a_substitute_signs_with_the_holder_named() -> None:
    meeting = meeting_of([attendee(1, substitute="Ayla Gülersoylu"), secretary()])
    chair, minutes_by = signatories(meeting)
    assert chair == Signatory(
        field="chair",
        name="Ayla Gülersoylu",
        function=SignatoryFunction.CHAIR,
        seat_id=seat_id(1),
        substitute_for="Member 1",
    )
    assert (minutes_by.name, minutes_by.substitute_for) == ("Member 99", "")


def test_nobody_signs_for_a_meeting_without_a_sheet() -> None:
    planned = meeting_of([], rules=rules_of(signatories=tuple(SignatoryRule)))
    assert signatories(planned) == ()


@given(meeting=meetings())
def test_nobody_signs_twice_and_all_present_leaves_nobody_out(meeting: Meeting) -> None:
    found = signatories(meeting)
    assert len({s.field for s in found}) == len({s.seat_id for s in found}) == len(found)
    with_all = replace(meeting.rules, signatories=(*meeting.rules.signatories, ALL_PRESENT))
    there = {a.seat_id for a in meeting.attendees if a.voting and a.was_there}
    signing = {s.seat_id for s in signatories(replace(meeting, rules=with_all))}
    assert there <= signing
    officers = {meeting.chair_seat_id, meeting.secretary_seat_id}
    assert signing <= there | officers | of_the_authority(meeting)


def of_the_authority(meeting: Meeting) -> set[UUID]:
    there = (each for each in meeting.attendees if each.was_there)
    return {a.seat_id for a in there if a.constituency is Constituency.LOCAL_AUTHORITY}


def test_the_local_authority_signs_last_and_in_its_own_function() -> None:
    authority = replace(attendee(3), constituency=Constituency.LOCAL_AUTHORITY, voting=False)
    rules = rules_of(signatories=(CHAIR, SignatoryRule.LOCAL_AUTHORITY))
    signing = signatories(meeting_of([*present(1, 2), authority], rules=rules))
    assert [(each.field, each.seat_id) for each in signing] == [
        ("chair", seat_id(1)),
        ("authority", seat_id(3)),
    ]
    away = replace(authority, status=AttendanceStatus.ABSENT, intervals=())
    assert len(signatories(meeting_of([*present(1, 2), away], rules=rules))) == 1


def test_secretary_and_chair_certify_whatever_the_rules_say_of_the_minutes() -> None:
    attendees = [*present(1, 2), secretary()]
    for rules in ((), (ALL_PRESENT,), (CHAIR,)):
        meeting = meeting_of(
            attendees, rules=rules_of(signatories=rules), chair=2, secretary=SECRETARY
        )
        secretary_signs, chair_signs = certifiers(meeting)
        assert (secretary_signs.field, secretary_signs.seat_id) == ("secretary", seat_id(SECRETARY))
        assert (chair_signs.field, chair_signs.seat_id) == ("chair", seat_id(2))


def test_who_was_both_certifies_once() -> None:
    (only,) = certifiers(meeting_of([*present(1, 2)], chair=2, secretary=2))
    assert only.function is SignatoryFunction.SECRETARY


@pytest.mark.parametrize(("chair", "minutes_by"), [(None, None), (7, 8)])
def test_nobody_certifies_who_is_not_on_the_sheet(
    chair: int | None, minutes_by: int | None
) -> None:
    assert certifiers(meeting_of([*present(1, 2)], chair=chair, secretary=minutes_by)) == ()
