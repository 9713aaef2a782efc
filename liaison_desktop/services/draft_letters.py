"""The messages with which a draft of minutes goes to the members, one for each."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from liaison_desktop.domain.addresses import Mailbox
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.invitees import Invitee
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.minutes import Addressee
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.posting import Outgoing
from liaison_desktop.services.required import required


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRound:
    """One draft for several people.

    Attributes:
        committee: what it is called in the catalogue's language.
        again: an earlier draft went out.
        until: last day for objections.
        sender: not needed where it is handed out.
    """

    meeting: Meeting
    committee: str
    again: bool
    catalogue: Catalogue
    recipients: tuple[Invitee, ...]
    content: bytes
    until: date
    sender: Mailbox | None

    @property
    def digest(self) -> str:
        """SHA-256 of the draft."""
        return hashlib.sha256(self.content).hexdigest()


def draft_messages(around: DraftRound, *, unsent: bool) -> Iterator[Outgoing[Addressee]]:
    """The messages one after the other; each is dated when it is asked for."""
    for invitee in around.recipients:
        recipient = Mailbox(name=invitee.name, address=invitee.address)
        content = _message(around, invitee, recipient, unsent=unsent)
        digest = hashlib.sha256(content).hexdigest()
        yield Outgoing(
            recipient=recipient, content=content, proof=addressee_of(invitee, digest=digest)
        )


def _message(around: DraftRound, invitee: Invitee, recipient: Mailbox, *, unsent: bool) -> bytes:
    from liaison_desktop.exchange.mail import Mail, MailFile, compose_mail
    from liaison_desktop.exchange.paper_text import PaperText

    sender, held = required(around.sender), around.meeting.date
    text = PaperText(around.catalogue, around.committee)
    draft = around.catalogue.pgettext("paper", "Draft minutes")
    mail = Mail(
        message_id=f"{uuid7().hex}@{sender.address.rpartition('@')[2]}",
        sender=sender,
        recipient=recipient,
        sent_at=datetime.now(UTC),
        subject=text.draft_subject(held),
        text=text.draft_body(
            invitee.greeting,
            held,
            around.until,
            around.digest,
            sender.name,
            again=around.again,
        ),
        language=around.catalogue.tag,
        files=(MailFile(name=f"{held.isoformat()} {draft}.pdf", content=around.content),),
    )
    return compose_mail(mail, unsent=unsent)


def addressee_of(invitee: Invitee, digest: str = "") -> Addressee:
    """Who gets a draft, with the digest of the message."""
    return Addressee(
        name=invitee.name, address=invitee.address, seat_id=invitee.seat_id, digest=digest
    )
