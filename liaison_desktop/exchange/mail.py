"""Messages by e-mail: text, PDFs and, where it calls to a meeting, the entry for the calendar.

A message goes to one person and names nobody else. The same facts give the same bytes.
"""

from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from liaison_desktop.domain.addresses import Mailbox
from liaison_desktop.domain.errors import UserError
from liaison_desktop.exchange.calendar import CalendarMethod


@dataclass(frozen=True, slots=True, kw_only=True)
class MailFile:
    """A PDF that goes with a message."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class MailCalendar:
    """The calendar entry of a message."""

    name: str
    content: bytes
    method: CalendarMethod


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """What a message is made of.

    Attributes:
        message_id: without angle brackets.
        language: tag of the text (``de-AT``).
    """

    message_id: str
    sender: Mailbox
    recipient: Mailbox
    sent_at: datetime
    subject: str
    text: str
    language: str
    files: tuple[MailFile, ...] = ()
    calendar: MailCalendar | None = None


def compose_mail(mail: Mail, *, unsent: bool) -> bytes:
    """The bytes of the message (RFC 5322, RFC 6047).

    ``unsent``: mail programs that know the mark open the file as a draft.

    Raises:
        UserError: ``mail_address_malformed``.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = _header(mail.sender)
    message["To"] = _header(mail.recipient)
    message["Subject"] = " ".join(mail.subject.split())
    message["Date"] = format_datetime(mail.sent_at)
    message["Message-ID"] = f"<{mail.message_id}>"
    if unsent:
        message["X-Unsent"] = "1"
    message.set_content(mail.text, cte="base64")
    message["Content-Language"] = mail.language
    if mail.calendar is not None:
        message.add_alternative(
            mail.calendar.content,
            maintype="text",
            subtype="calendar",
            cte="base64",
            params={"method": mail.calendar.method.value, "charset": "UTF-8"},
        )
    for file in mail.files:
        message.add_attachment(
            file.content, maintype="application", subtype="pdf", filename=file.name
        )
    if mail.calendar is not None:
        message.add_attachment(
            mail.calendar.content,
            maintype="application",
            subtype="ics",
            filename=mail.calendar.name,
        )
    _set_boundaries(message, mail.message_id)
    return message.as_bytes()


def require_address(address: str) -> None:
    """Make sure that mail can be sent to an address.

    Raises:
        UserError: ``mail_address_malformed``.
    """
    _header(Mailbox(name="", address=address))


def _header(mailbox: Mailbox) -> Address:
    """A name and an address as headers have them; servers that take others are too rare."""
    name = " ".join("".join(c if c.isprintable() else " " for c in mailbox.name).split())
    try:
        header = Address(display_name=name, addr_spec=mailbox.address)
        mailbox.address.encode("ascii")
    except Exception as error:
        # The library's parser raises whatever an address makes it stumble over.
        raise UserError("mail_address_malformed", address=mailbox.address) from error
    if not header.username or "." not in header.domain:
        raise UserError("mail_address_malformed", address=mailbox.address)
    return header


def _set_boundaries(message: EmailMessage, message_id: str) -> None:
    """Lines between the parts that are the same every time; the library draws lots for them."""
    unique = "".join(letter for letter in message_id if letter.isalnum())[:32]
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_{unique}_{number}_=")
