"""Organisations, people, seats and who fills them."""

from collections.abc import Collection
from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db import tables
from liaison_desktop.db.mapping.people import (
    known_organisation_of,
    known_person_of,
    membership_of,
    organisation_of,
    person_name_of,
    person_of,
    seat_of,
)
from liaison_desktop.db.recorder import Recorder
from liaison_desktop.db.repositories import stored
from liaison_desktop.db.repositories.base import Reader
from liaison_desktop.db.repositories.records import RowRepository
from liaison_desktop.domain.duplicates import Known
from liaison_desktop.domain.people import Organisation, Person, PersonName
from liaison_desktop.domain.seats import Membership, Seat


class PeopleReader(Reader):
    """Finds organisations, people, seats and memberships."""

    def organisation(self, organisation_id: UUID) -> Organisation | None:
        """The organisation with this id."""
        return self._first(_by_id(tables.organisation, organisation_id), organisation_of)

    def organisations(self, committee_id: UUID) -> tuple[Organisation, ...]:
        """A committee's organisations, by name."""
        table = tables.organisation
        query = _of_committee(table, committee_id).order_by(table.c.sort_key, table.c.id)
        return self._all(query, organisation_of)

    def person(self, person_id: UUID) -> Person | None:
        """The person with this id."""
        return self._first(_by_id(tables.person, person_id), person_of)

    def people(self, committee_id: UUID) -> tuple[Person, ...]:
        """A committee's people, by family name."""
        return self._all(_by_name(_of_committee(tables.person, committee_id)), person_of)

    def seated(self, committee_id: UUID) -> tuple[Person, ...]:
        """Those of a committee's people who hold a seat, stand in, or once did, by family name."""
        ids = sa.select(tables.membership.c.person_id).where(
            tables.membership.c.committee_id == committee_id
        )
        return self._all(_by_name(sa.select(tables.person).where(_in(ids))), person_of)

    def names_of_seated(self, committee_id: UUID) -> tuple[PersonName, ...]:
        """The names of the same people, in any order."""
        return self._names(tables.membership.c.committee_id == committee_id)

    def names_in(self, seat_ids: Collection[UUID]) -> tuple[PersonName, ...]:
        """The names of those who hold one of these seats, stand in, or once did, in any order."""
        return self._names(tables.membership.c.seat_id.in_(seat_ids))

    def known(self, committee_id: UUID) -> tuple[Known, ...]:
        """What of each of a committee's people is compared with others; without merged ones."""
        return self._all(_unmerged(tables.person, committee_id), known_person_of)

    def known_organisations(self, committee_id: UUID) -> tuple[Known, ...]:
        """The same of its organisations."""
        return self._all(_unmerged(tables.organisation, committee_id), known_organisation_of)

    def merged_into_person(self, person_id: UUID) -> tuple[Person, ...]:
        """Those that turned out to be a person."""
        table = tables.person
        return self._all(sa.select(table).where(table.c.merged_into == person_id), person_of)

    def merged_into_organisation(self, organisation_id: UUID) -> tuple[Organisation, ...]:
        """Those that turned out to be an organisation."""
        table = tables.organisation
        query = sa.select(table).where(table.c.merged_into == organisation_id)
        return self._all(query, organisation_of)

    def free_key(self, committee_id: UUID) -> str:
        """A key that none of the committee's people has: p1, p2 ..."""
        of_committee = tables.person.c.committee_id == committee_id
        counted = sa.select(sa.func.count()).select_from(tables.person).where(of_committee)
        number = (self._connection.scalar(counted) or 0) + 1
        while self._has_key(committee_id, f"p{number}"):
            number += 1
        return f"p{number}"

    def seat(self, seat_id: UUID) -> Seat | None:
        """The seat with this id."""
        return self._first(_by_id(tables.seat, seat_id), seat_of)

    def seats(self, committee_id: UUID) -> tuple[Seat, ...]:
        """A committee's seats; m2 comes before m10."""
        table = tables.seat
        query = _of_committee(table, committee_id).order_by(
            sa.func.length(table.c.key), table.c.key
        )
        return self._all(query, seat_of)

    def seats_of(self, organisation_id: UUID) -> tuple[Seat, ...]:
        """The seats that belong to an organisation, closed ones too."""
        table = tables.seat
        query = sa.select(table).where(table.c.organisation_id == organisation_id)
        return self._all(query.order_by(sa.func.length(table.c.key), table.c.key), seat_of)

    def membership(self, membership_id: UUID) -> Membership | None:
        """The membership with this id."""
        return self._first(_by_id(tables.membership, membership_id), membership_of)

    def memberships(self, committee_id: UUID) -> tuple[Membership, ...]:
        """A committee's memberships, running and ended, oldest first."""
        return self._all(
            _oldest_first(tables.membership.c.committee_id == committee_id), membership_of
        )

    def memberships_of(self, person_id: UUID) -> tuple[Membership, ...]:
        """What a person holds and held, oldest first."""
        return self._all(_oldest_first(tables.membership.c.person_id == person_id), membership_of)

    def memberships_in(self, seat_ids: Collection[UUID]) -> tuple[Membership, ...]:
        """Who holds and held these seats, oldest first."""
        return self._all(_oldest_first(tables.membership.c.seat_id.in_(seat_ids)), membership_of)

    def _names(self, memberships: sa.ColumnElement[bool]) -> tuple[PersonName, ...]:
        person = tables.person.c
        query = sa.select(
            *(person.id, person.given_name, person.family_name),
            *(person.native_name, person.native_language),
        ).where(_in(sa.select(tables.membership.c.person_id).where(memberships)))
        return self._all(query, person_name_of)

    def _has_key(self, committee_id: UUID, key: str) -> bool:
        table = tables.person
        query = sa.select(table.c.id).where(
            table.c.committee_id == committee_id, table.c.key == key
        )
        return self._connection.execute(query).first() is not None


