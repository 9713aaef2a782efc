"""Saving a paper that is made whenever it is wanted: in which language, and where."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.editors import choice_editor


class SavePaperDialog(FormDialog):
    """Asks for the paper's language and for the file."""

    def __init__(
        self,
        title: str,
        file_name: str,
        language: str,
        make: Callable[[str], bytes],
        context: Context,
        parent: QWidget | None,
    ) -> None:
        """``make``: gives the paper in a language as the bytes of a PDF; it runs on a worker."""
        _ = context.look.catalogue.gettext
        super().__init__(title, _("&Save as PDF"), context, parent, width=420)
        self._file_name = file_name
        self._make = make
        self._path: Path | None = None
        name = context.look.formats.language_name
        self.language = choice_editor(((name(each), each) for each in LANGUAGES), language)
        self.add(_("Language of the paper"), self.language)
        self.accomplished.connect(self._tell)
        self.finish()

    def send(self) -> None:
        """Ask where to, then write."""
        _ = self.look.catalogue.gettext
        path, _chosen = QFileDialog.getSaveFileName(
            self,
            _("Save as PDF"),
            str(Path.home() / f"{self._file_name}.pdf"),
            _("PDF files (*.pdf)"),
        )
        if path:
            self.save(Path(path))

    def save(self, path: Path) -> None:
        """Write the paper."""
        self._path = path
        super().send()

    def work(self) -> Callable[[], Path]:
        """Make the paper and write it whole or not at all."""
        from liaison_desktop.services.files import write_file

        language, path, make = self.language.currentData(), self._path, self._make
        assert path is not None  # noqa: S101 - ``save`` was told

        def write() -> Path:
            write_file(path, make(language))
            return path

        return write

    def _tell(self, path: Path) -> None:
        words = self.look.catalogue.gettext("Saved as {path}.")
        self.context.desk.tell(words.format(path=self.look.formats.isolate(str(path))))
