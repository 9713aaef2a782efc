"""Certificates that somebody could trust, as they come out of a file."""

from dataclasses import dataclass
from datetime import date

from liaison_desktop.domain.trust_anchors import AnchorPurpose


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedAnchor:
    """A certificate to choose.

    Attributes:
        certificate: PEM (RFC 7468).
        service: the name of the service in the trusted list, or empty.
        country: two letters, or empty.
        issues_certificates: it vouches for those it issued; otherwise for itself only.
    """

    certificate: str
    name: str
    issuer: str
    fingerprint: str
    purpose: AnchorPurpose
    valid_until: date
    service: str = ""
    country: str = ""
    issues_certificates: bool = False
