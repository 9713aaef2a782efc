"""Certificates (X.509, RFC 5280): what they say, and the one a committee issues to itself."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from liaison_desktop.domain.signatures import KeyInfo

if TYPE_CHECKING:
    from asn1crypto import x509 as asn1_x509
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

SELF_ISSUED_UNIT = "self-issued by LIAISON Desktop"

_VALIDITY = timedelta(days=3652)


def holder_name(certificate: "x509.Certificate") -> str:
    """The person a certificate names: its common name, or its whole name where it has none."""
    return _name(certificate.subject)


def issuer_name(certificate: "x509.Certificate") -> str:
    """Who vouches for a certificate: the issuer's common name, or its whole name."""
    return _name(certificate.issuer)


def may_issue(certificate: "x509.Certificate") -> bool:
    """Whether a certificate vouches for others (RFC 5280, 4.2.1.9), not for itself alone."""
    from cryptography import x509

    try:
        constraints = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
    except x509.ExtensionNotFound:
        return False
    return constraints.ca


def described(certificate: "x509.Certificate", path: Path) -> KeyInfo:
    """The facts a person wants to know of the key in ``path``."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.x509.oid import NameOID

    issuer = certificate.issuer
    return KeyInfo(
        path=path,
        name=holder_name(certificate),
        organisation=_first(certificate.subject, NameOID.ORGANIZATION_NAME),
        issuer=_name(issuer),
        self_issued=certificate.subject == issuer,
        not_before=certificate.not_valid_before_utc,
        not_after=certificate.not_valid_after_utc,
        fingerprint=certificate.fingerprint(SHA256()).hex(),
    )


def may_sign(certificate: "x509.Certificate") -> bool:
    """Whether the key usage (RFC 5280, 4.2.1.3) lets the key sign; without one it may."""
    from cryptography import x509

    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return usage.digital_signature or usage.content_commitment


def self_issued(private_key: "RSAPrivateKey", name: str, organisation: str) -> "x509.Certificate":
    """A certificate that says in its own subject that nobody but its holder vouches for it."""
    from cryptography import x509
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.x509.oid import NameOID

    attributes = [x509.NameAttribute(NameOID.COMMON_NAME, name)]
    if organisation:
        attributes.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation))
    attributes.append(x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, SELF_ISSUED_UNIT))
    subject = x509.Name(attributes)
    now = datetime.now(UTC).replace(microsecond=0)
    public_key = private_key.public_key()
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + _VALIDITY)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_signing_usage(), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
        .sign(private_key, SHA256())
    )


def _signing_usage() -> "x509.KeyUsage":
    from cryptography import x509

    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def _name(name: "x509.Name") -> str:
    from cryptography.x509.oid import NameOID

    return _first(name, NameOID.COMMON_NAME) or name.rfc4514_string()


def _first(name: "x509.Name", attribute: "x509.ObjectIdentifier") -> str:
    values = name.get_attributes_for_oid(attribute)
    return str(values[0].value) if values else ""


def has_readable_names(certificate: "x509.Certificate") -> bool:
    """Whether those who verify can compare its names (RFC 4518, 2.4).

    A name that mixes writing to the right and to the left, or an Arabic one that ends in a digit,
    cannot be compared: its signatures would be called unreadable.
    """
    from asn1crypto.x509 import Certificate
    from cryptography.hazmat.primitives.serialization import Encoding

    read = Certificate.load(certificate.public_bytes(Encoding.DER))
    try:
        return bool(read.subject.hashable and read.issuer.hashable)
    except ValueError:
        return False


def as_library_reads(certificate: "x509.Certificate") -> "asn1_x509.Certificate":
    """The certificate as pyHanko's ASN.1 library reads it."""
    from asn1crypto.x509 import Certificate
    from cryptography.hazmat.primitives.serialization import Encoding

    return Certificate.load(certificate.public_bytes(Encoding.DER))
