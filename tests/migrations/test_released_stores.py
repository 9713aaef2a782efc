"""A store of every release ever made opens, is sound and holds what it held."""

import shutil
from pathlib import Path

import pytest

from liaison_desktop.db.store import Store
from liaison_desktop.domain.listings import PageRequest
from tests.migrations.keep_store import STORES

RELEASED = sorted(STORES.glob("*.liaison"))


def test_there_is_at_least_the_first_release() -> None:
    assert STORES / "0.1.0.liaison" in RELEASED


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_a_released_store_opens(released: Path, tmp_path: Path) -> None:
    path = tmp_path / released.name
    shutil.copy(released, path)
    store = Store.open(path)
    assert store.health().sound
    with store.read() as reading:
        (committee,) = reading.committees.all()
        (meeting_id,) = reading.meetings.of_committee(committee.id)
        assert committee.correction_pattern == "{n}/{year}"
        meeting = reading.meetings.get(meeting_id)
        assert meeting is not None
        assert [len(item.actions) for item in meeting.items] == [2, 0, 0]
        assert len(reading.listings.people(PageRequest()).rows) == 2
        (paper,) = reading.papers.minutes_of(meeting_id)
        assert reading.papers.content(paper.newest.id) == b"%PDF signed"
    store.close()
