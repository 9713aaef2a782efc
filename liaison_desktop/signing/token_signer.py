"""Signature values made by a card or token.

Imports pyHanko and the library for tokens; import it inside functions only.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from pkcs11 import Attribute, ObjectClass, PKCS11Error, exceptions
from pyhanko.sign.pkcs11 import PKCS11Signer

from liaison_desktop.domain.errors import UserError
from liaison_desktop.signing.certificates import as_library_reads


class TokenSigner(PKCS11Signer):
    """Signs on an open token, and says in our words what the token says."""

    def __init__(
        self,
        session: Any,
        key_id: bytes,
        certificate: x509.Certificate,
        issuers: Sequence[x509.Certificate],
        pin: str,
    ) -> None:
        """``issuers``: they go into the signature, so that the root is enough to verify it."""
        super().__init__(
            session,
            signing_cert=as_library_reads(certificate),
            key_id=key_id,
            ca_chain={as_library_reads(issuer) for issuer in issuers},
            # Every card signs a digest with such a key, few make the digest as well.
            use_raw_mechanism=isinstance(certificate.public_key(), ec.EllipticCurvePublicKey),
            base_sign_kwargs={"pin": pin} if _asks_each_time(session, key_id) else {},
        )

    async def async_sign_raw(
        self, data: bytes, digest_algorithm: str, dry_run: bool = False
    ) -> bytes:
        """The signature value over the signed attributes.

        Raises:
            UserError: as ``telling_problems``.
        """
        with telling_problems():
            return bytes(await super().async_sign_raw(data, digest_algorithm, dry_run))


@contextmanager
def telling_problems() -> Iterator[None]:
    """Turn what a token says into our errors.

    Raises:
        UserError: ``token_pin_wrong``, ``token_pin_locked``, ``token_missing``,
            ``token_refused``.
    """
    try:
        yield
    except (exceptions.PinIncorrect, exceptions.PinInvalid, exceptions.PinLenRange) as error:
        raise UserError("token_pin_wrong") from error
    except exceptions.PinLocked as error:
        raise UserError("token_pin_locked") from error
    except (
        exceptions.TokenNotPresent,
        exceptions.TokenNotRecognised,
        exceptions.DeviceRemoved,
        exceptions.SessionHandleInvalid,
    ) as error:
        raise UserError("token_missing") from error
    except PKCS11Error as error:
        raise UserError("token_refused", reason=type(error).__name__) from error


def _asks_each_time(session: Any, key_id: bytes) -> bool:
    """Whether the key wants the PIN for each signature, as keys of qualified ones do."""
    wanted = {Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.ID: key_id}
    key = next(iter(session.get_objects(wanted)), None)
    if key is None:
        raise UserError("token_without_key")
    try:
        return bool(key[Attribute.ALWAYS_AUTHENTICATE])
    except exceptions.AttributeTypeInvalid:
        return False
