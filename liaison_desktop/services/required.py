"""Records that a use case cannot do without."""

from typing import TypeVar

from liaison_desktop.domain.errors import UserError

Record = TypeVar("Record")


def required(record: Record | None) -> Record:
    """The record that was looked up.

    Raises:
        UserError: ``record_gone``: it is not in the store, or no longer.
    """
    if record is None:
        raise UserError("record_gone")
    return record
