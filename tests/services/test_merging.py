"""Duplicates are found and merged; the merge is taken back whole, and a file does not undo it."""

from datetime import date
from uuid import UUID

import pytest

from liaison_desktop.db.store import Store
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.duplicates import Likeness
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.people import (
    Constituency,
    ContactKind,
    ContactPoint,
    Organisation,
    Person,
)
from liaison_desktop.domain.privacy import Consent, LegalBasis, Purpose
from liaison_desktop.domain.seats import Role
from liaison_desktop.domain.skills import Skill, SkillDirection
from liaison_desktop.paths import resources
from liaison_desktop.services.merging import MergeOrganisations, MergePeople
from liaison_desktop.services.people_writing import (
    AddOrganisation,
    AddPerson,
    EditPerson,
    OrganisationProfile,
    PersonProfile,
    organisation_profile,
    person_profile,
)
from liaison_desktop.services.services import Services

TODAY = date(2026, 11, 25)
TOWN = "borgolume"


def committee_id(services: Services) -> UUID:
    return services.committees.by_ref(TOWN).id


def seated(services: Services, role: Role = Role.MEMBER) -> tuple[Person, Organisation]:
    """Somebody who sits in the committee, and for whom."""
    found = services.seats.composition(committee_id(services), TODAY)
    seat = next(each for each in found.roster if each.role is role and each.organisation)
    person_id = next(each for each, name in found.names.items() if name == seat.holder)
    person = services.people.detail(person_id).person
    organisation = next(each for each in found.organisations if each.name == seat.organisation)
    return person, organisation


