"""Taking people and organisations in from files, and handing them on."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from liaison_desktop.domain.addresses import Whom
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.tables import Sheet, Target
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.labels import LabelsDialog
from liaison_desktop.ui.dialogs.save_paper import SavePaperDialog
from liaison_desktop.ui.dialogs.table_import import TableImportDialog
from liaison_desktop.ui.screens.screen import MoreAction
from liaison_desktop.ui.wording import today

if TYPE_CHECKING:
    from liaison_desktop.services.progress import Progress


class RegisterActs:
    """Opens the dialogs over a screen; ``search``: what is looked for in its list."""

    def __init__(
        self, context: Context, screen: QWidget, target: Target, search: Callable[[], str]
    ) -> None:
        self._context = context
        self._screen = screen
        self._target = target
        self._search = search

    def actions(self, committee: Committee) -> tuple[MoreAction, ...]:
        """What can be done with a committee's register."""
        _ = self._context.look.catalogue.gettext
        acts = [
            MoreAction(_("Take in a table or cards …"), lambda: self.ask_for_table(committee)),
            MoreAction(_("Save as cards (vCard) …"), lambda: self.ask_for_cards(committee)),
            MoreAction(_("Labels for letters …"), lambda: self.open_labels(committee)),
        ]
        if self._target is Target.PEOPLE:
            acts.append(
                MoreAction(_("List with ways to reach …"), lambda: self.open_list(committee))
            )
        return tuple(acts)

    def ask_for_table(self, committee: Committee) -> None:
        """Ask for a file with a table or cards."""
        _ = self._context.look.catalogue.gettext
        path, _chosen = QFileDialog.getOpenFileName(
            self._screen,
            _("Take in a table or cards"),
            str(Path.home()),
            _("Tables and cards (*.csv *.xlsx *.txt *.vcf)"),
        )
        if path:
            self.read_table(Path(path), committee)

    def read_table(self, path: Path, committee: Committee) -> None:
        """Read a table and ask what its columns hold."""
        tables = self._context.services.people_work.tables

        def show(sheet: Sheet) -> None:
            TableImportDialog(
                path, sheet, self._target, committee, self._context, self._screen
            ).open()

        self._context.jobs.read(lambda: tables.read(path), show, owner=self._screen)

    def ask_for_cards(self, committee: Committee) -> None:
        """Ask where the cards of what the list shows are to be saved."""
        _ = self._context.look.catalogue.gettext
        name = f"{committee.key}-{self._context.look.labels.label(self._target)}.vcf"
        path, _chosen = QFileDialog.getSaveFileName(
            self._screen, _("Save as cards"), str(Path.home() / name), _("Cards (*.vcf)")
        )
        if path:
            self.save_cards(committee, Path(path))

    def save_cards(self, committee: Committee, path: Path) -> None:
        """Write the cards of what the list shows."""
        _ = self._context.look.catalogue.gettext
        out, formats = self._context.services.people_work.out, self._context.look.formats
        request = PageRequest(committee_id=committee.id, search=self._search())
        told = _("Saved as {path}.")

        def write(job: "Progress") -> Path:
            if self._target is Target.PEOPLE:
                return out.save_cards(request, path, job)
            return out.save_organisation_cards(request, path)

        self._context.jobs.write(
            write,
            lambda saved: self._context.desk.tell(told.format(path=formats.isolate(str(saved)))),
            owner=self._screen,
            label=_("Saving the cards …"),
        )

    def open_labels(self, committee: Committee) -> None:
        """Ask for labels."""
        whom = Whom.MEMBERS if self._target is Target.PEOPLE else Whom.ORGANISATIONS
        dialog = LabelsDialog(committee, whom, self._context, self._screen)
        dialog.accomplished.connect(self._tell)
        dialog.open()

    def open_list(self, committee: Committee) -> None:
        """Ask in which language and where the list is to be saved."""
        _ = self._context.look.catalogue.gettext
        out, name = self._context.services.people_work.out, _("List with ways to reach")
        SavePaperDialog(
            name,
            f"{committee.key}-{name}",
            committee.language,
            lambda language: out.contact_list(committee.id, today(), language),
            self._context,
            self._screen,
        ).open()

    def _tell(self, path: Path) -> None:
        words = self._context.look.catalogue.gettext("Saved as {path}.")
        self._context.desk.tell(words.format(path=self._context.look.formats.isolate(str(path))))
