"""Why personal data are kept, and that they are erased: consents and deletions.

Regulation (EU) 2016/679 (GDPR), articles 6, 7, 9 and 17.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

NOTICE_VERSION = "2026-1"
"""Of the notice that members are given; it changes with the text."""


class Purpose(StrEnum):
    """What somebody's data are used for."""

    MEMBERSHIP = "membership"
    CONTACT = "contact"
    NAME_IN_MINUTES = "name_in_minutes"
    NAME_IN_PUBLIC = "name_in_public"
    PHOTO = "photo"
    SKILLS = "skills"


class LegalBasis(StrEnum):
    """By what right: GDPR articles 6(1)(a), 6(1)(c), 6(1)(e), 9(2)(a) and 9(2)(e)."""

    CONSENT = "consent"
    EXPLICIT_CONSENT = "explicit_consent"
    LEGAL_OBLIGATION = "legal_obligation"
    PUBLIC_TASK = "public_task"
    MADE_PUBLIC = "made_public"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """The basis on which one person's data are used for one purpose.

    Attributes:
        text_version: which version of the notice or form the person was given.
        given_on: when it was given or found to hold.
        withdrawn_on: the first day on which it no longer holds.
    """

    id: UUID
    committee_id: UUID
    person_id: UUID
    purpose: Purpose
    basis: LegalBasis
    text_version: str
    given_on: date
    withdrawn_on: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the basis held on a day."""
        return self.given_on <= day and (self.withdrawn_on is None or day < self.withdrawn_on)


class DeletionReason(StrEnum):
    """Why data were erased."""

    ON_REQUEST = "on_request"
    RETENTION_OVER = "retention_over"
    CONSENT_WITHDRAWN = "consent_withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deletion:
    """That data were erased: when, why and how much, but nothing of what they said.

    Attributes:
        record_kind: what kind of record the data were taken from.
        fields: names of the fields that were emptied.
    """

    id: UUID
    committee_id: UUID
    on: date
    reason: DeletionReason
    record_kind: str
    fields: tuple[str, ...]
