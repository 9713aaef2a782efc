"""The commands ``sign`` and ``verify``."""

import os
from pathlib import Path

import click

from liaison_desktop.cli.environment import Environment
from liaison_desktop.cli.output import is_terminal, plain, print_json
from liaison_desktop.cli.verdicts import print_verdict
from liaison_desktop.domain.errors import UserError
from liaison_desktop.services.signing import SignFile


@click.command()
@click.argument("file", metavar="FILE.pdf", type=click.Path(path_type=Path))
@click.option("--field", required=True, help="The signature field: chair, secretary, ...")
@click.option("--key", metavar="KEY.p12", type=click.Path(path_type=Path), required=True)
@click.option("--passphrase-env", metavar="VAR", help="Variable that holds the passphrase.")
@click.option("--level", type=click.Choice(["B-B"]), default="B-B", help="PAdES level.")
@click.option("--out", metavar="FILE", type=click.Path(path_type=Path), help="Default: FILE.pdf.")
@click.pass_obj
def sign(
    environment: Environment,
    file: Path,
    field: str,
    key: Path,
    passphrase_env: str | None,
    level: str,
    out: Path | None,
) -> None:
    """Sign one field of a PDF; what was signed before stays byte for byte."""
    _ = environment.catalogue.gettext
    passphrase = _passphrase(environment, passphrase_env)
    signed = environment.program.signing.sign_file(
        SignFile(path=file, field=field, key_path=key, passphrase=passphrase, out=out or file)
    )
    click.echo(_("{path}: field {field} is signed").format(path=signed, field=field))


def _passphrase(environment: Environment, variable: str | None) -> str:
    if variable:
        if variable not in os.environ:
            raise UserError("passphrase_variable_missing", variable=variable)
        return os.environ[variable]
    if is_terminal():
        question = environment.catalogue.gettext("Passphrase of the key")
        return str(click.prompt(question, hide_input=True, err=True))
    return ""


@click.command()
@click.argument("file", metavar="FILE.pdf", type=click.Path(path_type=Path))
@click.option(
    "--trust",
    metavar="CA.pem",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A certificate to trust; may be given several times.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def verify(environment: Environment, file: Path, trust: tuple[Path, ...], as_json: bool) -> int:
    """Say who signed a PDF, and whether it is intact, trusted and unchanged since."""
    verified = environment.program.verification().verify(file, trust)
    if as_json:
        print_json(
            {
                "file": str(file),
                "sha256": verified.sha256,
                "valid": verified.verification.valid,
                "register_number": verified.paper.register_number if verified.paper else None,
                "signatures": [
                    plain(report) | {"sound": report.sound}
                    for report in verified.verification.signatures
                ],
                "unsigned_fields": list(verified.verification.unsigned_fields),
            }
        )
    else:
        print_verdict(verified, environment.catalogue)
    return 0 if verified.verification.valid else 1
