"""The command ``demo``."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from liaison_desktop.cli.environment import Environment
from liaison_desktop.cli.output import StandardError
from liaison_desktop.cli.verdicts import print_verdict
from liaison_desktop.domain.archive import PaperStory
from liaison_desktop.domain.minutes import Objection
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.i18n.labels import Labels
from liaison_desktop.services.files import make_folder

if TYPE_CHECKING:
    from liaison_desktop.services.demonstration import MainJob


@click.command()
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the signed minutes go.",
)
@click.pass_obj
def demo(environment: Environment, out: Path | None) -> int:
    """Five demonstration committees; then a draft is sent out, approved, made final, signed,
    handed over and verified without a window.
    """
    _ = environment.catalogue.gettext
    folder = make_folder(out) if out else Path(tempfile.mkdtemp(prefix="liaison-demo-"))
    services = environment.program.services(create=True)
    progress = StandardError()
    services.demonstration.install(progress)
    done = services.demonstration.main_job(folder, progress)
    click.echo(done.record.meeting.committee_name)
    for line in _way(done, environment.catalogue):
        click.echo(line)
    print_verdict(done.verified, environment.catalogue)
    for line in _afterwards(done.story, environment.catalogue):
        click.echo(line)
    click.echo(_("Signed minutes: {path}").format(path=done.file))
    for certificate in done.certificates:
        click.echo(_("Certificate: {path}").format(path=certificate))
    click.echo(_("Store: {path}").format(path=services.store.status().path))
    return 0 if done.verified.verification.valid else 1


def _way(done: "MainJob", catalogue: Catalogue) -> Iterator[str]:
    """From the meeting to the final minutes."""
    _, formats = catalogue.gettext, Formats(catalogue.language)
    meeting, quorum = done.record.meeting, done.record.assessment.quorum
    yield _("{minutes}: {present} of {basis} present at the opening, {required} needed").format(
        minutes=meeting.label,
        present=quorum.present_at_opening,
        basis=quorum.basis,
        required=quorum.required,
    )
    for sent in done.way.circulations:
        yield catalogue.ngettext(
            "The draft went to {count} person, with time to object until {day}.",
            "The draft went to {count} people, with time to object until {day}.",
            len(sent.addressees),
        ).format(count=formats.number(len(sent.addressees)), day=formats.long_date(sent.until))
    for objection in done.way.objections:
        yield _objected(objection, catalogue)
    if done.way.approval:
        yield _("The committee approved them on {day}: {words}").format(
            day=formats.long_date(done.way.approval.approved_on), words=done.way.approval.words
        )
    yield _("They are final; in the register they are {number}.").format(
        number=done.paper.register_number
    )


def _objected(objection: Objection, catalogue: Catalogue) -> str:
    pattern = catalogue.gettext("{name} objected: “{text}” – {ruling}: {answer}")
    return pattern.format(
        name=objection.name,
        text=objection.text,
        ruling=Labels(catalogue).label(objection.ruling),
        answer=objection.answer,
    )


def _afterwards(story: PaperStory, catalogue: Catalogue) -> Iterator[str]:
    """Who would not sign, and who has the paper."""
    _, formats = catalogue.gettext, Formats(catalogue.language)
    if not story.refusals:
        yield _("Nobody refused to sign.")
    for refusal in story.refusals:
        yield _("{name} refused to sign: {reason}").format(name=refusal.name, reason=refusal.reason)
    # Each run hands the paper over again; the last time is the one in this folder.
    for dispatch in story.dispatches[-1:]:
        yield _("Handed over to {name} with a transmittal slip on {day}.").format(
            name=dispatch.name, day=formats.long_date(dispatch.sent_at.astimezone().date())
        )
