"""Signing keys in PKCS#12 files (RFC 7292): the committee's own, made here, and those of others."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.signatures import KeyInfo
from liaison_desktop.signing.certificates import (
    described,
    has_readable_names,
    may_sign,
    self_issued,
)

if TYPE_CHECKING:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization.pkcs12 import PKCS12KeyAndCertificates
    from pyhanko.sign.signers import Signer

    PrivateKey = RSAPrivateKey | EllipticCurvePrivateKey

_RSA_BITS = 3072
_SMALLEST_RSA_BITS = 2048
_SMALLEST_CURVE_BITS = 256
_LONGEST_NAME = 64  # ub-common-name, RFC 5280, appendix A.1
_KEY_DERIVATION_ROUNDS = 600_000


@dataclass(frozen=True, slots=True)
class Key:
    """A key that can sign; its text form shows nothing but the certificate's facts.

    Attributes:
        chain: the certificates between the signer's and its root, as far as the file holds them.
    """

    info: KeyInfo
    private_key: "PrivateKey" = field(repr=False)
    certificate: "x509.Certificate" = field(repr=False)
    chain: "tuple[x509.Certificate, ...]" = field(default=(), repr=False)

    def signer(self) -> "Signer":
        """What makes signature values with it."""
        from liaison_desktop.signing.pades import KeySigner

        return KeySigner(self)

    def require_in_force(self) -> None:
        """Raise ``key_expired`` or ``key_not_yet_valid`` unless the certificate is in force."""
        now = datetime.now(UTC)
        if now > self.info.not_after:
            raise UserError("key_expired", name=self.info.name, date=self.info.not_after.date())
        if now < self.info.not_before:
            raise UserError(
                "key_not_yet_valid", name=self.info.name, date=self.info.not_before.date()
            )


def load_key(path: Path, passphrase: str) -> Key:
    """Read a key that is able to sign from a PKCS#12 file (``.p12``, ``.pfx``).

    Raises:
        UserError: ``key_file_missing``, ``key_file_unreadable``, ``key_not_pkcs12``,
            ``key_passphrase_wrong``, ``key_without_private_key``, ``key_kind_unsuitable``,
            ``key_not_for_signing``, ``key_expired``, ``key_not_yet_valid``.
    """
    content = _read(path, "key")
    archive = _opened(content, passphrase, path)
    if archive.key is None or archive.cert is None:
        raise UserError("key_without_private_key", path=path)
    certificate = archive.cert.certificate
    key = Key(
        described(certificate, path),
        _suitable(archive.key, path),
        certificate,
        tuple(other.certificate for other in archive.additional_certs),
    )
    if not may_sign(certificate):
        raise UserError("key_not_for_signing", name=key.info.name)
    if not has_readable_names(certificate):
        raise UserError("key_names_unreadable")
    key.require_in_force()
    return key


def certificate_info(path: Path, *, key_path: Path) -> KeyInfo:
    """What a certificate file (PEM) says of the key in ``key_path``; that takes no passphrase.

    Raises:
        UserError: ``certificate_file_missing``, ``certificate_file_unreadable``,
            ``certificate_unreadable``.
    """
    from cryptography import x509

    content = _read(path, "certificate")
    try:
        return described(x509.load_pem_x509_certificate(content), key_path)
    except ValueError as error:
        raise UserError("certificate_unreadable", path=path) from error


def certificate_pem(key: Key) -> bytes:
    """The key's certificate as PEM, for the authority that is to trust it."""
    from cryptography.hazmat.primitives.serialization import Encoding

    return key.certificate.public_bytes(Encoding.PEM)


