"""What became of a paper beside electronic signatures, and what can be noted of it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QVBoxLayout, QWidget

from liaison_desktop.domain.archive import Dispatch, Filing, PaperStory
from liaison_desktop.domain.changes import Changes, Kind
from liaison_desktop.domain.papers import Paper
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.hand_over import HandOverDialog
from liaison_desktop.ui.dialogs.paper_story import (
    FilingDialog,
    ReceiptDialog,
    RefusalDialog,
    SignedByHandDialog,
)
from liaison_desktop.ui.dialogs.renew import RenewDialog
from liaison_desktop.ui.dialogs.sign import Signer
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import clear, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.text import TextKind, hairline, label
from liaison_desktop.ui.wording import day_and_time

STORY_KINDS = frozenset({Kind.PAPER, Kind.REFUSAL, Kind.HAND_SIGNATURE, Kind.FILING, Kind.DISPATCH})
"""What changes when something becomes of a paper."""


class PaperStoryPart(QWidget):
    """Part of the column beside the pages."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._look = context.look
        self._paper: Paper | None = None
        self._waiting: tuple[Signer, ...] = ()
        self._box = column(gap=8)
        self.setLayout(self._box)

    def show_paper(self, paper: Paper, story: PaperStory, signers: Sequence[Signer]) -> None:
        """Show where a paper went; ``signers``: all who sign it."""
        self._paper = paper
        waiting = story.waiting(paper)
        self._waiting = tuple(one for one in signers if one.field in waiting)
        clear(self._box)
        _ = self._look.catalogue.gettext
        hand_over = button(_("&Hand over …"), self.hand_over, self._look, icon=Icon.SEND)
        self._box.addLayout(row(hand_over, self._more(), gap=8))
        for filing in story.filings:
            self._box.addWidget(hairline())
            self._box.addLayout(_filing(filing, self._look))
        for dispatch in story.dispatches:
            self._box.addWidget(hairline())
            self._box.addLayout(self._dispatch(dispatch))

    def hand_over(self) -> None:
        """Ask who gets it."""
        paper = self._the_paper()
        distributing = self._context.services.archive_work.distributing

        def ask(known: object) -> None:
            HandOverDialog(paper, known, self._context, self.window()).open()  # type: ignore[arg-type]

        self._context.jobs.read(lambda: distributing.known(paper.id), ask, owner=self)

    def note_filing(self) -> None:
        """Ask for the authority's number."""
        paper = self._the_paper()
        distributing = self._context.services.archive_work.distributing

        def ask(names: tuple[str, ...]) -> None:
            FilingDialog(paper, names, self._context, self.window()).open()

        self._context.jobs.read(
            lambda: tuple(each.name for each in distributing.known(paper.id)), ask, owner=self
        )

    def note_refusal(self) -> None:
        """Ask who would not sign."""
        RefusalDialog(self._the_paper(), self._waiting, self._context, self.window()).open()

    def note_signed_by_hand(self) -> None:
        """Ask for the scan."""
        SignedByHandDialog(self._the_paper(), self._waiting, self._context, self.window()).open()

    def ask_for_returned(self) -> None:
        """Ask for the file that was signed elsewhere."""
        _ = self._look.catalogue.gettext
        path, _chosen = QFileDialog.getOpenFileName(
            self, _("Signed file"), str(Path.home()), _("PDF files (*.pdf)")
        )
        if path:
            self.take_back(Path(path))

    def take_back(self, path: Path) -> None:
        """Keep the signatures that others put into the file of this paper."""
        from liaison_desktop.services.outside import TakeBack

        _ = self._look.catalogue.gettext
        paper, before = self._the_paper(), len(self._the_paper().signatures)
        outside = self._context.services.archive_work.outside

        def done(after: Paper) -> None:
            names = [file.signer for file in after.signatures[before:]]
            words = _("Taken back: signed by {names}.")
            self._context.desk.tell(words.format(names=self._look.formats.list(names)))

        self._context.jobs.write(
            lambda _job: outside.take_back(TakeBack(paper_id=paper.id, path=path)),
            done,
            owner=self,
            label=_("Checking the file …"),
            changes=lambda after: Changes({Kind.PAPER: frozenset({after.id})}),
        )

    def renew(self) -> None:
        """Ask for the authority that stamps the whole file."""
        RenewDialog(self._the_paper(), self._context, self.window()).open()

    def _more(self) -> QPushButton:
        _ = self._look.catalogue.gettext
        made = QPushButton(_("&More"))
        menu = QMenu(made)
        acts: tuple[tuple[str, Callable[[], None], bool], ...] = (
            (_("Signed by &hand …"), self.note_signed_by_hand, bool(self._waiting)),
            (_("&Refused to sign …"), self.note_refusal, bool(self._waiting)),
            (_("&Filed with the authority …"), self.note_filing, True),
            (_("&Take back a signed file …"), self.ask_for_returned, bool(self._waiting)),
            (_("Rene&w the time stamp …"), self.renew, bool(self._the_paper().signatures)),
        )
        for words, act, possible in acts:
            menu.addAction(words, act).setEnabled(possible)
        made.setMenu(menu)
        return made

    def _dispatch(self, dispatch: Dispatch) -> QVBoxLayout:
        _ = self._look.catalogue.gettext
        received = dispatch.received_on is not None
        chip = Chip(
            _("Received") if received else _("Handed over"),
            Tone.GOOD if received else Tone.NEUTRAL,
            self._look,
        )
        top = row(gap=8)
        top.addWidget(label(dispatch.name, TextKind.STRONG, wrap=True), 1)
        top.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        lines = column(top, gap=2)
        about = " · ".join(
            (
                self._look.labels.label(dispatch.edition),
                day_and_time(dispatch.sent_at, self._look),
            )
        )
        lines.addWidget(label(about, TextKind.QUIET, wrap=True))
        if dispatch.received_on is not None:
            day = self._look.formats.long_date(dispatch.received_on)
            told = " · ".join(filter(None, (day, dispatch.receipt)))
            lines.addWidget(label(told, TextKind.QUIET, wrap=True))
        else:
            note = button(_("Receipt …"), partial(self._note_receipt, dispatch), self._look)
            lines.addLayout(row(note, None))
        return lines

    def _note_receipt(self, dispatch: Dispatch) -> None:
        ReceiptDialog(dispatch, self._context, self.window()).open()

    def _the_paper(self) -> Paper:
        assert self._paper is not None  # noqa: S101 - there are no buttons without a paper
        return self._paper


def _filing(filing: Filing, look: Look) -> QVBoxLayout:
    _ = look.catalogue.gettext
    top = row(gap=8)
    top.addWidget(label(filing.authority, TextKind.STRONG, wrap=True), 1)
    top.addWidget(Chip(_("Filed"), Tone.GOOD, look), 0, Qt.AlignmentFlag.AlignTop)
    day = look.formats.long_date(filing.filed_on)
    about = f"{look.formats.isolate(filing.number)} · {day}"
    return column(top, label(about, TextKind.QUIET, wrap=True), gap=2)
