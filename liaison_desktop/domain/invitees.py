"""Who is called to a meeting: whoever holds a seat on its day, and who may stand in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from liaison_desktop.domain.people import ContactKind, ContactPurpose, Organisation, Person
from liaison_desktop.domain.roster import terms_by_seat
from liaison_desktop.domain.seats import Capacity, Membership, Role, Seat

_PREFERRED = (ContactPurpose.CONVOCATION, ContactPurpose.COMMITTEE_WORK, ContactPurpose.PUBLIC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitee:
    """Somebody who can be called for a seat.

    Attributes:
        name, greeting: full name without and with the form of address.
        address: for e-mail; empty = none is known.
        substitute: stands in for the holder.
        holder: full name of who holds the seat.
    """

    seat_id: UUID
    person_id: UUID
    name: str
    greeting: str
    address: str
    organisation: str
    role: Role
    voting: bool
    substitute: bool
    holder: str


def invitees_on(
    day: date,
    *,
    seats: Iterable[Seat],
    memberships: Iterable[Membership],
    people: Iterable[Person],
    organisations: Iterable[Organisation],
) -> Iterator[Invitee]:
    """The holder of each seat, then those who may stand in; nobody for a vacant seat."""
    known = {person.id: person for person in people}
    names = {organisation.id: organisation.name for organisation in organisations}
    running = terms_by_seat(term for term in memberships if term.runs_on(day))
    for seat in seats:
        terms = running.get(seat.id, ())
        holders = [term for term in terms if term.capacity is Capacity.HOLDER]
        if not holders or not seat.exists_on(day):
            continue
        held = max(holders, key=lambda term: term.start or date.min)
        standing_in = [term for term in terms if term.capacity is Capacity.SUBSTITUTE]
        for term in (held, *standing_in):
            person = known[term.person_id]
            spoken_for = term.on_behalf_of or seat.organisation_id
            yield Invitee(
                seat_id=seat.id,
                person_id=person.id,
                name=person.full_name,
                greeting=" ".join(filter(None, (person.form_of_address, person.full_name))),
                address=mail_address(person),
                organisation=names[spoken_for] if spoken_for else "",
                role=held.role if term is held else Role.MEMBER,
                voting=seat.voting,
                substitute=term is not held,
                holder=known[held.person_id].full_name,
            )


def mail_address(person: Person) -> str:
    """Where a call is sent: to the address that was given for it, if there is one."""
    for purpose in _PREFERRED:
        for point in person.contacts:
            if point.kind is ContactKind.EMAIL and point.purpose is purpose:
                return point.value.strip()
    return person.email.strip()


def mail_addresses(person: Person) -> frozenset[str]:
    """All addresses that are known of a person, in small letters."""
    told = [point.value for point in person.contacts if point.kind is ContactKind.EMAIL]
    return frozenset(each.strip().lower() for each in (person.email, *told) if each.strip())
