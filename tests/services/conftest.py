"""Use cases on a real store that holds the demonstration committees."""

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from liaison_desktop.db.store import Store
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.services import Services, compose_services


def composed(store: Store, data: Path) -> Services:
    """All use cases over a store."""
    return compose_services(store, data, "tester", cache(Catalogue))


@pytest.fixture(scope="session")
def demonstration_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the five demonstration committees, to be copied."""
    folder = tmp_path_factory.mktemp("demonstration")
    store = Store.open(folder / "store.sqlite3", create=True)
    composed(store, folder).demonstration.install()
    store.close()
    return folder / "store.sqlite3"


@pytest.fixture
def store(tmp_path: Path, demonstration_store: Path) -> Iterator[Store]:
    """A copy of the demonstration store, opened."""
    path = tmp_path / "store.sqlite3"
    shutil.copy(demonstration_store, path)
    opened = Store.open(path)
    yield opened
    opened.close()


@pytest.fixture
def services(store: Store, tmp_path: Path) -> Services:
    """The use cases over the copy."""
    return composed(store, tmp_path / "data")
