"""Threads and processes: readers never wait, nothing committed is lost, one window at a time."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from liaison_desktop.db.lock import StoreLock
from liaison_desktop.db.store import Store
from liaison_desktop.domain.errors import UserError
from tests.db.records import Town

ROOT = Path(__file__).parents[2]

WRITE_FOR_EVER = """
import sys
from dataclasses import replace
from pathlib import Path
from liaison_desktop.db.store import Store

store = Store.open(Path(sys.argv[1]))
n = 0
while True:
    n += 1
    with store.write("count", "writer") as unit:
        for committee in unit.committees.all():
            unit.committees.put(replace(committee, register_next=n))
        unit.commit()
    print(n, flush=True)
"""

HOLD_THE_LOCK = """
import sys
from pathlib import Path
from liaison_desktop.db.lock import StoreLock

StoreLock(Path(sys.argv[1])).acquire()
print("locked", flush=True)
sys.stdin.read()
"""


@contextmanager
def _process(script: str, path: Path) -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def test_readers_see_whole_states_while_somebody_writes(store: Store, stored_town: Town) -> None:
    committee, person = stored_town.committee, stored_town.people[0]

    def write() -> None:
        for n in range(1, 31):
            with store.write("count", "tester") as unit:
                unit.committees.put(replace(committee, name=str(n)))
                unit.people.put_person(replace(person, given_name=str(n)))
                unit.commit()

    def read() -> set[tuple[str, str]]:
        seen = set()
        for _ in range(60):
            with store.read() as reading:
                found = reading.committees.all()[0]
                somebody = reading.people.person(person.id)
                assert somebody is not None
                seen.add((found.name, somebody.given_name))
        return seen

    with ThreadPoolExecutor() as pool:
        writer = pool.submit(write)
        readers = [pool.submit(read) for _ in range(3)]
        writer.result()
        seen = set().union(*(reader.result() for reader in readers))
    first = (committee.name, person.given_name)
    assert seen <= {first, *((str(n), str(n)) for n in range(1, 31))}
    assert store.health().sound


def test_writers_take_turns(store: Store, stored_town: Town) -> None:
    def raise_by_one(_: int) -> None:
        with store.write("count", "tester") as unit:
            committee = unit.committees.all()[0]
            unit.committees.put(replace(committee, register_next=committee.register_next + 1))
            unit.commit()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(raise_by_one, range(20)))
    with store.read() as reading:
        assert reading.committees.all()[0].register_next == 138


def test_killing_a_writer_loses_nothing_committed(store: Store, stored_town: Town) -> None:
    store.close()
    for _ in range(3):
        with _process(WRITE_FOR_EVER, store.path) as writer:
            assert writer.stdout is not None
            for _ in range(5):
                said = int(writer.stdout.readline())
            writer.send_signal(signal.SIGKILL)
            said = max([said, *map(int, writer.stdout.read().split())])
        survived = Store.open(store.path)
        with survived.read() as reading:
            assert reading.committees.all()[0].register_next in (said, said + 1)
        assert survived.health().sound
        survived.close()


class TestStoreLock:
    def test_a_second_window_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "store.liaison"
        with _process(HOLD_THE_LOCK, path) as first:
            assert first.stdout is not None
            assert first.stdout.readline() == "locked\n"
            with pytest.raises(UserError) as caught:
                StoreLock(path).acquire()
        assert caught.value.code == "store_in_use"
        assert caught.value.parameters["process"] == str(first.pid)
        assert caught.value.parameters["host"] == os.uname().nodename

    def test_a_killed_window_leaves_no_lock(self, tmp_path: Path) -> None:
        path = tmp_path / "store.liaison"
        with _process(HOLD_THE_LOCK, path) as first:
            assert first.stdout is not None
            first.stdout.readline()
            first.send_signal(signal.SIGKILL)
        with StoreLock(path):
            pass

    def test_within_one_process(self, tmp_path: Path) -> None:
        path = tmp_path / "store.liaison"
        with StoreLock(path), pytest.raises(UserError), StoreLock(path):
            pass
        with StoreLock(path):
            pass

    def test_no_folder(self, tmp_path: Path) -> None:
        with pytest.raises(UserError) as caught:
            StoreLock(tmp_path / "none" / "store.liaison").acquire()
        assert caught.value.code == "store_read_only"

    def test_the_command_line_may_write_beside_a_window(
        self, store: Store, stored_town: Town
    ) -> None:
        with StoreLock(store.path):
            other = Store.open(store.path)
            with other.write("edit", "command line") as unit:
                assert unit.committees.put(replace(stored_town.committee, name="Altro"))
                unit.commit()
            other.close()
