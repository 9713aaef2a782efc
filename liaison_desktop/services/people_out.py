"""People and organisations on their way out: cards, labels, the list of who is reached how."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import Reading
from liaison_desktop.domain.addresses import (
    Addressee,
    LabelFormat,
    Whom,
    addressee_of,
    addressee_of_organisation,
)
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.people import Organisation, Person
from liaison_desktop.domain.seats import Capacity
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.files import write_file
from liaison_desktop.services.progress import Progress, Unheard, advance
from liaison_desktop.services.required import required
from liaison_desktop.services.typesetting import stationery_of, typeset

if TYPE_CHECKING:
    from liaison_desktop.documents.contact_list import Reached

_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelsWanted:
    """Labels for letters.

    Attributes:
        first: the place of the first label that is still on the first sheet, from 1.
    """

    committee_id: UUID
    whom: Whom
    format: LabelFormat
    first: int = 1


class PeopleOutService:
    """Use cases that hand on what is known of people and organisations."""

    def __init__(self, store: Store, catalogue: Callable[[str], Catalogue]) -> None:
        self._store = store
        self._catalogue = catalogue

    def save_cards(
        self, request: PageRequest, path: Path, progress: Progress | None = None
    ) -> Path:
        """Write the cards (vCard) of the people that a search finds.

        Raises:
            UserError: ``nobody_found`` and what writing a file raises.
            Cancelled: the user stopped the work; no file is left.
        """
        from liaison_desktop.exchange.cards import write_cards

        progress = progress or Unheard()
        with self._store.read() as reading:
            records = list(_people(reading, request, progress))
        if not records:
            raise UserError("nobody_found")
        write_file(path, write_cards(records))
        return path

    def save_organisation_cards(self, request: PageRequest, path: Path) -> Path:
        """Write the cards of the organisations that a search finds; raises like ``save_cards``."""
        from liaison_desktop.exchange.cards import write_cards

        with self._store.read() as reading:
            records = list(_organisations(reading, request))
        if not records:
            raise UserError("nobody_found")
        write_file(path, write_cards(records))
        return path

    def save_card(self, person_id: UUID, path: Path) -> Path:
        """Write the card of one person; raises like ``write_file``."""
        from liaison_desktop.exchange.cards import write_cards

        with self._store.read() as reading:
            person = required(reading.people.person(person_id))
            record = (person, _spoken_for(reading, person.id))
        write_file(path, write_cards([record]))
        return path

    def labels(self, wanted: LabelsWanted, on: date, language: str | None = None) -> bytes:
        """Sheets of labels, as the bytes of a PDF.

        Raises:
            UserError: ``no_addresses``, ``label_place``.
        """
        from liaison_desktop.documents.mailing_labels import compose_labels, labels_on_sheet

        if not 1 <= wanted.first <= labels_on_sheet(wanted.format):
            raise UserError("label_place", most=labels_on_sheet(wanted.format))
        with self._store.read() as reading:
            committee = required(reading.committees.get(wanted.committee_id))
            addressees = list(_addressees(reading, wanted, on))
            stationery = stationery_of(reading, committee)
        if not addressees:
            raise UserError("no_addresses")
        return typeset(
            compose_labels(
                committee,
                addressees,
                wanted.format,
                self._catalogue(language or committee.language),
                first=wanted.first - 1,
                created=datetime.combine(on, time(), UTC),
            ),
            stationery,
        )

    def contact_list(self, committee_id: UUID, on: date, language: str | None = None) -> bytes:
        """How members and substitutes are reached, for the committee's own work, as a PDF."""
        from liaison_desktop.documents.contact_list import compose_contact_list

        with self._store.read() as reading:
            committee = required(reading.committees.get(committee_id))
            members = list(_reached(reading, committee_id, on))
            stationery = stationery_of(reading, committee)
        return typeset(
            compose_contact_list(
                committee,
                members,
                self._catalogue(language or committee.language),
                on=on,
                created=datetime.combine(on, time(), UTC),
            ),
            stationery,
        )


def _people(
    reading: Reading, request: PageRequest, progress: Progress
) -> Iterator[tuple[Person, str]]:
    after, done = None, 0
    while True:
        page = reading.listings.people(
            PageRequest(
                committee_id=request.committee_id,
                search=request.search,
                after=after,
                limit=_AT_ONCE,
            )
        )
        for row in page.rows:
            advance(progress, done, 0, row.name)
            done += 1
            yield required(reading.people.person(row.id)), row.organisation
        if page.next is None:
            return
        after = page.next


def _organisations(reading: Reading, request: PageRequest) -> Iterator[Organisation]:
    after = None
    while True:
        page = reading.listings.organisations(
            PageRequest(
                committee_id=request.committee_id,
                search=request.search,
                after=after,
                limit=_AT_ONCE,
            )
        )
        for row in page.rows:
            yield required(reading.people.organisation(row.id))
        if page.next is None:
            return
        after = page.next


def _spoken_for(reading: Reading, person_id: UUID) -> str:
    """The organisation that a person spoke for last."""
    for membership in reversed(reading.people.memberships_of(person_id)):
        seat = required(reading.people.seat(membership.seat_id))
        organisation_id = membership.on_behalf_of or seat.organisation_id
        if organisation_id is not None:
            return required(reading.people.organisation(organisation_id)).name
    return ""


def _addressees(reading: Reading, wanted: LabelsWanted, on: date) -> Iterator[Addressee]:
    request = PageRequest(committee_id=wanted.committee_id)
    found: Iterator[Addressee | None]
    match wanted.whom:
        case Whom.MEMBERS:
            found = (
                addressee_of(each.person, each.organisation)
                for each in _reached(reading, wanted.committee_id, on)
            )
        case Whom.EVERYBODY:
            found = (
                addressee_of(person, organisation)
                for person, organisation in _people(reading, request, Unheard())
            )
        case Whom.ORGANISATIONS:
            found = (
                addressee_of_organisation(each)
                for each in _organisations(reading, request)
                if each.active_until is None or each.active_until >= on
            )
    yield from filter(None, found)


def _reached(reading: Reading, committee_id: UUID, on: date) -> "Iterator[Reached]":
    """Who holds a seat on a day or stands in, seat by seat, the holder first."""
    from liaison_desktop.documents.contact_list import Reached

    people = {person.id: person for person in reading.people.seated(committee_id)}
    names = {each.id: each.name for each in reading.people.organisations(committee_id)}
    running = [each for each in reading.people.memberships(committee_id) if each.runs_on(on)]
    for seat in reading.people.seats(committee_id):
        terms = [each for each in running if each.seat_id == seat.id]
        for term in sorted(terms, key=lambda each: each.capacity is Capacity.SUBSTITUTE):
            spoken_for = term.on_behalf_of or seat.organisation_id
            yield Reached(
                person=people[term.person_id],
                organisation=names[spoken_for] if spoken_for else "",
                role=term.role,
                capacity=term.capacity,
            )
