"""Text modules: what a committee writes again and again, in one of its languages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class TextModule:
    """A ready text.

    Attributes:
        name: by which it is found.
        text: Markdown, with placeholders such as ``{present}``.
    """

    id: UUID
    committee_id: UUID
    language: str
    name: str
    text: str


PLACEHOLDERS = ("present", "time", "date", "place", "chair", "secretary", "item")
"""What a module may leave to the meeting in which it is written."""

_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")


def filled(text: str, values: Mapping[str, str]) -> str:
    """A module's text with what is known of the meeting; what is not known stays as it is."""
    return _PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), text)
