"""Agreements (memoranda of understanding) between a committee's organisations."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class AgreementStatus(StrEnum):
    """How far an agreement is."""

    DRAFT = "draft"
    APPROVED = "approved"
    SIGNED = "signed"
    IN_FORCE = "in_force"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class Renewal(StrEnum):
    """What happens at its end."""

    NONE = "none"
    EXPRESS = "express"
    TACIT = "tacit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An organisation bound by an agreement; the name is that of the day."""

    organisation_id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """An agreement.

    Attributes:
        kind: what the committee calls it (``"protocollo d'intesa"``).
        duration_months: from the day it was signed; ``None`` = no end was agreed.
        renewal_months: length of a tacit renewal.
        notice_days: days before its end by which a party must say that it leaves.
        articles: headings in order.
    """

    id: UUID
    committee_id: UUID
    key: str
    kind: str
    title: str
    status: AgreementStatus
    parties: tuple[Party, ...]
    signed_on: date | None = None
    duration_months: int | None = None
    renewal: Renewal = Renewal.NONE
    renewal_months: int | None = None
    notice_days: int | None = None
    articles: tuple[str, ...] = ()
