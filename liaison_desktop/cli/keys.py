"""The commands ``keys list``, ``keys add`` and ``keys sheet``."""

from pathlib import Path

import click

from liaison_desktop.cli.environment import Environment
from liaison_desktop.cli.output import plain, print_json, print_table
from liaison_desktop.cli.passphrases import passphrase
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.services.files import require_writable, write_file
from liaison_desktop.services.keys import AddKey


@click.group()
def keys() -> None:
    """Signing keys that are kept here."""


@keys.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def list_keys(environment: Environment, as_json: bool) -> None:
    """List the keys kept here."""
    found = environment.program.services(create=False).keys.all()
    if as_json:
        print_json([plain(key) for key in found])
        return
    _ = environment.catalogue.gettext
    formats = Formats(environment.catalogue.language)
    print_table(
        (_("Key"), _("Name"), _("Organisation"), _("Valid until"), _("Fingerprint")),
        [
            (
                key.path.stem,
                key.name,
                key.organisation,
                formats.date(key.not_after.date()),
                key.fingerprint[:16],
            )
            for key in found
        ],
    )


@keys.command()
@click.argument("file", metavar="FILE.p12", type=click.Path(path_type=Path))
@click.option("--passphrase-env", metavar="VAR", help="Variable that holds the passphrase.")
@click.pass_obj
def add(environment: Environment, file: Path, passphrase_env: str | None) -> None:
    """Keep a copy of the key of a certification authority, with the passphrase it has."""
    secret = passphrase(environment, passphrase_env)
    kept = environment.program.services(create=False).keys.add(AddKey(path=file, passphrase=secret))
    words = environment.catalogue.gettext("{path}: key of {name}")
    click.echo(words.format(path=kept.path, name=kept.name))


@keys.command()
@click.argument("key", metavar="KEY")
@click.option("--committee", metavar="REF", required=True, help="Its id, key or city.")
@click.option("--out", metavar="FILE.pdf", type=click.Path(path_type=Path), required=True)
@click.option("--language", type=click.Choice(LANGUAGES), help="Default: the committee's.")
@click.pass_obj
def sheet(
    environment: Environment, key: str, committee: str, out: Path, language: str | None
) -> None:
    """Write the sheet with which the certificate of a key is handed to an authority.

    KEY is its name as told by: keys list.
    """
    services = environment.program.services(create=False)
    committee_id = services.committees.by_ref(committee).id
    require_writable(out)
    content = services.signing_work.papers.certificate_sheet(Path(key), committee_id, language)
    write_file(out, content)
    click.echo(environment.catalogue.gettext("{path}: written").format(path=out))
