"""People and the organisations they speak for."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


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


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeText:
    """A name in its own script, with the language it is written in."""

    language: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body that holds seats."""

    id: UUID
    committee_id: UUID
    key: str
    name: str
    constituency: Constituency
    name_native: NativeText | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who sits in a committee, now or once."""

    id: UUID
    committee_id: UUID
    key: str
    given_name: str
    family_name: str
    gender: Gender | None = None
    age_range: str | None = None
    email: str = ""
    name_native: NativeText | None = None

    @property
    def full_name(self) -> str:
        """Given name and family name, as papers print them."""
        return f"{self.given_name} {self.family_name}".strip()
