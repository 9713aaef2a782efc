"""The commands ``register``, ``register-check``, ``refuse``, ``signed-by-hand``, ``filed``,
``hand-over`` and ``receipt``.
"""

from datetime import date, datetime
from email.utils import parseaddr
from pathlib import Path

import click

from liaison_desktop.cli.environment import Environment
from liaison_desktop.cli.output import StandardError, plain, print_json
from liaison_desktop.domain.addresses import Mailbox
from liaison_desktop.domain.archive import Dispatch, Recipient
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.papers import Edition, Paper
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.i18n.health import finding_sentence
from liaison_desktop.services.archiving import FileWithAuthority, RefuseSignature, SignedByHand
from liaison_desktop.services.distributing import HandOver, NoteReceipt
from liaison_desktop.services.files import require_writable
from liaison_desktop.services.services import Services

_DAY = click.DateTime(formats=["%Y-%m-%d"])
_PATH = click.Path(path_type=Path)
_paper = click.argument("reference", metavar="PAPER")
_on = click.option("--on", type=_DAY, metavar="YYYY-MM-DD", help="When; today if missing.")


@click.command()
@click.argument("committee", metavar="COMMITTEE")
@click.argument("year", type=click.IntRange(1900, 2199), metavar="YEAR")
@click.option("--out", metavar="FILE", type=_PATH, required=True, help="PDF, XLSX or CSV.")
@click.option("--language", type=click.Choice(LANGUAGES), help="The language of the PDF.")
@click.pass_obj
def register(
    environment: Environment, committee: str, year: int, out: Path, language: str | None
) -> None:
    """Write the book of a year: every number of the register and what became of its paper."""
    services = environment.program.services(create=False)
    committee_id = services.committees.by_ref(committee).id
    require_writable(out)
    services.archive_work.book.save(committee_id, year, out, language)
    click.echo(environment.catalogue.gettext("{path}: written").format(path=out))


@click.command()
@click.argument("committee", metavar="COMMITTEE")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def register_check(environment: Environment, committee: str, as_json: bool) -> int:
    """Recompute the digest of every file of a register, and its audit log."""
    ngettext = environment.catalogue.ngettext
    services = environment.program.services(create=False)
    committee_id = services.committees.by_ref(committee).id
    health = services.archive_work.checking.check(committee_id, StandardError())
    if as_json:
        print_json(plain(health) | {"sound": health.sound})
    elif health.sound:
        told = ngettext(
            "The register is sound: {count} file is as it was kept, the audit log holds.",
            "The register is sound: {count} files are as they were kept, the audit log holds.",
            health.files,
        )
        click.echo(told.format(count=health.files))
    else:
        for finding in health.findings:
            click.echo(finding_sentence(finding, environment.catalogue))
    return 0 if health.sound else 1


@click.command()
@_paper
@click.argument("field", metavar="FIELD")
@click.option("--reason", required=True, help="Why, in their words.")
@_on
@click.pass_obj
def refuse(
    environment: Environment, reference: str, field: str, reason: str, on: datetime | None
) -> None:
    """Note that somebody would not sign; FIELD is theirs: chair, secretary, party-1, ..."""
    services = environment.program.services(create=False)
    paper = services.register.by_ref(reference)
    services.archive_work.archiving.refuse(
        RefuseSignature(paper_id=paper.id, field=field, reason=reason, refused_on=_day(on))
    )
    _tell_waiting(environment, services, paper)


@click.command()
@_paper
@click.argument("fields", metavar="FIELD...", nargs=-1, required=True)
@click.option("--scan", metavar="FILE", type=_PATH, required=True, help="The signed sheet.")
@_on
@click.pass_obj
def signed_by_hand(
    environment: Environment,
    reference: str,
    fields: tuple[str, ...],
    scan: Path,
    on: datetime | None,
) -> None:
    """Keep the scan of a printed paper and who signed it."""
    services = environment.program.services(create=False)
    paper = services.register.by_ref(reference)
    signed = dict.fromkeys(fields, _day(on))
    services.archive_work.archiving.signed_by_hand(
        SignedByHand(paper_id=paper.id, signed_on=signed, scan=scan)
    )
    _tell_waiting(environment, services, paper)


