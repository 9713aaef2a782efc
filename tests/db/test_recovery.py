"""A backup counts only once it was checked, and putting one back never loses what was there."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from liaison_desktop.db.lock import StoreLock
from liaison_desktop.db.recovery import probe, restore_store
from liaison_desktop.db.schema import HISTORY
from liaison_desktop.db.store import Store
from liaison_desktop.domain.errors import UserError
from tests.db.disk import Room, files_of_at_most
from tests.db.records import Town


def _rename_committee(store: Store, town: Town) -> None:
    with store.write("edit", "tester") as unit:
        unit.committees.put(replace(town.committee, name="Altro"))
        unit.commit()


def _name_in(path: Path) -> str:
    store = Store.open(path)
    with store.read() as reading:
        name = reading.committees.all()[0].name
    store.close()
    return name


def test_there_and_back(store: Store, stored_town: Town, tmp_path: Path) -> None:
    backup = tmp_path / "backup.liaison"
    store.backup(backup)
    _rename_committee(store, stored_town)
    store.close()
    kept = restore_store(backup, store.path)
    assert kept is not None
    assert _name_in(store.path) == stored_town.committee.name
    assert _name_in(kept) == "Altro"
    assert _name_in(backup) == stored_town.committee.name
    assert not list(tmp_path.glob("*.part*"))


def test_what_stood_only_in_the_log_is_kept_too(
    store: Store, stored_town: Town, tmp_path: Path
) -> None:
    """As after a crash: the newest changes are not in the file itself yet."""
    backup = tmp_path / "backup.liaison"
    store.backup(backup)
    _rename_committee(store, stored_town)
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for suffix in ("", "-wal"):
        shutil.copy(f"{store.path}{suffix}", f"{crashed / store.path.name}{suffix}")
    kept = restore_store(backup, crashed / store.path.name)
    assert kept is not None
    assert _name_in(kept) == "Altro"
    assert _name_in(crashed / store.path.name) == stored_town.committee.name


def test_restore_where_there_is_no_store(store: Store, stored_town: Town, tmp_path: Path) -> None:
    store.backup(tmp_path / "backup.liaison")
    assert restore_store(tmp_path / "backup.liaison", tmp_path / "new.liaison") is None
    assert _name_in(tmp_path / "new.liaison") == stored_town.committee.name


def test_restore_over_a_damaged_store(store: Store, stored_town: Town, tmp_path: Path) -> None:
    store.backup(tmp_path / "backup.liaison")
    store.close()
    os.truncate(store.path, 5000)
    kept = restore_store(tmp_path / "backup.liaison", store.path)
    assert kept is not None
    assert kept.stat().st_size == 5000
    assert _name_in(store.path) == stored_town.committee.name


def test_a_backup_replaces_an_older_one(store: Store, stored_town: Town, tmp_path: Path) -> None:
    backup = tmp_path / "backup.liaison"
    store.backup(backup)
    _rename_committee(store, stored_town)
    store.backup(backup)
    assert _name_in(backup) == "Altro"


def _shorten(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 4096)


def _empty(path: Path) -> None:
    os.truncate(path, 0)


def _scramble(path: Path) -> None:
    with path.open("rb+") as file:
        # Behind the pages that hold the schema, without which a store would not even open.
        file.seek(path.stat().st_size * 9 // 10)
        file.write(b"\xff" * 8192)


def _remove(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (_shorten, "store_damaged"),
        (_empty, "store_empty"),
        (_scramble, "store_damaged"),
        (_remove, "store_missing"),
    ],
)
def test_a_bad_backup_changes_nothing(
    store: Store,
    stored_town: Town,
    tmp_path: Path,
    harm: Callable[[Path], None],
    code: str,
) -> None:
    backup = tmp_path / "backup.liaison"
    store.backup(backup)
    store.close()
    harm(backup)
    before = store.path.read_bytes()
    with pytest.raises(UserError) as caught:
        restore_store(backup, store.path)
    assert caught.value.code == code
    assert caught.value.parameters["path"] == str(backup)
    assert store.path.read_bytes() == before


def test_a_store_open_in_a_window_is_not_replaced(
    store: Store, stored_town: Town, tmp_path: Path
) -> None:
    store.backup(tmp_path / "backup.liaison")
    with StoreLock(store.path), pytest.raises(UserError) as caught:
        restore_store(tmp_path / "backup.liaison", store.path)
    assert caught.value.code == "store_in_use"


def test_a_backup_needs_a_name_of_its_own(store: Store, stored_town: Town) -> None:
    with pytest.raises(UserError) as caught:
        store.backup(store.path)
    assert caught.value.code == "store_backup_onto_itself"


def test_a_backup_into_no_folder(store: Store, stored_town: Town, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        store.backup(tmp_path / "none" / "backup.liaison")
    assert caught.value.code == "store_read_only"


def test_a_damaged_store_is_not_backed_up(store: Store, stored_town: Town, tmp_path: Path) -> None:
    store.close()
    _scramble(store.path)
    damaged = Store.open(store.path)
    with pytest.raises(UserError) as caught:
        damaged.backup(tmp_path / "backup.liaison")
    damaged.close()
    assert caught.value.code == "store_damaged"
    assert caught.value.parameters["path"] == str(store.path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [store.path.name]


def test_a_backup_that_does_not_fit_leaves_nothing(
    store: Store, stored_town: Town, tmp_path: Path
) -> None:
    with files_of_at_most(100_000), pytest.raises(UserError) as caught:
        store.backup(tmp_path / "backup.liaison")
    assert caught.value.code == "store_write_failed"
    assert caught.value.parameters["path"] == str(tmp_path / "backup.liaison")
    assert not list(tmp_path.glob("backup*"))


def test_a_backup_is_not_begun_without_room(
    store: Store, stored_town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # No test can fill the disk of whoever runs it.
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Room(total=1, used=1, free=0))
    with pytest.raises(UserError) as caught:
        store.backup(tmp_path / "backup.liaison")
    assert caught.value.code == "store_full"


def test_a_probe_writes_nothing(store: Store, stored_town: Town, tmp_path: Path) -> None:
    backup = tmp_path / "backup.liaison"
    store.backup(backup)
    before = backup.read_bytes()
    assert probe(backup) == HISTORY.newest
    assert backup.read_bytes() == before
    assert not list(tmp_path.glob("backup.liaison-*"))
