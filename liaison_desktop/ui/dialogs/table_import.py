"""Taking people or organisations in from a table: which column is what, and what it brings."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.tables import RowState, Sheet, Target
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.dialog import Dialog
from liaison_desktop.ui.forms.table_columns import TableColumns
from liaison_desktop.ui.forms.table_preview import TablePreview
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.segments import Segments
from liaison_desktop.ui.widgets.text import TextKind, label

if TYPE_CHECKING:
    from liaison_desktop.services.people_tables import PreviewRow, TakeIn, TakenIn

_WIDTH = 880
_HEIGHT = 420
_TARGETS = tuple(Target)


class TableImportDialog(Dialog):
    """Two steps: the columns, and the preview; nothing is taken in before its button is pressed."""

    def __init__(
        self,
        path: Path,
        sheet: Sheet,
        target: Target,
        committee: Committee,
        context: Context,
        parent: QWidget | None,
    ) -> None:
        _ = context.look.catalogue.gettext
        title = _("Take in {file}").format(file=context.look.formats.isolate(path.name))
        super().__init__(title, context.look, parent, width=_WIDTH)
        self._context = context
        self._path = path
        self._sheet = sheet
        self._committee = committee
        labels = context.look.labels
        self.targets = Segments([labels.label(each) for each in _TARGETS])
        self.targets.choose(_TARGETS.index(target))
        self.targets.chosen.connect(lambda _at: self._suggest())
        self.box.addWidget(self.targets)
        self.columns = TableColumns(sheet, context)
        self.preview = TablePreview(context.look)
        self._steps = QStackedWidget()
        self._steps.setMinimumHeight(_HEIGHT)
        self._steps.addWidget(self.columns)
        self._steps.addWidget(self.preview)
        self.box.addWidget(self._steps, 1)
        self._cancel = button(_("Cancel"), self.reject, context.look)
        self._back = button(_("&Back"), partial(self._step, 0), context.look)
        self._next = button(_("&Preview"), self.advance, context.look, primary=True)
        self.add_buttons(self._cancel, self._back, self._next)
        self._suggest()
        self._step(0)

    @property
    def target(self) -> Target:
        """What the rows are."""
        return _TARGETS[self.targets.current]

    def advance(self) -> None:
        """From the columns to the preview, from there into the register."""
        if self._steps.currentIndex() == 0:
            tables, command = self._context.services.people_work.tables, self._command()
            self._context.jobs.read(lambda: tables.preview(command), self._show_preview, owner=self)
        else:
            self._take_in()

    def _take_in(self) -> None:
        _ = self.look.catalogue.gettext
        tables, command = self._context.services.people_work.tables, self._command()
        self._next.setEnabled(False)
        self._context.jobs.write(
            lambda job: tables.take_in(command, job),
            self._finished,
            owner=self,
            label=_("Taking in {file} …").format(file=self._path.name),
            changes=lambda taken: taken.changes,
        )

    def _command(self) -> "TakeIn":
        from liaison_desktop.services.people_tables import TakeIn

        return TakeIn(
            committee_id=self._committee.id,
            sheet=self._sheet,
            target=self.target,
            mapping=self.columns.mapping,
            constituency=self.columns.constituency.currentData(),
            complete=self.preview.complete.isChecked(),
        )

    def _suggest(self) -> None:
        """Fill the columns in for what the rows are now."""
        self.columns.show_target(self.target)
        self._step(0)

    def _show_preview(self, rows: "tuple[PreviewRow, ...]") -> None:
        self.preview.show_rows(rows)
        self._step(1)

    def _step(self, step: int) -> None:
        catalogue = self.look.catalogue
        self._steps.setCurrentIndex(step)
        self.targets.setEnabled(step == 0)
        self._back.setVisible(step > 0)
        if step == 0:
            self._next.setText(catalogue.gettext("&Preview"))
            self._next.setEnabled(True)
            return
        new = self.preview.count(RowState.NEW)
        words = catalogue.ngettext("&Take in {count} row", "&Take in {count} rows", new)
        self._next.setText(words.format(count=new))
        self._next.setEnabled(bool(new or self.preview.count(RowState.KNOWN)))

    def _finished(self, taken: "TakenIn") -> None:
        self.accept()
        TakenInDialog(self._path, self._sheet, taken, self._context, self.parentWidget()).open()


class TakenInDialog(Dialog):
    """What a table brought, and the rows that were left out."""

    def __init__(
        self,
        path: Path,
        sheet: Sheet,
        taken: "TakenIn",
        context: Context,
        parent: QWidget | None,
    ) -> None:
        catalogue = context.look.catalogue
        super().__init__(catalogue.gettext("Taken in"), context.look, parent)
        self._context = context
        self._path = path
        self._sheet = sheet
        self._taken = taken
        new, known = taken.count(RowState.NEW), taken.count(RowState.KNOWN)
        for words, count in (
            (catalogue.ngettext("{count} row was new.", "{count} rows were new.", new), new),
            (
                catalogue.ngettext(
                    "{count} row was known already.", "{count} rows were known already.", known
                ),
                known,
            ),
        ):
            self.box.addWidget(label(words.format(count=count), wrap=True))
        left = taken.count(RowState.WRONG) + taken.count(RowState.TWICE)
        buttons = [button(catalogue.gettext("&Close"), self.accept, context.look, primary=True)]
        if left:
            words = catalogue.ngettext(
                "{count} row was left out.", "{count} rows were left out.", left
            )
            self.box.addWidget(label(words.format(count=left), TextKind.ERROR, wrap=True))
            save = button(
                catalogue.gettext("&Save these rows …"), self.ask, context.look, icon=Icon.FILE
            )
            buttons.insert(0, save)
        self.add_buttons(*buttons)

    def ask(self) -> None:
        """Ask where the rows that were left out are to be saved."""
        _ = self.look.catalogue.gettext
        name = f"{self._path.stem}-{self.look.labels.label(RowState.WRONG)}.csv"
        path, _chosen = QFileDialog.getSaveFileName(
            self, _("Save these rows"), str(self._path.parent / name), _("Tables (*.csv)")
        )
        if path:
            self.save(Path(path))

    def save(self, path: Path) -> None:
        """Write the rows that were left out, each with its reason."""
        tables, catalogue = self._context.services.people_work.tables, self.look.catalogue
        told = catalogue.gettext("Saved as {path}.")
        self._context.jobs.read(
            lambda: tables.save_left_out(self._sheet, self._taken, path, catalogue),
            lambda saved: self._context.desk.tell(
                told.format(path=self.look.formats.isolate(str(saved)))
            ),
            owner=self,
        )
