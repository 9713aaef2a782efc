"""Taking people and organisations into the store, and changing what is known of them."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from liaison_desktop.db.store import Store
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.people import (
    Constituency,
    ContactKind,
    ContactPoint,
    Gender,
    NativeText,
    Organisation,
    Person,
)
from liaison_desktop.services.required import required
from liaison_desktop.services.undo import UndoService

_PHONE = re.compile(r"\+?[\d\s()/.\-]*\d[\d\s()/.\-]*(?:\s?(?:x|ext\.?)\s?\d+)?")
_ADDRESS = re.compile(r"[^\s@,;]+@[^\s@,;.]+(?:\.[^\s@,;.]+)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonProfile:
    """What is known of a person, as somebody fills it in."""

    given_name: str
    family_name: str
    gender: Gender | None = None
    email: str = ""
    name_native: NativeText | None = None
    form_of_address: str = ""
    contacts: tuple[ContactPoint, ...] = ()
    languages: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationProfile:
    """What is known of an organisation, as somebody fills it in."""

    name: str
    constituency: Constituency
    name_native: NativeText | None = None
    registration: str = ""
    contacts: tuple[ContactPoint, ...] = ()
    languages: tuple[str, ...] = ()
    active_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPerson:
    """Take somebody into a committee's register of people; a seat is given separately."""

    committee_id: UUID
    profile: PersonProfile


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPerson:
    """Change what is known of a person; meetings that were held keep the name of the day."""

    person_id: UUID
    profile: PersonProfile


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOrganisation:
    """Take an organisation into a committee's register."""

    committee_id: UUID
    profile: OrganisationProfile


@dataclass(frozen=True, slots=True, kw_only=True)
class EditOrganisation:
    """Change what is known of an organisation."""

    organisation_id: UUID
    profile: OrganisationProfile


class PeopleWritingService:
    """Use cases that write people and organisations."""

    def __init__(self, store: Store, undo: UndoService, actor: str) -> None:
        self._store = store
        self._undo = undo
        self._actor = actor

    def add_person(self, command: AddPerson) -> Person:
        """Take somebody into the register.

        Raises:
            UserError: ``person_needs_name``, ``email_malformed``, ``contact_email_malformed``,
                ``contact_phone_malformed``.
        """
        require_person(command.profile)
        with self._store.write("add_person", self._actor) as work:
            person = Person(
                id=uuid7(),
                committee_id=command.committee_id,
                key=work.people.free_key(command.committee_id),
                **told(command.profile),
            )
            work.people.put_person(person)
            self._undo.commit(work, "add_person")
            return person

    def edit_person(self, command: EditPerson) -> Changes:
        """Change what is known of a person; raises like ``add_person``."""
        require_person(command.profile)
        with self._store.write("edit_person", self._actor) as work:
            person = required(work.people.person(command.person_id))
            work.people.put_person(replace(person, **told(command.profile)))
            return self._undo.commit(work, "edit_person")

    def add_organisation(self, command: AddOrganisation) -> Organisation:
        """Take an organisation into the register.

        Raises:
            UserError: ``organisation_needs_name``, ``contact_email_malformed``,
                ``contact_phone_malformed``.
        """
        require_organisation(command.profile)
        with self._store.write("add_organisation", self._actor) as work:
            taken = {each.key for each in work.people.organisations(command.committee_id)}
            organisation = Organisation(
                id=uuid7(),
                committee_id=command.committee_id,
                key=_free_key(taken),
                **told(command.profile),
            )
            work.people.put_organisation(organisation)
            self._undo.commit(work, "add_organisation")
            return organisation

    def edit_organisation(self, command: EditOrganisation) -> Changes:
        """Change what is known of an organisation; raises like ``add_organisation``."""
        require_organisation(command.profile)
        with self._store.write("edit_organisation", self._actor) as work:
            organisation = required(work.people.organisation(command.organisation_id))
            work.people.put_organisation(replace(organisation, **told(command.profile)))
            return self._undo.commit(work, "edit_organisation")


def person_profile(person: Person) -> PersonProfile:
    """What is known of a person, to be changed and handed back."""
    return PersonProfile(**{name: getattr(person, name) for name in _names(PersonProfile)})


def organisation_profile(organisation: Organisation) -> OrganisationProfile:
    """What is known of an organisation, to be changed and handed back."""
    names = _names(OrganisationProfile)
    return OrganisationProfile(**{name: getattr(organisation, name) for name in names})


def _names(profile: type[PersonProfile] | type[OrganisationProfile]) -> list[str]:
    return list(profile.__dataclass_fields__)


def told(profile: PersonProfile | OrganisationProfile) -> dict[str, Any]:
    """The fields of the record as the profile fills them."""
    return {name: getattr(profile, name) for name in _names(type(profile))}


def require_person(profile: PersonProfile) -> None:
    """Make sure that a person may be kept like this; raises like ``add_person``."""
    if not (profile.given_name.strip() or profile.family_name.strip()):
        raise UserError("person_needs_name")
    if profile.email and not _is_address(profile.email):
        raise UserError("email_malformed", email=profile.email)
    _require_contacts(profile.contacts)


def require_organisation(profile: OrganisationProfile) -> None:
    """Make sure that an organisation may be kept like this; raises like ``add_organisation``."""
    if not profile.name.strip():
        raise UserError("organisation_needs_name")
    _require_contacts(profile.contacts)


def _require_contacts(contacts: tuple[ContactPoint, ...]) -> None:
    for point in contacts:
        if point.kind is ContactKind.EMAIL and not _is_address(point.value):
            raise UserError("contact_email_malformed", email=point.value)
        if point.kind is ContactKind.PHONE and not _PHONE.fullmatch(point.value):
            raise UserError("contact_phone_malformed", phone=point.value)


def _is_address(text: str) -> bool:
    """Whether a mail program would take it: one at sign, a dot behind it, no spaces."""
    return _ADDRESS.fullmatch(text) is not None


def _free_key(taken: set[str]) -> str:
    number = len(taken) + 1
    while f"o{number}" in taken:
        number += 1
    return f"o{number}"
