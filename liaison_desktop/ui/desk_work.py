"""Work that any screen can ask for: importing, the demonstration, backups."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from liaison_desktop.domain.changes import Changes, Kind
from liaison_desktop.domain.committees import Committee
from liaison_desktop.i18n.commands import command_name
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.import_result import ImportResultDialog

if TYPE_CHECKING:
    from liaison_desktop.services.imports import ImportReport


class DeskWork:
    """Use cases of the window as a whole."""

    def __init__(self, context: Context, window: QWidget) -> None:
        self._context = context
        self._window = window

    def ask_for_file(self) -> None:
        """Ask for a committee file and take it in."""
        _ = self._context.look.catalogue.gettext
        path, _chosen = QFileDialog.getOpenFileName(
            self._window,
            _("Import a committee file"),
            str(Path.home()),
            _("Committee files (*.json)"),
        )
        if path:
            self.import_file(Path(path))

    def import_file(self, path: Path) -> None:
        """Take a committee file in."""
        _ = self._context.look.catalogue.gettext
        services = self._context.services
        self._context.jobs.write(
            lambda job: services.imports.import_file(path, job),
            self._imported,
            owner=self._window,
            label=_("Importing …"),
            changes=lambda report: report.changes,
        )

    def found_committee(self, show: Callable[[Committee], None]) -> None:
        """Ask for a new committee, set it up and show it."""
        from liaison_desktop.ui.dialogs.found_committee import FoundCommitteeDialog

        dialog = FoundCommitteeDialog(self._context, self._window)
        dialog.accomplished.connect(show)
        dialog.open()

    def undo(self) -> None:
        """Take back what was done last, and say what it was."""
        undo = self._context.services.undo
        told = self._context.look.catalogue.gettext("Undone: {what}.")
        self._take_back(lambda: (undo.next, undo.undo()), told)

    def redo(self) -> None:
        """Do again what was taken back last, and say what it was."""
        undo = self._context.services.undo
        told = self._context.look.catalogue.gettext("Done again: {what}.")
        self._take_back(lambda: (undo.next_again, undo.redo()), told)

    def install_demonstration(self) -> None:
        """Put the demonstration committees into the store."""
        _ = self._context.look.catalogue.gettext
        services = self._context.services
        self._context.jobs.write(
            services.demonstration.install,
            lambda _reports: self._context.desk.tell(
                _("The demonstration committees are in the store.")
            ),
            owner=self._window,
            label=_("Installing the demonstration committees …"),
            changes=_all_changes,
        )

    def back_up(self) -> None:
        """Back the store up now."""
        _ = self._context.look.catalogue.gettext
        services, isolate = self._context.services, self._context.look.formats.isolate
        self._context.jobs.write(
            lambda job: services.store.backup(progress=job),
            lambda path: self._context.desk.tell(
                _("Backed up to {path}.").format(path=isolate(str(path)))
            ),
            owner=self._window,
            label=_("Backing up …"),
            changes=lambda _path: Changes(),
        )

    def _take_back(self, work: Callable[[], tuple[str, Changes]], told: str) -> None:
        catalogue, desk = self._context.look.catalogue, self._context.desk
        self._context.jobs.write(
            lambda _job: work(),
            lambda result: desk.tell(told.format(what=command_name(result[0], catalogue))),
            owner=self._window,
            label="",
            changes=lambda result: result[1],
        )

    def _imported(self, report: "ImportReport") -> None:
        ImportResultDialog(report, self._context.look, self._window).open()


def _all_changes(reports: "tuple[ImportReport, ...]") -> Changes:
    touched = {
        kind: frozenset().union(*(report.changes.ids(kind) for report in reports)) for kind in Kind
    }
    return Changes(touched)
