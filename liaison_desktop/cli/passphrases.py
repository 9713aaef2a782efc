"""Passphrases and PINs, which stand in no command line."""

import os

import click

from liaison_desktop.cli.environment import Environment
from liaison_desktop.cli.output import is_terminal
from liaison_desktop.domain.errors import UserError


def passphrase(environment: Environment, variable: str | None) -> str:
    """What opens a key: from a variable of the environment, or asked for in a terminal.

    Raises:
        UserError: ``passphrase_variable_missing``.
    """
    if variable:
        if variable not in os.environ:
            raise UserError("passphrase_variable_missing", variable=variable)
        return os.environ[variable]
    if is_terminal():
        question = environment.catalogue.gettext("Passphrase of the key")
        return str(click.prompt(question, hide_input=True, err=True))
    return ""
