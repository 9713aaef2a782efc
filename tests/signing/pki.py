"""A small world of certificates: a root, people it vouches for, and people it should not be trusted
with.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import NameOID

PASSPHRASE = "càmpana e lucchetto"
PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass(frozen=True)
class Holder:
    """A certificate with its key."""

    certificate: x509.Certificate
    private_key: PrivateKey

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    def save(self, path: Path, *chain: "Holder", passphrase: str = PASSPHRASE) -> Path:
        """Write a PKCS#12 file."""
        path.write_bytes(
            pkcs12.serialize_key_and_certificates(
                None,
                self.private_key,
                self.certificate,
                [holder.certificate for holder in chain],
                BestAvailableEncryption(passphrase.encode()),
            )
        )
        return path


def usage(*granted: str) -> x509.KeyUsage:
    names = (
        "digital_signature",
        "content_commitment",
        "key_encipherment",
        "data_encipherment",
        "key_agreement",
        "key_cert_sign",
        "crl_sign",
        "encipher_only",
        "decipher_only",
    )
    return x509.KeyUsage(**{name: name in granted for name in names})


SIGNING = usage("digital_signature", "content_commitment")


def holder(
    name: str,
    issuer: Holder | None = None,
    *,
    private_key: PrivateKey | None = None,
    key_usage: x509.KeyUsage | None = SIGNING,
    ca: bool = False,
    purpose: x509.ObjectIdentifier | None = None,
    starts: timedelta = timedelta(days=-2),
    ends: timedelta = timedelta(days=300),
) -> Holder:
    """Issue a certificate; without an issuer it is self-issued."""
    private_key = private_key or ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, name),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Città di Prova"),
        ]
    )
    signer = issuer.private_key if issuer else private_key
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(private_key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + starts)
        .not_valid_after(now + ends)
        .add_extension(x509.BasicConstraints(ca, None), critical=True)
        .add_extension(
            x509.SubjectKeyIdentifier.from_public_key(private_key.public_key()), critical=False
        )
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False
        )
    )
    granted = usage("key_cert_sign", "crl_sign") if ca else key_usage
    if granted is not None:
        builder = builder.add_extension(granted, critical=True)
    if purpose is not None:
        builder = builder.add_extension(x509.ExtendedKeyUsage([purpose]), critical=True)
    return Holder(builder.sign(signer, hashes.SHA256()), private_key)
