"""The commands ``minutes``, ``agreement`` and ``paper``."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click

from liaison_desktop.cli.environment import Environment
from liaison_desktop.domain.meetings import Meeting, MinutesState
from liaison_desktop.domain.papers import Edition, Layout
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.services.files import require_writable, write_file
from liaison_desktop.services.minutes import FileMinutes
from liaison_desktop.services.papers import TwoLanguages
from liaison_desktop.services.services import Services

_out = click.option("--out", metavar="FILE.pdf", type=click.Path(path_type=Path), required=True)
_language = click.option("--language", type=click.Choice(LANGUAGES), help="The paper's language.")


@click.command()
@click.argument("reference", metavar="REF")
@_out
@_language
@click.option(
    "--edition", type=click.Choice([e.value for e in Edition]), default=Edition.FULL.value
)
@click.option("--excerpt", metavar="DECISION", help="One decision only: its number or its item's.")
@click.option("--second", type=click.Choice(LANGUAGES), help="A second language in the same file.")
@click.option(
    "--layout",
    type=click.Choice([layout.value for layout in Layout]),
    default=Layout.SIDE_BY_SIDE.value,
    help="How two languages stand.",
)
@click.pass_obj
def minutes(
    environment: Environment,
    reference: str,
    out: Path,
    language: str | None,
    edition: str,
    excerpt: str | None,
    second: str | None,
    layout: str,
) -> None:
    """Write the minutes of a meeting as PDF; final minutes are entered in the register."""
    services = environment.program.services(create=False)
    meeting = services.meetings.by_ref(reference)
    require_writable(out)
    if excerpt:
        _write(environment, out, services.papers.excerpt(meeting.id, excerpt, language))
    elif second:
        wanted = TwoLanguages(
            first=language or meeting.language, second=second, layout=Layout(layout)
        )
        _write(environment, out, services.papers.two_language_minutes(meeting.id, wanted))
    else:
        _whole_minutes(environment, services, meeting, out, language, Edition(edition))


def _whole_minutes(
    environment: Environment,
    services: Services,
    meeting: Meeting,
    out: Path,
    language: str | None,
    edition: Edition,
) -> None:
    _ = environment.catalogue.gettext
    if meeting.minutes_state is MinutesState.FINAL:
        paper = services.minutes.file(
            FileMinutes(meeting_id=meeting.id, language=language, edition=edition)
        )
        services.minutes.save_copy(paper.id, out)
        click.echo(
            _("{path}: register {number}, SHA-256 {digest}").format(
                path=out, number=paper.register_number, digest=paper.newest.sha256
            )
        )
    else:
        services.minutes.save_preview(meeting.id, out, language, edition)
        click.echo(_("{path}: a draft, not entered in the register").format(path=out))


@click.command()
@click.argument("reference", metavar="REF")
@_out
@_language
@click.pass_obj
def agreement(environment: Environment, reference: str, out: Path, language: str | None) -> None:
    """Write an agreement as PDF, with a field to sign for each party."""
    services = environment.program.services(create=False)
    found = services.agreements.by_ref(reference)
    require_writable(out)
    _write(environment, out, services.papers.agreement(found.id, language))


def _convocation(services: Services, reference: str, language: str | None) -> bytes:
    return services.papers.convocation(services.meetings.by_ref(reference).id, language)


def _attendance_sheet(services: Services, reference: str, language: str | None) -> bytes:
    return services.papers.attendance_sheet(services.meetings.by_ref(reference).id, language)


def _member_list(services: Services, reference: str, language: str | None) -> bytes:
    committee = services.committees.by_ref(reference)
    return services.papers.member_list(committee.id, datetime.now(UTC).date(), language)


_PAPERS: dict[str, Callable[[Services, str, str | None], bytes]] = {
    "convocation": _convocation,
    "attendance-sheet": _attendance_sheet,
    "member-list": _member_list,
}


@click.command()
@click.argument("kind", type=click.Choice(list(_PAPERS)))
@click.argument("reference", metavar="REF")
@_out
@_language
@click.pass_obj
def paper(
    environment: Environment, kind: str, reference: str, out: Path, language: str | None
) -> None:
    """Write a paper of a meeting (convocation, attendance sheet) or a committee (member list)."""
    services = environment.program.services(create=False)
    require_writable(out)
    _write(environment, out, _PAPERS[kind](services, reference, language))


def _write(environment: Environment, out: Path, content: bytes) -> None:
    write_file(out, content)
    click.echo(environment.catalogue.gettext("{path}: written").format(path=out))
