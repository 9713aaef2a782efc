"""The commands ``calendar``, ``invitations``, ``replies`` and ``tasks``."""

from email.utils import parseaddr
from pathlib import Path

import click

from liaison_desktop.cli.environment import Environment
from liaison_desktop.domain.addresses import Mailbox
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.i18n.errors import sentence
from liaison_desktop.i18n.labels import Labels
from liaison_desktop.services.files import require_writable, write_file
from liaison_desktop.services.letters import CallMembers

_out = click.option("--out", metavar="FILE.ics", type=click.Path(path_type=Path), required=True)
_language = click.option("--language", type=click.Choice(LANGUAGES), help="The language of it.")
_NEGATIVE = 1


@click.command()
@click.argument("reference", metavar="MEETING")
@_out
@_language
@click.pass_obj
def calendar(environment: Environment, reference: str, out: Path, language: str | None) -> None:
    """Write a meeting as a calendar file that names no person."""
    services = environment.program.services(create=False)
    meeting = services.meetings.by_ref(reference)
    require_writable(out)
    _write(environment, out, services.calling_work.calendars.meeting(meeting.id, language))


@click.command()
@click.argument("reference", metavar="COMMITTEE")
@_out
@click.pass_obj
def tasks(environment: Environment, reference: str, out: Path) -> None:
    """Write what a committee has agreed on and not done yet as a calendar file of tasks."""
    services = environment.program.services(create=False)
    committee = services.committees.by_ref(reference)
    require_writable(out)
    _write(environment, out, services.calling_work.calendars.open_tasks(committee.id))


@click.command()
@click.argument("reference", metavar="MEETING")
@click.option("--out", metavar="FOLDER", type=click.Path(path_type=Path), required=True)
@click.option("--from", "sender", metavar="'NAME <ADDRESS>'", required=True, help="Who sends it.")
@_language
@click.option("--substitutes", is_flag=True, help="Also to those who may stand in.")
@click.pass_obj
def invitations(
    environment: Environment,
    reference: str,
    out: Path,
    sender: str,
    language: str | None,
    *,
    substitutes: bool,
) -> None:
    """Write the call to a meeting into a folder: a draft for each person, to be sent by hand.

    Whoever has got it already is left out. The members count as called from then on.
    """
    _ = environment.catalogue.gettext
    services = environment.program.services(create=False)
    meeting = services.meetings.by_ref(reference)
    work = services.calling_work
    view = work.invitations.of_meeting(meeting.id)
    chosen = frozenset(
        (one.invitee.seat_id, one.invitee.person_id)
        for one in view.pending
        if substitutes or one.called or not one.invitee.substitute
    )
    name, address = parseaddr(sender)
    command = CallMembers(
        meeting_id=meeting.id,
        chosen=chosen,
        sender=Mailbox(name=name, address=address),
        language=language or "",
    )
    called = work.calling.draft(command, out)
    for each in called.deliveries:
        click.echo(_("{path}: to {address}").format(path=each.path, address=each.address))
    for recipient in view.recipients:
        invitee = recipient.invitee
        if not invitee.address and (substitutes or not invitee.substitute):
            words = _("{name}: no e-mail address, call by other means")
            click.echo(words.format(name=invitee.name), err=True)


@click.command()
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.pass_obj
def replies(environment: Environment, files: tuple[Path, ...]) -> int:
    """Take in answers: calendar files, or messages with one inside.

    The exit status is 1 where anything was refused; the rest is kept.
    """
    _ = environment.catalogue.gettext
    services = environment.program.services(create=False)
    taken = services.calling_work.answering.take_in(files)
    labels = Labels(environment.catalogue)
    for one in taken.taken:
        words = _("{file}: {name}, {answer}").format(
            file=one.path, name=one.name, answer=labels.label(one.reply.answer)
        )
        click.echo(words)
    for path, problem in taken.refused:
        words = _("{file}: {what}").format(file=path, what=sentence(problem, environment.catalogue))
        click.echo(words, err=True)
    return _NEGATIVE if taken.refused else 0


def _write(environment: Environment, out: Path, content: bytes) -> None:
    write_file(out, content)
    click.echo(environment.catalogue.gettext("{path}: written").format(path=out))
