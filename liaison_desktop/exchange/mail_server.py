"""Handing messages to a mail server (SMTP), over a way that nobody else can read.

The server's certificate is checked against those the system trusts; without encryption mail goes
only to a server on this computer.
"""

import smtplib
import ssl
from ipaddress import ip_address
from types import TracebackType
from typing import Final, Self

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.mail_account import MailAccount, MailSecurity

_PATIENCE_S: Final = 30.0
_LONGEST_REASON: Final = 200


class MailConnectionLost(UserError):  # noqa: N818 - the family is called UserError
    """The server went away: nothing more can be sent, and the last message may have arrived."""


class MailServer:
    """One conversation with a server; used in a ``with``.

    Raises:
        UserError: on entering: ``mail_not_protected``, ``mail_server_unreachable``,
            ``mail_server_untrusted``, ``mail_server_without_tls``, ``mail_login_refused``,
            ``mail_password_letters``.
    """

    def __init__(self, account: MailAccount, password: str) -> None:
        self._account = account
        self._password = password
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        account = self._account
        if account.security is MailSecurity.NONE and not _is_this_computer(account.server):
            raise UserError("mail_not_protected", server=account.server)
        try:
            self._smtp = _connected(account)
            self._log_in(self._smtp)
        except ssl.SSLError as error:
            self._hang_up()
            raise UserError("mail_server_untrusted", server=account.server) from error
        except (OSError, smtplib.SMTPException) as error:
            self._hang_up()
            raise UserError(
                "mail_server_unreachable", server=account.server, reason=_reason(error)
            ) from error
        except UserError:
            self._hang_up()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._smtp is not None and kind is None:
            try:
                self._smtp.quit()
            except (OSError, smtplib.SMTPException):
                self._hang_up()
        else:
            self._hang_up()

    def deliver(self, message: bytes, recipient: str) -> None:
        """Hand over one message for one recipient.

        Raises:
            UserError: ``mail_refused``, the server does not take it.
            MailConnectionLost: ``mail_connection_lost``.
        """
        assert self._smtp is not None  # noqa: S101 - only inside the ``with``
        try:
            self._smtp.sendmail(self._account.sender.address, [recipient], message)
        except smtplib.SMTPServerDisconnected as error:
            raise MailConnectionLost("mail_connection_lost") from error
        except smtplib.SMTPException as error:
            raise UserError("mail_refused", reason=_reason(error)) from error
        except OSError as error:
            raise MailConnectionLost("mail_connection_lost") from error

    def _log_in(self, smtp: smtplib.SMTP) -> None:
        user = self._account.user
        if not user:
            return
        if not (user.isascii() and self._password.isascii()):
            raise UserError("mail_password_letters")
        try:
            smtp.login(user, self._password)
        except smtplib.SMTPAuthenticationError as error:
            raise UserError("mail_login_refused", reason=_reason(error)) from error
        except smtplib.SMTPNotSupportedError as error:
            raise UserError("mail_login_unknown", server=self._account.server) from error

    def _hang_up(self) -> None:
        if self._smtp is not None:
            self._smtp.close()
            self._smtp = None


def _connected(account: MailAccount) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if account.security is MailSecurity.TLS:
        return smtplib.SMTP_SSL(account.server, account.port, timeout=_PATIENCE_S, context=context)
    smtp = smtplib.SMTP(account.server, account.port, timeout=_PATIENCE_S)
    if account.security is MailSecurity.STARTTLS:
        try:
            smtp.starttls(context=context)
        except smtplib.SMTPNotSupportedError as error:
            smtp.close()
            raise UserError("mail_server_without_tls", server=account.server) from error
        except ssl.SSLError:
            smtp.close()
            raise
    return smtp


def _is_this_computer(server: str) -> bool:
    try:
        return server == "localhost" or ip_address(server).is_loopback
    except ValueError:
        return False


def _reason(error: Exception) -> str:
    """What the server or the system said, on one line; a password is never part of it."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        said = next((f"{code} {text!s}" for code, text in _replies(error)), "")
    elif isinstance(error, smtplib.SMTPResponseException):
        said = f"{error.smtp_code} {_text(error.smtp_error)}"
    else:
        said = getattr(error, "strerror", None) or str(error)
    readable = "".join(letter if letter.isprintable() else " " for letter in said)
    return " ".join(readable.split())[:_LONGEST_REASON]


def _replies(error: smtplib.SMTPRecipientsRefused) -> list[tuple[int, str]]:
    return [(code, _text(text)) for code, text in error.recipients.values()]


def _text(said: bytes | str) -> str:
    return said.decode("utf-8", errors="replace") if isinstance(said, bytes) else said
