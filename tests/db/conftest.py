"""A fresh store in a file of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from liaison_desktop.db.store import Store
from tests.db.records import Town, town


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "committees.liaison", create=True)
    yield opened
    opened.close()


@pytest.fixture
def stored_town(store: Store) -> Town:
    """A town that stands in the store."""
    made = town()
    with store.write("demonstration", "tester") as unit:
        made.put(unit)
        unit.commit()
    return made
