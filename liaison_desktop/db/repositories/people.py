"""Organisations, people, seats and who fills them."""

from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db import tables
from liaison_desktop.db.mapping.people import (
    membership_of,
    membership_values,
    organisation_of,
    organisation_values,
    person_of,
    person_values,
    seat_of,
    seat_values,
)
from liaison_desktop.db.recorder import Recorder, Target
from liaison_desktop.db.repositories.base import Reader
from liaison_desktop.domain.changes import Kind
from liaison_desktop.domain.people import Organisation, Person
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
        table = tables.person
        query = _of_committee(table, committee_id).order_by(table.c.sort_key, table.c.id)
        return self._all(query, person_of)

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

    def membership(self, membership_id: UUID) -> Membership | None:
        """The membership with this id."""
        return self._first(_by_id(tables.membership, membership_id), membership_of)

    def memberships(self, committee_id: UUID) -> tuple[Membership, ...]:
        """A committee's memberships, running and ended, oldest first."""
        table = tables.membership
        query = _of_committee(table, committee_id).order_by(table.c.start.nulls_first(), table.c.id)
        return self._all(query, membership_of)


class PeopleRepository(PeopleReader):
    """Finds and keeps them; every ``put`` returns ``False`` if all is stored as it is."""

    def __init__(self, connection: sa.Connection, recorder: Recorder) -> None:
        super().__init__(connection)
        self._recorder = recorder

    def put_organisation(self, organisation: Organisation) -> bool:
        """Store an organisation."""
        return self._recorder.put(
            Target(Kind.ORGANISATION, tables.organisation, organisation.committee_id),
            self.organisation(organisation.id),
            organisation,
            organisation_values(organisation),
        )

    def put_person(self, person: Person) -> bool:
        """Store a person."""
        return self._recorder.put(
            Target(Kind.PERSON, tables.person, person.committee_id),
            self.person(person.id),
            person,
            person_values(person),
        )

    def put_seat(self, seat: Seat) -> bool:
        """Store a seat."""
        return self._recorder.put(
            Target(Kind.SEAT, tables.seat, seat.committee_id),
            self.seat(seat.id),
            seat,
            seat_values(seat),
        )

    def put_membership(self, membership: Membership) -> bool:
        """Store a membership; it is ended, never deleted."""
        return self._recorder.put(
            Target(Kind.MEMBERSHIP, tables.membership, membership.committee_id),
            self.membership(membership.id),
            membership,
            membership_values(membership),
        )


def _by_id(table: sa.Table, record_id: UUID) -> sa.Select[tuple[object, ...]]:
    return sa.select(table).where(table.c.id == record_id)


def _of_committee(table: sa.Table, committee_id: UUID) -> sa.Select[tuple[object, ...]]:
    return sa.select(table).where(table.c.committee_id == committee_id)
