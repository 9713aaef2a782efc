"""An older store is brought forward whole, after a backup; or it stays as it was."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from liaison_desktop.db.engine import connect
from liaison_desktop.db.schema import HISTORY
from liaison_desktop.db.store import Store
from liaison_desktop.db.upgrade import downgrade_schema
from liaison_desktop.domain.errors import UserError
from tests.db.records import Town, correction_of, file_of, note_of, paper_of, town
from tests.migrations.histories import STEP, history_with_a_step_more
from tests.migrations.schemas import schema_of

FOLDER = "backups"


@pytest.fixture
def stored_town() -> Town:
    return town()


@pytest.fixture
def old_store(tmp_path: Path, stored_town: Town) -> Iterator[Path]:
    path = tmp_path / "store.liaison"
    store = Store.open(path, create=True)
    paper = paper_of(stored_town.meeting, b"a", "1")
    with store.write("demonstration", "tester") as unit:
        stored_town.put(unit)
        unit.papers.add(paper, b"a")
        unit.papers.add_file(file_of(paper.id, b"ab", 1, "chair"), b"ab")
        unit.commit()
    store.close()
    yield path
    assert not list(tmp_path.rglob("*.part*"))


def _revision(path: Path) -> str:
    with closing(connect(path, mode="ro")) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def test_an_older_store_is_backed_up_and_brought_forward(
    old_store: Path, stored_town: Town, tmp_path: Path
) -> None:
    history = history_with_a_step_more(tmp_path)
    before = schema_of(old_store)
    store = Store.open(old_store, history=history)
    with store.read() as reading:
        assert reading.meetings.get(stored_town.meeting.id) == stored_town.meeting
    assert store.health().sound
    with store.write("edit", "tester") as unit:
        unit.committees.put(replace(stored_town.committee, name="Altro"))
        unit.commit()
    store.close()
    assert _revision(old_store) == STEP
    after = schema_of(old_store)
    assert any("website" in line for line in after["committee"])
    assert {name for name in after if name.endswith("refused")} == {
        name for name in before if name.endswith("refused")
    }
    (backup,) = (tmp_path / FOLDER).iterdir()
    assert schema_of(backup) == before
    assert _revision(backup) == HISTORY.newest


def test_migrating_by_hand_names_the_backup(old_store: Path, tmp_path: Path) -> None:
    history = history_with_a_step_more(tmp_path)
    backup = Store.migrate(old_store, tmp_path / "kept", history=history)
    assert backup is not None
    assert backup.parent == tmp_path / "kept"
    assert Store.migrate(old_store, tmp_path / "kept", history=history) is None


def test_back_again_gives_the_old_schema(old_store: Path, tmp_path: Path) -> None:
    history = history_with_a_step_more(tmp_path)
    before = schema_of(old_store)
    Store.migrate(old_store, tmp_path / "kept", history=history)
    downgrade_schema(old_store, HISTORY.newest, history)
    assert schema_of(old_store) == before
    store = Store.open(old_store)
    assert store.health().sound
    store.close()


@pytest.mark.parametrize(
    ("then", "error"),
    [
        ("raise ZeroDivisionError", ZeroDivisionError),
        ("op.execute('DELETE FROM meeting')", RuntimeError),
    ],
)
def test_a_step_that_fails_leaves_the_old_store(
    old_store: Path, stored_town: Town, tmp_path: Path, then: str, error: type[Exception]
) -> None:
    before = schema_of(old_store)
    with pytest.raises(error):
        Store.open(old_store, history=history_with_a_step_more(tmp_path, then))
    assert schema_of(old_store) == before
    assert _revision(old_store) == HISTORY.newest
    store = Store.open(old_store)
    with store.read() as reading:
        assert reading.meetings.get(stored_town.meeting.id) == stored_town.meeting
    assert store.health().sound
    store.close()


def test_a_newer_store_is_refused(old_store: Path, tmp_path: Path) -> None:
    with closing(connect(old_store)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    for refused in (
        lambda: Store.open(old_store),
        lambda: Store.migrate(old_store, tmp_path / FOLDER),
    ):
        with pytest.raises(UserError) as caught:
            refused()
        assert caught.value.code == "store_newer"
        assert caught.value.parameters["found"] == "9999"
    assert not (tmp_path / FOLDER).exists()


@pytest.mark.parametrize("revision", HISTORY.revisions)
def test_rows_survive_the_way_back_and_forward(
    old_store: Path, stored_town: Town, revision: str
) -> None:
    before = schema_of(old_store)
    downgrade_schema(old_store, revision)
    store = Store.open(old_store)
    with store.read() as reading:
        assert reading.committees.get(stored_town.committee.id) == stored_town.committee
        (paper,) = reading.papers.minutes_of(stored_town.meeting.id)
        assert reading.papers.content(paper.newest.id) == b"ab"
    assert store.health().sound
    store.close()
    assert schema_of(old_store) == before


def test_papers_an_older_schema_does_not_know_keep_it_from_coming_back(
    old_store: Path, stored_town: Town
) -> None:
    store = Store.open(old_store)
    with store.write("correct", "tester") as unit:
        (minutes,) = unit.papers.minutes_of(stored_town.meeting.id)
        correction = correction_of(minutes)
        unit.corrections.add(correction)
        unit.papers.add(note_of(correction, stored_town.meeting, b"n", "2"), b"n")
        unit.commit()
    store.close()
    with pytest.raises(IntegrityError, match="ck_paper_kind"):
        downgrade_schema(old_store, "0001")
    store = Store.open(old_store)
    with store.read() as reading:
        assert reading.corrections.of_meeting(stored_town.meeting.id) == (correction,)
    assert store.health().sound
    store.close()
