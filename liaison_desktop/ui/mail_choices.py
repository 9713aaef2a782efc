"""The mail server as it stands in the settings."""

from dataclasses import replace

from liaison_desktop.domain.addresses import Mailbox
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.mail_account import USUAL_PORTS, MailAccount, MailSecurity
from liaison_desktop.settings import Settings
from liaison_desktop.ui.context import Desk
from liaison_desktop.ui.look import Look

HIGHEST_PORT = 65535


def security_of(settings: Settings) -> MailSecurity:
    """How the way to the server is protected; TLS where nothing else was chosen."""
    known = [each.value for each in MailSecurity]
    chosen = settings.mail_security
    return MailSecurity(chosen) if chosen in known else MailSecurity.TLS


def account_of(settings: Settings) -> MailAccount:
    """The account by which mail is sent.

    Raises:
        UserError: ``mail_server_missing``, ``mail_port_malformed``.
    """
    if not settings.mail_server.strip():
        raise UserError("mail_server_missing")
    security = security_of(settings)
    told = settings.mail_port.strip() or str(USUAL_PORTS[security])
    if not (told.isdecimal() and 0 < int(told) <= HIGHEST_PORT):
        raise UserError("mail_port_malformed")
    return MailAccount(
        server=settings.mail_server.strip(),
        port=int(told),
        security=security,
        user=settings.mail_user.strip(),
        sender=Mailbox(name=settings.mail_name.strip(), address=settings.mail_address.strip()),
    )


def account_words(settings: Settings, look: Look) -> str:
    """Which server it is, or that one has to be named first."""
    _ = look.catalogue.gettext
    try:
        account = account_of(settings)
    except UserError:
        return _("Name the mail server in the settings first.")
    place = look.formats.isolate(f"{account.server}:{account.port}")
    security = look.labels.label(account.security)
    return _("Server: {place} ({security})").format(place=place, security=security)


def remember_sender(desk: Desk, sender: Mailbox) -> None:
    """Offer the same name and address the next time."""
    desk.remember(replace(desk.settings, mail_name=sender.name, mail_address=sender.address))
