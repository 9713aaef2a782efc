"""Organisations, people, seats and memberships, between row and record."""

from liaison_desktop.db.folding import fold, fold_all
from liaison_desktop.db.mapping.parts import parts_of, plain_parts
from liaison_desktop.db.mapping.values import Row, Values, native_of, native_values
from liaison_desktop.domain.duplicates import Known, telling_digits
from liaison_desktop.domain.people import (
    ContactKind,
    ContactPoint,
    NativeText,
    Organisation,
    Person,
    PersonName,
    full_name,
)
from liaison_desktop.domain.seats import Membership, Seat


def organisation_values(organisation: Organisation) -> Values:
    """The row of an organisation."""
    return {
        "id": organisation.id,
        "committee_id": organisation.committee_id,
        "key": organisation.key,
        "name": organisation.name,
        **native_values(organisation.name_native),
        "constituency": organisation.constituency,
        "registration": organisation.registration,
        "contacts": plain_parts(organisation.contacts),
        "languages": list(organisation.languages),
        "active_until": organisation.active_until,
        "merged_into": organisation.merged_into,
        "sort_key": fold(organisation.name),
        "folded": fold_all(organisation.name, _native_text(organisation.name_native)),
    }


def organisation_of(row: Row) -> Organisation:
    """The organisation of a row."""
    return Organisation(
        id=row.id,
        committee_id=row.committee_id,
        key=row.key,
        name=row.name,
        constituency=row.constituency,
        name_native=native_of(row),
        registration=row.registration,
        contacts=parts_of(row.contacts, ContactPoint),
        languages=tuple(row.languages),
        active_until=row.active_until,
        merged_into=row.merged_into,
    )


def person_values(person: Person) -> Values:
    """The row of a person, ordered by family name."""
    return {
        "id": person.id,
        "committee_id": person.committee_id,
        "key": person.key,
        "given_name": person.given_name,
        "family_name": person.family_name,
        "gender": person.gender,
        "age_range": person.age_range,
        "email": person.email,
        **native_values(person.name_native),
        "form_of_address": person.form_of_address,
        "contacts": plain_parts(person.contacts),
        "languages": list(person.languages),
        "note": person.note,
        "merged_into": person.merged_into,
        "erased_on": person.erased_on,
        "sort_key": fold_all(person.family_name, person.given_name),
        "folded": fold_all(person.full_name, _native_text(person.name_native)),
    }


def person_of(row: Row) -> Person:
    """The person of a row."""
    return Person(
        id=row.id,
        committee_id=row.committee_id,
        key=row.key,
        given_name=row.given_name,
        family_name=row.family_name,
        gender=row.gender,
        age_range=row.age_range,
        email=row.email,
        name_native=native_of(row),
        form_of_address=row.form_of_address,
        contacts=parts_of(row.contacts, ContactPoint),
        languages=tuple(row.languages),
        note=row.note,
        merged_into=row.merged_into,
        erased_on=row.erased_on,
    )


def person_name_of(row: Row) -> PersonName:
    """The name in a person's row."""
    name = full_name(row.given_name, row.family_name)
    return PersonName(id=row.id, full_name=name, native=native_of(row))


def known_person_of(row: Row) -> Known:
    """What of a person's row is compared with others."""
    return _known(row, full_name(row.given_name, row.family_name), [row.email])


def known_organisation_of(row: Row) -> Known:
    """What of an organisation's row is compared with others."""
    return _known(row, row.name, [])


def _known(row: Row, name: str, emails: list[str]) -> Known:
    contacts = parts_of(row.contacts, ContactPoint)
    emails += [point.value for point in contacts if point.kind is ContactKind.EMAIL]
    phones = [point.value for point in contacts if point.kind is ContactKind.PHONE]
    return Known(
        id=row.id,
        name=name,
        words=frozenset(row.sort_key.split()),
        native=fold(row.native_name or ""),
        emails=frozenset(email.casefold() for email in emails if email),
        phones=frozenset(filter(None, map(telling_digits, phones))),
    )


def seat_values(seat: Seat) -> Values:
    """The row of a seat."""
    return {
        "id": seat.id,
        "committee_id": seat.committee_id,
        "key": seat.key,
        "constituency": seat.constituency,
        "organisation_id": seat.organisation_id,
        "voting": seat.voting,
        "closed_on": seat.closed_on,
    }


def seat_of(row: Row) -> Seat:
    """The seat of a row."""
    return Seat(
        id=row.id,
        committee_id=row.committee_id,
        key=row.key,
        constituency=row.constituency,
        organisation_id=row.organisation_id,
        voting=row.voting,
        closed_on=row.closed_on,
    )


def membership_values(membership: Membership) -> Values:
    """The row of a membership."""
    return {
        "id": membership.id,
        "committee_id": membership.committee_id,
        "seat_id": membership.seat_id,
        "person_id": membership.person_id,
        "capacity": membership.capacity,
        "role": membership.role,
        "start": membership.start,
        "end": membership.end,
        "end_reason": membership.end_reason,
        "on_behalf_of": membership.on_behalf_of,
        "appointed_by": membership.appointed_by,
        "appointment_id": membership.appointment_id,
    }


def membership_of(row: Row) -> Membership:
    """The membership of a row."""
    return Membership(
        id=row.id,
        committee_id=row.committee_id,
        seat_id=row.seat_id,
        person_id=row.person_id,
        capacity=row.capacity,
        role=row.role,
        start=row.start,
        end=row.end,
        end_reason=row.end_reason,
        on_behalf_of=row.on_behalf_of,
        appointed_by=row.appointed_by,
        appointment_id=row.appointment_id,
    )


def _native_text(name: NativeText | None) -> str:
    return "" if name is None else name.text
