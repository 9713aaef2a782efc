"""Keys on cards and tokens, by PKCS#11: the key never leaves them, and the PIN is kept nowhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.signatures import KeyInfo
from liaison_desktop.domain.tokens import TokenKeyInfo
from liaison_desktop.signing.certificates import described, has_readable_names, may_sign

if TYPE_CHECKING:
    from cryptography import x509
    from pyhanko.sign.signers import Signer

    from liaison_desktop.signing.token_signer import TokenSigner

_USUAL_MODULES = (
    "/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so",
    "/usr/lib/aarch64-linux-gnu/opensc-pkcs11.so",
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/bit4id/libbit4xpki.so",
    "/usr/lib/libbit4xpki.so",
    "/usr/lib/libeTPkcs11.so",
    "/Library/OpenSC/lib/opensc-pkcs11.so",
    "/usr/local/lib/libbit4xpki.dylib",
    "C:/Program Files/OpenSC Project/OpenSC/pkcs11/opensc-pkcs11.dll",
    "C:/Windows/System32/bit4xpki.dll",
    "C:/Windows/System32/eTPKCS11.dll",
)
"""Where the drivers of cards in use with European authorities put their modules."""


@dataclass(frozen=True, slots=True)
class TokenKey:
    """A key on an open token."""

    info: KeyInfo
    _signer: "TokenSigner" = field(repr=False)

    def signer(self) -> "Signer":
        """What makes signature values with it."""
        return self._signer

    def require_in_force(self) -> None:
        """Raise ``key_expired`` or ``key_not_yet_valid`` unless the certificate is in force."""
        now = datetime.now(UTC)
        if now > self.info.not_after:
            raise UserError("key_expired", name=self.info.name, date=self.info.not_after.date())
        if now < self.info.not_before:
            raise UserError(
                "key_not_yet_valid", name=self.info.name, date=self.info.not_before.date()
            )


def usual_modules() -> tuple[Path, ...]:
    """The modules of card drivers that are installed here."""
    return tuple(path for path in map(Path, _USUAL_MODULES) if path.is_file())


def token_keys(module: Path) -> tuple[TokenKeyInfo, ...]:
    """The keys on the cards and tokens that a module reaches; that takes no PIN.

    Raises:
        UserError: ``token_module_unreadable``, ``token_missing``, ``token_without_key``.
    """
    from liaison_desktop.signing.token_signer import telling_problems

    with telling_problems():
        tokens = list(_tokens(module))
        found = [info for token in tokens for info in _keys_on(token, module)]
    if not tokens:
        raise UserError("token_missing")
    if not found:
        raise UserError("token_without_key")
    return tuple(found)


@contextmanager
def open_token_key(key: TokenKeyInfo, pin: str) -> Iterator[TokenKey]:
    """The key while its token is open.

    Raises:
        UserError: ``token_module_unreadable``, ``token_missing``, ``token_pin_wrong``,
            ``token_pin_locked``, ``token_pin_missing``, ``token_refused``,
            ``token_without_key``, ``key_not_for_signing``, ``key_names_unreadable``,
            ``key_expired``, ``key_not_yet_valid``.
    """
    from liaison_desktop.signing.token_signer import telling_problems

    if not pin:
        raise UserError("token_pin_missing")
    with telling_problems():
        token = next((t for t in _tokens(key.module) if t.serial == key.serial), None)
        if token is None:
            raise UserError("token_missing")
        with token.open(user_pin=pin) as session:
            opened = _opened(session, key, pin)
            opened.require_in_force()
            yield opened


def _opened(session: Any, key: TokenKeyInfo, pin: str) -> TokenKey:
    from liaison_desktop.signing.token_signer import TokenSigner

    there = tuple(_certificates(session))
    certificate = next((one.certificate for one in there if one.key_id == key.key_id), None)
    if certificate is None:
        raise UserError("token_without_key")
    if not may_sign(certificate):
        raise UserError("key_not_for_signing", name=key.info.name)
    if not has_readable_names(certificate):
        raise UserError("key_names_unreadable")
    issuers = tuple(one.certificate for one in there if _is_authority(one.certificate))
    signer = TokenSigner(session, key.key_id, certificate, issuers, pin)
    return TokenKey(described(certificate, key.module), signer)


def _tokens(module: Path) -> Iterator[Any]:
    """The tokens that somebody has set up."""
    from pkcs11 import TokenFlag

    library = _library(module)
    library.reinitialize()
    for slot in library.get_slots(token_present=True):
        token = slot.get_token()
        if TokenFlag.TOKEN_INITIALIZED in token.flags:
            yield token


def _library(module: Path) -> Any:
    import pkcs11

    try:
        return pkcs11.lib(str(module))
    except (pkcs11.PKCS11Error, RuntimeError, OSError) as error:
        raise UserError("token_module_unreadable", path=module) from error


def _keys_on(token: Any, module: Path) -> Iterator[TokenKeyInfo]:
    with token.open() as session:
        for found in _certificates(session):
            if may_sign(found.certificate) and not _is_authority(found.certificate):
                yield TokenKeyInfo(
                    module=module,
                    token=token.label.strip(),
                    serial=token.serial,
                    label=found.label,
                    key_id=found.key_id,
                    info=described(found.certificate, module),
                )


@dataclass(frozen=True, slots=True)
class _Found:
    label: str
    key_id: bytes
    certificate: "x509.Certificate"


def _certificates(session: Any) -> Iterator[_Found]:
    """The certificates on a token; what cannot be read as one is none."""
    from cryptography.x509 import load_der_x509_certificate
    from pkcs11 import Attribute, ObjectClass

    for found in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}):
        try:
            certificate = load_der_x509_certificate(found[Attribute.VALUE])
        except ValueError:
            continue
        yield _Found(str(found[Attribute.LABEL]), bytes(found[Attribute.ID]), certificate)


def _is_authority(certificate: "x509.Certificate") -> bool:
    """Cards carry the certificates of their issuers as well."""
    from cryptography import x509

    try:
        return bool(certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca)
    except x509.ExtensionNotFound:
        return False
