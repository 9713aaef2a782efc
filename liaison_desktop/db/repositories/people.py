"""Organisations, people, seats and who fills them."""

from uuid import UUID

import sqlalchemy as sa

from liaison_desktop.db import tables
from liaison_desktop.db.mapping.people import (
    membership_of,
    organisation_of,
    person_of,
    seat_of,
)
from liaison_desktop.db.recorder import Recorder
from liaison_desktop.db.repositories import stored
from liaison_desktop.db.repositories.base import Reader
from liaison_desktop.db.repositories.records import RowRepository
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
