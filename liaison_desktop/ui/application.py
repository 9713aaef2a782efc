"""Starts the window: first it is shown, then the store is opened on a worker."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.i18n.labels import Labels
from liaison_desktop.paths import resources
from liaison_desktop.settings import Settings, load_settings, save_settings
from liaison_desktop.ui.dialogs.crash import CrashDialog, log_text
from liaison_desktop.ui.fonts import font, load_fonts
from liaison_desktop.ui.icons import Icons
from liaison_desktop.ui.jobs import Jobs
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import DARK, LIGHT, Tokens, palette, style_sheet
from liaison_desktop.ui.window import MainWindow

if TYPE_CHECKING:
    from liaison_desktop.services.services import Services

_log = logging.getLogger(__name__)


def run(open_services: "Callable[[], Services]", *, settings_file: Path, language: str) -> int:
    """Show the window until it is closed.

    Args:
        open_services: opens the store, on a worker, once the window is shown; may raise
            ``UserError``.
        settings_file: where the user's choices are kept.
        language: of the window, as long as the user has chosen none.
    """
    application = QApplication(sys.argv[:1])
    running = Application(application, settings_file, language)
    previous_hook, sys.excepthook = sys.excepthook, running.report
    try:
        running.window.show()
        QTimer.singleShot(0, lambda: running.window.start(open_services))
        return application.exec()
    finally:
        sys.excepthook = previous_hook
        running.close()


class Application:
    """The running program: its window, its work and how both look."""

    def __init__(self, application: QApplication, settings_file: Path, language: str) -> None:
        self._application = application
        self._settings_file = settings_file
        self._language = language
        self._resources = resources()
        prepare(application, self._resources)
        self.jobs = Jobs()
        settings = load_settings(settings_file)
        self.window = MainWindow(self.jobs, self._look(settings), settings)
        self.window.settings_changed.connect(self._dress)
        self.jobs.broke.connect(self._tell_bug)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda _scheme: self._follow_system())

    def report(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Take a bug that nobody caught; replaces ``sys.excepthook``."""
        if issubclass(kind, KeyboardInterrupt):
            self._application.quit()
        else:
            self._tell_bug(error.with_traceback(trace))

    def close(self) -> None:
        """Keep the user's choices and wait for what is being written."""
        self._keep(self.window.settings)
        self.jobs.close()

    def _tell_bug(self, error: BaseException) -> None:
        _log.error("A bug: %s", log_text(error))
        # One is enough: a bug that repeats itself must not bury the window in dialogs.
        if self.window.findChild(CrashDialog) is None:
            CrashDialog(error, self._look(self.window.settings), self.window).open()

    def _dress(self, settings: Settings) -> None:
        self._keep(settings)
        self.window.dress(self._look(settings))

    def _keep(self, settings: Settings) -> None:
        try:
            save_settings(settings, self._settings_file)
        except OSError as error:
            # Choices are worth less than going on: they are asked for again next time.
            _log.warning("Settings were not saved: %s", error.strerror)

    def _follow_system(self) -> None:
        if self.window.settings.theme == "system":
            self._dress(self.window.settings)

    def _look(self, settings: Settings) -> Look:
        """The look by the settings; puts the colours on the application."""
        tokens = tokens_of(settings.theme)
        wear(self._application, tokens, self._resources)
        return make_look(settings.language or self._language, tokens, self._resources)


def prepare(application: QApplication, folder: Path) -> None:
    """Give the application its name, style and fonts."""
    application.setApplicationName("LIAISON Desktop")
    application.setDesktopFileName("liaison-desktop")
    application.setStyle("Fusion")
    load_fonts(folder / "fonts")
    application.setFont(font())


def wear(application: QApplication, tokens: Tokens, folder: Path) -> None:
    """Put colours on."""
    application.setPalette(palette(tokens))
    application.setStyleSheet(style_sheet(tokens, folder))


def make_look(language: str, tokens: Tokens, folder: Path) -> Look:
    """Everything a widget needs to speak a language and wear colours."""
    catalogue = Catalogue(language)
    return Look(
        catalogue=catalogue,
        formats=Formats(language),
        labels=Labels(catalogue),
        tokens=tokens,
        icons=Icons(folder / "icons"),
    )


def tokens_of(theme: str) -> Tokens:
    """The colours of ``"light"``, ``"dark"`` or, for anything else, of the system."""
    if theme in ("light", "dark"):
        return DARK if theme == "dark" else LIGHT
    scheme = QGuiApplication.styleHints().colorScheme()
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
