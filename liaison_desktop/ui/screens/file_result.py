"""One file that is verified: at first its name, then the verdict and the way to the report."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QProgressBar, QWidget

from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.save_report import save_report
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Card, clear, column, row
from liaison_desktop.ui.widgets.text import TextKind, label
from liaison_desktop.ui.widgets.verdict_card import VerdictCard

if TYPE_CHECKING:
    from liaison_desktop.services.verification import VerifiedFile


class FileResult(QWidget):
    """What is known of one file."""

    def __init__(self, path: Path, context: Context, committee_id: UUID | None) -> None:
        super().__init__()
        self.path = path
        self.verdict: VerdictCard | None = None
        self._context = context
        self._committee_id = committee_id
        self._box = column(gap=8)
        self.setLayout(self._box)

    def wait(self) -> None:
        """Say that it is being verified; a verdict that is there stays in view."""
        if self.verdict is not None:
            return
        look = self._context.look
        name = look.formats.isolate(self.path.name)
        words = look.catalogue.gettext("Verifying {name} …").format(name=name)
        card = Card(pad=20)
        card.box.addWidget(label(words, TextKind.QUIET, wrap=True))
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(words)
        card.box.addWidget(bar)
        clear(self._box)
        self._box.addWidget(card)

    def show_verdict(self, verified: "VerifiedFile") -> None:
        """Show what was found."""
        look = self._context.look
        clear(self._box)
        self.verdict = VerdictCard(verified, look)
        report = button(
            look.catalogue.gettext("Save the &report"),
            lambda: save_report(verified, self._context, self, self._committee_id),
            look,
            icon=Icon.PAPER,
        )
        name = look.catalogue.gettext("Save the report on {name}")
        report.setAccessibleName(name.format(name=self.path.name))
        self._box.addWidget(self.verdict)
        self._box.addLayout(row(report, None))
