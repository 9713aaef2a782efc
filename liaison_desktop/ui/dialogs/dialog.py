"""What all dialogs have in common: a title, a body, buttons at the end."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.card import row
from liaison_desktop.ui.widgets.text import TextKind, label


class Dialog(QDialog):
    """A dialog over the window; Escape closes it."""

    def __init__(self, title: str, look: Look, parent: QWidget | None, *, width: int = 460) -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(title)
        self.setLayoutDirection(look.direction)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(width)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(24, 24, 24, 20)
        self.box.setSpacing(16)
        self.box.addWidget(label(title, TextKind.HEADING, wrap=True))

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the wrapped texts ask for."""
        super().showEvent(event)
        self.resize(self.width(), self.box.totalHeightForWidth(self.width()))

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Put the buttons at the end; the last one answers Enter."""
        self.box.addStretch(1)
        line = row(None, *buttons, gap=8)
        line.setContentsMargins(0, 8, 0, 0)
        self.box.addLayout(line)
        for made in buttons:
            made.setAutoDefault(False)
        buttons[-1].setDefault(True)
