"""What a use case changed, so that each screen can decide whether it is touched."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID


class Kind(StrEnum):
    """The kinds of records a use case can touch."""

    COMMITTEE = "committee"
    RULES_VERSION = "rules_version"
    ORGANISATION = "organisation"
    PERSON = "person"
    SEAT = "seat"
    MEMBERSHIP = "membership"
    MEETING = "meeting"
    PAPER = "paper"
    REGISTER_ENTRY = "register_entry"
    AGREEMENT = "agreement"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids touched, by kind. An empty one is false."""

    touched: Mapping[Kind, frozenset[UUID]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(self.touched.values())

    def __contains__(self, kind: Kind) -> bool:
        return bool(self.touched.get(kind))

    def ids(self, kind: Kind) -> frozenset[UUID]:
        """Ids of one kind that were touched."""
        return self.touched.get(kind, frozenset())
