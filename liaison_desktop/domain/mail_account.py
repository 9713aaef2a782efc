"""With which server mail is sent, and in whose name. A password is never part of it."""

from dataclasses import dataclass
from enum import StrEnum

from liaison_desktop.domain.addresses import Mailbox


class MailSecurity(StrEnum):
    """How the way to the server is protected."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


USUAL_PORTS = {MailSecurity.TLS: 465, MailSecurity.STARTTLS: 587, MailSecurity.NONE: 25}
"""On which servers listen for mail that is handed in (RFC 8314)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailAccount:
    """A server that takes mail.

    Attributes:
        port: TCP port, 1 to 65535.
        user: name to log in with; empty = the server asks for none.
        sender: in whose name mail goes out, and to whom answers come.
    """

    server: str
    port: int
    security: MailSecurity
    user: str
    sender: Mailbox
