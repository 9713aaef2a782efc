"""The commands ``keys list`` and ``keys sheet``."""

from pathlib import Path

import click

from liaison_desktop.cli.environment import Environment
from liaison_desktop.cli.output import plain, print_json, print_table
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.services.files import require_writable, write_file


@click.group()
def keys() -> None:
    """Signing keys that were made here."""


@keys.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def list_keys(environment: Environment, as_json: bool) -> None:
    """List the keys made here."""
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
