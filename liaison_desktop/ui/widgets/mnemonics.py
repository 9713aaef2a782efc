"""Keys of buttons (Alt and a letter): where two share one, neither would be pressed by it."""

import unicodedata
from collections.abc import Iterable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget


def keep_mnemonics_apart(part: QWidget) -> None:
    """Give each button of a window a key of its own once a part of it has been laid out anew."""
    QTimer.singleShot(0, part, lambda: _keep_apart(part.window()))


def _keep_apart(root: QWidget) -> None:
    """Give each visible button a key of its own, or none; primary ones choose first."""
    shown = [each for each in root.findChildren(QAbstractButton) if each.isVisible()]
    taken: set[str] = set()
    for each in sorted(shown, key=lambda one: not one.property("primary")):
        letter = _letter(each.text())
        if letter and letter in taken:
            each.setText(with_another_key(each.text(), taken))
            letter = _letter(each.text())
        taken.add(letter)


def with_another_key(text: str, taken: Iterable[str]) -> str:
    """The text with the first of its letters as its key that is not taken; without one if all are.

    Letters with accents are left out: they need two keys themselves.
    """
    words = text.replace("&&", "\0").replace("&", "")
    free = (
        place
        for place, letter in enumerate(words)
        if letter.isalpha() and not unicodedata.decomposition(letter)
        if letter.upper() not in taken
    )
    place = next(free, None)
    marked = words if place is None else f"{words[:place]}&{words[place:]}"
    return marked.replace("\0", "&&")


def _letter(text: str) -> str:
    """The letter that presses a button, in capitals; empty = there is none."""
    return QKeySequence.mnemonic(text).toString()[-1:].upper()
