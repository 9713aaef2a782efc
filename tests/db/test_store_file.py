"""A file that is no sound store is refused with one clear word; a store's files are private."""

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from liaison_desktop.db.engine import connect, make_engine
from liaison_desktop.db.files import create_part
from liaison_desktop.db.store import Store
from liaison_desktop.db.unit_of_work import UnitOfWork
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.errors import UserError
from tests.db.disk import files_of_at_most
from tests.db.records import Town, town

NOBODY = 65534


@pytest.fixture
def closed_store(store: Store, stored_town: Town) -> Path:
    store.close()
    return store.path


def _engine_with(path: Path, pragma: str) -> sa.Engine:
    engine = make_engine(path)

    def set_pragma(connection: Any, _record: object) -> None:
        connection.execute(f"PRAGMA {pragma}")

    event.listen(engine, "connect", set_pragma)
    return engine


def _refused(path: Path, *, create: bool = False) -> str:
    with pytest.raises(UserError) as caught:
        Store.open(path, create=create)
    assert caught.value.parameters["path"] == str(path)
    return caught.value.code


def test_missing(tmp_path: Path) -> None:
    assert _refused(tmp_path / "none.liaison") == "store_missing"
    assert _refused(tmp_path) == "store_missing"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("create", [True, False])
def test_empty_file(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "empty.liaison"
    path.touch()
    assert _refused(path, create=create) == "store_empty"


def test_something_else(tmp_path: Path) -> None:
    text = tmp_path / "letter.txt"
    text.write_text("Dear committee")
    assert _refused(text) == "store_foreign"
    other = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE letter (text)")
    assert _refused(other) == "store_foreign"


def _truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _cut_to_header(path: Path) -> None:
    os.truncate(path, 60)


def _cut_last_page(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 4096)


def _overwrite_schema(path: Path) -> None:
    with path.open("rb+") as file:
        file.seek(100)
        file.write(b"\xff" * 3000)


@pytest.mark.parametrize("harm", [_truncate, _cut_last_page, _cut_to_header, _overwrite_schema])
def test_damaged(closed_store: Path, harm: Callable[[Path], None]) -> None:
    harm(closed_store)
    assert _refused(closed_store) == "store_damaged"


def test_a_page_damaged_further_in_is_found_by_the_check(closed_store: Path) -> None:
    with closing(connect(closed_store)) as connection:
        page = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name LIKE 'ix_person_sort_key_id%'"
        ).fetchone()[0]
    with closed_store.open("rb+") as file:
        file.seek((page - 1) * 4096 + 8)
        file.write(b"\x00" * 2)
    store = Store.open(closed_store)
    assert "pages_damaged" in {finding.code for finding in store.health().findings}
    store.close()


def test_a_reading_that_meets_damage_says_so(closed_store: Path) -> None:
    with closing(connect(closed_store)) as connection:
        page = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'person'"
        ).fetchone()[0]
    with closed_store.open("rb+") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    store = Store.open(closed_store)
    with pytest.raises(UserError) as caught, store.read() as reading:
        reading.people.people(reading.committees.all()[0].id)
    assert caught.value.code == "store_damaged"
    store.close()


@contextmanager
def _as_somebody_without_rights() -> Iterator[None]:
    """No mode keeps root out, so where root runs the tests somebody else steps in."""
    if os.getuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


def test_read_only() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        Store.open(folder / "store.liaison", create=True).close()
        (folder / "store.liaison").chmod(0o444)
        (folder / "secret.liaison").write_bytes((folder / "store.liaison").read_bytes())
        (folder / "secret.liaison").chmod(0o000)
        folder.chmod(0o555)
        with _as_somebody_without_rights():
            assert _refused(folder / "store.liaison") == "store_read_only"
            assert _refused(folder / "secret.liaison") == "store_read_only"
            assert _refused(folder / "new.liaison", create=True) == "store_read_only"
        folder.chmod(0o755)


