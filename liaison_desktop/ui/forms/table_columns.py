"""What each column of a table holds."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from liaison_desktop.domain.people import Constituency
from liaison_desktop.domain.tables import COLUMNS, Column, Sheet, Target
from liaison_desktop.i18n.notices import notice_sentence
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.forms.editors import ChoiceEdit, choice_editor
from liaison_desktop.ui.forms.field import Field
from liaison_desktop.ui.widgets.card import Scroll, clear, column
from liaison_desktop.ui.widgets.text import ElidedLabel, TextKind, label

_EXAMPLES = 3


class TableColumns(QWidget):
    """A line for each column: its name, its first values, and a choice of what it holds."""

    def __init__(self, sheet: Sheet, context: Context) -> None:
        super().__init__()
        _ = context.look.catalogue.gettext
        self._sheet = sheet
        self._context = context
        self.choices: list[ChoiceEdit] = []
        labels = context.look.labels
        self.constituency = choice_editor(
            ((labels.label(each), each) for each in Constituency), Constituency.CSO
        )
        self._whose = Field(_("Constituency of those that name none"), self.constituency)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        scroll = Scroll(gap=12, gutter=12)
        for notice in sheet.notices:
            words = notice_sentence(notice, context.look.catalogue)
            scroll.box.addWidget(label(words, TextKind.ERROR, wrap=True))
        refused = context.services.people_work.tables.refused(sheet)
        if refused:
            words = _(
                "Never taken in: {columns}. Nothing of this kind is kept of a person (GDPR art. 9)."
            ).format(columns=context.look.formats.list(refused))
            scroll.box.addWidget(label(words, TextKind.QUIET, wrap=True))
        scroll.box.addLayout(self._grid)
        scroll.box.addWidget(self._whose)
        scroll.box.addStretch(1)
        self.setLayout(column(scroll))

    @property
    def mapping(self) -> tuple[Column | None, ...]:
        """What each column holds."""
        return tuple(choice.currentData() for choice in self.choices)

    def show_target(self, target: Target) -> None:
        """Offer what rows of this kind may hold, as the columns' names suggest it."""
        _ = self._context.look.catalogue.gettext
        tables = self._context.services.people_work.tables
        refused = frozenset(tables.refused(self._sheet))
        clear(self._grid)
        self.choices = []
        for place, (name, wanted) in enumerate(
            zip(self._sheet.header, tables.suggested(self._sheet, target), strict=True)
        ):
            choice = self._choice(target, wanted)
            choice.setAccessibleName(_("Column {name}").format(name=name))
            choice.setEnabled(name not in refused)
            self.choices.append(choice)
            self._grid.addWidget(label(name or "–", TextKind.STRONG), place, 0)
            self._grid.addWidget(ElidedLabel(self._examples(place), TextKind.QUIET), place, 1)
            self._grid.addWidget(choice, place, 2, Qt.AlignmentFlag.AlignVCenter)
        self._whose.setVisible(target is Target.ORGANISATIONS)

    def _choice(self, target: Target, wanted: Column | None) -> ChoiceEdit:
        look = self._context.look
        nothing = look.catalogue.gettext("leave out")
        offered = ((look.labels.label(each), each) for each in COLUMNS[target])
        return choice_editor([(nothing, None), *offered], wanted)

    def _examples(self, place: int) -> str:
        filled = [row.cells[place] for row in self._sheet.rows if row.cells[place]]
        return " · ".join(filled[:_EXAMPLES])
