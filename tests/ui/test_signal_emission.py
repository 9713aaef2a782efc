"""PySide6 6.12.0 drops a reference to True at each emission and so aborts Python 3.11."""

import subprocess
import sys

PROGRAM = """
from PySide6.QtCore import QObject, Signal
class Sender(QObject):
    turned = Signal(bool)
sender = Sender()
heard = []
sender.turned.connect(heard.append)
for _ in range(2000):
    sender.turned.emit(True)
print(len(heard), all(heard))
"""


def test_two_thousand_emissions_do_not_abort() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, "2000 True")
