"""Text modules: what a committee writes again and again, in one of its languages."""

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
