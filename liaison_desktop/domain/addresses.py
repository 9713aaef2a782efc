"""Who is written to, and on which sheets of labels."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from liaison_desktop.domain.people import ContactKind, ContactPoint, Organisation, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Name and postal address, line by line."""

    name: str
    organisation: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """A name and an e-mail address."""

    name: str
    address: str


class LabelFormat(StrEnum):
    """Sheets of labels in the sizes that are sold in Europe (A4)."""

    SMALL_24 = "70x36"
    SMALL_24_TALL = "70x37"
    LARGE_12 = "105x48"


class Whom(StrEnum):
    """Who gets a label."""

    MEMBERS = "members"
    EVERYBODY = "everybody"
    ORGANISATIONS = "organisations"


def addressee_of(person: Person, organisation: str = "") -> Addressee | None:
    """A person as a letter is addressed; ``None`` = no postal address is known."""
    lines = postal_lines(person.contacts)
    if not lines:
        return None
    name = " ".join(filter(None, (person.form_of_address, person.full_name)))
    return Addressee(name=name, organisation=organisation, lines=lines)


def addressee_of_organisation(organisation: Organisation) -> Addressee | None:
    """The same of an organisation."""
    lines = postal_lines(organisation.contacts)
    return Addressee(name=organisation.name, lines=lines) if lines else None


def postal_lines(contacts: Iterable[ContactPoint]) -> tuple[str, ...]:
    """The first postal address, a line for each of its parts."""
    for point in contacts:
        if point.kind is ContactKind.ADDRESS:
            parts = point.value.replace("\n", ",").split(",")
            return tuple(part.strip() for part in parts if part.strip())
    return ()
