"""Signing a file, whether it comes from the register or from a folder."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.services.files import naming, read_file, write_file

if TYPE_CHECKING:
    from liaison_desktop.signing.keys import Key
    from liaison_desktop.signing.sign import EmptyField


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SignFile:
    """Sign one field of a file with a PKCS#12 key; ``out`` may be the file itself."""

    path: Path
    field: str
    key_path: Path
    passphrase: str
    out: Path


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FieldToSign:
    """A signature to be made: where, with which key, and the words beside the signer's name."""

    field: str
    key_path: Path
    passphrase: str
    function: str = ""
    reason: str = ""
    language: str = "en"


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
            UserError: the file, the key, the passphrase or the field is not as it must be.
        """
        wanted = FieldToSign(
            field=command.field, key_path=command.key_path, passphrase=command.passphrase
        )
        content = read_file(command.path)
        key = self._key(wanted)
        with naming(command.path):
            signed = self._sign(content, key, wanted)
        write_file(command.out, signed)
        return command.out

    def sign(self, content: bytes, wanted: FieldToSign) -> SignedFile:
        """The file with one signature more; raises ``UserError`` like ``sign_file``."""
        key = self._key(wanted)
        return SignedFile(content=self._sign(content, key, wanted), signer=key.info.name)

    def _key(self, wanted: FieldToSign) -> "Key":
        from liaison_desktop.signing.keys import load_key

        return load_key(wanted.key_path, wanted.passphrase)

    def _sign(self, content: bytes, key: "Key", wanted: FieldToSign) -> bytes:
        """Sign; the first signature of a file certifies it, so that only signatures may follow."""
        from liaison_desktop.signing.sign import empty_field, sign_pdf

        field = empty_field(content, wanted.field)
        visible = field.width > 0 and field.height > 0
        return sign_pdf(
            content,
            key,
            field=wanted.field,
            reason=wanted.reason,
            signer_name=key.info.name,
            appearance=self._appearance(key.info.name, wanted, field) if visible else None,
            certify=field.first,
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
