"""The command ``demo``."""

import tempfile
from pathlib import Path

import click

from liaison_desktop.cli.environment import Environment
from liaison_desktop.cli.output import StandardError
from liaison_desktop.cli.verdicts import print_verdict
from liaison_desktop.services.files import make_folder


@click.command()
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the signed minutes go.",
)
@click.pass_obj
def demo(environment: Environment, out: Path | None) -> int:
    """Five demonstration committees; then minutes made, signed and verified without a window."""
    _ = environment.catalogue.gettext
    folder = make_folder(out) if out else Path(tempfile.mkdtemp(prefix="liaison-demo-"))
    services = environment.program.services(create=True)
    progress = StandardError()
    services.demonstration.install(progress)
    done = services.demonstration.main_job(folder, progress)
    quorum = done.record.assessment.quorum
    click.echo(done.record.meeting.committee_name)
    click.echo(
        _("{minutes}: {present} of {basis} present at the opening, {required} needed").format(
            minutes=done.record.meeting.label,
            present=quorum.present_at_opening,
            basis=quorum.basis,
            required=quorum.required,
        )
    )
    print_verdict(done.verified, environment.catalogue)
    click.echo(_("Signed minutes: {path}").format(path=done.file))
    for certificate in done.certificates:
        click.echo(_("Certificate: {path}").format(path=certificate))
    click.echo(_("Store: {path}").format(path=services.store.status().path))
    return 0 if done.verified.verification.valid else 1
