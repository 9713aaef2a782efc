"""What the tables hold in which people and organisations are sent from office to office."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from liaison_desktop.domain.notices import Notice


class Target(StrEnum):
    """What the rows of a table are."""

    PEOPLE = "people"
    ORGANISATIONS = "organisations"


class Column(StrEnum):
    """What a column holds."""

    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    FULL_NAME = "full_name"
    NAME = "name"
    NATIVE_NAME = "native_name"
    FORM_OF_ADDRESS = "form_of_address"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    POSTCODE = "postcode"
    TOWN = "town"
    WEBSITE = "website"
    LANGUAGES = "languages"
    CONSTITUENCY = "constituency"
    REGISTRATION = "registration"


_COMMON = (
    Column.NATIVE_NAME,
    Column.EMAIL,
    Column.PHONE,
    Column.ADDRESS,
    Column.POSTCODE,
    Column.TOWN,
    Column.WEBSITE,
    Column.LANGUAGES,
)
COLUMNS: Mapping[Target, tuple[Column, ...]] = {
    Target.PEOPLE: (
        Column.GIVEN_NAME,
        Column.FAMILY_NAME,
        Column.FULL_NAME,
        Column.FORM_OF_ADDRESS,
        *_COMMON,
    ),
    Target.ORGANISATIONS: (Column.NAME, Column.CONSTITUENCY, Column.REGISTRATION, *_COMMON),
}
"""The columns that each kind of row may have."""


class RowState(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    KNOWN = "known"
    TWICE = "twice"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row with its number in the file, counted from 1."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table: names of its columns, and rows as long as those.

    Attributes:
        notices: what the reader should know, for example how letters were read.
    """

    header: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    notices: tuple[Notice, ...] = ()
