"""The program as it runs, signing in every way it can, once with a wrong secret and once with the
right one, and once while a bug breaks it.

It is started by ``test_secrets``. Whatever the program makes of its commands and errors goes to
standard output. Secrets come in the environment, as the command line takes them.

Arguments: the folder of the profile, a PKCS#12 file, a PKCS#11 module.
"""

import logging
import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from liaison_desktop import bootstrap, paths
from liaison_desktop.bootstrap import Program
from liaison_desktop.cli.environment import Options
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.papers import Paper
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.errors import sentence
from liaison_desktop.paths import resources
from liaison_desktop.services.keys import AddKey, CreateKey
from liaison_desktop.services.minutes import FileMinutes
from liaison_desktop.services.register import SignPaper
from liaison_desktop.services.services import Services
from liaison_desktop.services.signing import FieldToSign, SignFile, WithKey
from liaison_desktop.signing import sign
from liaison_desktop.signing.keys import load_key
from liaison_desktop.signing.sign import SigningKey
from liaison_desktop.signing.tokens import open_token_key
from liaison_desktop.ui.application import Application
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.dialogs.crash import CrashDialog
from liaison_desktop.ui.dialogs.create_key import CreateKeyDialog
from liaison_desktop.ui.dialogs.sign import SignDialog

PATIENCE_S = 30
PASSPHRASES = ("LIAISON_WRONG_PASSPHRASE", "LIAISON_PASSPHRASE")
PINS = ("LIAISON_WRONG_PIN", "LIAISON_PIN")


def tell(*things: object) -> None:
    """Show things as a log or a debugger would."""
    for thing in things:
        sys.stdout.write(f"{thing!r} {thing}\n")


def tried(act: Callable[[], object]) -> None:
    """Do it, and tell what became of it."""
    try:
        tell(act())
    except UserError as error:
        tell(error, error.parameters, sentence(error, Catalogue("en")))
        traceback.print_exc(file=sys.stdout)


def filed(services: Services, reference: str) -> Paper:
    """Final minutes in the register."""
    meeting = services.meetings.by_ref(reference)
    return services.minutes.file(FileMinutes(meeting_id=meeting.id))


def on_the_command_line(profile: Path, paper: Path, key: Path) -> None:
    """The command ``sign``."""
    for variable in PASSPHRASES:
        words = ("sign", str(paper), "--field", "chair", "--key", str(key))
        told = bootstrap.run(["--profile", str(profile), *words, "--passphrase-env", variable])
        tell(told)


def by_use_cases(services: Services, paper: Paper, key: Path, module: Path) -> None:
    """A key in a file, a key on a token, a key made here."""
    for variable in PASSPHRASES:
        with_key = WithKey(path=key, secret=os.environ[variable])
        command = SignPaper(paper_id=paper.id, field="chair", key=with_key)
        field = FieldToSign(field="chair", key=with_key)
        tell(with_key, command, field, SignFile(path=key, field="", key=with_key, out=key))
        tried(lambda: services.register.sign(command))  # noqa: B023 - done at once
        tried(lambda: load_key(key, with_key.secret))  # noqa: B023 - done at once
    (on_token,) = services.signing_work.signing.token_keys(module)
    for variable in PINS:
        with_key = WithKey(token=on_token, secret=os.environ[variable])
        command = SignPaper(paper_id=paper.id, field="secretary", key=with_key)
        tell(with_key, command)
        tried(lambda: services.register.sign(command))  # noqa: B023 - done at once
    with open_token_key(on_token, os.environ[PINS[1]]) as opened:
        tell(opened)
    create = CreateKey(name="Ada", organisation="", passphrase=os.environ[PASSPHRASES[1]])
    tell(create)
    tried(lambda: services.keys.create(create))
    for variable in PASSPHRASES:
        add = AddKey(path=key, passphrase=os.environ[variable])
        tell(add)
        tried(lambda: services.keys.add(add))  # noqa: B023 - done at once


class Desk:
    """The window, and hands to use it."""

    def __init__(self, program: Program, profile: Path) -> None:
        self._application = QApplication(sys.argv[:1])
        self.running = Application(self._application, profile / "settings.toml", "en")
        self.window = self.running.window
        self.window.show()
        self.window.start(program._services_of_one_window)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is under way."""
        end, still = time.monotonic() + PATIENCE_S, 0
        while still < 10:
            assert time.monotonic() < end, "the work does not end"
            self._application.processEvents()
            time.sleep(0.002)
            still = 0 if self.running.jobs.busy else still + 1

    def press(self, text: str) -> None:
        """Press the visible button that says this."""
        buttons = [one for one in self.window.findChildren(QPushButton) if one.isVisible()]
        (wanted,) = (one for one in buttons if one.text().replace("&", "") == text)
        wanted.click()
        self.settle()

    def type_secret(self, dialog: SignDialog, variable: str) -> None:
        """Type a secret and press the button."""
        QTest.keyClick(dialog.keys.secret, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(dialog.keys.secret, os.environ[variable])
        dialog.sign()
        self.settle()
        if shiboken6.isValid(dialog):
            tell(dialog.error)


def in_the_window(desk: Desk, paper: Paper, key: Path) -> None:
    """The dialog: a wrong passphrase, a bug, the right one; then the dialog that makes a key."""
    desk.window.go(Place.MINUTES, paper.meeting_id)
    desk.settle()
    desk.press("Sign as chair")
    (dialog,) = desk.window.findChildren(SignDialog)
    dialog.choose_file(key)
    desk.type_secret(dialog, PASSPHRASES[0])
    with patch.object(sign, "sign_pdf", broken):
        desk.type_secret(dialog, PASSPHRASES[1])
    (crash,) = desk.window.findChildren(CrashDialog)
    tell(crash.details.toPlainText())
    crash.accept()
    assert dialog.keys.isEnabled(), "a bug is no reason to be locked up"
    dialog.keys._create_key()
    (creating,) = dialog.findChildren(CreateKeyDialog)
    for edit in (creating.passphrase, creating.again):
        QTest.keyClicks(edit, os.environ[PASSPHRASES[1]])
    desk.press("Create")
    dialog.choose_file(key)
    desk.type_secret(dialog, PASSPHRASES[1])
    assert not shiboken6.isValid(dialog), "it closes once it is signed"


def broken(_pdf: bytes, key: SigningKey, **named: object) -> bytes:
    """A bug that tells what it was given."""
    raise RuntimeError(key, named["field"])


def main(profile: Path, key: Path, module: Path) -> int:
    """Sign in every way, then close in order."""
    program = Program(Options(store=None, profile=profile, language="en"), "en")
    services = program.services(create=True)
    services.imports.import_file(resources() / "demo" / "it.json")
    papers = [filed(services, f"borgolume/{number}-2026") for number in (1, 2, 3)]
    sent = services.register.save_copy(papers[0].id, profile / "sent.pdf")
    on_the_command_line(profile, sent, key)
    bootstrap._start_log(paths.log_file(profile))
    logging.getLogger().setLevel(logging.DEBUG)
    by_use_cases(services, papers[1], key, module)
    desk = Desk(program, profile)
    in_the_window(desk, papers[2], key)
    desk.window.close()
    desk.running.close()
    tell([services.register.paper(paper.id).unsigned_fields for paper in papers], services)
    program.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
