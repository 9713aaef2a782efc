"""The commands ``circulate``, ``objection``, ``ruling``, ``approve`` and ``finalise``."""

from datetime import date, datetime
from email.utils import parseaddr
from pathlib import Path
from uuid import UUID

import click

from liaison_desktop.cli.environment import Environment
from liaison_desktop.domain.addresses import Mailbox
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.minutes import Ruling
from liaison_desktop.i18n.approval_words import approval_words
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.services.approving import ApproveMinutes, RaiseObjection, RuleOnObjection
from liaison_desktop.services.circulating import CirculateMinutes
from liaison_desktop.services.minutes import FinaliseMinutes

_DAY = click.DateTime(formats=["%Y-%m-%d"])
_meeting = click.argument("reference", metavar="MEETING")
_RULINGS = [ruling.value for ruling in Ruling if ruling is not Ruling.OPEN]


@click.command()
@_meeting
@click.option("--until", type=_DAY, metavar="YYYY-MM-DD", required=True, help="For objections.")
@click.option("--out", metavar="FOLDER", type=click.Path(path_type=Path), required=True)
@click.option("--from", "sender", metavar="'NAME <ADDRESS>'", required=True, help="Who sends it.")
@click.option("--language", type=click.Choice(LANGUAGES), help="The language of it.")
@click.pass_obj
def circulate(
    environment: Environment,
    reference: str,
    until: datetime,
    out: Path,
    sender: str,
    language: str | None,
) -> None:
    """Write the draft of minutes into a folder: a message for each member, to be sent by hand."""
    _ = environment.catalogue.gettext
    services = environment.program.services(create=False)
    meeting = services.meetings.by_ref(reference)
    circulating = services.minutes_work.circulating
    invitees = circulating.recipients(meeting.id)
    name, address = parseaddr(sender)
    command = CirculateMinutes(
        meeting_id=meeting.id,
        until=until.date(),
        chosen=frozenset((one.seat_id, one.person_id) for one in invitees if not one.substitute),
        sender=Mailbox(name=name, address=address),
        language=language or "",
    )
    for each in circulating.draft(command, out).deliveries:
        click.echo(_("{path}: to {address}").format(path=each.path, address=each.address))


@click.command()
@_meeting
@click.option("--by", "who", metavar="NAME", required=True, help="Who objects.")
@click.option("--text", required=True, help="What is wrong or missing.")
@click.option("--item", metavar="NUMBER", help="The item it is about, as printed.")
@click.option("--on", type=_DAY, metavar="YYYY-MM-DD", help="When it came in; today if missing.")
@click.pass_obj
def objection(
    environment: Environment,
    reference: str,
    who: str,
    text: str,
    item: str | None,
    on: datetime | None,
) -> None:
    """Note an objection to minutes that were circulated."""
    services = environment.program.services(create=False)
    meeting = services.meetings.by_ref(reference)
    seat = next((one.seat_id for one in meeting.attendees if one.present_name == who), None)
    approving = services.minutes_work.approving
    approving.object(
        RaiseObjection(
            meeting_id=meeting.id,
            seat_id=seat,
            name=who,
            item_id=_item_id(meeting, item),
            text=text,
            raised_on=_day(on),
        )
    )
    count = len(approving.way(meeting.id).objections)
    told = environment.catalogue.gettext("objection {number} noted")
    click.echo(told.format(number=count))


@click.command()
@_meeting
@click.argument("number", type=int, metavar="NUMBER")
@click.argument("decision", type=click.Choice(_RULINGS))
@click.option("--answer", default="", help="Why, or what was changed.")
@click.option("--on", type=_DAY, metavar="YYYY-MM-DD", help="When; today if missing.")
@click.pass_obj
def ruling(
    environment: Environment,
    reference: str,
    number: int,
    decision: str,
    answer: str,
    on: datetime | None,
) -> None:
    """Decide on an objection; they are counted from 1, as show minutes lists them."""
    services = environment.program.services(create=False)
    meeting = services.meetings.by_ref(reference)
    approving = services.minutes_work.approving
    objections = approving.way(meeting.id).objections
    if not 1 <= number <= len(objections):
        raise UserError("objection_unknown", number=number, count=len(objections))
    approving.rule(
        RuleOnObjection(
            objection_id=objections[number - 1].id,
            ruling=Ruling(decision),
            answer=answer,
            ruled_on=_day(on),
        )
    )
    click.echo(environment.catalogue.gettext("decision noted"))


@click.command()
@_meeting
@click.option("--on", type=_DAY, metavar="YYYY-MM-DD", help="When; today if missing.")
@click.option("--in", "words", metavar="TEXT", default="", help="The meeting and decision.")
@click.pass_obj
def approve(environment: Environment, reference: str, on: datetime | None, words: str) -> None:
    """Note that the committee approved minutes.

    Without --in the meeting that has the approval on its agenda and adopted it is named.
    """
    services = environment.program.services(create=False)
    meeting = services.meetings.by_ref(reference)
    approving = services.minutes_work.approving
    found = None
    if not words:
        found = next((each for each in approving.way(meeting.id).found if each.approved), None)
    if found is not None:
        words = approval_words(meeting.language, found.meeting.date, found.number)
    approved_on = found.meeting.date if found and not on else _day(on)
    approving.approve(
        ApproveMinutes(
            meeting_id=meeting.id,
            approved_on=approved_on,
            approved_in=found.meeting.id if found else None,
            decision_id=found.decision_id if found else None,
            words=words,
        )
    )
    click.echo(environment.catalogue.gettext("approved"))


@click.command()
@_meeting
@click.pass_obj
def finalise(environment: Environment, reference: str) -> None:
    """Give minutes, decisions and actions their numbers and lock them; this cannot be undone."""
    services = environment.program.services(create=False)
    meeting = services.meetings.by_ref(reference)
    services.minutes.finalise(FinaliseMinutes(meeting_id=meeting.id))
    click.echo(services.meetings.record(meeting.id).meeting.label)


def _item_id(meeting: Meeting, number: str | None) -> UUID | None:
    if number is None:
        return None
    found = next((item.id for item in meeting.items if item.number == number), None)
    if found is None:
        raise UserError("item_gone")
    return found


def _day(on: datetime | None) -> date:
    return on.date() if on else datetime.now().astimezone().date()
