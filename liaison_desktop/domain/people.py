"""People and the organisations they speak for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from liaison_desktop.domain.audit import later


class Constituency(StrEnum):
    """Which part of the town a seat speaks for; never a property of a person."""

    LOCAL_AUTHORITY = "LOCAL_AUTHORITY"
    CSO = "CSO"
    MIGRANT_ASSOCIATION = "MIGRANT_ASSOCIATION"
    MUSLIM_COMMUNITY = "MUSLIM_COMMUNITY"
    COMMUNITY_LEADER = "COMMUNITY_LEADER"
    SECRETARIAT = "SECRETARIAT"


class Gender(StrEnum):
    """Grammatical gender, for the languages whose papers need it."""

    FEMALE = "F"
    MALE = "M"
    OTHER = "X"


class ContactKind(StrEnum):
    """By which way somebody is reached."""

    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    WEBSITE = "website"


class ContactPurpose(StrEnum):
    """What a way to reach somebody was given for; it is used for nothing else."""

    CONVOCATION = "convocation"
    COMMITTEE_WORK = "committee_work"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPoint:
    """One way to reach a person or an organisation."""

    kind: ContactKind
    value: str
    purpose: ContactPurpose = ContactPurpose.COMMITTEE_WORK


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeText:
    """A name in its own script, with the language it is written in."""

    language: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body that holds seats.

    Attributes:
        registration: its number in a public register of associations or the like.
        languages: in which it works.
        active_until: the day on which it ceased to be.
        merged_into: the organisation of which this one turned out to be a duplicate.
    """

    id: UUID
    committee_id: UUID
    key: str
    name: str
    constituency: Constituency
    name_native: NativeText | None = None
    registration: str = later("")
    contacts: tuple[ContactPoint, ...] = later(())
    languages: tuple[str, ...] = later(())
    active_until: date | None = later(None)
    merged_into: UUID | None = later(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """Somebody by name alone, without anything else that is kept of a person."""

    id: UUID
    full_name: str
    native: NativeText | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who sits in a committee, now or once.

    Attributes:
        gender: only where the language of the papers needs it.
        email: the first address that was told, for example by a committee file.
        form_of_address: as letters begin ("Dott.ssa", "Herr").
        languages: that the person speaks.
        note: of the secretary's; on no paper and in no export.
        merged_into: the person of whom this record turned out to be a duplicate.
        erased_on: when contact data and notes were erased; the name stays in signed records.
    """

    id: UUID
    committee_id: UUID
    key: str
    given_name: str
    family_name: str
    gender: Gender | None = None
    age_range: str | None = None
    email: str = ""
    name_native: NativeText | None = None
    form_of_address: str = later("")
    contacts: tuple[ContactPoint, ...] = later(())
    languages: tuple[str, ...] = later(())
    note: str = later("")
    merged_into: UUID | None = later(None)
    erased_on: date | None = later(None)

    @property
    def full_name(self) -> str:
        """Given name and family name, as papers print them."""
        return full_name(self.given_name, self.family_name)


def full_name(given_name: str, family_name: str) -> str:
    """Both names in the order of papers; either may be missing."""
    return f"{given_name} {family_name}".strip()
