"""The organisations of a file, its members and the seats they hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.people import Constituency, Gender, NativeText, Organisation, Person
from liaison_desktop.domain.seats import Capacity, Membership, Role, Seat
from liaison_desktop.exchange.identifiers import record_id
from liaison_desktop.exchange.json_object import JsonObject
from liaison_desktop.exchange.places import Place
from liaison_desktop.exchange.uniqueness import Distinct


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member of a file: a seat, who holds it and in which office, and who may stand in."""

    seat: Seat
    holder: Person
    role: Role
    organisation: Organisation | None = None
    substitute: Person | None = None

    def people(self) -> Iterator[Person]:
        """The holder and the substitute."""
        yield self.holder
        if self.substitute:
            yield self.substitute

    def memberships(self, committee: Committee) -> Iterator[Membership]:
        """The holder's and the substitute's membership for the committee's term."""
        yield self._membership(committee, self.holder, Capacity.HOLDER)
        if self.substitute:
            yield self._membership(committee, self.substitute, Capacity.SUBSTITUTE)

    def _membership(self, committee: Committee, person: Person, capacity: Capacity) -> Membership:
        start = committee.term_start
        return Membership(
            id=record_id(committee.key, "membership", self.seat.key, capacity, start or ""),
            committee_id=committee.id,
            seat_id=self.seat.id,
            person_id=person.id,
            capacity=capacity,
            role=self.role if capacity is Capacity.HOLDER else Role.MEMBER,
            start=start,
            end=committee.term_end,
        )


class Roll:
    """The organisations and members that the rest of a file may refer to by their keys."""

    def __init__(
        self, organisations: Mapping[str, Organisation], members: Mapping[str, Member]
    ) -> None:
        self.organisations = organisations
        self.members = members

    def organisation(self, key: str, place: Place) -> Organisation:
        """The organisation with this key.

        Raises:
            UserError: ``organisation_not_in_file``.
        """
        if key not in self.organisations:
            raise place.error("organisation_not_in_file", key=key)
        return self.organisations[key]

    def member(self, key: str, place: Place) -> Member:
        """The member with this key.

        Raises:
            UserError: ``member_not_in_file``.
        """
        if key not in self.members:
            raise place.error("member_not_in_file", key=key)
        return self.members[key]


def read_roll(root: JsonObject, committee: Committee) -> Roll:
    """The organisations and members of a file.

    Raises:
        UserError: the problems of ``JsonObject``, ``key_twice``, ``organisation_not_in_file``.
    """
    root.require("organisations", "members")
    roll = Roll(_organisations(root, committee), {})
    members: dict[str, Member] = {}
    seen = Distinct("key_twice")
    for entry in root.children("members"):
        member = _member(entry, committee, roll)
        seen.add(member.seat.key, entry.place.key("id"))
        members[member.seat.key] = member
    return Roll(roll.organisations, members)


def _organisations(root: JsonObject, committee: Committee) -> dict[str, Organisation]:
    organisations = {}
    seen = Distinct("key_twice")
    for entry in root.children("organisations"):
        key = entry.text("id")
        seen.add(key, entry.place.key("id"))
        organisations[key] = Organisation(
            id=record_id(committee.key, "organisation", key),
            committee_id=committee.id,
            key=key,
            name=entry.text("name"),
            constituency=entry.choice("constituency", Constituency),
            name_native=_name_native(entry),
        )
    return organisations


def _member(entry: JsonObject, committee: Committee, roll: Roll) -> Member:
    key = entry.text("id")
    holder = _person(entry, committee, key)
    organisation = None
    constituency = entry.choice("constituency", Constituency)
    if "organisation" in entry:
        place = entry.place.key("organisation")
        organisation = roll.organisation(entry.text("organisation"), place)
    seat = Seat(
        id=record_id(committee.key, "seat", key),
        committee_id=committee.id,
        key=key,
        constituency=constituency,
        organisation_id=organisation.id if organisation else None,
        voting=entry.flag("voting"),
    )
    return Member(
        seat=seat,
        holder=holder,
        role=entry.choice("role", Role),
        organisation=organisation,
        substitute=(
            _person(entry.child("substitute"), committee, f"{key}/substitute")
            if "substitute" in entry
            else None
        ),
    )


def _person(entry: JsonObject, committee: Committee, key: str) -> Person:
    return Person(
        id=record_id(committee.key, "person", key),
        committee_id=committee.id,
        key=key,
        given_name=entry.text("given_name"),
        family_name=entry.text("family_name"),
        gender=entry.choice("gender", Gender) if "gender" in entry else None,
        age_range=entry.text("age_range") if "age_range" in entry else None,
        email=entry.optional_text("email"),
        name_native=_name_native(entry),
    )


def _name_native(entry: JsonObject) -> NativeText | None:
    if "name_native" not in entry:
        return None
    name = entry.child("name_native")
    return NativeText(language=name.language("lang"), text=name.text("text"))
