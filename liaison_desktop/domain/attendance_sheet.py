"""The sheet of a meeting before anybody came: every seat of the day, with its holder."""

from collections.abc import Iterable, Iterator
from datetime import date

from liaison_desktop.domain.people import Organisation, Person
from liaison_desktop.domain.roster import terms_by_seat
from liaison_desktop.domain.seats import Capacity, Membership, Seat
from liaison_desktop.domain.sheet import AttendanceStatus, Attendee


def sheet_on(
    day: date,
    *,
    seats: Iterable[Seat],
    memberships: Iterable[Membership],
    people: Iterable[Person],
    organisations: Iterable[Organisation],
) -> Iterator[Attendee]:
    """An entry for each seat that somebody holds on the day; everybody is absent at first."""
    known = {person.id: person for person in people}
    names = {organisation.id: organisation.name for organisation in organisations}
    running = terms_by_seat(term for term in memberships if term.runs_on(day))
    for seat in seats:
        holders = [t for t in running.get(seat.id, ()) if t.capacity is Capacity.HOLDER]
        if not holders or not seat.exists_on(day):
            continue
        term = max(holders, key=lambda holder: holder.start or date.min)
        person = known[term.person_id]
        spoken_for = term.on_behalf_of or seat.organisation_id
        yield Attendee(
            seat_id=seat.id,
            seat_key=seat.key,
            given_name=person.given_name,
            family_name=person.family_name,
            name_native=person.name_native,
            organisation=names[spoken_for] if spoken_for else "",
            constituency=seat.constituency,
            role=term.role,
            voting=seat.voting,
            status=AttendanceStatus.ABSENT,
        )
