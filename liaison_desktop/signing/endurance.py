"""What makes a signature provable for longer: an authority's time, and what issuers say of their
certificates.

The network is used here and nowhere else, and only where somebody asked for a level that needs it.
Imports pyHanko inside functions only.
"""

import re
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.levels import Level

if TYPE_CHECKING:
    from asn1crypto import crl, ocsp, x509
    from pyhanko.sign.timestamps import TimeStamper
    from pyhanko_certvalidator import ValidationContext

Result = TypeVar("Result")

PATIENCE_S = 20.0
"""How long each one who is asked may take, in seconds."""

_LOOK_S = 0.1
_NAMED = re.compile(r'certificate "(?:[^"]*Common Name: )?(?P<name>[^",]+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Endurance:
    """How long a signature is to be provable, and with whose help.

    Attributes:
        authority: address of a time-stamp authority (RFC 3161, over http or https).
        anchors: certificates from which trust starts, each PEM (one or more) or DER.
        lists, answers: what issuers said of their certificates (CRL, RFC 5280; OCSP, RFC 6960),
            each DER or PEM; what is missing is fetched from the addresses in the certificates.
        fetch: whether it may be fetched.
        stopped: asked while others are waited for; whether to wait no longer.
    """

    level: Level = Level.B_B
    authority: str = ""
    anchors: tuple[bytes, ...] = ()
    lists: tuple[bytes, ...] = ()
    answers: tuple[bytes, ...] = ()
    fetch: bool = True
    stopped: Callable[[], bool] = lambda: False

    def require_authority(self) -> None:
        """Make sure that there is an authority where the level asks for one.

        Raises:
            UserError: ``authority_missing``, ``authority_malformed``.
        """
        if not self.level.stamped:
            return
        if not self.authority:
            raise UserError("authority_missing", level=self.level.value)
        if not _is_address(self.authority):
            raise UserError("authority_malformed", address=self.authority)


def time_stamper(endurance: Endurance) -> "TimeStamper | None":
    """Who stamps; ``None`` where the level asks for no time."""
    from liaison_desktop.signing.timestamping import AuthorityStamper

    endurance.require_authority()
    if not endurance.level.stamped:
        return None
    return AuthorityStamper(endurance.authority, timeout=PATIENCE_S)


def _is_address(text: str) -> bool:
    """Whether it names a place on the web."""
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018 - a port that is none is found out by asking
        host = (parts.hostname or "").encode("idna")
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(host) and " " not in text


def validation_context(
    endurance: Endurance, *, themselves: "tuple[x509.Certificate, ...]" = ()
) -> "ValidationContext":
    """What the certificates are judged by before a lasting signature is made.

    ``themselves``: self-issued certificates that start their own trust.

    Raises:
        UserError: ``anchor_unreadable``, ``revocation_unreadable``.
    """
    from pyhanko_certvalidator import ValidationContext
    from pyhanko_certvalidator.fetchers import OwnedFetcherBackend
    from pyhanko_certvalidator.fetchers.aiohttp_fetchers import AIOHttpFetcherBackend

    from liaison_desktop.signing.trust import read_certificates

    roots = [found for anchor in endurance.anchors for found in read_certificates(anchor)]
    return ValidationContext(
        trust_roots=[*roots, *themselves],
        allow_fetching=endurance.fetch,
        # Owned: its connections are closed with the context.
        fetcher_backend=OwnedFetcherBackend(AIOHttpFetcherBackend(per_request_timeout=PATIENCE_S)),
        crls=[_list(one) for one in endurance.lists],
        ocsps=[_answer(one) for one in endurance.answers],
        revocation_mode="require",
    )


def run(
    work: Coroutine[Any, Any, Result],
    endurance: Endurance,
    context: "ValidationContext | None" = None,
) -> Result:
    """Do work that may ask others, and say in one sentence what kept it from being done.

    ``context``: whose connections are closed afterwards.

    Raises:
        UserError: as ``telling_refusals``.
        asyncio.CancelledError: somebody wanted to wait no longer.
    """
    import asyncio

    async def watched() -> Result:
        task = asyncio.ensure_future(work)
        try:
            while not (await asyncio.wait({task}, timeout=_LOOK_S))[0]:
                if endurance.stopped():
                    task.cancel()
            return await task
        finally:
            if context is not None:
                await context.aclose()  # type: ignore[no-untyped-call]  # untyped there

    with telling_refusals():
        return asyncio.run(watched())


@contextmanager
def telling_refusals() -> Iterator[None]:
    """Turn what the library says of authorities and certificates into our errors.

    Raises:
        UserError: ``issuer_silent``, ``certificate_revoked``, ``revocation_unknown``,
            ``certificate_untrusted``, ``pdf_terms_unmet``.
    """
    import aiohttp
    from pyhanko.sign.general import SigningError
    from pyhanko_certvalidator import errors

    try:
        yield
    except (TimeoutError, aiohttp.ClientError) as error:
        # Authorities of time answer for themselves, see ``AuthorityStamper``.
        raise UserError("issuer_silent") from error
    except (SigningError, errors.PathError, errors.ValidationError) as error:
        raise _refusal(error) from error


def _refusal(error: Exception) -> UserError:
    """What is wrong with which certificate."""
    from pyhanko_certvalidator import errors

    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, errors.RevokedError):
            return UserError("certificate_revoked", name=_name_in(cause))
        if isinstance(cause, errors.InsufficientRevinfoError):
            return UserError("revocation_unknown", name=_name_in(cause))
        if isinstance(cause, errors.PathError | errors.ValidationError):
            return UserError("certificate_untrusted", name=_name_in(cause))
        cause = cause.__cause__
    return UserError("pdf_terms_unmet")


def _name_in(error: BaseException) -> str:
    """The holder of the certificate that an error is about, as far as the library says."""
    from pyhanko_certvalidator.errors import PathValidationError

    if isinstance(error, PathValidationError):
        subject = getattr(error.current_path.leaf, "subject", None)
        if subject is not None:
            return str(subject.native.get("common_name") or subject.human_friendly)
    # Where no path was found the library names the certificate in its sentence alone.
    named = _NAMED.search(str(error))
    return named["name"] if named else "?"


def _list(content: bytes) -> "crl.CertificateList":
    from asn1crypto import crl, pem

    try:
        body = pem.unarmor(content)[2] if pem.detect(content) else content
        loaded = crl.CertificateList.load(body, strict=True)
        _ = loaded.native
    except ValueError as error:
        raise UserError("revocation_unreadable") from error
    return loaded


def _answer(content: bytes) -> "ocsp.OCSPResponse":
    from asn1crypto import ocsp

    try:
        loaded = ocsp.OCSPResponse.load(content, strict=True)
        _ = loaded.native
    except ValueError as error:
        raise UserError("revocation_unreadable") from error
    return loaded
