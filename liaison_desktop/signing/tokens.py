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
    _session: Any = field(repr=False)
    _id: bytes = field(repr=False)

    def signer(self) -> "Signer":
        """What makes signature values with it."""
        from pyhanko.sign.pkcs11 import PKCS11Signer

        return PKCS11Signer(self._session, cert_id=self._id, key_id=self._id)

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
    """The certificates on the cards and tokens that a module reaches; that takes no PIN.

    Raises:
        UserError: ``token_module_unreadable``, ``token_missing``.
    """
    with _telling_problems():
        tokens = list(_tokens(module))
        found = [info for token in tokens for info in _keys_on(token, module)]
    if not tokens:
        raise UserError("token_missing")
    return tuple(found)


@contextmanager
def open_token_key(key: TokenKeyInfo, pin: str) -> Iterator[TokenKey]:
    """The key while its token is open.

    Raises:
        UserError: ``token_module_unreadable``, ``token_missing``, ``token_pin_wrong``,
            ``token_pin_locked``, ``token_refused``, ``key_not_for_signing``,
            ``key_names_unreadable``, ``key_expired``, ``key_not_yet_valid``.
    """
    if not pin:
        raise UserError("token_pin_missing")
    with _telling_problems():
        token = next((t for t in _tokens(key.module) if t.serial == key.serial), None)
        if token is None:
            raise UserError("token_missing")
        with token.open(user_pin=pin) as session:
            certificate = _certificate(session, key.key_id)
            if not may_sign(certificate):
                raise UserError("key_not_for_signing", name=key.info.name)
            if not has_readable_names(certificate):
                raise UserError("key_names_unreadable")
            opened = TokenKey(described(certificate, key.module), session, key.key_id)
            opened.require_in_force()
            yield opened


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
    from cryptography.x509 import load_der_x509_certificate
    from pkcs11 import Attribute, ObjectClass

    with token.open() as session:
        for found in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}):
            certificate = load_der_x509_certificate(found[Attribute.VALUE])
            if not _is_authority(certificate):
                yield TokenKeyInfo(
                    module=module,
                    token=token.label.strip(),
                    serial=token.serial,
                    key_id=found[Attribute.ID],
                    info=described(certificate, module),
                )


def _certificate(session: Any, key_id: bytes) -> "x509.Certificate":
    from cryptography.x509 import load_der_x509_certificate
    from pkcs11 import Attribute, ObjectClass

    wanted = {Attribute.CLASS: ObjectClass.CERTIFICATE, Attribute.ID: key_id}
    found = next(iter(session.get_objects(wanted)), None)
    if found is None:
        raise UserError("token_missing")
    return load_der_x509_certificate(found[Attribute.VALUE])


def _is_authority(certificate: "x509.Certificate") -> bool:
    """Cards carry the certificates of their issuers as well."""
    from cryptography import x509

    try:
        return bool(certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca)
    except x509.ExtensionNotFound:
        return False


@contextmanager
def _telling_problems() -> Iterator[None]:
    import pkcs11
    from pkcs11 import exceptions

    try:
        yield
    except (exceptions.PinIncorrect, exceptions.PinInvalid, exceptions.PinLenRange) as error:
        raise UserError("token_pin_wrong") from error
    except exceptions.PinLocked as error:
        raise UserError("token_pin_locked") from error
    except (exceptions.TokenNotPresent, exceptions.TokenNotRecognised) as error:
        raise UserError("token_missing") from error
    except pkcs11.PKCS11Error as error:
        raise UserError("token_refused", reason=type(error).__name__) from error
