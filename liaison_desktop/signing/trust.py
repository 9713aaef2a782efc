"""Whom a signature's certificate leads to, judged by the given anchors alone and without the
network.

Imports pyHanko; import it inside functions only.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto

from asn1crypto import x509
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.authority import TrustAnchor
from pyhanko_certvalidator.policy_decl import (
    CertRevTrustPolicy,
    RevocationCheckingPolicy,
    RevocationCheckingRule,
)
from pyhanko_certvalidator.registry import CertificateRegistry, TrustManager

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.signatures import SignatureProblem
from liaison_desktop.signing.evidence import Evidence
from liaison_desktop.signing.opening import Deadline

_SIGNING_USAGES = frozenset({"digital_signature", "non_repudiation"})


@dataclass(frozen=True, slots=True)
class Anchors:
    """Certificates a reader trusts, each PEM (one or more) or DER.

    Attributes:
        all: for signers and for time authorities.
        signers: for signers only.
        authorities: for the clocks of time authorities only.
    """

    all: Sequence[bytes] = ()
    signers: Sequence[bytes] = ()
    authorities: Sequence[bytes] = ()


class Asked(Enum):
    """On which certificates of a chain there must be an answer whether they were withdrawn."""

    NOBODY = auto()
    HOLDER = auto()
    ISSUERS = auto()
    ALL = auto()


_MUST, _NEED_NOT = RevocationCheckingRule.CRL_OR_OCSP_REQUIRED, RevocationCheckingRule.NO_CHECK
_POLICIES = {
    Asked.NOBODY: RevocationCheckingPolicy(_NEED_NOT, _NEED_NOT),
    Asked.HOLDER: RevocationCheckingPolicy(_MUST, _NEED_NOT),
    Asked.ISSUERS: RevocationCheckingPolicy(_NEED_NOT, _MUST),
    Asked.ALL: RevocationCheckingPolicy(_MUST, _MUST),
}


class Trust:
    """The certificates a reader trusts for one purpose.

    An anchor that may issue certificates vouches for those it issued. One that may not (a
    committee's self-issued certificate) vouches for itself only: otherwise its holder could sign in
    anybody's name.
    """

    def __init__(self, anchors: Sequence[bytes], deadline: Deadline) -> None:
        certificates = [
            certificate for anchor in anchors for certificate in read_certificates(anchor)
        ]
        self._issuers = [certificate for certificate in certificates if certificate.ca]
        self._themselves = {
            certificate.sha256 for certificate in certificates if not certificate.ca
        }
        self._deadline = deadline

    def context(
        self,
        holders: Iterable[x509.Certificate],
        moment: datetime | None,
        evidence: Evidence,
        asked: Asked = Asked.NOBODY,
    ) -> ValidationContext:
        """What the validation of some holders' certificates may rely on, at a moment or now.

        Answers on withdrawn certificates count whenever they were given: one that is younger than
        the moment knows more of it, not less.

        Args:
            asked: without an answer on each of these certificates there is no trust.
        """
        themselves = [one for one in holders if one.sha256 in self._themselves]
        registry = _BoundedRegistry(self._deadline)
        registry.register_multiple(evidence.certificates)
        return ValidationContext(
            trust_roots=[*self._issuers, *themselves],
            allow_fetching=False,
            moment=moment,
            crls=evidence.lists,
            ocsps=evidence.answers,
            revinfo_policy=CertRevTrustPolicy(_POLICIES[asked], retroactive_revinfo=True),
            certificate_registry=registry,
        )


class _BoundedRegistry(CertificateRegistry):
    """Looks at the clock with each step of a path: certificates that issue one another in rings
    have endless paths.
    """

    def __init__(self, deadline: Deadline) -> None:
        super().__init__()
        self._deadline = deadline

    def find_potential_issuers(
        self, cert: x509.Certificate, trust_manager: TrustManager
    ) -> Iterator[TrustAnchor | x509.Certificate]:
        self._deadline.check()
        return super().find_potential_issuers(cert, trust_manager)


def certificate_problem(
    certificate: x509.Certificate, moment: datetime | None = None
) -> SignatureProblem | None:
    """Why a certificate, whoever vouches for it, could not sign at a moment (now, if not given).

    The library does not ask this of a certificate that is its own anchor.
    """
    moment = moment or datetime.now(UTC)
    usage = certificate.key_usage_value
    if usage is not None and not _SIGNING_USAGES & set(usage.native):
        return SignatureProblem.NOT_FOR_SIGNING
    if moment < certificate.not_valid_before:
        return SignatureProblem.NOT_YET_VALID
    if moment > certificate.not_valid_after:
        return SignatureProblem.EXPIRED
    return None


def read_certificates(anchor: bytes) -> list[x509.Certificate]:
    """The certificates of a file, PEM (one or more) or DER.

    Raises:
        UserError: ``anchor_unreadable``.
    """
    try:
        certificates = list(load_certs_from_pemder_data(anchor))
        for certificate in certificates:
            # Decoding is lazy; a broken certificate shall be found here, not while a signature is
            # judged.
            _ = certificate.native
    except (ValueError, TypeError) as error:
        raise UserError("anchor_unreadable") from error
    if not certificates:
        raise UserError("anchor_unreadable")
    return certificates
