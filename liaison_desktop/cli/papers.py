"""The commands ``minutes``, ``agreement`` and ``paper``."""

from datetime import UTC, datetime
from pathlib import Path

import click

from liaison_desktop.cli.environment import Environment
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Meeting, MinutesState
from liaison_desktop.domain.papers import Edition, Layout, Paper
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.services.agreement_papers import FileAgreement
from liaison_desktop.services.corrections import FileNote
from liaison_desktop.services.files import require_writable, write_file
from liaison_desktop.services.minutes import FileMinutes
from liaison_desktop.services.papers import TwoLanguages
from liaison_desktop.services.services import Services

_out = click.option("--out", metavar="FILE.pdf", type=click.Path(path_type=Path), required=True)
_language = click.option("--language", type=click.Choice(LANGUAGES), help="The paper's language.")
_on = click.option(
    "--on",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day it tells of; default: today.",
)


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
        _registered(environment, services, paper, out)
    else:
        services.minutes.save_preview(meeting.id, out, language, edition)
        click.echo(_("{path}: a draft, not entered in the register").format(path=out))


@click.command()
@click.argument("reference", metavar="REF")
@_out
@_language
@click.option("--version", "number", type=click.IntRange(1), help="Default: the newest.")
@click.option("--file", "filing", is_flag=True, help="Enter it in the register, to be signed.")
@click.pass_obj
def agreement(
    environment: Environment,
    reference: str,
    out: Path,
    language: str | None,
    number: int | None,
    *,
    filing: bool,
) -> None:
    """Write an agreement as PDF, with a field to sign for each party.

    Version 2 of its text is its first amendment.
    """
    services = environment.program.services(create=False)
    found = services.agreements.by_ref(reference)
    require_writable(out)
    papers = services.agreement_work.papers
    if filing:
        filed = papers.file(FileAgreement(agreement_id=found.id, language=language))
        _registered(environment, services, filed, out)
    else:
        _write(environment, out, papers.preview(found.id, number, language))


@click.group()
def paper() -> None:
    """Write one of the other papers of a meeting or a committee as PDF."""


@paper.command()
@click.argument("reference", metavar="MEETING")
@_out
@_language
@click.pass_obj
def convocation(environment: Environment, reference: str, out: Path, language: str | None) -> None:
    """Write the invitation to a meeting, with its agenda."""
    services = environment.program.services(create=False)
    meeting = services.meetings.by_ref(reference)
    require_writable(out)
    _write(environment, out, services.papers.convocation(meeting.id, language))


@paper.command()
@click.argument("reference", metavar="MEETING")
@_out
@_language
@click.pass_obj
def attendance_sheet(
    environment: Environment, reference: str, out: Path, language: str | None
) -> None:
    """Write the list that everybody signs by hand."""
    services = environment.program.services(create=False)
    meeting = services.meetings.by_ref(reference)
    require_writable(out)
    _write(environment, out, services.papers.attendance_sheet(meeting.id, language))


@paper.command()
@click.argument("reference", metavar="COMMITTEE")
@_out
@_language
@_on
@click.pass_obj
def member_list(
    environment: Environment, reference: str, out: Path, language: str | None, on: datetime | None
) -> None:
    """Write who sits in a committee, without contact data."""
    services = environment.program.services(create=False)
    committee = services.committees.by_ref(reference)
    require_writable(out)
    day = (on or datetime.now(UTC)).date()
    _write(environment, out, services.papers.member_list(committee.id, day, language))


@paper.command()
@click.argument("reference", metavar="COMMITTEE")
@_out
@_language
@_on
@click.pass_obj
def composition(
    environment: Environment, reference: str, out: Path, language: str | None, on: datetime | None
) -> None:
    """Write how a committee is composed: its voting seats by constituency, without names."""
    services = environment.program.services(create=False)
    committee = services.committees.by_ref(reference)
    require_writable(out)
    day = (on or datetime.now(UTC)).date()
    _write(environment, out, services.papers.composition(committee.id, day, language))


@paper.command()
@click.argument("reference", metavar="NOTE")
@_out
@_language
@click.pass_obj
def correction_note(
    environment: Environment, reference: str, out: Path, language: str | None
) -> None:
    """Write a correction note; one more language gets a number of its own in the register.

    NOTE is its number in the register. New corrections are made with: correct.
    """
    services = environment.program.services(create=False)
    found = services.register.by_ref(reference)
    if found.correction_id is None:
        raise UserError("paper_not_note", paper=found.register_number)
    require_writable(out)
    wanted = FileNote(correction_id=found.correction_id, language=language or found.language)
    _registered(environment, services, services.corrections.file_note(wanted), out)


@paper.command()
@click.argument("reference", metavar="PAPER")
@_out
@_language
@click.option("--addressee", default="", help="The authority; default: room to write it.")
@click.pass_obj
def transmittal_slip(
    environment: Environment, reference: str, out: Path, language: str | None, addressee: str
) -> None:
    """Write the slip with which a paper is handed to the authority.

    PAPER is its number in the register, or the meeting whose minutes it holds.
    """
    services = environment.program.services(create=False)
    found = services.register.by_ref(reference)
    require_writable(out)
    _write(environment, out, services.register.transmittal_slip(found.id, language, addressee))


def _registered(environment: Environment, services: Services, filed: Paper, out: Path) -> None:
    services.register.save_copy(filed.id, out)
    click.echo(
        environment.catalogue.gettext("{path}: register {number}, SHA-256 {digest}").format(
            path=out, number=filed.register_number, digest=filed.newest.sha256
        )
    )


def _write(environment: Environment, out: Path, content: bytes) -> None:
    write_file(out, content)
    click.echo(environment.catalogue.gettext("{path}: written").format(path=out))
