"""Places in a file, so that a problem can be named where it stands."""

import json
from dataclasses import dataclass

from liaison_desktop.domain.errors import UserError

_LONGEST_KEY = 60


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a JSON file, written like ``meeting.items[3].decision.for[2]``."""

    file: str
    path: str = ""

    def key(self, name: str) -> "Place":
        """The place of a key of the object here; a key that is no plain word is quoted."""
        word = name if name.isidentifier() else json.dumps(name[:_LONGEST_KEY])
        return Place(self.file, f"{self.path}.{word}" if self.path else word)

    def index(self, number: int) -> "Place":
        """The place of an entry, counted from 0, of the list here."""
        return Place(self.file, f"{self.path}[{number}]")

    def error(self, code: str, **parameters: object) -> UserError:
        """The error with this code, saying that it is here."""
        return UserError(code, file=self.file, place=self.path, **parameters)
