"""A real mail server on this computer, with a certificate made for the test."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from liaison_desktop.domain.addresses import Mailbox
from liaison_desktop.domain.mail_account import MailAccount, MailSecurity

HOST = "127.0.0.1"
USER, PASSWORD = "office", "Zwiebelkuchen-7"
SENDER = Mailbox(name="Ufficio Intercultura", address="office@liaison.example")


@dataclass
class Postmaster:
    """Takes mail; refuses some recipients, and hangs up after some messages.

    Attributes:
        taken: recipients and bytes, in their order.
    """

    refused: frozenset[str] = frozenset()
    hang_up_after: int | None = None
    taken: list[tuple[str, bytes]] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 - the library's name
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        if address in self.refused:
            return "550 No such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - the library's name
        self, server: Any, _session: Any, envelope: Any
    ) -> str:
        (recipient,) = envelope.rcpt_tos
        self.taken.append((recipient, envelope.content))
        if self.hang_up_after is not None and len(self.taken) >= self.hang_up_after:
            server.transport.close()
        return "250 OK"

    @property
    def recipients(self) -> list[str]:
        return [recipient for recipient, _content in self.taken]

    @property
    def messages(self) -> list[EmailMessage]:
        return [message_from_bytes(content, policy=policy.SMTP) for _to, content in self.taken]


@dataclass(frozen=True)
class Pki:
    """A certificate for this computer, and a file with it alone."""

    certificate: Path
    context: ssl.SSLContext


def make_pki(folder: Path) -> Pki:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test mail server")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(HOST))]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), True)
        .sign(key, hashes.SHA256())
    )
    public, private = folder / "server.pem", folder / "server.key"
    public.write_bytes(certificate.public_bytes(Encoding.PEM))
    private.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(public, private)
    return Pki(public, context)


def _authenticate(
    _server: Any, _session: Any, _envelope: Any, _mechanism: str, told: Any
) -> AuthResult:
    known = isinstance(told, LoginPassword) and told.password == PASSWORD.encode()
    return AuthResult(success=known, handled=False)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(
    postmaster: Postmaster, security: MailSecurity, pki: Pki | None = None
) -> Iterator[MailAccount]:
    """The server while the block runs; gives the account with which it is reached."""
    options: dict[str, Any] = {}
    if security is MailSecurity.TLS and pki:
        options = {"ssl_context": pki.context, "auth_require_tls": False}
    elif security is MailSecurity.STARTTLS and pki:
        options = {"tls_context": pki.context, "require_starttls": True}
    login = security is not MailSecurity.NONE
    if login:
        options |= {"authenticator": _authenticate, "auth_required": True}
    controller = Controller(postmaster, hostname=HOST, port=free_port(), **options)
    controller.start()
    try:
        yield MailAccount(
            server=HOST,
            port=controller.port,
            security=security,
            user=USER if login else "",
            sender=SENDER,
        )
    finally:
        controller.stop()
