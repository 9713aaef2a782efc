"""Keys that may stand in a list only once."""

from collections.abc import Hashable

from liaison_desktop.exchange.places import Place


class Distinct:
    """Remembers where each value stood first, and refuses its second appearance."""

    def __init__(self, code: str) -> None:
        self._code = code
        self._first: dict[Hashable, Place] = {}

    def add(self, value: Hashable, place: Place) -> None:
        """Note a value.

        Raises:
            UserError: the value was there before; the error also names the ``first`` place.
        """
        first = self._first.setdefault(value, place)
        if first is not place:
            raise place.error(self._code, value=value, first=first.path)