def added(services: Services, given: str, family: str, **told: object) -> Person:
    profile = PersonProfile(given_name=given, family_name=family, **told)  # type: ignore[arg-type]
    command = AddPerson(committee_id=committee_id(services), profile=profile)
    return services.people_work.writing.add_person(command)


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Everything the tables hold, but who wrote it when."""
    with store.read() as reading:
        connection = reading.people._connection
        found = {}
        for table in (
            "person",
            "organisation",
            "seat",
            "membership",
            "consent",
            "skill",
            "agreement",
            "agreement_party",
            "agreement_version",
            "commitment",
        ):
            columns = [
                row[1]
                for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")
                if row[1] not in ("version", "changed_at", "origin")
            ]
            names = ", ".join(f'"{name}"' for name in columns)
            query = f"SELECT {names} FROM {table} ORDER BY 1, 2"
            found[table] = [tuple(row) for row in connection.exec_driver_sql(query)]
        return found


def test_who_was_taken_in_twice_is_found(services: Services) -> None:
    person, _organisation = seated(services)
    phone = ContactPoint(kind=ContactKind.PHONE, value="+39 091 555 12 34")
    twin = added(services, person.family_name.upper(), person.given_name)
    one = added(services, "Zoe", "Quaranta", contacts=(phone,))
    other = added(
        services,
        "Zoé",
        "Quarant",
        contacts=(ContactPoint(kind=ContactKind.PHONE, value="0915551234"),),
    )
    found = {
        frozenset((pair.one.id, pair.other.id)): pair.likenesses
        for pair in services.people_work.duplicates.people(committee_id(services))
    }
    assert found[frozenset((person.id, twin.id))] == (Likeness.SAME_NAME,)
    assert found[frozenset((one.id, other.id))] == (Likeness.SAME_PHONE, Likeness.NEAR_NAME)


def test_a_merged_person_is_one_and_undo_makes_two_again(services: Services, store: Store) -> None:
    gone, _organisation = seated(services)
    kept = added(services, "Rosa", gone.family_name, email="rosa@example.org")
    with store.write("test", "tester") as work:
        work.consents.put(
            Consent(
                id=uuid7(),
                committee_id=gone.committee_id,
                person_id=gone.id,
                purpose=Purpose.MEMBERSHIP,
                basis=LegalBasis.CONSENT,
                text_version="1",
                given_on=TODAY,
            )
        )
        for owner in (kept.id, gone.id):
            work.skills.put(
                Skill(
                    id=uuid7(),
                    committee_id=gone.committee_id,
                    name="Mediation",
                    direction=SkillDirection.OFFERED,
                    person_id=owner,
                )
            )
        work.commit()
    before = rows(store)
    services.people_work.merging.people(
        MergePeople(kept_id=kept.id, gone_id=gone.id, profile=person_profile(kept))
    )
    detail = services.people.detail(kept.id)
    assert detail.memberships
    found = services.people.page(PageRequest(search=gone.family_name, limit=50)).rows
    assert [row.id for row in found if row.id in (kept.id, gone.id)] == [kept.id]
    with store.read() as reading:
        assert len(reading.skills.where("person_id", kept.id)) == 1
        assert len(reading.consents.where("person_id", kept.id)) == 1
    assert not [
        pair
        for pair in services.people_work.duplicates.people(gone.committee_id)
        if gone.id in (pair.one.id, pair.other.id)
    ]
    services.undo.undo()
    assert rows(store) == before


def test_nobody_comes_to_hold_two_seats_by_a_merge(services: Services) -> None:
    one, _organisation = seated(services)
    other, _chair = seated(services, Role.CHAIR)
    with pytest.raises(UserError, match="merge_seated_twice"):
        services.people_work.merging.people(
            MergePeople(kept_id=one.id, gone_id=other.id, profile=person_profile(one))
        )
    with pytest.raises(UserError, match="merge_with_itself"):
        services.people_work.merging.people(
            MergePeople(kept_id=one.id, gone_id=one.id, profile=person_profile(one))
        )
    abroad = next(each for each in services.committees.all() if each.id != one.committee_id)
    stranger = services.people.page(PageRequest(committee_id=abroad.id, limit=1)).rows[0]
    with pytest.raises(UserError, match="merge_across_committees"):
        services.people_work.merging.people(
            MergePeople(kept_id=one.id, gone_id=stranger.id, profile=person_profile(one))
        )


def test_a_merged_organisation_holds_the_seats_and_agreements_of_both(
    services: Services, store: Store
) -> None:
    _person, gone = seated(services)
    profile = OrganisationProfile(name="Nuova associazione", constituency=Constituency.CSO)
    kept = services.people_work.writing.add_organisation(
        AddOrganisation(committee_id=gone.committee_id, profile=profile)
    )
    before = rows(store)
    services.people_work.merging.organisations(
        MergeOrganisations(kept_id=kept.id, gone_id=gone.id, profile=organisation_profile(kept))
    )
    assert services.people.organisation(kept.id, TODAY).seats
    names = [row.name for row in services.people.organisations(PageRequest(limit=200)).rows]
    assert gone.name not in names
    with store.read() as reading:
        for each in reading.agreements.of_committee(gone.committee_id):
            assert gone.id not in {party.organisation_id for party in each.parties}
    services.undo.undo()
    assert rows(store) == before


def test_two_parties_of_one_agreement_stay_two(services: Services, store: Store) -> None:
    with store.read() as reading:
        agreement = reading.agreements.of_committee(committee_id(services))[0]
        first, second = (party.organisation_id for party in agreement.parties[:2])
        one = reading.people.organisation(first)
    assert one is not None
    with pytest.raises(UserError, match="merge_both_parties"):
        services.people_work.merging.organisations(
            MergeOrganisations(kept_id=first, gone_id=second, profile=organisation_profile(one))
        )


def test_a_file_read_again_undoes_neither_merge_nor_what_is_known_here(
    services: Services, store: Store
) -> None:
    gone, organisation = seated(services)
    kept = added(services, "Rosa", gone.family_name)
    services.people_work.merging.people(
        MergePeople(kept_id=kept.id, gone_id=gone.id, profile=person_profile(kept))
    )
    other, _chair = seated(services, Role.CHAIR)
    services.people_work.writing.edit_person(
        EditPerson(
            person_id=other.id,
            profile=PersonProfile(
                given_name=other.given_name,
                family_name=other.family_name,
                note="calls back",
                languages=("ar", "it"),
            ),
        )
    )
    services.imports.import_file(resources() / "demo" / "it.json")
    assert services.people.detail(kept.id).memberships
    assert not services.people.detail(gone.id).memberships
    person = services.people.detail(other.id).person
    assert (person.note, person.languages) == ("calls back", ("ar", "it"))
    assert organisation.name