@click.command()
@_paper
@click.option("--by", "authority", metavar="NAME", required=True, help="The authority.")
@click.option("--number", required=True, help="The one it gave.")
@_on
@click.pass_obj
def filed(
    environment: Environment, reference: str, authority: str, number: str, on: datetime | None
) -> None:
    """Note under which number an authority keeps a paper."""
    services = environment.program.services(create=False)
    paper = services.register.by_ref(reference)
    services.archive_work.archiving.file(
        FileWithAuthority(paper_id=paper.id, authority=authority, number=number, filed_on=_day(on))
    )
    click.echo(environment.catalogue.gettext("noted"))


@click.command()
@_paper
@click.option("--to", metavar="NAME[=ADDRESS]", multiple=True, required=True, help="Who gets it.")
@click.option("--edition", type=click.Choice([e.value for e in Edition]), help="Default: its own.")
@click.option("--out", metavar="FOLDER", type=_PATH, required=True)
@click.option(
    "--from", "sender", metavar="'NAME <ADDRESS>'", default="", help="Write messages to be sent."
)
@click.pass_obj
def hand_over(
    environment: Environment,
    reference: str,
    to: tuple[str, ...],
    edition: str | None,
    out: Path,
    sender: str,
) -> None:
    """Write a paper and its transmittal slip for each recipient into a folder, and note it.

    With --from they are messages to the recipients' addresses, to be sent by a mail program.
    """
    _ = environment.catalogue.gettext
    services = environment.program.services(create=False)
    paper = services.register.by_ref(reference)
    wanted = Edition(edition) if edition else paper.edition
    name, address = parseaddr(sender)
    command = HandOver(
        paper_id=paper.id,
        recipients=tuple(_recipient(each, wanted) for each in to),
        sender=Mailbox(name=name, address=address) if sender else None,
    )
    distributing = services.archive_work.distributing
    handed = (distributing.draft if sender else distributing.into_folder)(command, out)
    for each in handed.deliveries:
        click.echo(_("{path}: to {address}").format(path=each.path, address=each.name))


@click.command()
@_paper
@click.argument("name", metavar="NAME")
@_on
@click.option("--text", default="", help="What was confirmed, such as a number.")
@click.pass_obj
def receipt(
    environment: Environment, reference: str, name: str, on: datetime | None, text: str
) -> None:
    """Note that a recipient confirmed to have got a paper."""
    services = environment.program.services(create=False)
    paper = services.register.by_ref(reference)
    dispatch = _dispatch(services, paper, name)
    services.archive_work.distributing.note_receipt(
        NoteReceipt(dispatch_id=dispatch.id, received_on=_day(on), receipt=text)
    )
    click.echo(environment.catalogue.gettext("noted"))


def _recipient(text: str, edition: Edition) -> Recipient:
    name, _sign, address = text.partition("=")
    return Recipient(name=name.strip(), address=address.strip(), edition=edition)


def _dispatch(services: Services, paper: Paper, name: str) -> Dispatch:
    """The oldest one to somebody of that name that was not confirmed yet."""
    for each in services.archive_work.archiving.story(paper.id).dispatches:
        if each.name.casefold() == name.strip().casefold() and each.received_on is None:
            return each
    raise UserError("dispatch_unknown", name=name, paper=paper.register_number)


def _tell_waiting(environment: Environment, services: Services, paper: Paper) -> None:
    """Who is still to sign after what was noted."""
    _ = environment.catalogue.gettext
    waiting = services.archive_work.archiving.story(paper.id).waiting(paper)
    told = _("noted; still to sign: {fields}") if waiting else _("noted; nobody else is to sign")
    click.echo(told.format(fields=", ".join(waiting)))


def _day(on: datetime | None) -> date:
    return on.date() if on else datetime.now().astimezone().date()
