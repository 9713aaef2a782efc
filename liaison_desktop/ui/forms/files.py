"""Choosing a file that belongs to a record."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.buttons import button, icon_button
from liaison_desktop.ui.widgets.card import row
from liaison_desktop.ui.widgets.text import ElidedLabel, TextKind


class FileEdit(QWidget):
    """A file's name, a button to choose one and a button to take none.

    Signals:
        changed: another file was chosen, or none.
    """

    changed = Signal()

    def __init__(self, kinds: str, look: Look) -> None:
        """``kinds``: which files are offered, as Qt's filters are written."""
        super().__init__()
        _ = look.catalogue.gettext
        self._kinds = kinds
        self._title = _("Choose a file")
        self._nothing = _("No file")
        self.path: Path | None = None
        self._name = ElidedLabel(self._nothing, TextKind.QUIET)
        self._choose = button(_("Choose a &file …"), self.ask, look)
        self._clear = icon_button(Icon.CLOSE, _("Take no file"), self.clear, look)
        line = row(gap=8)
        line.addWidget(self._choose)
        line.addWidget(self._name, 1)
        line.addWidget(self._clear)
        self.setLayout(line)
        self.setFocusProxy(self._choose)
        self._clear.hide()

    def ask(self) -> None:
        """Ask for a file."""
        path, _chosen = QFileDialog.getOpenFileName(
            self, self._title, str(Path.home()), self._kinds
        )
        if path:
            self.choose(Path(path))

    def choose(self, path: Path | None) -> None:
        """Take a file, or none."""
        self.path = path
        self._name.setText(path.name if path else self._nothing)
        self._clear.setVisible(path is not None)
        self.changed.emit()

    def clear(self) -> None:
        """Take none."""
        self.choose(None)