def test_busy(store: Store, stored_town: Town) -> None:
    with closing(connect(store.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with store.read() as reading:
            assert reading.committees.by_key("it") == stored_town.committee
        impatient = Store(store.path, _engine_with(store.path, "busy_timeout=50"))
        with pytest.raises(UserError) as caught, impatient.write("edit", "tester"):
            pass
        impatient.close()
    assert caught.value.code == "store_busy"


def test_files_are_private(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        store = Store.open(tmp_path / "store.liaison", create=True)
        with store.write("demonstration", "tester") as unit:
            town().put(unit)
            unit.commit()
            store.backup(tmp_path / "backup.liaison")
    finally:
        os.umask(before)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    store.close()
    assert modes == dict.fromkeys(
        ["store.liaison", "store.liaison-wal", "store.liaison-shm", "backup.liaison"], 0o600
    )


def test_a_store_made_readable_is_private_again(closed_store: Path) -> None:
    closed_store.chmod(0o644)
    Store.open(closed_store).close()
    assert stat.S_IMODE(closed_store.stat().st_mode) == 0o600


def test_opening_an_existing_store_with_create_keeps_it(closed_store: Path) -> None:
    store = Store.open(closed_store, create=True)
    with store.read() as reading:
        assert reading.committees.by_key("it")
    store.close()
    assert [path.name for path in closed_store.parent.iterdir()] == [closed_store.name]


def test_a_path_with_odd_signs(tmp_path: Path) -> None:
    folder = tmp_path / "a b%20c?d#é"
    folder.mkdir()
    path = folder / "Ενότητα 100%.liaison"
    store = Store.open(path, create=True)
    store.backup(folder / "copy %s.liaison")
    store.close()
    Store.open(path).close()


def test_full_disk_leaves_everything_as_it_was(store: Store, stored_town: Town) -> None:
    with closing(connect(store.path)) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    crowded = Store(store.path, _engine_with(store.path, f"max_page_count={pages + 3}"))
    too_much = replace(stored_town.committee, notice="x" * 100_000)
    with pytest.raises(UserError) as caught, crowded.write("edit", "tester") as unit:
        unit.committees.put(too_much)
    assert caught.value.code == "store_full"
    with crowded.read() as reading:
        assert reading.committees.by_key("it") == stored_town.committee
    assert crowded.health().sound
    crowded.close()


def _put_and_commit(unit: UnitOfWork, committee: Committee) -> None:
    unit.committees.put(committee)
    unit.commit()


def test_a_disk_that_refuses_leaves_everything_as_it_was(store: Store, stored_town: Town) -> None:
    too_much = replace(stored_town.committee, notice="x" * 5_000_000)
    log = store.path.with_name(f"{store.path.name}-wal").stat().st_size
    with (
        pytest.raises(UserError) as caught,
        files_of_at_most(log + 100_000),
        store.write("edit", "tester") as unit,
    ):
        _put_and_commit(unit, too_much)
    assert caught.value.code == "store_write_failed"
    with store.read() as reading:
        assert reading.committees.by_key("it") == stored_town.committee
    assert store.health().sound
    with store.write("edit", "tester") as unit:
        assert unit.committees.put(replace(stored_town.committee, name="Altro"))
        unit.commit()


def test_a_new_store_that_does_not_fit_leaves_nothing(tmp_path: Path) -> None:
    with files_of_at_most(50_000):
        assert _refused(tmp_path / "store.liaison", create=True) == "store_write_failed"
    assert list(tmp_path.iterdir()) == []


def test_an_encrypted_file_needs_its_key(tmp_path: Path) -> None:
    part = create_part(tmp_path / "store.liaison")
    key = bytes(range(32))
    engine = make_engine(part, key=key)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE word (text)")
    engine.dispose()
    assert not part.read_bytes().startswith(b"SQLite")
    with closing(connect(part, key=key)) as connection:
        assert connection.execute("SELECT count(*) FROM word").fetchone() == (0,)
    assert _refused(part) == "store_foreign"