def create_committee_key(name: str, organisation: str, passphrase: str, path: Path) -> KeyInfo:
    """Make a self-issued key at ``path`` (``.p12``), and its certificate beside it (``.pem``).

    The key is RSA with 3072 bits: every reader that checks PDF signatures knows RSA, elliptic
    curves came late to many, and ETSI TS 119 312 holds this length good beyond the ten years the
    certificate lasts. The certificate says that nobody but its holder vouches for the name; a
    receiver trusts it by being given the ``.pem`` file. The key file is readable by its owner only;
    the passphrase encrypts it and is kept nowhere.

    Raises:
        UserError: ``key_name_missing``, ``key_name_too_long``, ``key_names_unreadable``,
            ``passphrase_missing``, ``key_exists``, ``key_not_written``.
    """
    from cryptography.hazmat.primitives.asymmetric import rsa

    if not name.strip():
        raise UserError("key_name_missing")
    if len(name.strip()) > _LONGEST_NAME:
        raise UserError("key_name_too_long", longest=_LONGEST_NAME)
    if not passphrase:
        raise UserError("passphrase_missing")
    private_key = rsa.generate_private_key(public_exponent=65537, key_size=_RSA_BITS)
    certificate = self_issued(private_key, name.strip(), organisation.strip())
    if not has_readable_names(certificate):
        raise UserError("key_names_unreadable")
    key = Key(described(certificate, path), private_key, certificate)
    _write_pair(path, _sealed(key, passphrase), key)
    return key.info


def keep_key(source: Path, passphrase: str, path: Path) -> KeyInfo:
    """Keep a key of a certification authority at ``path``, and its certificate beside it.

    The file is copied as it is: the passphrase it has is the one it keeps.

    Raises:
        UserError: as ``load_key``; ``key_exists``, ``key_not_written``.
    """
    key = load_key(source, passphrase)
    _write_pair(path, _read(source, "key"), key)
    return replace(key.info, path=path)


def _write_pair(path: Path, content: bytes, key: Key) -> None:
    """Write a key file that only its owner can read, and its certificate; both or neither."""
    _write_new(path, content, mode=0o600)
    try:
        _write_new(path.with_suffix(".pem"), certificate_pem(key), mode=0o644)
    except UserError:
        path.unlink()
        raise


def _read(path: Path, kind: str) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UserError(f"{kind}_file_missing", path=path) from error
    except OSError as error:
        raise UserError(f"{kind}_file_unreadable", path=path) from error


def _opened(content: bytes, passphrase: str, path: Path) -> "PKCS12KeyAndCertificates":
    from asn1crypto.pkcs12 import Pfx
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import pkcs12

    # The archive's frame is readable without the passphrase; so a wrong passphrase is told from a
    # wrong file.
    try:
        version = Pfx.load(content, strict=True)["version"].native
    except ValueError as error:
        raise UserError("key_not_pkcs12", path=path) from error
    if version != "v3":
        raise UserError("key_not_pkcs12", path=path)
    try:
        return pkcs12.load_pkcs12(content, passphrase.encode())
    except UnsupportedAlgorithm as error:
        raise UserError("key_kind_unsuitable", path=path) from error
    except ValueError as error:
        raise UserError("key_passphrase_wrong", path=path) from error


def _suitable(private_key: object, path: Path) -> "PrivateKey":
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    if isinstance(private_key, rsa.RSAPrivateKey) and private_key.key_size >= _SMALLEST_RSA_BITS:
        return private_key
    if (
        isinstance(private_key, ec.EllipticCurvePrivateKey)
        and private_key.key_size >= _SMALLEST_CURVE_BITS
    ):
        return private_key
    raise UserError("key_kind_unsuitable", path=path)


def _sealed(key: Key, passphrase: str) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import PrivateFormat, pkcs12

    encryption = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(_KEY_DERIVATION_ROUNDS)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(SHA256())
        .build(passphrase.encode())
    )
    return pkcs12.serialize_key_and_certificates(
        key.info.name.encode(), key.private_key, key.certificate, None, encryption
    )


def _write_new(path: Path, content: bytes, *, mode: int) -> None:
    import os

    # Created exclusively, not written beside and renamed: a rename would silently replace a key
    # made meanwhile.
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    except FileExistsError as error:
        raise UserError("key_exists", path=path) from error
    except OSError as error:
        raise UserError("key_not_written", path=path) from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(descriptor)
    except OSError as error:
        path.unlink(missing_ok=True)
        raise UserError("key_not_written", path=path) from error
