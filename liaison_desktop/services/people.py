"""People and organisations."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.listings import OrganisationRow, Page, PageRequest, PersonRow
from liaison_desktop.domain.people import Constituency, Organisation, Person
from liaison_desktop.domain.privacy import Consent
from liaison_desktop.domain.roster import roster_on
from liaison_desktop.domain.seats import Capacity, EndReason, Membership, Role
from liaison_desktop.domain.skills import Skill
from liaison_desktop.services.required import required


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipLine:
    """One term of a person, with the words around it.

    Attributes:
        organisation: spoken for: the seat's, where the appointment names no other.
    """

    role: Role
    capacity: Capacity
    organisation: str
    constituency: Constituency
    voting: bool
    start: date | None
    end: date | None
    end_reason: EndReason | None
    appointed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDetail:
    """Somebody with the terms served, and on what bases the data are used."""

    person: Person
    committee: Committee
    memberships: tuple[MembershipLine, ...]
    consents: tuple[Consent, ...]
    skills: tuple[Skill, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatLine:
    """One seat of an organisation and who sits in it; ``holder`` empty = vacant."""

    holder: str
    role: Role
    voting: bool
    constituency: Constituency


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationDetail:
    """An organisation with the seats it holds and what it can teach and wants to learn."""

    organisation: Organisation
    committee: Committee
    seats: tuple[SeatLine, ...]
    skills: tuple[Skill, ...]


class PeopleService:
    """Use cases on people and organisations."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, request: PageRequest) -> Page[PersonRow]:
        """A page of the people in seats, by family name."""
        with self._store.read() as reading:
            return reading.listings.people(request)

    def organisations(self, request: PageRequest) -> Page[OrganisationRow]:
        """A page of the organisations, by name."""
        with self._store.read() as reading:
            return reading.listings.organisations(request)

    def detail(self, person_id: UUID) -> PersonDetail:
        """One person with all terms, the newest first."""
        with self._store.read() as reading:
            person = required(reading.people.person(person_id))
            committee = required(reading.committees.get(person.committee_id))
            lines = [
                _membership_line(reading, membership)
                for membership in reading.people.memberships_of(person_id)
            ]
            consents = reading.consents.where("person_id", person_id)
            skills = reading.skills.where("person_id", person_id)
        lines.sort(key=lambda line: line.start or date.min, reverse=True)
        return PersonDetail(
            person=person,
            committee=committee,
            memberships=tuple(lines),
            consents=consents,
            skills=skills,
        )

    def organisation(self, organisation_id: UUID, on: date) -> OrganisationDetail:
        """One organisation with its seats on a day."""
        with self._store.read() as reading:
            organisation = required(reading.people.organisation(organisation_id))
            committee = required(reading.committees.get(organisation.committee_id))
            seats = reading.people.seats_of(organisation_id)
            ids = [seat.id for seat in seats]
            skills = reading.skills.where("organisation_id", organisation_id)
            roster = roster_on(
                on,
                seats=seats,
                memberships=reading.people.memberships_in(ids),
                people=reading.people.names_in(ids),
                organisations=(organisation,),
            )
        return OrganisationDetail(
            organisation=organisation,
            committee=committee,
            seats=tuple(
                SeatLine(
                    holder=seat.holder,
                    role=seat.role,
                    voting=seat.voting,
                    constituency=seat.constituency,
                )
                for seat in roster
            ),
            skills=skills,
        )


def _membership_line(reading: Reading, membership: Membership) -> MembershipLine:
    seat = required(reading.people.seat(membership.seat_id))
    spoken_for = membership.on_behalf_of or seat.organisation_id
    organisation = reading.people.organisation(spoken_for) if spoken_for else None
    return MembershipLine(
        role=membership.role,
        capacity=membership.capacity,
        organisation=organisation.name if organisation else "",
        constituency=seat.constituency,
        voting=seat.voting,
        start=membership.start,
        end=membership.end,
        end_reason=membership.end_reason,
        appointed_by=membership.appointed_by,
    )
