"""Writing the messages of one call: the same paper for all, a message of its own for each."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from liaison_desktop.db.unit_of_work import Reading
from liaison_desktop.domain.addresses import Mailbox
from liaison_desktop.domain.announcement import (
    Round,
    announcement,
    appointment_of,
    message_name,
    purpose_for,
)
from liaison_desktop.domain.calling import Letter, Medium, Purpose
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.invitees import Invitee
from liaison_desktop.domain.meetings import Meeting, MeetingState
from liaison_desktop.domain.seats import Role
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.calendar_files import calendar_meeting
from liaison_desktop.services.invitations import invitations_of
from liaison_desktop.services.posting import Outgoing
from liaison_desktop.services.required import required

if TYPE_CHECKING:
    from liaison_desktop.exchange.calendar import CalendarMethod, Part
    from liaison_desktop.exchange.invitation_text import InvitationText
    from liaison_desktop.exchange.mail import Mail

_CALLABLE = frozenset({MeetingState.PLANNED, MeetingState.CONVENED, MeetingState.CANCELLED})


@dataclass(frozen=True, slots=True, kw_only=True)
class CallMembers:
    """Call some of those who can be called; to a cancelled meeting, call it off.

    Attributes:
        chosen: seats and people.
        sender: in whose name, and to whom answers go.
        language: of message and paper; empty = the meeting's.
    """

    meeting_id: UUID
    chosen: frozenset[tuple[UUID, UUID]]
    sender: Mailbox
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One call to several recipients.

    Attributes:
        letters: what went out before, the oldest first.
        committee: what it is called in the message's language.
        called_on: the day on which the members count as called once this has gone out.
        paper: the convocation as a PDF; empty where the meeting is called off.
    """

    meeting: Meeting
    country: str
    committee: str
    sender: Mailbox
    catalogue: Catalogue
    call: Round
    letters: tuple[Letter, ...]
    recipients: tuple[Invitee, ...]
    called_on: date
    paper: bytes = b""

    def called(self, meeting: Meeting) -> Meeting:
        """A meeting after this call went out."""
        if meeting.state is MeetingState.CANCELLED:
            return replace(meeting, sequence=self.call.sequence)
        known = meeting.convocation.medium
        by_mail = self.catalogue.pgettext("paper", "by e-mail")
        medium = known if by_mail in known else ", ".join(filter(None, (known, by_mail)))
        sent = replace(meeting.convocation, sent_on=self.called_on, medium=medium)
        return replace(
            meeting,
            state=MeetingState.CONVENED,
            sequence=self.call.sequence,
            convocation=sent,
        )


def batch_of(
    reading: Reading, command: CallMembers, catalogue: Callable[[str], Catalogue]
) -> Batch:
    """What is to go out, without the paper; raises as ``CallingService.draft``."""
    from liaison_desktop.exchange.mail import require_address

    view = invitations_of(reading, command.meeting_id)
    meeting = view.meeting
    today = datetime.now(UTC).astimezone().date()
    _require_callable(meeting, today)
    chosen = tuple(
        one.invitee
        for one in view.recipients
        if (one.invitee.seat_id, one.invitee.person_id) in command.chosen and one.invitee.address
    )
    if not chosen:
        raise UserError("call_nobody")
    for address in (command.sender.address, *(each.address for each in chosen)):
        require_address(address)
    committee = required(reading.committees.get(meeting.committee_id))
    language = command.language or meeting.language
    return Batch(
        meeting=meeting,
        country=committee.country,
        committee=committee.name_in(language),
        sender=command.sender,
        catalogue=catalogue(language),
        call=view.call,
        letters=view.letters,
        recipients=chosen,
        called_on=_called_on(meeting, view.letters, chosen, today),
    )


def write_letters(batch: Batch, medium: Medium) -> Iterator[Outgoing[Letter]]:
    """The messages one after the other; each is dated when it is asked for."""
    for invitee in batch.recipients:
        yield _written(batch, invitee, medium)


def _require_callable(meeting: Meeting, today: date) -> None:
    if meeting.state not in _CALLABLE:
        raise UserError("meeting_begun")
    if meeting.state is not MeetingState.CANCELLED and not meeting.items:
        raise UserError("agenda_empty")
    if today > meeting.date:
        raise UserError("convocation_after_meeting")


