"""Start to shown window against a bare PySide6 window, each in a process of its own."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

RUNS = 9

BARE = """
import sys
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.show()
print(time.time())
QTimer.singleShot(0, application.quit)
application.exec()
"""

OURS = """
import sys
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from liaison_desktop.__main__ import main
from liaison_desktop.ui.window import MainWindow

def shown(window, event):
    print(time.time())
    QTimer.singleShot(0, QApplication.instance().quit)

MainWindow.showEvent = shown
sys.argv[1:] = ["--profile", {profile!r}]
main()
"""


def report() -> Iterator[str]:
    """One line per figure."""
    with tempfile.TemporaryDirectory() as profile:
        ours = OURS.format(profile=profile)
        _seconds(ours)
        pairs = [(_seconds(ours), _seconds(BARE)) for _ in range(RUNS)]
    medians = [statistics.median(column) for column in zip(*pairs, strict=True)]
    ratio = statistics.median(a / b for a, b in pairs)
    yield f"start to window: {medians[0]:.3f} s; bare window: {medians[1]:.3f} s; ratio {ratio:.2f}"


def _seconds(code: str) -> float:
    """From the start of the process to the moment at which it says that its window is shown."""
    start = time.time()
    result = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    return float(result.stdout) - start
