"""A store with as many people as wanted, with names of the six languages; the same each time."""

import random
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db import tables
from liaison_desktop.db.engine import WRITING, make_engine
from liaison_desktop.db.mapping.people import (
    membership_values,
    organisation_values,
    person_values,
    seat_values,
)
from liaison_desktop.db.store import Store
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.people import (
    Constituency,
    ContactKind,
    ContactPoint,
    NativeText,
    Organisation,
    Person,
)
from liaison_desktop.domain.seats import Capacity, EndReason, Membership, Role, Seat
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.committee_setup import CommitteeProfile, FoundCommittee
from liaison_desktop.services.services import Services, compose_services

_GIVEN = (
    *("Rosalba", "Gioele", "Chiara", "Jürgen", "Käthe", "Søren", "Åse", "Mette", "Ελένη"),
    *("Γιώργος", "Αφροδίτη", "Amal", "Yusuf", "Nawal", "Idrissa", "Ludmila", "Oksana"),
    *("Fatou", "Piotr", "Thérèse", "Đorđe", "Ismail", "Zeynep", "Łucja", "Bjørn"),
)
_FAMILY = (
    *("Cantaluna", "Berrachidi", "Bevilacqua", "Ortolani", "Müller", "Weiß", "Großmann"),
    *("Møller", "Kjærsgaard", "Ågesen", "Παπαδοπούλου", "Σχολαρίου", "Ξενάκης", "Haddad"),
    *("Ndiaye", "Ciobarescu", "Shevchenko", "Traoré", "Kowalski", "Yıldız", "Petrović"),
    *("Ferrari", "Rossi", "Steiner", "Hofer"),
)
_NATIVE = ("أمل حداد", "يوسف الحسن", "نوال برشيدي", "فاطمة مدرسة", "إسماعيل ميزان")
_SEATS = 200
_ORGANISATIONS = 400
_BATCH = 5_000
RARE = "Quintavalle"
"""The family name of the very last person."""


def crowded(path: Path, people: int) -> Services:
    """The use cases over a new store with one committee of so many people."""
    store = Store.open(path, create=True)
    services = compose_services(store, path.parent, "benchmark", Catalogue)
    profile = CommitteeProfile(
        name="Comitato", city="Borgolume", country="IT", language="it", seat_count=_SEATS
    )
    day = date(2010, 1, 1)
    committee = services.committee_setup.found(
        FoundCommittee(profile=profile, preset="it", valid_from=day)
    )
    engine = make_engine(path)
    with engine.execution_options(**{WRITING: True}).begin() as connection:
        for table, rows in _rows(committee.id, people):
            while batch := list(islice(rows, _BATCH)):
                connection.execute(sa.insert(table), batch)
    engine.dispose()
    return services


def _rows(committee_id: UUID, people: int) -> Iterator[tuple[sa.Table, Iterator[dict[str, Any]]]]:
    kept = {"version": 1, "changed_at": "", "origin": committee_id}
    chance = random.Random(4)
    organisations = [_organisation(committee_id, number) for number in range(_ORGANISATIONS)]
    seats = [_seat(committee_id, number, organisations) for number in range(_SEATS)]
    ids = [uuid7() for _number in range(people)]
    yield tables.organisation, (organisation_values(each) | kept for each in organisations)
    yield tables.seat, (seat_values(each) | kept for each in seats)
    yield (
        tables.person,
        (
            person_values(_person(committee_id, ids[number], number, people, chance)) | kept
            for number in range(people)
        ),
    )
    yield (
        tables.membership,
        (membership_values(each) | kept for each in _memberships(committee_id, ids, seats)),
    )


def _organisation(committee_id: UUID, number: int) -> Organisation:
    return Organisation(
        id=uuid7(),
        committee_id=committee_id,
        key=f"o{number}",
        name=f"Associazione {_FAMILY[number % len(_FAMILY)]} {number}",
        constituency=list(Constituency)[number % 5],
    )


def _seat(committee_id: UUID, number: int, organisations: list[Organisation]) -> Seat:
    organisation = organisations[number % len(organisations)]
    return Seat(
        id=uuid7(),
        committee_id=committee_id,
        key=f"m{number}",
        constituency=organisation.constituency,
        organisation_id=organisation.id,
        voting=True,
    )


def _person(
    committee_id: UUID, person_id: UUID, number: int, people: int, chance: random.Random
) -> Person:
    native = chance.choice(_NATIVE) if number % 7 == 0 else ""
    given, family = chance.choice(_GIVEN), f"{chance.choice(_FAMILY)} {chance.choice(_FAMILY)}"
    return Person(
        id=person_id,
        committee_id=committee_id,
        key=f"p{number}",
        given_name=given,
        family_name=RARE if number == people - 1 else family,
        email=f"p{number}@example.org",
        name_native=NativeText(language="ar", text=native) if native else None,
        contacts=(ContactPoint(kind=ContactKind.EMAIL, value=f"p{number}@example.org"),),
    )


def _memberships(committee_id: UUID, ids: list[UUID], seats: list[Seat]) -> Iterator[Membership]:
    """Every seat has a holder today and five before, as many as there are people for it."""
    for number, person_id in enumerate(ids[: len(seats) * 6]):
        term, seat = divmod(number, len(seats))
        start = date(2024 - 2 * term, 1, 1)
        yield Membership(
            id=uuid7(),
            committee_id=committee_id,
            seat_id=seats[seat].id,
            person_id=person_id,
            capacity=Capacity.HOLDER,
            role=Role.MEMBER,
            start=start,
            end=None if term == 0 else date(start.year + 1, 12, 31),
            end_reason=None if term == 0 else EndReason.TERM_OVER,
        )
