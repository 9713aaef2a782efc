"""The commands ``sign``, ``renew`` and ``take-back``."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from liaison_desktop.cli.environment import Environment
from liaison_desktop.cli.passphrases import passphrase
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.levels import Level
from liaison_desktop.domain.tokens import TokenKeyInfo
from liaison_desktop.services.outside import TakeBack
from liaison_desktop.services.signing import Lasting, SignFile, SigningService, WithKey

_file = click.argument("file", metavar="FILE.pdf", type=click.Path(path_type=Path))
_path = click.Path(path_type=Path)
_out = click.option("--out", metavar="FILE", type=_path, help="Default: the file itself.")


def _lasting_options(command: Callable[..., object]) -> Callable[..., object]:
    """Options that say with whose help a signature is to last."""
    options = (
        click.option("--tsa", metavar="URL", default="", help="A time-stamp authority."),
        click.option(
            "--trust",
            metavar="CA.pem",
            multiple=True,
            type=_path,
            help="A certificate to trust; may be given several times.",
        ),
        click.option("--crl", metavar="FILE", multiple=True, type=_path, help="A list (CRL)."),
        click.option("--ocsp", metavar="FILE", multiple=True, type=_path, help="An OCSP answer."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command()
@_file
@click.option("--field", default="", help="The signature field: chair, secretary, ...")
@click.option("--key", metavar="KEY.p12", type=_path, help="A key in a file.")
@click.option("--passphrase-env", metavar="VAR", help="Variable that holds the passphrase.")
@click.option("--pkcs11", "module", metavar="MODULE", type=_path, help="A card or token instead.")
@click.option("--token", default="", help="What the card or token calls itself.")
@click.option("--key-label", default="", help="What the card or token calls the key.")
@click.option("--pin-env", metavar="VAR", help="Variable that holds the PIN.")
@click.option("--level", type=click.Choice([one.value for one in Level]), default=Level.B_B.value)
@_lasting_options
@click.option("--detached", is_flag=True, help="By a file beside it (.p7m); any file will do.")
@_out
@click.pass_obj
def sign(
    environment: Environment,
    /,
    file: Path,
    field: str,
    key: Path | None,
    passphrase_env: str | None,
    module: Path | None,
    token: str,
    key_label: str,
    pin_env: str | None,
    level: str,
    out: Path | None,
    *,
    detached: bool,
    **help_from: Any,
) -> None:
    """Sign one field of a PDF; what was signed before stays byte for byte."""
    _ = environment.catalogue.gettext
    signing = environment.program.signing
    if not field and not detached:
        raise UserError("field_missing")
    of_card = module is not None
    secret = passphrase(environment, pin_env if of_card else passphrase_env, of_card=of_card)
    chosen = _token_key(signing, module, token, key_label) if module else None
    with_key = WithKey(path=key, token=chosen, secret=secret)
    lasting = _lasting(level, **help_from)
    if detached:
        beside = out or file.with_name(f"{file.name}.p7m")
        path = signing.sign_detached(file, with_key, beside, lasting)
        click.echo(_("{path}: signature of {file}").format(path=path, file=file))
        return
    signed = signing.sign_file(
        SignFile(path=file, field=field, key=with_key, out=out or file, lasting=lasting)
    )
    click.echo(_("{path}: field {field} is signed").format(path=signed, field=field))


@click.command()
@_file
@_lasting_options
@_out
@click.pass_obj
def renew(environment: Environment, /, file: Path, out: Path | None, **help_from: Any) -> None:
    """Put a further time stamp over a signed PDF, to keep it provable for longer."""
    lasting = _lasting(Level.B_LTA.value, **help_from)
    path = environment.program.signing.renew_file(file, out or file, lasting)
    click.echo(environment.catalogue.gettext("{path}: stamped").format(path=path))


@click.command("take-back")
@click.argument("reference", metavar="PAPER")
@_file
@click.pass_obj
def take_back(environment: Environment, reference: str, file: Path) -> None:
    """Keep the signatures that others put into the file of a paper of the register.

    It must be the same file with nothing but signatures added.
    """
    services = environment.program.services(create=False)
    paper = services.register.by_ref(reference)
    before = len(paper.files)
    after = services.archive_work.outside.take_back(TakeBack(paper_id=paper.id, path=file))
    words = environment.catalogue.gettext("{field}: signed by {signer}")
    for state in after.files[before:]:
        click.echo(words.format(field=state.field or "-", signer=state.signer))


def _token_key(signing: SigningService, module: Path, token: str, key_label: str) -> TokenKeyInfo:
    """The one key that is meant."""
    there = signing.token_keys(module)
    meant = [one for one in there if token in ("", one.token) and key_label in ("", one.label)]
    if not meant:
        raise UserError("token_key_missing", names=_names(there))
    if len(meant) > 1:
        raise UserError("token_ambiguous", names=_names(meant))
    return meant[0]


def _names(keys: Sequence[TokenKeyInfo]) -> str:
    """What tells keys apart: card, key and holder."""
    return "; ".join(f"{one.token}, {one.label} ({one.info.name})" for one in keys)


def _lasting(
    level: str,
    tsa: str,
    trust: tuple[Path, ...],
    crl: tuple[Path, ...],
    ocsp: tuple[Path, ...],
) -> Lasting:
    return Lasting(level=Level(level), authority=tsa, trust=trust, lists=crl, answers=ocsp)
