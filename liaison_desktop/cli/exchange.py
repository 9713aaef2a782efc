"""The commands ``import`` and ``export``."""

from pathlib import Path

import click

from liaison_desktop.cli.environment import Environment
from liaison_desktop.cli.output import StandardError
from liaison_desktop.i18n.notices import notice_sentence
from liaison_desktop.services.exports import Export, ExportFormat


@click.command("import")
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.pass_obj
def import_files(environment: Environment, files: tuple[Path, ...]) -> None:
    """Take in committee files: all or nothing per file."""
    _ = environment.catalogue.gettext
    imports = environment.program.services(create=True).imports
    for file in files:
        report = imports.import_file(file)
        for notice in report.notices:
            click.echo(f"{file}: {notice_sentence(notice, environment.catalogue)}", err=True)
        message = (
            _("{file}: {committee}, nothing new; the store is unchanged")
            if report.unchanged
            else _("{file}: {committee}, imported")
        )
        click.echo(message.format(file=file, committee=report.committee.name))


@click.command()
@click.option("--format", "kind", type=click.Choice([f.value for f in ExportFormat]), required=True)
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), required=True)
@click.option("--committee", metavar="REF", help="One committee: its id, key or city.")
@click.option("--personal", is_flag=True, help="Also names and contact data.")
@click.pass_obj
def export(
    environment: Environment, kind: str, out: Path, committee: str | None, personal: bool
) -> None:
    """Write every table into a folder for coordinators."""
    services = environment.program.services(create=False)
    chosen = services.committees.by_ref(committee).id if committee else None
    written = services.exports.export(
        Export(format=ExportFormat(kind), out=out, committee_id=chosen, personal=personal),
        StandardError(),
    )
    for path in written:
        click.echo(path)
