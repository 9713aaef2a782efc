"""Passphrases and PINs, which stand in no command line."""

import os

import click

from liaison_desktop.cli.environment import Environment
from liaison_desktop.cli.output import is_terminal
from liaison_desktop.domain.errors import UserError


def passphrase(environment: Environment, variable: str | None, *, of_card: bool = False) -> str:
    """What opens a key: from a variable of the environment, or asked for in a terminal.

    ``of_card``: a PIN is asked for.

    Raises:
        UserError: ``passphrase_variable_missing``.
    """
    if variable:
        if variable not in os.environ:
            raise UserError("passphrase_variable_missing", variable=variable)
        return os.environ[variable]
    if is_terminal():
        _ = environment.catalogue.gettext
        question = _("PIN of the card") if of_card else _("Passphrase of the key")
        return str(click.prompt(question, hide_input=True, err=True))
    return ""
