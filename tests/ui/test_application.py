"""The running program: choices are kept, bugs are shown."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison_desktop.settings import load_settings
from liaison_desktop.ui.application import Application, tokens_of
from liaison_desktop.ui.dialogs.crash import CrashDialog
from liaison_desktop.ui.theme import DARK, LIGHT


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    return tmp_path / "profile" / "settings.toml"


@pytest.fixture
def running(qapp: QApplication, qtbot: QtBot, settings_file: Path) -> Iterator[Application]:
    made = Application(qapp, settings_file, "en")
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.close()


def test_choices_are_kept_at_once(
    running: Application, settings_file: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    running.window.choose(replace(running.window.settings, language="it", theme="dark"))
    qtbot.waitUntil(settings_file.exists)
    kept = load_settings(settings_file)
    assert (kept.language, kept.theme) == ("it", "dark")
    assert DARK.ground in qapp.styleSheet()


def test_what_cannot_be_kept_stops_nobody(
    running: Application, settings_file: Path, qtbot: QtBot
) -> None:
    settings_file.parent.write_text("a file where the folder should be")
    with qtbot.waitSignal(running.window.settings_changed):
        running.window.choose(replace(running.window.settings, theme="dark"))
    assert running.window.isVisible()


def test_a_bug_opens_a_dialog_with_its_details(running: Application) -> None:
    try:
        raise LookupError("something impossible")
    except LookupError as error:
        running.report(type(error), error, sys.exc_info()[2])
        running.report(type(error), error, sys.exc_info()[2])
    dialog, *others = running.window.findChildren(CrashDialog)
    assert others == []
    assert "something impossible" in dialog.details.toPlainText()
    dialog.close()


def test_themes_by_name(qapp: QApplication) -> None:
    assert tokens_of("light") is LIGHT
    assert tokens_of("dark") is DARK
    assert tokens_of("system") in (LIGHT, DARK)
