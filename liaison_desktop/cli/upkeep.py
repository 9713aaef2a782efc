"""The commands ``check``, ``backup``, ``restore`` and ``migrate``."""

from pathlib import Path

import click

from liaison_desktop.cli.environment import Environment
from liaison_desktop.cli.output import StandardError, plain, print_json
from liaison_desktop.i18n.health import finding_sentence


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def check(environment: Environment, as_json: bool) -> int:
    """Recompute what can be recomputed: pages, references, the audit chain, outcomes, digests."""
    health = environment.program.services(create=False).store.check(StandardError())
    if as_json:
        print_json(plain(health) | {"sound": health.sound})
    elif health.sound:
        click.echo(environment.catalogue.gettext("The store is sound."))
    else:
        for finding in health.findings:
            click.echo(finding_sentence(finding, environment.catalogue))
    return 0 if health.sound else 1


@click.command()
@click.option("--out", metavar="FILE", type=click.Path(path_type=Path), required=True)
@click.pass_obj
def backup(environment: Environment, out: Path) -> None:
    """Write a checked copy of the store."""
    written = environment.program.services(create=False).store.backup(out)
    click.echo(environment.catalogue.gettext("Backup: {path}").format(path=written))


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.pass_obj
def restore(environment: Environment, file: Path) -> None:
    """Put a backup in the store's place; the store of today is kept beside it."""
    _ = environment.catalogue.gettext
    kept = environment.program.maintenance.restore(file)
    click.echo(_("Restored from {path}.").format(path=file))
    if kept:
        click.echo(_("The store of today is kept as {path}.").format(path=kept))


@click.command()
@click.pass_obj
def migrate(environment: Environment) -> None:
    """Bring an older store to this version, after a verified backup."""
    _ = environment.catalogue.gettext
    backup_file = environment.program.maintenance.migrate()
    if backup_file is None:
        click.echo(_("The store is of this version already."))
    else:
        click.echo(_("Migrated. The store as it was: {path}").format(path=backup_file))
