"""The window is there before anything heavy is imported."""

import subprocess
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from liaison_desktop.domain.errors import UserError
from liaison_desktop.paths import resources
from liaison_desktop.settings import Settings
from liaison_desktop.ui.application import make_look
from liaison_desktop.ui.jobs import Jobs
from liaison_desktop.ui.theme import LIGHT
from liaison_desktop.ui.widgets.empty_state import EmptyState
from liaison_desktop.ui.window import MainWindow

HEAVY = (
    "sqlalchemy", "alembic", "sqlcipher3", "reportlab", "pyhanko", "pikepdf", "cryptography",
    "keyring", "pypdfium2", "PIL", "uharfbuzz",
)  # fmt: skip


def test_the_window_imports_nothing_heavy() -> None:
    program = (
        "import sys, liaison_desktop.ui.application;"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_window_is_shown_and_painted_before_the_store_is_opened(tmp_path: Path) -> None:
    program = f"""
import sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from liaison_desktop.domain.errors import UserError
from liaison_desktop.ui.application import run

def open_services():
    heavy = [name for name in {HEAVY!r} if name in sys.modules]
    shown = [w.isVisible() for w in QApplication.topLevelWidgets() if w.isWindow()]
    print(heavy, any(shown), threading.current_thread() is threading.main_thread())
    QTimer.singleShot(0, QApplication.instance(), QApplication.quit)
    raise UserError("store_missing", path="nowhere")

status = run(open_services, settings_file=Path({str(tmp_path / "settings.toml")!r}), language="it")
print(status, Path({str(tmp_path / "settings.toml")!r}).exists())
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines() == ["[] True False", "0 True"], done.stderr


def test_a_store_that_cannot_be_opened_is_explained_and_can_be_tried_again(
    dressed: QApplication, qtbot: QtBot
) -> None:
    attempts: list[str] = []

    def refuse() -> None:
        attempts.append(threading.current_thread().name)
        raise UserError("store_missing", path="/nowhere/store.sqlite3")

    jobs = Jobs()
    window = MainWindow(jobs, make_look("en", LIGHT, resources()), Settings())
    qtbot.addWidget(window)
    window.show()
    window.start(refuse)  # type: ignore[arg-type]  # it never returns
    qtbot.waitUntil(lambda: window.findChild(EmptyState) is not None)
    shown = window.frame.screens.currentWidget()
    assert shown is not None
    labels = shown.findChildren(QLabel)
    texts = [label.text() for label in labels]
    assert any("/nowhere/store.sqlite3" in text for text in texts)
    window.start(refuse)  # type: ignore[arg-type]  # it never returns
    qtbot.waitUntil(lambda: len(attempts) == 2)
    QTimer.singleShot(0, window.close)
    jobs.close()
