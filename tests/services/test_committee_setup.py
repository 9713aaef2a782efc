"""A committee of ten set up from nothing, and taken back step by step."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from liaison_desktop.db.store import Store
from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.committees import Committee, QuorumRule, SeatQuota
from liaison_desktop.domain.composition import Concern
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.people import Constituency, Person
from liaison_desktop.domain.presets import PRESETS
from liaison_desktop.domain.seats import Capacity, EndReason, Role
from liaison_desktop.services.committee_setup import (
    CommitteeProfile,
    EditCommittee,
    FoundCommittee,
    SetRules,
    profile_of,
)
from liaison_desktop.services.seats import AddSeats, Appoint, ChangeRole, CloseSeat, EndMembership
from liaison_desktop.services.services import Services
from tests.services.conftest import composed

TODAY = date(2026, 11, 25)
START = date(2026, 1, 1)
PROFILE = CommitteeProfile(
    name="Comitato di Portochiaro",
    city="Portochiaro",
    country="IT",
    language="it",
    seat_count=10,
    quotas=(SeatQuota(constituency=Constituency.CSO, minimum=2, maximum=4),),
)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[tuple[Store, Services]]:
    store = Store.open(tmp_path / "store.liaison", create=True)
    yield store, composed(store, tmp_path / "data")
    assert store.health().sound
    store.close()


def found(services: Services) -> Committee:
    return services.committee_setup.found(
        FoundCommittee(profile=PROFILE, preset="it", valid_from=START)
    )


def add_people(store: Store, committee: Committee, count: int) -> list[UUID]:
    people = [
        Person(
            id=uuid7(),
            committee_id=committee.id,
            key=f"p{number}",
            given_name="Ada",
            family_name=f"Number {number}",
        )
        for number in range(count)
    ]
    with store.write("test", "tester") as work:
        for person in people:
            work.people.put_person(person)
        work.commit()
    return [person.id for person in people]


def test_a_committee_of_ten_is_set_up_from_nothing(empty: tuple[Store, Services]) -> None:
    store, services = empty
    committee = found(services)
    assert (committee.key, committee.preset) == ("portochiaro", "it")
    assert services.committees.detail(committee.id, TODAY).rules is not None
    for constituency, count in ((Constituency.CSO, 4), (Constituency.LOCAL_AUTHORITY, 6)):
        services.seats.add(
            AddSeats(committee_id=committee.id, constituency=constituency, count=count)
        )
    services.seats.add(
        AddSeats(committee_id=committee.id, constituency=Constituency.SECRETARIAT, voting=False)
    )
    people = add_people(store, committee, 11)
    roster = services.seats.composition(committee.id, TODAY).roster
    for seat, person in zip(roster, people, strict=True):
        role = {0: Role.CHAIR, 10: Role.SECRETARY}.get(people.index(person), Role.MEMBER)
        services.seats.appoint(
            Appoint(seat_id=seat.seat_id, person_id=person, role=role, start=START)
        )
    composition = services.seats.composition(committee.id, TODAY)
    assert composition.warnings == ()
    assert [(share.constituency, share.filled) for share in composition.shares] == [
        (Constituency.LOCAL_AUTHORITY, 6),
        (Constituency.CSO, 4),
    ]


def test_everything_can_be_taken_back_and_done_again(empty: tuple[Store, Services]) -> None:
    _store, services = empty
    committee = found(services)
    services.seats.add(AddSeats(committee_id=committee.id, constituency=Constituency.CSO, count=2))
    services.committee_setup.edit(
        EditCommittee(committee_id=committee.id, profile=replace(PROFILE, name="Altro"))
    )
    assert services.undo.next == "edit_committee"
    assert Kind.COMMITTEE in services.undo.undo()
    assert services.committees.by_ref("portochiaro").name == PROFILE.name
    services.undo.undo()
    assert services.seats.composition(committee.id, TODAY).roster == ()
    services.undo.undo()
    assert services.committees.all() == ()
    with pytest.raises(UserError, match="undo_empty"):
        services.undo.undo()
    for _ in range(3):
        services.undo.redo()
    assert services.committees.by_ref("portochiaro").name == "Altro"
    assert len(services.seats.composition(committee.id, TODAY).roster) == 2
    with pytest.raises(UserError, match="undo_empty"):
        services.undo.redo()


def test_what_somebody_changed_since_is_not_taken_back(empty: tuple[Store, Services]) -> None:
    store, services = empty
    committee = found(services)
    services.committee_setup.edit(
        EditCommittee(committee_id=committee.id, profile=replace(PROFILE, name="Altro"))
    )
    with store.write("test", "somebody else") as work:
        work.committees.put(replace(committee, name="Ancora altro"))
        work.commit()
    with pytest.raises(UserError, match="undo_overtaken"):
        services.undo.undo()
    assert services.committees.by_ref("portochiaro").name == "Ancora altro"


def test_two_committees_of_one_town_have_names_of_their_own(
    empty: tuple[Store, Services],
) -> None:
    _store, services = empty
    assert [found(services).key, found(services).key] == ["portochiaro", "portochiaro-2"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": " "}, "committee_needs_name"),
        ({"city": ""}, "committee_needs_city"),
        ({"country": ""}, "committee_needs_country"),
        ({"seat_count": 0}, "committee_needs_seats"),
        ({"minutes_pattern": "Verbale"}, "number_pattern_invalid"),
        ({"term_start": START, "term_end": date(2025, 1, 1)}, "membership_reversed"),
        (
            {"quotas": (SeatQuota(constituency=Constituency.CSO, minimum=3, maximum=2),)},
            "quota_reversed",
        ),
    ],
)
def test_a_committee_that_cannot_be_is_refused(
    empty: tuple[Store, Services], changes: dict[str, object], code: str
) -> None:
    _store, services = empty
    profile = replace(PROFILE, **changes)  # type: ignore[arg-type]
    with pytest.raises(UserError, match=code):
        services.committee_setup.found(
            FoundCommittee(profile=profile, preset="it", valid_from=START)
        )
    assert services.committees.all() == ()


def test_an_unknown_preset_is_refused(empty: tuple[Store, Services]) -> None:
    _store, services = empty
    with pytest.raises(UserError, match="preset_unknown"):
        services.committee_setup.found(
            FoundCommittee(profile=PROFILE, preset="xx", valid_from=START)
        )


def test_rules_have_versions(empty: tuple[Store, Services]) -> None:
    _store, services = empty
    committee = found(services)
    rules = replace(PRESETS[0].rules, quorum=QuorumRule.TWO_THIRDS)
    services.committee_setup.set_rules(
        SetRules(committee_id=committee.id, valid_from=date(2027, 1, 1), rules=rules)
    )
    before = services.committees.detail(committee.id, TODAY).rules
    after = services.committees.detail(committee.id, date(2027, 1, 1)).rules
    assert before is not None
    assert after is not None
    assert (before.rules, after.rules) == (PRESETS[0].rules, rules)


def test_rules_under_which_a_meeting_was_held_stay(services: Services) -> None:
    committee = services.committees.by_ref("borgolume")
    detail = services.committees.detail(committee.id, TODAY)
    assert detail.rules is not None
    with pytest.raises(UserError, match="rules_in_use"):
        services.committee_setup.set_rules(
            SetRules(
                committee_id=committee.id,
                valid_from=detail.rules.valid_from,
                rules=replace(detail.rules.rules, notice_days=1),
            )
        )


def test_a_profile_handed_back_changes_nothing(services: Services) -> None:
    committee = services.committees.by_ref("borgolume")
    changes = services.committee_setup.edit(
        EditCommittee(committee_id=committee.id, profile=profile_of(committee))
    )
    assert not changes


def seated(store: Store, services: Services) -> tuple[Committee, list[UUID], list[UUID]]:
    committee = found(services)
    services.seats.add(AddSeats(committee_id=committee.id, constituency=Constituency.CSO, count=2))
    people = add_people(store, committee, 3)
    seats = [seat.seat_id for seat in services.seats.composition(committee.id, TODAY).roster]
    services.seats.appoint(
        Appoint(seat_id=seats[0], person_id=people[0], role=Role.CHAIR, start=START)
    )
    return committee, seats, people


@pytest.mark.parametrize(
    ("seat", "person", "role", "code"),
    [
        (0, 1, Role.MEMBER, "seat_taken"),
        (1, 0, Role.MEMBER, "person_seated_elsewhere"),
        (1, 1, Role.CHAIR, "role_taken"),
    ],
)
def test_seats_persons_and_offices_are_taken_once(
    empty: tuple[Store, Services], seat: int, person: int, role: Role, code: str
) -> None:
    store, services = empty
    _committee, seats, people = seated(store, services)
    with pytest.raises(UserError) as refused:
        services.seats.appoint(
            Appoint(seat_id=seats[seat], person_id=people[person], role=role, start=TODAY)
        )
    assert (refused.value.code, refused.value.parameters["name"]) == (code, "Ada Number 0")


def test_the_history_of_a_seat_is_complete(empty: tuple[Store, Services]) -> None:
    store, services = empty
    committee, seats, people = seated(store, services)
    composition = services.seats.composition(committee.id, TODAY)
    (first,) = composition.terms[seats[0]]
    services.seats.change_role(
        ChangeRole(membership_id=first.id, role=Role.MEMBER, start=date(2026, 7, 1))
    )
    second = services.seats.composition(committee.id, TODAY).terms[seats[0]][1]
    services.seats.end(
        EndMembership(membership_id=second.id, on=date(2026, 9, 30), reason=EndReason.RESIGNED)
    )
    services.seats.appoint(
        Appoint(seat_id=seats[0], person_id=people[1], role=Role.CHAIR, start=date(2026, 10, 1))
    )
    terms = services.seats.composition(committee.id, TODAY).terms[seats[0]]
    assert [(t.role, t.start, t.end, t.end_reason) for t in terms] == [
        (Role.CHAIR, START, date(2026, 6, 30), EndReason.ROLE_CHANGED),
        (Role.MEMBER, date(2026, 7, 1), date(2026, 9, 30), EndReason.RESIGNED),
        (Role.CHAIR, date(2026, 10, 1), None, None),
    ]


def test_an_office_that_was_wrong_from_the_first_day_is_corrected(
    empty: tuple[Store, Services],
) -> None:
    store, services = empty
    committee, seats, _people = seated(store, services)
    (term,) = services.seats.composition(committee.id, TODAY).terms[seats[0]]
    services.seats.change_role(ChangeRole(membership_id=term.id, role=Role.VICE_CHAIR, start=START))
    (corrected,) = services.seats.composition(committee.id, TODAY).terms[seats[0]]
    assert corrected == replace(term, role=Role.VICE_CHAIR)


@pytest.mark.parametrize("day", [date(2025, 6, 1)])
def test_nothing_ends_or_changes_before_it_began(empty: tuple[Store, Services], day: date) -> None:
    store, services = empty
    committee, seats, _people = seated(store, services)
    (term,) = services.seats.composition(committee.id, TODAY).terms[seats[0]]
    with pytest.raises(UserError, match="membership_reversed"):
        services.seats.end(EndMembership(membership_id=term.id, on=day, reason=EndReason.RESIGNED))
    with pytest.raises(UserError, match="membership_reversed"):
        services.seats.change_role(ChangeRole(membership_id=term.id, role=Role.MEMBER, start=day))


def test_a_substitute_stands_beside_the_holder(empty: tuple[Store, Services]) -> None:
    store, services = empty
    committee, seats, people = seated(store, services)
    services.seats.appoint(
        Appoint(
            seat_id=seats[0],
            person_id=people[2],
            capacity=Capacity.SUBSTITUTE,
            start=START,
        )
    )
    seat = services.seats.composition(committee.id, TODAY).roster[0]
    assert (seat.holder, seat.substitutes) == ("Ada Number 0", ("Ada Number 2",))


def test_a_closed_seat_ends_what_ran_in_it(empty: tuple[Store, Services]) -> None:
    store, services = empty
    committee, seats, _people = seated(store, services)
    services.seats.close(CloseSeat(seat_id=seats[0], on=TODAY))
    composition = services.seats.composition(committee.id, TODAY)
    assert [seat.seat_id for seat in composition.roster] == seats[1:]
    assert Concern.NO_CHAIR in {warning.concern for warning in composition.warnings}
    (before, _other) = services.seats.composition(committee.id, date(2026, 11, 24)).roster
    assert before.holder == "Ada Number 0"
    services.undo.undo()
    assert services.seats.composition(committee.id, TODAY).roster[0].end is None


@pytest.mark.parametrize("count", [0, 51])
def test_seats_are_made_in_numbers_that_make_sense(
    empty: tuple[Store, Services], count: int
) -> None:
    _store, services = empty
    committee = found(services)
    with pytest.raises(UserError, match="seats_too_many"):
        services.seats.add(
            AddSeats(committee_id=committee.id, constituency=Constituency.CSO, count=count)
        )
