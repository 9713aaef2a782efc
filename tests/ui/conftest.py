"""A real window over a real store that holds the demonstration committees."""

import shutil
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from liaison_desktop.db.store import Store
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.paths import resources
from liaison_desktop.services.services import Services, compose_services
from liaison_desktop.settings import Settings
from liaison_desktop.ui.application import make_look, prepare, wear
from liaison_desktop.ui.jobs import Jobs
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import LIGHT, style_sheet
from liaison_desktop.ui.window import MainWindow

Part = TypeVar("Part", bound=QWidget)

COMMITTEE = "borgolume"
HELD = "borgolume/3-2026"
DRAFT = "borgolume/borgolume-2026-4"
PATIENCE_MS = 20_000
ROUND_MS = 2
ROUNDS_OF_REST = 5


class Bench:
    """A window at work, and hands to use it."""

    def __init__(self, services: Services, qtbot: QtBot, language: str, settings: Settings) -> None:
        self.services = services
        self.qtbot = qtbot
        self.bugs: list[BaseException] = []
        self.jobs = Jobs()
        self.jobs.broke.connect(self.bugs.append)
        self.window = MainWindow(self.jobs, make_look(language, LIGHT, resources()), settings)
        self.window.settings_changed.connect(self._dress)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.start(lambda: services)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is under way, and fail on what broke."""
        still = 0
        patient_until = time.monotonic() + PATIENCE_MS / 1000
        while still <= ROUNDS_OF_REST:
            assert time.monotonic() < patient_until, "the work does not end"
            self.qtbot.wait(ROUND_MS)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            still = 0 if self.jobs.busy else still + 1
        if self.bugs:
            raise self.bugs[0]

    def part(self, kind: type[Part], inside: QWidget | None = None) -> Part:
        """The visible part of a kind."""
        found = [w for w in (inside or self.window).findChildren(kind) if w.isVisible()]
        assert len(found) == 1, f"{len(found)} visible {kind.__name__}"
        return found[0]

    def press(self, text: str, inside: QWidget | None = None) -> None:
        """Press the one visible button that says this."""
        buttons = [b for b in (inside or self.window).findChildren(QPushButton) if b.isVisible()]
        wanted = [b for b in buttons if b.text().replace("&", "") == text]
        assert len(wanted) == 1, f"{text!r} among {sorted(b.text() for b in buttons)}"
        assert wanted[0].isEnabled()
        wanted[0].click()
        self.settle()

    def press_named(self, name: str, inside: QWidget | None = None) -> None:
        """Press the one visible button that a screen reader calls this."""
        buttons = (inside or self.window).findChildren(QPushButton)
        (wanted,) = (b for b in buttons if b.isVisible() and b.accessibleName() == name)
        assert wanted.isEnabled()
        wanted.click()
        self.settle()

    def meeting(self, reference: str) -> UUID:
        """The id of a meeting."""
        return self.services.meetings.by_ref(reference).id

    def close(self) -> None:
        """Close the window and wait for its work."""
        self.jobs.close()
        self.window.close()

    def _dress(self, settings: Settings) -> None:
        self.window.dress(make_look(settings.language, LIGHT, resources()))


@pytest.fixture(scope="session")
def demonstration_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demonstration")
    store = Store.open(folder / "store.sqlite3", create=True)
    compose_services(store, folder, "tester", cache(Catalogue)).demonstration.install()
    store.close()
    return folder / "store.sqlite3"


@pytest.fixture
def services(tmp_path: Path, demonstration_store: Path) -> Iterator[Services]:
    path = tmp_path / "store.sqlite3"
    shutil.copy(demonstration_store, path)
    store = Store.open(path)
    yield compose_services(store, tmp_path / "data", "tester", cache(Catalogue))
    store.close()


@pytest.fixture
def empty_services(tmp_path: Path) -> Iterator[Services]:
    store = Store.open(tmp_path / "empty.sqlite3", create=True)
    yield compose_services(store, tmp_path / "data", "tester", cache(Catalogue))
    store.close()


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    """The application with our fonts and colours, put on anew where a test wore others."""
    if qapp.styleSheet() != style_sheet(LIGHT, resources()):
        prepare(qapp, resources())
        wear(qapp, LIGHT, resources())
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return qapp


@pytest.fixture
def look(dressed: QApplication) -> Look:
    return make_look("en", LIGHT, resources())


@pytest.fixture
def open_bench(dressed: QApplication, qtbot: QtBot) -> Iterator[Callable[..., Bench]]:
    """Opens windows, and closes them at the end."""
    benches: list[Bench] = []

    def opened(services: Services, language: str = "en", committee: str = COMMITTEE) -> Bench:
        settings = Settings(theme="light", language=language, committee_key=committee)
        benches.append(Bench(services, qtbot, language, settings))
        return benches[-1]

    yield opened
    for bench in benches:
        bench.close()


@pytest.fixture
def bench(services: Services, open_bench: Callable[..., Bench]) -> Bench:
    return open_bench(services)
