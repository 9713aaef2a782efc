"""Signing, and whose certificates are trusted, in one place."""

from dataclasses import dataclass

from liaison_desktop.services.signing import SigningService
from liaison_desktop.services.trust import TrustService


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningWork:
    """Putting signatures into files; the certificates from which trust starts."""

    signing: SigningService
    trust: TrustService
