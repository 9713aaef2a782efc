"""Signing a file, whether it comes from the register or from a folder."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.levels import Level
from liaison_desktop.domain.signatures import SignatureReport
from liaison_desktop.domain.tokens import TokenKeyInfo
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.services.files import naming, read_file, write_file
from liaison_desktop.services.progress import Cancelled, Progress, Unheard

if TYPE_CHECKING:
    from liaison_desktop.signing.endurance import Endurance
    from liaison_desktop.signing.sign import EmptyField, SigningKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Lasting:
    """How long a signature is to be provable, and with whose help.

    Attributes:
        authority: address of a time-stamp authority.
        trust: files with the certificates from which trust starts.
        anchors: such certificates, PEM, that are known otherwise.
        lists, answers: files with what issuers said of their certificates (CRL, OCSP); what is
            missing is fetched from the addresses in the certificates.
    """

    level: Level = Level.B_B
    authority: str = ""
    trust: tuple[Path, ...] = ()
    anchors: tuple[bytes, ...] = ()
    lists: tuple[Path, ...] = ()
    answers: tuple[Path, ...] = ()


PLAIN = Lasting()
"""Nothing but the signature itself."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class WithKey:
    """A key, and what opens it: the passphrase of a file, or the PIN of a card or token.

    Attributes:
        path: of a PKCS#12 file; ``None`` where the key is on a token.
    """

    path: Path | None = None
    token: TokenKeyInfo | None = None
    secret: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SignFile:
    """Sign one field of a file; ``out`` may be the file itself."""

    path: Path
    field: str
    key: WithKey
    out: Path
    lasting: Lasting = PLAIN


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FieldToSign:
    """A signature to be made: where, with which key, and the words beside the signer's name."""

    field: str
    key: WithKey
    function: str = ""
    reason: str = ""
    language: str = "en"
    lasting: Lasting = PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedFile:
    """A file with one signature more, and the name in the certificate."""

    content: bytes
    signer: str


class SigningService:
    """Puts signatures into files."""

    def __init__(self, catalogue: Callable[[str], Catalogue]) -> None:
        self._catalogue = catalogue

    def sign_file(self, command: SignFile) -> Path:
        """Sign one field of a file.

        Raises:
            UserError: the file, the key, what opens it or the field is not as it must be; an
                authority does not answer.
        """
        wanted = FieldToSign(field=command.field, key=command.key, lasting=command.lasting)
        content = read_file(command.path)
        with _opened(wanted.key) as key, naming(command.path):
            signed = self._sign(content, key, wanted)
        write_file(command.out, signed)
        return command.out

    def sign(
        self, content: bytes, wanted: FieldToSign, progress: Progress | None = None
    ) -> SignedFile:
        """The file with one signature more.

        Raises:
            UserError: like ``sign_file``.
            Cancelled: the user would not wait any longer for an authority.
        """
        with _stoppable(), _opened(wanted.key) as key:
            signed = self._sign(content, key, wanted, progress)
            return SignedFile(content=signed, signer=key.info.name)

    def sign_detached(self, path: Path, key: WithKey, out: Path, lasting: Lasting = PLAIN) -> Path:
        """Sign any file by a signature beside it (``.p7m``); raises like ``sign_file``."""
        from liaison_desktop.signing.detached import sign_detached

        content = read_file(path)
        with _opened(key) as opened:
            signature = sign_detached(content, opened, _endurance(lasting))
        write_file(out, signature)
        return out

    def verify_detached(
        self, path: Path, signature: Path, trust: tuple[Path, ...] = ()
    ) -> SignatureReport:
        """What a signature beside a file proves.

        Raises:
            UserError: ``detached_unreadable``, ``detached_holds_file``; a file cannot be read.
        """
        from liaison_desktop.signing.detached import verify_detached

        anchors = [read_file(anchor) for anchor in trust]
        return verify_detached(read_file(path), read_file(signature), anchors)

    def renew(self, content: bytes, lasting: Lasting, progress: Progress | None = None) -> bytes:
        """The file with a further time stamp over the whole of it.

        Raises:
            UserError: like ``renewed``.
            Cancelled: the user would not wait any longer for an authority.
        """
        from liaison_desktop.signing.renewal import renewed

        with _stoppable():
            return renewed(content, _endurance(lasting, progress))

    def renew_file(self, path: Path, out: Path, lasting: Lasting) -> Path:
        """Renew any signed file; ``out`` may be the file itself. Raises like ``renew``."""
        with naming(path):
            content = self.renew(read_file(path), lasting)
        write_file(out, content)
        return out

    def token_keys(self, module: Path) -> tuple[TokenKeyInfo, ...]:
        """The keys on the cards and tokens that a module reaches; raises like ``token_keys``."""
        from liaison_desktop.signing.tokens import token_keys

        return token_keys(module)

    def usual_modules(self) -> tuple[Path, ...]:
        """The modules of card drivers that are installed here."""
        from liaison_desktop.signing.tokens import usual_modules

        return usual_modules()

    def _sign(
        self,
        content: bytes,
        key: "SigningKey",
        wanted: FieldToSign,
        progress: Progress | None = None,
    ) -> bytes:
        """Sign; the first signature of a file certifies it, so that only signatures may follow."""
        from liaison_desktop.signing.sign import empty_field, sign_pdf

        field = empty_field(content, wanted.field)
        visible = field.width > 0 and field.height > 0
        name = key.info.name
        return sign_pdf(
            content,
            key,
            field=wanted.field,
            reason=wanted.reason,
            signer_name=name,
            appearance=self._appearance(name, wanted, field) if visible else None,
            certify=field.first,
            endurance=_endurance(wanted.lasting, progress),
        )

    def _appearance(self, signer: str, wanted: FieldToSign, field: "EmptyField") -> bytes:
        from liaison_desktop.pdf.appearance import signature_appearance

        catalogue = self._catalogue(wanted.language)
        formats = Formats(wanted.language)
        now = datetime.now(UTC)
        stamp = catalogue.pgettext("paper", "Digitally signed on {date}, {time} UTC").format(
            date=formats.date(now.date()), time=formats.time(now.time())
        )
        lines = [line for line in (signer, wanted.function, stamp) if line]
        return signature_appearance(lines, wanted.language, field.width, field.height)


@contextmanager
def _opened(with_key: WithKey) -> "Iterator[SigningKey]":
    """The key while it is open."""
    if with_key.token is not None:
        from liaison_desktop.signing.tokens import open_token_key

        with open_token_key(with_key.token, with_key.secret) as token:
            yield token
        return
    from liaison_desktop.signing.keys import load_key

    if with_key.path is None:
        raise UserError("key_missing")
    yield load_key(with_key.path, with_key.secret)


@contextmanager
def _stoppable() -> Iterator[None]:
    """Tell work that was given up from work that went wrong."""
    import asyncio

    try:
        yield
    except asyncio.CancelledError as stopped:
        raise Cancelled from stopped


def _endurance(lasting: Lasting, progress: Progress | None = None) -> "Endurance":
    from liaison_desktop.signing.endurance import Endurance

    heard = progress or Unheard()
    return Endurance(
        level=lasting.level,
        authority=lasting.authority.strip(),
        anchors=(*lasting.anchors, *(read_file(path) for path in lasting.trust)),
        lists=tuple(read_file(path) for path in lasting.lists),
        answers=tuple(read_file(path) for path in lasting.answers),
        stopped=lambda: heard.cancelled,
    )
