"""Saving a calendar file where somebody wants it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from liaison_desktop.ui.context import Context


def ask_calendar_file(
    name: str, make: Callable[[], bytes], context: Context, parent: QWidget
) -> None:
    """Ask where to, then make the file; ``name``: what it is called at first, without a suffix."""
    _ = context.look.catalogue.gettext
    path, _chosen = QFileDialog.getSaveFileName(
        parent,
        _("Save as calendar file"),
        str(Path.home() / f"{name}.ics"),
        _("Calendar files (*.ics)"),
    )
    if path:
        save_calendar_file(Path(path), make, context, parent)


def save_calendar_file(
    path: Path, make: Callable[[], bytes], context: Context, parent: QWidget
) -> None:
    """Write the file whole or not at all, and say where it is."""

    def write() -> Path:
        from liaison_desktop.services.files import write_file

        write_file(path, make())
        return path

    def tell(written: Path) -> None:
        words = context.look.catalogue.gettext("Saved as {path}.")
        context.desk.tell(words.format(path=context.look.formats.isolate(str(written))))

    context.jobs.write(lambda _job: write(), tell, owner=parent, label="")
