"""A program killed while somebody types loses at most the last two seconds."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from datetime import time as clock
from functools import cache
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QTextEdit

from liaison_desktop.db.store import Store
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.planning import MeetingPlan, PlanMeeting
from liaison_desktop.services.services import Services, compose_services
from liaison_desktop.services.session import Mark, MarkSeat
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.screens.meeting_session import MeetingSessionView
from tests.ui.conftest import Bench

PROGRAM = Path(__file__).with_name("typing_program.py")
PROJECT = Path(__file__).parents[2]
KILLS = 3
MAY_BE_LOST_S = 2.0
KILLED_AFTER_S = (2.6, 4.2)
PATIENCE_S = 60


class Typed(NamedTuple):
    """A word, and when its last key was taken, on the monotonic clock."""

    at: float
    word: str


@dataclass
class Typist:
    """A program in which somebody types, and the folder of its store."""

    folder: Path
    meeting_id: UUID
    process: "subprocess.Popen[bytes]"

    @property
    def typed(self) -> list[Typed]:
        """What it said so far."""
        lines = (self.folder / "typed").read_text("utf-8").splitlines()
        return [Typed(float(at), word) for at, _, word in (line.partition(" ") for line in lines)]

    def wait_for_a_word(self) -> None:
        """Wait until the typing has begun."""
        end = time.monotonic() + PATIENCE_S
        while not self.typed:
            assert self.process.poll() is None, "the program ended by itself"
            assert time.monotonic() < end, "nobody types"
            time.sleep(0.02)

    def killed(self) -> list[str]:
        """Kill it; gives what must not be lost."""
        at = time.monotonic()
        self.process.send_signal(signal.SIGKILL)
        assert self.process.wait() == -signal.SIGKILL
        return [one.word for one in self.typed if one.at <= at - MAY_BE_LOST_S]


@contextmanager
def opened(folder: Path) -> Iterator[Services]:
    store = Store.open(folder / "store.sqlite3")
    yield compose_services(store, folder, "tester", cache(Catalogue))
    store.close()


def meeting_in_session(folder: Path) -> UUID:
    with opened(folder) as services:
        work = services.meeting_work
        plan = PlanMeeting(
            committee_id=services.committees.by_ref("borgolume").id,
            plan=MeetingPlan(date=date(2026, 12, 2), starts=clock(17)),
        )
        meeting_id = work.planning.plan(plan).meeting_id
        work.session.begin_roll_call(meeting_id)
        seat = services.meetings.record(meeting_id).meeting.attendees[0].seat_id
        come = MarkSeat(meeting_id=meeting_id, seat_id=seat, mark=Mark.PRESENT, at=clock(17))
        work.session.mark(come)
        work.session.open(meeting_id, clock(17), chair_seat_id=seat)
    return meeting_id


def begun(folder: Path, meeting_id: UUID) -> Typist:
    with (folder / "typed").open("wb") as told:
        process = subprocess.Popen(
            [sys.executable, PROGRAM, folder / "store.sqlite3", folder, str(meeting_id)],
            stdout=told,
            cwd=PROJECT,
            env={**os.environ, "PYTHONPATH": str(PROJECT), "QT_QPA_PLATFORM": "offscreen"},
        )
    return Typist(folder, meeting_id, process)


def kept(typist: Typist) -> list[str]:
    """The words that the store has, in the journal or in the record."""
    with opened(typist.folder) as services:
        record = services.meetings.record(typist.meeting_id)
    item = record.meeting.items[0]
    return f"{item.discussion} {record.typed.get(item.id, '')}".split()


def shown(bench: Bench) -> list[str]:
    """The words in the editor that has the focus."""
    QTest.keyClick(bench.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit | QTextEdit)
    return editor.toPlainText().split()


def test_a_kill_loses_at_most_two_seconds(
    demonstration_store: Path, open_bench: Callable[..., Bench], tmp_path: Path
) -> None:
    folder = tmp_path / "0"
    folder.mkdir()
    shutil.copy(demonstration_store, folder / "store.sqlite3")
    meeting_id = meeting_in_session(folder)
    for number in range(1, KILLS):
        shutil.copytree(folder, tmp_path / str(number))
    owed: list[str] = []
    typists = [begun(tmp_path / str(number), meeting_id) for number in range(KILLS)]
    try:
        for typist in typists:
            typist.wait_for_a_word()
        for typist in typists:
            after = random.uniform(*KILLED_AFTER_S)
            time.sleep(max(0.0, typist.typed[0].at + after - time.monotonic()))
            owed = typist.killed()
            assert owed, f"killed after {after:.2f} s"
            assert not set(owed) - set(kept(typist)), f"killed after {after:.2f} s"
    finally:
        for typist in typists:
            typist.process.kill()
            typist.process.wait()
    typist = typists[-1]
    with opened(typist.folder) as services:
        bench = open_bench(services)
        bench.window.go(Place.MEETINGS, meeting_id)
        bench.settle()
        bench.window.activateWindow()
        view = bench.part(MeetingSessionView)
        said = [part.text() for part in view.findChildren(QLabel) if part.isVisible()]
        assert any("recovered" in each for each in said)
        assert not set(owed) - set(shown(bench))
        bench.window.close()
        bench.settle()
        discussion = services.meetings.record(meeting_id).meeting.items[0].discussion
        assert not set(owed) - set(discussion.split())
