"""Drafts that went out, between row and record."""

from liaison_desktop.db.mapping.parts import parts_of, plain_parts
from liaison_desktop.db.mapping.values import Row, Values, plain_values
from liaison_desktop.domain.minutes import Addressee, Circulation

_PLAIN = (
    "id",
    "committee_id",
    "meeting_id",
    "circulated_at",
    "until",
    "medium",
    "language",
    "file_id",
    "digest",
)


def circulation_values(circulation: Circulation) -> Values:
    """The row of a draft that went out."""
    return {**plain_values(circulation), "addressees": plain_parts(circulation.addressees)}


def circulation_of(row: Row) -> Circulation:
    """The draft of a row."""
    plain = {name: getattr(row, name) for name in _PLAIN}
    return Circulation(**plain, addressees=parts_of(row.addressees, Addressee))
