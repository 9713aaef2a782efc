"""Certificates to trust, read from a file: one, several, or a trusted list."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.trust_anchors import AnchorPurpose
from liaison_desktop.domain.trust_offers import OfferedAnchor

if TYPE_CHECKING:
    from cryptography import x509

_XML = (b"<?xml", b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\x00<")


def is_trusted_list(content: bytes) -> bool:
    """Whether a file looks like XML, so that it can only be a trusted list."""
    return content.lstrip().startswith(_XML)


def offered(content: bytes, signers: Sequence[bytes] = ()) -> tuple[OfferedAnchor, ...]:
    """The certificates in a file, each once, in the file's order.

    Args:
        signers: certificates (PEM or DER) one of which must have signed a trusted list.

    Raises:
        UserError: ``anchor_unreadable``, or as ``trusted_lists.read_trusted_list`` does.
    """
    if is_trusted_list(content):
        from liaison_desktop.signing.trusted_lists import read_trusted_list

        return read_trusted_list(content, signers).services
    certificates = certificates_in(content)
    return tuple(
        offer(certificate, AnchorPurpose.BOTH) for certificate in dict.fromkeys(certificates)
    )


def offer(
    certificate: "x509.Certificate",
    purpose: AnchorPurpose,
    *,
    service: str = "",
    country: str = "",
) -> OfferedAnchor:
    """What a certificate says, for somebody who decides whether to trust it."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import Encoding

    from liaison_desktop.signing.certificates import holder_name, issuer_name, may_issue

    return OfferedAnchor(
        certificate=certificate.public_bytes(Encoding.PEM).decode("ascii"),
        name=holder_name(certificate),
        issuer=issuer_name(certificate),
        fingerprint=certificate.fingerprint(SHA256()).hex(),
        purpose=purpose,
        valid_until=certificate.not_valid_after_utc.date(),
        service=service,
        country=country,
        issues_certificates=may_issue(certificate),
    )


def certificates_in(content: bytes) -> "tuple[x509.Certificate, ...]":
    """The certificates in a PEM or DER file.

    Raises:
        UserError: ``anchor_unreadable``.
    """
    from cryptography import x509

    try:
        if b"-----BEGIN" in content:
            found = x509.load_pem_x509_certificates(content)
        else:
            found = [x509.load_der_x509_certificate(content)]
        return tuple(_read_whole(found))
    except ValueError as error:
        raise UserError("anchor_unreadable") from error


def _read_whole(found: "list[x509.Certificate]") -> "Iterator[x509.Certificate]":
    """Names and extensions are decoded when asked for; what is broken shall be found here."""
    for certificate in found:
        certificate.subject.rfc4514_string()
        certificate.issuer.rfc4514_string()
        _ = certificate.extensions, certificate.not_valid_after_utc
        yield certificate
