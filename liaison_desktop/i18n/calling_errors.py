"""The sentences for errors about calling the members, mail and answers, by their codes."""

from liaison_desktop.i18n.marking import N_

CALLING_SENTENCES: dict[str, str] = {
    "call_nobody": N_("Choose at least one person who has an e-mail address."),
    "meeting_cancelled": N_("The meeting was cancelled."),
    "tasks_none": N_("There is nothing to be done."),
    "mail_address_malformed": N_("Mail cannot be sent to or from “{address}”."),
    "mail_server_missing": N_("Say which server sends the mail."),
    "mail_port_malformed": N_("The port of a server is a number from 1 to 65535."),
    "mail_not_protected": N_(
        "Mail goes to {server} only over a protected way; choose TLS or STARTTLS."
    ),
    "mail_server_unreachable": N_("The server {server} does not answer: {reason}"),
    "mail_server_untrusted": N_(
        "The server {server} could not prove that it is the right one; nothing was sent."
    ),
    "mail_server_without_tls": N_("The server {server} offers no protected way; nothing was sent."),
    "mail_login_refused": N_("The server does not accept the user name or the password: {reason}"),
    "mail_login_unknown": N_("The server {server} knows no way to log in; leave the name empty."),
    "mail_password_letters": N_(
        "User name and password may hold only letters without accents, digits and signs."
    ),
    "mail_refused": N_("The server did not take it: {reason}"),
    "mail_connection_lost": N_(
        "The connection was lost, so it may or may not have arrived; nothing more was sent."
    ),
    "reply_too_large": N_("It is larger than {most} MB, which no answer is."),
    "reply_unreadable": N_("It is neither a calendar file nor a message."),
    "reply_none": N_("There is no answer to an invitation in it."),
    "reply_other_program": N_("{address} answers an invitation of another program."),
    "reply_meeting_unknown": N_("{address} answers for a meeting that is not in this store."),
    "reply_from_stranger": N_("{address} was not called to the meeting."),
    "reply_ambiguous": N_("Several people are reached by {address}; note the answer by hand."),
    "reply_overtaken": N_("A later answer of {name} is known already."),
    "reply_of_substitute": N_(
        "{name} only stands in; what the holder of the seat answered still holds."
    ),
}
