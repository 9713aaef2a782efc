"""The register of a committee: the book of a year, checked, printed and handed on."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFileDialog

from liaison_desktop.domain.changes import Changes, Kind
from liaison_desktop.domain.committees import Committee
from liaison_desktop.ui.context import Context, Place
from liaison_desktop.ui.dialogs.save_paper import SavePaperDialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.jobs import Job
from liaison_desktop.ui.models.register import RegisterModel
from liaison_desktop.ui.screens.list_screen import MARGIN
from liaison_desktop.ui.screens.register_bar import RegisterBar
from liaison_desktop.ui.screens.register_health import RegisterHealthCard
from liaison_desktop.ui.screens.screen import PrimaryAction, Screen
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import clear, column
from liaison_desktop.ui.widgets.empty_state import EmptyState
from liaison_desktop.ui.widgets.register_table import RegisterTable

if TYPE_CHECKING:
    from liaison_desktop.services.register_book import BookOfYear
    from liaison_desktop.services.register_check import RegisterHealth


class RegisterBookScreen(Screen):
    """Every number of a year, with what became of its paper."""

    touched_by = frozenset(
        {
            Kind.PAPER,
            Kind.CORRECTION,
            Kind.COMMITTEE,
            Kind.REFUSAL,
            Kind.HAND_SIGNATURE,
            Kind.FILING,
            Kind.DISPATCH,
        }
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        _ = self.look.catalogue.gettext
        self._asked: tuple[UUID, int | None] | None = None
        self._checking: Job | None = None
        self.bar = RegisterBar(self.look)
        self.bar.chosen.connect(self.refresh)
        self.bar.printing.connect(self.ask_to_print)
        self.bar.exporting.connect(self.ask_for_file)
        self.health = RegisterHealthCard(self.look)
        self.model = RegisterModel(self.look, self)
        self.table = RegisterTable(self.model, _("Register"))
        self.table.activated.connect(self._open)
        self._empty = column(gap=0)
        page = column(self.bar, self.health, gap=16)
        page.addWidget(self.table, 1)
        page.addLayout(self._empty, 1)
        page.setContentsMargins(MARGIN, 18, MARGIN, 20)
        self.setLayout(page)
        context.jobs.ended.connect(self._stopped)

    @property
    def title(self) -> str:
        """The place."""
        return self.look.catalogue.gettext("Register")

    def show_committee(self, committee: Committee | None) -> None:
        """Show one committee's newest book, or that one is to be chosen."""
        self.subtitle = committee.name if committee else ""
        self.bar.offer((), None)
        self.health.hide()
        super().show_committee(committee)
        self.headed.emit()

    def hear(self, changes: Changes) -> None:
        """What was found holds for the register as it was."""
        if any(kind in changes for kind in self.touched_by):
            self.health.hide()
        super().hear(changes)

    def refresh(self) -> None:
        """Read the book that is chosen, else the newest."""
        if self.committee is None:
            self._asked = None
            self._tell_nothing(with_committee=False)
            return
        service, committee_id = self.context.services.archive_work.book, self.committee.id
        year = self.bar.year
        asked = self._asked = (committee_id, year)

        def show(found: "BookOfYear") -> None:
            # Reads may end in another order than they began.
            if asked == self._asked:
                self._show(found)

        self.context.jobs.read(lambda: service.book(committee_id, year), show, owner=self)

    def check(self) -> None:
        """Read every file of the register and its log of changes; it can be stopped."""
        if self.committee is None or self._checking is not None:
            return
        service, committee_id = self.context.services.archive_work.checking, self.committee.id
        self.health.hide()

        def show(found: "RegisterHealth") -> None:
            if committee_id == self.committee_id:
                self.health.show_health(found)

        self._checking = self.context.jobs.read_long(
            lambda job: service.check(committee_id, job),
            show,
            owner=self,
            label=self.look.catalogue.gettext("Checking the register …"),
        )

    def ask_to_print(self) -> None:
        """Ask for the language and the file."""
        committee, year = self.committee, self.bar.year
        if committee is None or year is None:
            return
        _ = self.look.catalogue.gettext
        service = self.context.services.archive_work.book
        SavePaperDialog(
            _("Register {year}").format(year=year),
            self._file_name(),
            committee.language,
            lambda language: service.of_year(committee.id, year, language),
            self.context,
            self,
        ).open()

    def ask_for_file(self) -> None:
        """Ask where the table is to be saved."""
        _ = self.look.catalogue.gettext
        path, _chosen = QFileDialog.getSaveFileName(
            self,
            _("Export the register"),
            str(Path.home() / f"{self._file_name()}.xlsx"),
            _("Tables (*.xlsx *.csv)"),
        )
        if path:
            self.export(Path(path))

    def export(self, path: Path) -> None:
        """Write the book as a table: CSV if the file is called so, else XLSX."""
        committee_id, year = self.committee_id, self.bar.year
        if committee_id is None or year is None:
            return
        _ = self.look.catalogue.gettext
        service = self.context.services.archive_work.book
        named = path.suffix.casefold() in (".csv", ".xlsx")
        table = path if named else path.with_name(f"{path.name}.xlsx")
        told = _("Saved as {path}.")
        self.context.jobs.write(
            lambda _job: service.save(committee_id, year, table),
            lambda saved: self.context.desk.tell(
                told.format(path=self.look.formats.isolate(str(saved)))
            ),
            owner=self,
            label=_("Exporting the register …"),
        )

    def _file_name(self) -> str:
        key = self.committee.key if self.committee else ""
        return f"{key}-{self.title}-{self.bar.year}"

    def _show(self, found: "BookOfYear") -> None:
        _ = self.look.catalogue.gettext
        if not found.book.entries:
            self._tell_nothing(with_committee=True)
            return
        self.bar.offer(found.years, found.book.year)
        self.model.show(found.book.entries)
        self.bar.count(found.book)
        clear(self._empty)
        self.bar.show()
        self.table.show()
        self.primary = PrimaryAction(_("Check the register"), Icon.VERIFY, self.check)
        self.headed.emit()

    def _tell_nothing(self, *, with_committee: bool) -> None:
        _ = self.look.catalogue.gettext
        self.primary = None
        self.headed.emit()
        self.bar.hide()
        self.table.hide()
        clear(self._empty)
        if with_committee:
            go = button(_("To the &minutes"), self._to_minutes, self.look)
            title = _("The register is empty")
            advice = _(
                "Final minutes and adopted agreements get their numbers here once they are entered."
            )
            state = EmptyState(Icon.MINUTES, title, advice, self.look, [go])
        else:
            title = _("Choose a committee")
            advice = _("Each committee keeps a register of its own.")
            state = EmptyState(Icon.COMMITTEE, title, advice, self.look)
        self._empty.addWidget(state)

    def _to_minutes(self) -> None:
        self.context.desk.go(Place.MINUTES)

    def _open(self, index: QModelIndex) -> None:
        """Go where the paper of a row is worked on."""
        paper = self.model.entries[index.row()].paper
        if paper is None:
            return
        if paper.meeting_id is not None:
            self.context.desk.go(Place.MINUTES, paper.meeting_id)
        elif paper.agreement_id is not None:
            self.context.desk.go(Place.AGREEMENTS, paper.agreement_id)

    def _stopped(self, job: Job) -> None:
        if job is self._checking:
            self._checking = None
