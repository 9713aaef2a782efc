"""For bugs: what happened, in full, to be copied and passed on."""

import platform
import traceback

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextEdit, QWidget

from liaison_desktop.ui.dialogs.dialog import Dialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.text import label


class CrashDialog(Dialog):
    """Says that the program made a mistake and that nothing saved is lost."""

    def __init__(self, error: BaseException, look: Look, parent: QWidget | None) -> None:
        _ = look.catalogue.gettext
        super().__init__(_("Something went wrong in the program"), look, parent, width=640)
        explanation = _(
            "What was saved is safe. Copy the details and pass them on, so that it can be "
            "mended; they may contain names from your committee."
        )
        self.box.addWidget(label(explanation, wrap=True))
        self.details = QTextEdit()
        self.details.setObjectName("details")
        self.details.setReadOnly(True)
        self.details.setAccessibleName(_("Details"))
        self.details.setPlainText(details_of(error))
        self.details.setMinimumHeight(220)
        self.box.addWidget(self.details)
        copy = button(_("&Copy the details"), self.copy, look, icon=Icon.COPY)
        self.add_buttons(copy, button(_("C&lose"), self.accept, look, primary=True))

    def copy(self) -> None:
        """Put the details on the clipboard."""
        QGuiApplication.clipboard().setText(self.details.toPlainText())


def details_of(error: BaseException) -> str:
    """The error with its way through the program, and what it ran on."""
    system = f"Python {platform.python_version()}, {platform.platform()}"
    return f"{system}\n\n{''.join(traceback.format_exception(error))}"


def log_text(error: BaseException) -> str:
    """The same for the log: without the message, which may hold names."""
    places = "".join(traceback.format_tb(error.__traceback__))
    return f"{type(error).__name__}\n{places}"