def _called_on(
    meeting: Meeting, letters: tuple[Letter, ...], chosen: tuple[Invitee, ...], today: date
) -> date:
    """The day that counts for the notice period: the last on which a member was called.

    Another day, hour or place of the meeting is a new call; another agenda or link is not.
    """
    before = meeting.convocation.sent_on
    if before is None:
        return today
    if not letters:
        return before if meeting.state is MeetingState.CONVENED else today
    same = announcement(meeting).appointment
    knowing = {letter.seat_id for letter in letters if appointment_of(letter) == same}
    newly = any(not each.substitute and each.seat_id not in knowing for each in chosen)
    return today if newly else before


def _written(batch: Batch, invitee: Invitee, medium: Medium) -> Outgoing[Letter]:
    from liaison_desktop.exchange.mail import compose_mail

    meeting, letter_id = batch.meeting, uuid7()
    purpose = purpose_for(meeting, batch.call, batch.letters, invitee.seat_id, invitee.address)
    mail = _mail(batch, invitee, purpose, message_name(letter_id, batch.call.mark))
    content = compose_mail(mail, unsent=medium is Medium.DRAFT)
    letter = Letter(
        id=letter_id,
        committee_id=meeting.committee_id,
        meeting_id=meeting.id,
        seat_id=invitee.seat_id,
        purpose=purpose,
        sequence=batch.call.sequence,
        name=invitee.name,
        address=invitee.address,
        medium=medium,
        sent_at=mail.sent_at,
        message_id=mail.message_id,
        digest=hashlib.sha256(content).hexdigest(),
        paper_digest=hashlib.sha256(batch.paper).hexdigest() if batch.paper else "",
    )
    return Outgoing(recipient=_mailbox(invitee), content=content, proof=letter)


def _mail(batch: Batch, invitee: Invitee, purpose: Purpose, name: str) -> "Mail":
    """``name``: what stands before the at sign of the message's id."""
    from liaison_desktop.exchange.calendar import CalendarMethod
    from liaison_desktop.exchange.invitation_text import InvitationText
    from liaison_desktop.exchange.mail import Mail, MailCalendar, MailFile

    meeting, now = batch.meeting, datetime.now(UTC)
    text = InvitationText(meeting, batch.committee, batch.catalogue)
    method = CalendarMethod.CANCEL if purpose is Purpose.CANCEL else CalendarMethod.REQUEST
    pgettext = batch.catalogue.pgettext
    paper_name = f"{meeting.date.isoformat()} {pgettext('paper', 'Convocation')}.pdf"
    paper = MailFile(name=paper_name, content=batch.paper)
    return Mail(
        message_id=f"{name}@{batch.sender.address.rpartition('@')[2]}",
        sender=batch.sender,
        recipient=_mailbox(invitee),
        sent_at=now,
        subject=text.subject(purpose),
        text=text.body(purpose, invitee.greeting, batch.sender.name),
        language=batch.catalogue.tag,
        files=(paper,) if batch.paper else (),
        calendar=MailCalendar(
            name=f"{pgettext('paper', 'meeting')}.ics",
            content=_calendar(batch, invitee, text, method, now),
            method=method,
        ),
    )


def _calendar(
    batch: Batch,
    invitee: Invitee,
    text: "InvitationText",
    method: "CalendarMethod",
    now: datetime,
) -> bytes:
    from liaison_desktop.exchange.calendar import write_invitation

    told = calendar_meeting(
        batch.meeting, batch.country, text, sequence=batch.call.sequence, stamp=now
    )
    return write_invitation(
        told,
        method,
        organiser=batch.sender,
        attendee=_mailbox(invitee),
        part=_part(invitee),
        # To accept an entry in a calendar must not be taken for a vote.
        answered=not batch.meeting.in_writing,
    )


def _mailbox(invitee: Invitee) -> Mailbox:
    return Mailbox(name=invitee.name, address=invitee.address)


def _part(invitee: Invitee) -> "Part":
    from liaison_desktop.exchange.calendar import Part

    if invitee.role is Role.CHAIR:
        return Part.CHAIR
    if invitee.substitute:
        return Part.OPTIONAL
    if invitee.voting or invitee.role is Role.SECRETARY:
        return Part.REQUIRED
    return Part.INFORMED
