"""Work off the window thread, results on it."""

import gc
import threading
import time
from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison_desktop.domain.changes import Changes, Kind
from liaison_desktop.domain.errors import UserError
from liaison_desktop.services.progress import advance
from liaison_desktop.ui.jobs import Job, JobProgress, Jobs


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def owner(qapp: QApplication) -> QObject:
    return QObject()


def test_work_runs_elsewhere_and_its_result_comes_home(
    jobs: Jobs, owner: QObject, qtbot: QtBot
) -> None:
    came: list[tuple[str, str]] = []
    jobs.read(
        lambda: threading.current_thread().name,
        lambda name: came.append((name, threading.current_thread().name)),
        owner=owner,
    )
    qtbot.waitUntil(lambda: bool(came))
    assert came[0][0].startswith("read")
    assert came[0][1] == "MainThread"
    assert not jobs.busy


def test_writes_run_one_after_the_other(jobs: Jobs, owner: QObject, qtbot: QtBot) -> None:
    running = 0
    seen: list[int] = []

    def work(_job: Job) -> int:
        nonlocal running
        running += 1
        together = running
        threading.Event().wait(0.01)
        running -= 1
        return together

    for _ in range(8):
        jobs.write(work, seen.append, owner=owner, label="write")
    qtbot.waitUntil(lambda: len(seen) == 8)
    assert seen == [1] * 8


def test_a_write_announces_what_it_changed(jobs: Jobs, owner: QObject, qtbot: QtBot) -> None:
    touched = Changes({Kind.PAPER: frozenset({uuid4()})})
    with qtbot.waitSignal(jobs.store_changed) as signal:
        jobs.write(
            lambda _job: touched, lambda _r: None, owner=owner, label="w", changes=lambda r: r
        )
    assert signal.args == [touched]


def test_nothing_changed_is_not_announced(jobs: Jobs, owner: QObject, qtbot: QtBot) -> None:
    done: list[Changes] = []
    heard: list[object] = []
    jobs.store_changed.connect(heard.append)
    jobs.write(lambda _job: Changes(), done.append, owner=owner, label="w", changes=lambda r: r)
    qtbot.waitUntil(lambda: bool(done))
    assert heard == []


def test_an_error_to_be_mended_reaches_whoever_asked(
    jobs: Jobs, owner: QObject, qtbot: QtBot
) -> None:
    def work() -> None:
        raise UserError("store_missing", path="x")

    own: list[UserError] = []
    jobs.read(work, lambda _r: None, owner=owner, failed=own.append)
    qtbot.waitUntil(lambda: bool(own))
    assert own[0].code == "store_missing"
    with qtbot.waitSignal(jobs.failed):
        jobs.read(work, lambda _r: None, owner=owner)


def test_a_bug_is_told_as_a_bug(jobs: Jobs, owner: QObject, qtbot: QtBot) -> None:
    own: list[UserError] = []
    with qtbot.waitSignal(jobs.broke) as signal:
        jobs.read(lambda: 1 / 0, lambda _r: None, owner=owner, failed=own.append)
    assert isinstance(signal.args[0], ZeroDivisionError)
    assert own == []


def ignore(_result: object) -> None:
    """Whatever came of it."""


def test_whoever_waited_for_what_broke_can_go_on(jobs: Jobs, owner: QObject, qtbot: QtBot) -> None:
    freed: list[str] = []

    def free(name: str) -> Callable[[], None]:
        return lambda: freed.append(name)

    jobs.write(lambda _job: 1 / 0, ignore, owner=owner, label="", broken=free("own"))
    jobs.write(lambda _job: 1, ignore, owner=owner, label="", broken=free("other"))
    qtbot.waitUntil(lambda: not jobs.busy)
    assert freed == ["own"]


def test_long_work_tells_how_far_it_is_and_can_be_stopped(
    jobs: Jobs, owner: QObject, qtbot: QtBot
) -> None:
    heard: list[JobProgress] = []
    done: list[int] = []
    go_on = threading.Event()
    jobs.advanced.connect(lambda _job, news: heard.append(news))

    def work(job: Job) -> int:
        advance(job, 1, 3, "one")
        go_on.wait(5)
        advance(job, 2, 3, "two")
        return 3

    job = jobs.write(work, done.append, owner=owner, label="long")
    qtbot.waitUntil(lambda: bool(heard))
    job.cancel()
    with qtbot.waitSignal(jobs.ended):
        go_on.set()
    assert heard == [JobProgress(1, 3, "one")]
    assert done == []


def test_nothing_is_delivered_to_a_widget_that_is_gone(jobs: Jobs, qtbot: QtBot) -> None:
    gone = QObject()
    go_on = threading.Event()
    done: list[bool] = []
    jobs.read(lambda: go_on.wait(5), done.append, owner=gone)
    gone.deleteLater()
    qtbot.wait(20)
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert done == []


def test_cycles_are_collected_on_the_window_thread_only(jobs: Jobs) -> None:
    assert not gc.isenabled()
    jobs.close()
    assert gc.isenabled()


def slowly(seen: list[str], word: str, count: int = 6) -> Iterator[None]:
    for number in range(count):
        time.sleep(0.01)
        seen.append(f"{word} {number}")
        yield


def test_what_is_built_lets_keys_and_clicks_come_between(
    jobs: Jobs, owner: QObject, qtbot: QtBot
) -> None:
    seen: list[str] = []
    jobs.build(slowly(seen, "piece"), owner=owner)
    assert 0 < len(seen) < 6
    assert jobs.busy
    QTimer.singleShot(0, lambda: seen.append("key"))
    qtbot.waitUntil(lambda: not jobs.busy)
    assert [word for word in seen if word != "key"] == [f"piece {n}" for n in range(6)]
    assert seen.index("key") < len(seen) - 1


def test_what_is_built_anew_leaves_the_rest_of_the_old_out(
    jobs: Jobs, owner: QObject, qtbot: QtBot
) -> None:
    seen: list[str] = []
    jobs.build(slowly(seen, "old"), owner=owner)
    begun = len(seen)
    jobs.build(slowly(seen, "new"), owner=owner)
    qtbot.waitUntil(lambda: not jobs.busy)
    qtbot.wait(50)
    assert seen[begun:] == [f"new {n}" for n in range(6)]
    assert begun < 6


def test_nothing_is_built_for_an_owner_that_is_gone(
    jobs: Jobs, owner: QObject, qtbot: QtBot
) -> None:
    seen: list[str] = []
    jobs.build(slowly(seen, "piece"), owner=owner)
    begun = len(seen)
    shiboken6.delete(owner)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert len(seen) == begun < 6
