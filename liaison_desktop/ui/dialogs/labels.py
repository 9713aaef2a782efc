"""Labels for letters: for whom, on which sheets, from which place on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from liaison_desktop.domain.addresses import LabelFormat, Whom
from liaison_desktop.domain.committees import Committee
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.editors import choice_editor, number_editor
from liaison_desktop.ui.wording import today

_MOST = 24


class LabelsDialog(FormDialog):
    """Asks for the sheets, then for the file."""

    def __init__(
        self, committee: Committee, whom: Whom, context: Context, parent: QWidget | None
    ) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(_("Labels for letters"), _("&Save as PDF"), context, parent, width=460)
        labels = context.look.labels
        self._committee = committee
        self._path: Path | None = None
        self.whom = choice_editor(((labels.label(each), each) for each in Whom), whom)
        self.format = choice_editor((labels.label(each), each) for each in LabelFormat)
        self.first = number_editor(1, _MOST, 1)
        self.add(_("For whom"), self.whom, answers=("no_addresses",))
        self.add(_("Sheets (A4)"), self.format)
        self.add(
            _("First label on the sheet"),
            self.first,
            answers=("label_place",),
            advice=_("A sheet of which some labels are gone can be used up."),
        )
        self.finish()

    def send(self) -> None:
        """Ask where to, then write."""
        _ = self.look.catalogue.gettext
        name = f"{self._committee.key}-{self.windowTitle()}.pdf"
        path, _chosen = QFileDialog.getSaveFileName(
            self, _("Save as PDF"), str(Path.home() / name), _("PDF files (*.pdf)")
        )
        if path:
            self.save(Path(path))

    def save(self, path: Path) -> None:
        """Write the sheets."""
        self._path = path
        super().send()

    def work(self) -> Callable[[], Path]:
        """Make the sheets and write them."""
        from liaison_desktop.services.files import write_file
        from liaison_desktop.services.people_out import LabelsWanted

        wanted = LabelsWanted(
            committee_id=self._committee.id,
            whom=self.whom.currentData(),
            format=self.format.currentData(),
            first=self.first.value(),
        )
        out, path = self.context.services.people_work.out, self._path
        assert path is not None  # noqa: S101 - ``save`` was told

        def write() -> Path:
            write_file(path, out.labels(wanted, today()))
            return path

        return write
