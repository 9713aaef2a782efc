"""Whose certificates a committee trusts when it verifies signatures."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class AnchorPurpose(StrEnum):
    """For what a certificate is trusted."""

    SIGNING = "signing"
    TIME_STAMPS = "time_stamps"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustAnchor:
    """A certificate from which trust starts.

    Attributes:
        certificate: PEM (RFC 7468).
        name, issuer: whom it names and who vouches for that.
        fingerprint: SHA-256 of the certificate, lower-case hexadecimal.
        source: the file or the trusted list it came from.
        valid_until: its last day.
    """

    id: UUID
    committee_id: UUID
    certificate: str
    name: str
    issuer: str
    fingerprint: str
    purpose: AnchorPurpose
    source: str
    valid_until: date
    added_on: date
