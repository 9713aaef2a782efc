"""Parts of a record that are kept in one column: typed records as JSON and back."""

from typing import TypeVar

import msgspec

Part = TypeVar("Part")


def plain_parts(parts: tuple[object, ...]) -> list[object]:
    """The parts as JSON knows them."""
    return [msgspec.to_builtins(part) for part in parts]


def parts_of(stored: list[object], kind: type[Part]) -> tuple[Part, ...]:
    """The parts read back.

    Raises:
        ValueError: a part is not of that kind.
    """
    try:
        return tuple(msgspec.convert(part, kind) for part in stored)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from error
