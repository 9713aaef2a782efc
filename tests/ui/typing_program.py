"""The program as it runs, with somebody who types into a meeting and never stops.

It is started by ``test_killed_while_typing``, and killed by it. Each word goes to standard output
once its last key was taken: the time on the machine's monotonic clock, in seconds, and the word.

Arguments: the store's file, the folder of the profile, the meeting's id.
"""

import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from string import ascii_lowercase
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from liaison_desktop.bootstrap import Program
from liaison_desktop.cli.environment import Options
from liaison_desktop.ui.application import Application
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.screens.meeting_session import MeetingSessionView

KEY_MS = 15
LOOK_MS = 50


def words() -> Iterator[str]:
    """Words that differ, of letters only: an editor may make something else of digits."""
    for number in count():
        first, second = divmod(number, 26)
        yield "parola" + ascii_lowercase[first % 26] + ascii_lowercase[second]


class Typist:
    """Goes to the meeting once the store is open, then types a key at a time."""

    def __init__(self, running: Application, meeting_id: UUID) -> None:
        self._window = running.window
        self._meeting_id = meeting_id
        self._words = words()
        self._word = self._rest = ""
        self._asked = False
        self._look = QTimer(self._window, interval=LOOK_MS)
        self._look.timeout.connect(self._find)
        self._keys = QTimer(self._window, interval=KEY_MS)
        self._keys.timeout.connect(self._type)
        self._look.start()

    def _find(self) -> None:
        if not self._window._committees:
            return  # the store is still being opened and read
        if not self._asked:
            self._asked = True
            self._window.go(Place.MEETINGS, self._meeting_id)
        views = self._window.findChildren(MeetingSessionView)
        if any(view.isVisible() and view.item is not None for view in views):
            self._look.stop()
            self._window.activateWindow()
            QTest.keyClick(self._window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
            self._keys.start()

    def _type(self) -> None:
        writing = QApplication.focusWidget()
        if writing is None:
            return
        if not self._rest:
            self._word = next(self._words)
            self._rest = self._word + " "
        QTest.keyClicks(writing, self._rest[0])
        self._rest = self._rest[1:]
        if not self._rest:
            sys.stdout.write(f"{time.monotonic()} {self._word}\n")
            sys.stdout.flush()


def main(store: str, profile: str, meeting: str) -> int:
    """Run until somebody kills it."""
    program = Program(Options(store=store, profile=Path(profile), language="en"), "en")
    application = QApplication(sys.argv[:1])
    running = Application(application, Path(profile) / "settings.toml", "en")
    typist = Typist(running, UUID(meeting))
    running.window.show()
    running.window.start(program._services_of_one_window)
    status = application.exec()
    del typist
    return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
