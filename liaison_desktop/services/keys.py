"""Signing keys: the committee's own, made here, and those of others in PKCS#12 files."""

import re
from dataclasses import dataclass
from pathlib import Path

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.signatures import KeyInfo
from liaison_desktop.services.files import make_folder, read_file, write_file


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CreateKey:
    """Make a self-issued key for somebody who has none; its passphrase is never stored."""

    name: str
    organisation: str
    passphrase: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AddKey:
    """Keep the key of a certification authority (PKCS#12) among the keys that are offered."""

    path: Path
    passphrase: str


class KeyService:
    """Use cases on signing keys, which are kept as files in one folder of the user."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def all(self) -> tuple[KeyInfo, ...]:
        """The keys kept here, by name, read from their certificates."""
        from liaison_desktop.signing.keys import certificate_info

        certificates = sorted(self._folder.glob("*.pem")) if self._folder.is_dir() else []
        return tuple(
            certificate_info(certificate, key_path=certificate.with_suffix(".p12"))
            for certificate in certificates
        )

    def create(self, command: CreateKey) -> KeyInfo:
        """Make a self-issued key and, beside it, its certificate for those who verify.

        Raises:
            UserError: ``key_name_missing``, ``key_exists``, ``passphrase_missing``,
                ``folder_not_written``.
        """
        from liaison_desktop.signing.keys import create_committee_key

        return create_committee_key(
            command.name, command.organisation, command.passphrase, self._place_for(command.name)
        )

    def add(self, command: AddKey) -> KeyInfo:
        """Keep a copy of a key file as it is and, beside it, its certificate.

        Raises:
            UserError: as ``signing.keys.keep_key``; ``folder_not_written``.
        """
        from liaison_desktop.signing.keys import keep_key

        name = self.inspect(command.path, command.passphrase).name
        return keep_key(command.path, command.passphrase, self._place_for(name))

    def _place_for(self, name: str) -> Path:
        stem = re.sub(r"[^\w]+", "-", name.casefold()).strip("-")
        if not stem:
            raise UserError("key_name_missing")
        return make_folder(self._folder) / f"{stem}.p12"

    def inspect(self, path: Path, passphrase: str) -> KeyInfo:
        """What a PKCS#12 file holds; raises ``UserError`` as ``signing.keys.load_key`` does."""
        from liaison_desktop.signing.keys import load_key

        return load_key(path, passphrase).info

    def anchors(self) -> tuple[bytes, ...]:
        """Certificates of the keys made here: who made a key trusts it.

        Keys of a certification authority are judged by who issued them.
        """
        made = (key for key in self.all() if key.self_issued)
        return tuple(read_file(key.path.with_suffix(".pem")) for key in made)

    def copy_certificates(self, out: Path) -> tuple[Path, ...]:
        """Copy the certificates into a folder, for the people who verify."""
        copies = []
        for certificate in sorted(self._folder.glob("*.pem")):
            copies.append(out / certificate.name)
            write_file(copies[-1], read_file(certificate))
        return tuple(copies)
