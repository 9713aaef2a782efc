"""An empty place that says what to do first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.card import row
from liaison_desktop.ui.widgets.text import TextKind, label, picture

_WIDTH = 420
_NARROWEST = 220


class EmptyState(QWidget):
    """Icon, what is missing, what to do, and the buttons that do it."""

    def __init__(
        self, icon: Icon, title: str, advice: str, look: Look, buttons: Sequence[QPushButton] = ()
    ) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setSpacing(8)
        box.addStretch(2)
        drawn = picture(look.icons.pixmap(icon, look.tokens.quiet, 32))
        box.addWidget(drawn, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(_centred(label(title, TextKind.SUBHEADING, wrap=True)))
        advice_label = _centred(label(advice, TextKind.QUIET, wrap=True))
        advice_label.setMaximumWidth(_WIDTH)
        # Between two stretches a wrapped label would shrink to its longest word.
        advice_label.setMinimumWidth(_NARROWEST)
        box.addLayout(row(None, advice_label, None))
        if buttons:
            box.addSpacing(8)
            box.addLayout(row(None, *buttons, None))
        box.addStretch(3)


def _centred(made: QLabel) -> QLabel:
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made
