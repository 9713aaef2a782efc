"""What a use case changed, so that each screen can decide whether it is touched."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol
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
    AGREEMENT_VERSION = "agreement_version"
    COMMITMENT = "commitment"
    ATTACHMENT = "attachment"
    CONSENT = "consent"
    DELETION = "deletion"
    SKILL = "skill"
    TEXT_VERSION = "text_version"
    PRIVATE_NOTE = "private_note"
    LETTER = "letter"
    REPLY = "reply"
    MEETING_TEMPLATE = "meeting_template"
    TEXT_MODULE = "text_module"
    CIRCULATION = "circulation"
    OBJECTION = "objection"
    APPROVAL = "approval"
    REFUSAL = "refusal"
    HAND_SIGNATURE = "hand_signature"
    FILING = "filing"
    DISPATCH = "dispatch"
    TRUST_ANCHOR = "trust_anchor"


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


def together(changes: Iterable[Changes]) -> Changes:
    """All that several use cases touched."""
    touched: dict[Kind, frozenset[UUID]] = {}
    for each in changes:
        for kind, ids in each.touched.items():
            touched[kind] = touched.get(kind, frozenset()) | ids
    return Changes(touched)


class Record(Protocol):
    """Anything with an id of its own."""

    @property
    def id(self) -> UUID:
        """The record's id."""


@dataclass(frozen=True, slots=True)
class Step:
    """One record as it was before a use case and after it; ``None`` = there was none."""

    kind: Kind
    before: Record | None
    after: Record | None
