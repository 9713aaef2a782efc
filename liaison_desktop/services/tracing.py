"""By what a person is recognised in a store."""

from liaison_desktop.db.unit_of_work import Reading, UnitOfWork
from liaison_desktop.domain.invitees import mail_addresses
from liaison_desktop.domain.people import Person
from liaison_desktop.domain.traces import Traces


def traces_of(work: Reading | UnitOfWork, person: Person) -> Traces:
    """By what a person is recognised, also under the names of records merged into the person's."""
    merged = work.people.merged_into_person(person.id)
    return Traces(
        names=frozenset(each.full_name for each in (person, *merged)),
        addresses=mail_addresses(person),
        seats=frozenset(term.seat_id for term in work.people.memberships_of(person.id)),
    )
