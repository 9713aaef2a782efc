"""The composition root: paths, settings, store, use cases, then window or command line.

The one place that knows all parts. Nothing is global: what is made here is handed on.
"""

import contextlib
import getpass
import locale
import logging
from collections.abc import Callable, Sequence
from functools import cache
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from liaison_desktop import paths
from liaison_desktop.domain.errors import UserError
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.settings import load_settings

if TYPE_CHECKING:
    from liaison_desktop.cli.environment import Options
    from liaison_desktop.db.lock import StoreLock
    from liaison_desktop.db.store import Store
    from liaison_desktop.services.maintenance import MaintenanceService
    from liaison_desktop.services.services import Services
    from liaison_desktop.services.signing import SigningService
    from liaison_desktop.services.verification import VerificationService
    from liaison_desktop.services.verification_papers import VerificationPapers


class Program:
    """The program of one run: it opens the store when first needed and closes it at the end."""

    def __init__(self, options: "Options", language: str) -> None:
        self._profile = options.profile
        self._language = options.language or language
        self._location = _location(options)
        self._store: Store | None = None
        self._lock: StoreLock | None = None
        self._catalogue: Callable[[str], Catalogue] = cache(Catalogue)

    def services(self, *, create: bool) -> "Services":
        """The use cases on the store, opened now.

        Raises:
            UserError: the store is missing (unless ``create``), locked, damaged or too new.
        """
        from liaison_desktop.db.store import Store
        from liaison_desktop.services.services import compose_services

        if self._store is None:
            if create:
                self._make_folder()
            self._store = Store.open(self._location, create=create)
        return compose_services(self._store, self._data(), getpass.getuser(), self._catalogue)

    @property
    def signing(self) -> "SigningService":
        """Signing of files, which needs no store."""
        from liaison_desktop.services.signing import SigningService

        return SigningService(self._catalogue)

    @property
    def maintenance(self) -> "MaintenanceService":
        """Work on the store's file from outside."""
        from liaison_desktop.services.maintenance import MaintenanceService

        return MaintenanceService(self._location, self._data() / "backups")

    def verification(self) -> "VerificationService":
        """Verification of files; with the register where there is a store."""
        if self._location.exists():
            return self.services(create=False).verification
        from liaison_desktop.services.keys import KeyService
        from liaison_desktop.services.verification import VerificationService

        return VerificationService(None, KeyService(self._data() / "keys"))

    def verification_papers(self) -> "VerificationPapers":
        """Reports on files; on a committee's stationery where there is a store."""
        if self._location.exists():
            return self.services(create=False).signing_work.papers
        from liaison_desktop.services.keys import KeyService
        from liaison_desktop.services.verification_papers import VerificationPapers

        return VerificationPapers(None, KeyService(self._data() / "keys"), self._catalogue)

    def window(self) -> int:
        """Open the window and stay until it is closed.

        Raises:
            UserError: ``display_missing``.
        """
        if not paths.has_display():
            raise UserError("display_missing")
        from liaison_desktop.ui.application import run

        return run(
            self._services_of_one_window,
            settings_file=paths.settings_file(self._profile),
            language=self._language,
        )

    def close(self) -> None:
        """Let go of the store."""
        if self._store is not None:
            self._store.close()
            self._store = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _services_of_one_window(self) -> "Services":
        """The use cases for a window; a second window on the same store is refused."""
        from liaison_desktop.db.lock import StoreLock

        self._make_folder()
        lock = StoreLock(self._location)
        lock.acquire()
        self._lock = lock
        return self.services(create=True)

    def _make_folder(self) -> None:
        from liaison_desktop.services.files import make_folder

        make_folder(self._location.parent)

    def _data(self) -> Path:
        return paths.data_folder(self._profile)


class _Log(RotatingFileHandler):
    """The log file; where it cannot be written, the work goes on without it."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        """Say nothing: standard error belongs to the person."""


def run(arguments: Sequence[str]) -> int:
    """Run the program once; gives back its exit status."""
    from liaison_desktop.cli.main import run as run_command

    settings = load_settings(paths.settings_file())
    language = settings.language or _system_language()
    return run_command(arguments, lambda options: _composed(options, language), language)


def _composed(options: "Options", language: str) -> Program:
    _start_log(paths.log_file(options.profile))
    return Program(options, language)


def _location(options: "Options") -> Path:
    """The store's file; an address of a database server is not one."""
    if options.store and "://" in options.store:
        raise UserError("store_kind_unknown", store=options.store)
    return paths.store_file(options.store, options.profile)


def _start_log(path: Path) -> None:
    """Warnings and faults go to a file of at most a megabyte; personal data is never logged."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handler = _Log(path, maxBytes=500_000, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)


def _system_language() -> str:
    return locale.getlocale()[0] or "en"
