"""Entry of the command line: the options before the command, one sentence for every error."""

import logging
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from liaison_desktop import __version__
from liaison_desktop.cli.environment import Compose, Environment, Options
from liaison_desktop.domain.errors import UserError
from liaison_desktop.i18n.catalogue import LANGUAGES, Catalogue
from liaison_desktop.i18n.errors import sentence

DONE, NEGATIVE, WRONG = 0, 1, 2

_log = logging.getLogger(__name__)


_COMMANDS = {
    "agreement": "papers:agreement",
    "approve": "approving:approve",
    "attendance": "attendance:attendance",
    "backup": "upkeep:backup",
    "calendar": "calling:calendar",
    "check": "upkeep:check",
    "circulate": "approving:circulate",
    "correct": "corrections:correct",
    "demo": "demonstration:demo",
    "export": "exchange:export",
    "filed": "archive:filed",
    "finalise": "approving:finalise",
    "hand-over": "archive:hand_over",
    "import": "exchange:import_files",
    "invitations": "calling:invitations",
    "keys": "keys:keys",
    "list": "records:list_records",
    "migrate": "upkeep:migrate",
    "minutes": "papers:minutes",
    "objection": "approving:objection",
    "paper": "papers:paper",
    "receipt": "archive:receipt",
    "refuse": "archive:refuse",
    "register": "archive:register",
    "register-check": "archive:register_check",
    "renew": "signatures:renew",
    "replies": "calling:replies",
    "restore": "upkeep:restore",
    "ruling": "approving:ruling",
    "show": "records:show",
    "sign": "signatures:sign",
    "signed-by-hand": "archive:signed_by_hand",
    "take-back": "signatures:take_back",
    "tasks": "calling:tasks",
    "trust": "trust:trust",
    "verify": "verifying:verify",
}


class _Commands(click.Group):
    """Imports a command when it is called, so that the window does not wait for any of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, _, function = _COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(f"liaison_desktop.cli.{module}"), function)
        return command if isinstance(command, click.Command) else None


@click.group(cls=_Commands, invoke_without_command=True)
@click.option("--store", metavar="PATH", envvar="LIAISON_STORE", help="The store's file.")
@click.option(
    "--profile",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Keep data, settings and log in one folder.",
)
@click.option("--language", metavar="xx", help="Language of window and messages.")
@click.version_option(__version__, prog_name="liaison-desktop")
@click.pass_context
def liaison_desktop(
    context: click.Context, store: str | None, profile: Path | None, language: str | None
) -> int:
    """Committee work offline: seats, quorum, minutes, agreements and signed PDFs.

    Without a command the window opens.
    """
    compose, catalogue_of = context.obj
    options = Options(store=store, profile=profile, language=language)
    program = compose(options)
    context.call_on_close(program.close)
    context.obj = Environment(program=program, catalogue=catalogue_of(options))
    return program.window() if context.invoked_subcommand is None else DONE


class _Languages:
    """Remembers which catalogue was asked for, so that an error speaks the same language."""

    def __init__(self, default: str) -> None:
        self.catalogue = Catalogue(default)

    def of(self, options: Options) -> Catalogue:
        if options.language:
            _require_language(options.language)
            self.catalogue = Catalogue(options.language)
        return self.catalogue


def _require_language(tag: str) -> None:
    """Any region will do (``it-CH``), but a language nobody translated is a slip of the keys."""
    if tag.replace("-", "_").partition("_")[0].lower() not in LANGUAGES:
        raise UserError("language_missing", language=tag, known=", ".join(LANGUAGES))


def run(arguments: Sequence[str], compose: Compose, default_language: str) -> int:
    """Run one command.

    The exit status is 0 = done or yes, 1 = a negative answer, 2 = wrong use or bad input.
    """
    languages = _Languages(default_language)
    try:
        status = liaison_desktop.main(
            args=list(arguments),
            prog_name="liaison-desktop",
            standalone_mode=False,
            obj=(compose, languages.of),
        )
    except UserError as error:
        return _refuse(sentence(error, languages.catalogue))
    except click.ClickException as error:
        return _refuse(error.format_message())
    except (click.Abort, KeyboardInterrupt):
        return _refuse(languages.catalogue.gettext("Stopped; nothing was changed."))
    except Exception as error:
        _log.exception("a bug on the command line")
        report = languages.catalogue.gettext("This is a fault of the program: {what}")
        return _refuse(report.format(what=f"{type(error).__name__}: {error}"))
    return status if isinstance(status, int) else DONE


def _refuse(message: str) -> int:
    sys.stderr.write(" ".join(message.split()) + "\n")
    return WRONG