class PeopleRepository(PeopleReader):
    """Finds and keeps them; every ``put`` returns ``False`` if all is stored as it is.

    What is removed was never built on, as when its making is taken back; the log keeps that it was
    there. Memberships that were in force are ended, never removed.
    """

    def __init__(self, connection: sa.Connection, recorder: Recorder) -> None:
        super().__init__(connection)
        organisations = RowRepository(connection, recorder, stored.ORGANISATIONS)
        self.put_organisation, self.remove_organisation = organisations.put, organisations.remove
        people = RowRepository(connection, recorder, stored.PEOPLE)
        self.put_person, self.remove_person = people.put, people.remove
        seats = RowRepository(connection, recorder, stored.SEATS)
        self.put_seat, self.remove_seat = seats.put, seats.remove
        memberships = RowRepository(connection, recorder, stored.MEMBERSHIPS)
        self.put_membership, self.remove_membership = memberships.put, memberships.remove


def _by_id(table: sa.Table, record_id: UUID) -> sa.Select[tuple[object, ...]]:
    return sa.select(table).where(table.c.id == record_id)


def _of_committee(table: sa.Table, committee_id: UUID) -> sa.Select[tuple[object, ...]]:
    return sa.select(table).where(table.c.committee_id == committee_id)


def _in(ids: sa.Select[tuple[UUID]]) -> sa.ColumnElement[bool]:
    return tables.person.c.id.in_(ids)


def _by_name(query: sa.Select[tuple[object, ...]]) -> sa.Select[tuple[object, ...]]:
    return query.order_by(tables.person.c.sort_key, tables.person.c.id)


def _oldest_first(wanted: sa.ColumnElement[bool]) -> sa.Select[tuple[object, ...]]:
    table = tables.membership
    return sa.select(table).where(wanted).order_by(table.c.start.nulls_first(), table.c.id)


def _unmerged(table: sa.Table, committee_id: UUID) -> sa.Select[tuple[object, ...]]:
    return _of_committee(table, committee_id).where(table.c.merged_into.is_(None))
