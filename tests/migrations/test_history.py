"""The migrations lead to the tables the program works with, there and back."""

from pathlib import Path

import pytest

from liaison_desktop.db.engine import make_engine
from liaison_desktop.db.files import create_part
from liaison_desktop.db.schema import HISTORY
from liaison_desktop.db.store import Store
from liaison_desktop.db.tables import metadata
from liaison_desktop.db.triggers import TRIGGERS
from liaison_desktop.db.upgrade import downgrade_schema, upgrade_schema
from tests.migrations.schemas import schema_of


@pytest.fixture
def empty_file(tmp_path: Path) -> Path:
    return create_part(tmp_path / "store.liaison")


def test_the_program_knows_every_revision_and_there_is_one_head() -> None:
    from alembic.script import ScriptDirectory

    directory = ScriptDirectory(str(HISTORY.scripts))
    oldest_first = reversed([script.revision for script in directory.walk_revisions()])
    assert tuple(oldest_first) == HISTORY.revisions
    assert directory.get_heads() == [HISTORY.newest]


def test_migrated_schema_is_the_created_one(empty_file: Path, tmp_path: Path) -> None:
    upgrade_schema(empty_file)
    created = tmp_path / "created.liaison"
    Store.open(created, create=True).close()
    assert schema_of(empty_file) == schema_of(created)


def test_alembic_sees_no_difference(empty_file: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    upgrade_schema(empty_file)
    engine = make_engine(empty_file)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


@pytest.mark.parametrize("revision", HISTORY.revisions)
def test_up_down_up_gives_the_same_schema(empty_file: Path, revision: str) -> None:
    upgrade_schema(empty_file, revision=revision)
    first = schema_of(empty_file)
    downgrade_schema(empty_file, "base")
    assert set(schema_of(empty_file)) == {"alembic_version"}
    upgrade_schema(empty_file, revision=revision)
    assert schema_of(empty_file) == first


def test_every_trigger_is_there(empty_file: Path) -> None:
    upgrade_schema(empty_file)
    assert {trigger.name for trigger in TRIGGERS} < set(schema_of(empty_file))
