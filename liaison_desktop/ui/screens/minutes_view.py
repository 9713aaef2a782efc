"""The paper of one meeting: how far it is, its pages, who signed and what comes next."""

from pathlib import Path
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from liaison_desktop.domain.changes import Changes, Kind
from liaison_desktop.domain.corrections import CorrectionNote
from liaison_desktop.domain.minutes import Stage
from liaison_desktop.domain.papers import Paper
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.confirm import confirm
from liaison_desktop.ui.dialogs.correct import CorrectDialog
from liaison_desktop.ui.dialogs.sign import SignDialog
from liaison_desktop.ui.dialogs.verdict import VerdictDialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.screens.minutes_paper import MinutesPaper, read_minutes_paper, verify_paper
from liaison_desktop.ui.screens.signature_panel import SignaturePanel, signers_of
from liaison_desktop.ui.widgets.buttons import icon_button
from liaison_desktop.ui.widgets.card import Card, row
from liaison_desktop.ui.widgets.pdf_view import PdfView
from liaison_desktop.ui.widgets.stepper import Stepper
from liaison_desktop.ui.widgets.text import hairline, upright

_STEPS = (Stage.DRAFT, Stage.CIRCULATED, Stage.APPROVED, Stage.SIGNED, Stage.FILED)
_DONE = {
    Stage.DRAFT: 0,
    Stage.CIRCULATED: 2,
    Stage.APPROVED: 3,
    Stage.FINAL: 3,
    Stage.SIGNED: 4,
    Stage.FILED: 5,
}
"""How many of the steps are behind minutes in a stage."""


class MinutesView(Card):
    """Stepper above, pages in the middle, signatures and actions at the end.

    Attributes:
        chosen: id of the correction note that is shown, ``None`` for the minutes.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(pad=0, gap=0)
        self._context = context
        self._shown: MinutesPaper | None = None
        self.chosen: UUID | None = None
        look = context.look
        _ = look.catalogue.gettext
        self.stepper = Stepper([look.labels.label(stage) for stage in _STEPS], look)
        self.pages = PdfView(context.jobs, look)
        self.panel = SignaturePanel(context)
        self.panel.finalise.connect(self._ask_to_finalise)
        self.panel.file.connect(self.file)
        self.panel.sign.connect(self._sign)
        self.panel.save.connect(self._ask_where_to_save)
        self.panel.verify.connect(self._verify)
        self.panel.choose.connect(self.choose)
        self.panel.correct.connect(self._correct)
        self.box.addLayout(self._top())
        self.box.addWidget(hairline())
        body = row(gap=0)
        body.addWidget(self.pages, 1)
        body.addWidget(upright())
        body.addWidget(self.panel)
        self.box.addLayout(body, 1)
        self.box.setContentsMargins(1, 1, 1, 1)

    def show_paper(self, shown: MinutesPaper) -> None:
        """Show a meeting's paper."""
        self._shown = shown
        self.chosen = shown.note.paper.id if shown.note else None
        self.stepper.reach(_DONE[shown.stage], left_out=_left_out(shown))
        self.pages.show_pdf(shown.content)
        self.panel.show_paper(shown)

    def choose(self, paper_id: UUID | None) -> None:
        """Show a correction note, or the minutes again."""
        self.chosen = paper_id
        services, meeting_id = self._context.services, self._the_shown().record.meeting.id

        def done(shown: MinutesPaper) -> None:
            if (self._the_shown().record.meeting.id, self.chosen) == (meeting_id, paper_id):
                self.show_paper(shown)

        self._context.jobs.read(
            lambda: read_minutes_paper(services, meeting_id, paper_id), done, owner=self
        )

    def finalise(self) -> None:
        """Make the minutes final, and enter them in the register."""
        from liaison_desktop.services.minutes import FinaliseMinutes

        _ = self._context.look.catalogue.gettext
        shown, services = self._the_shown(), self._context.services
        command = FinaliseMinutes(meeting_id=shown.record.meeting.id)
        self._context.jobs.write(
            lambda _job: services.minutes.finalise(command),
            lambda _changes: self.file(),
            owner=self,
            label=_("Making the minutes final …"),
            changes=lambda changes: changes,
        )

    def file(self) -> None:
        """Typeset the minutes and enter them in the register."""
        from liaison_desktop.services.minutes import FileMinutes

        _ = self._context.look.catalogue.gettext
        shown, services = self._the_shown(), self._context.services
        command = FileMinutes(meeting_id=shown.record.meeting.id)

        def done(paper: Paper) -> None:
            number = self._context.look.formats.isolate(paper.register_number)
            told = _("In the register as {number}; the numbers are given.").format(number=number)
            self._context.desk.tell(told)

        self._context.jobs.write(
            lambda job: services.minutes.file(command, job),
            done,
            owner=self,
            label=_("Entering the minutes in the register …"),
            changes=_paper_changed,
        )

    def save_copy(self, path: Path) -> None:
        """Write the paper to a place of the user's choice."""
        _ = self._context.look.catalogue.gettext
        paper, services = self._the_shown().paper, self._context.services
        assert paper is not None  # noqa: S101 - the button is only there with a paper
        self._context.jobs.write(
            lambda _job: services.register.save_copy(paper.id, path),
            lambda saved: self._context.desk.tell(
                _("Saved as {path}.").format(path=self._context.look.formats.isolate(str(saved)))
            ),
            owner=self,
            label=_("Saving a copy …"),
        )

    def _top(self) -> QHBoxLayout:
        look = self._context.look
        _ = look.catalogue.gettext
        smaller = icon_button(Icon.SMALLER, _("Smaller pages"), self.pages.smaller, look)
        larger = icon_button(Icon.LARGER, _("Larger pages"), self.pages.larger, look)
        QShortcut(QKeySequence.StandardKey.ZoomIn, self, self.pages.larger)
        QShortcut(QKeySequence.StandardKey.ZoomOut, self, self.pages.smaller)
        line = row(gap=4)
        line.addWidget(self.stepper, 1)
        line.addWidget(smaller)
        line.addWidget(larger)
        line.setContentsMargins(16, 10, 12, 10)
        return line

    def _the_shown(self) -> MinutesPaper:
        assert self._shown is not None  # noqa: S101 - the view is hidden while nothing is shown
        return self._shown

    def _ask_to_finalise(self) -> None:
        _ = self._context.look.catalogue.gettext
        agreed = confirm(
            self,
            self._context.look,
            title=_("Make these minutes final?"),
            text=_(
                "They get the next number of the year, and so do their decisions and actions. "
                "After that the text is locked and can no longer be changed."
            ),
            verb=_("Make &final"),
        )
        if agreed:
            self.finalise()

    def _sign(self) -> None:
        shown = self._the_shown()
        if shown.paper is not None:
            waiting = shown.story.waiting(shown.paper)
            signers = [s for s in signers_of(shown, self._context.look) if s.field in waiting]
            SignDialog(shown.paper, signers, self._context, self).open()

    def _correct(self) -> None:
        shown = self._the_shown()
        if shown.paper is not None:
            dialog = CorrectDialog(shown.paper, shown.record.meeting, self._context, self)
            dialog.corrected.connect(self._show_next)
            dialog.open()

    def _show_next(self, note: CorrectionNote) -> None:
        """The store says next that it has changed; then the note is read."""
        self.chosen = note.paper.id

    def _ask_where_to_save(self) -> None:
        _ = self._context.look.catalogue.gettext
        paper = self._the_shown().paper
        assert paper is not None  # noqa: S101 - the button is only there with a paper
        name = f"{paper.register_number or self._the_shown().record.meeting.key}.pdf"
        path, _chosen = QFileDialog.getSaveFileName(
            self, _("Save a copy"), str(Path.home() / name), _("PDF files (*.pdf)")
        )
        if path:
            self.save_copy(Path(path))

    def _verify(self) -> None:
        paper, services = self._the_shown().paper, self._context.services
        if paper is None:
            return
        self._context.jobs.read(
            lambda: verify_paper(services, paper.id),
            lambda verified: VerdictDialog(verified, self._context, self).open(),
            owner=self,
        )


def _paper_changed(paper: Paper) -> Changes:
    return Changes({Kind.PAPER: frozenset({paper.id})})


def _left_out(shown: MinutesPaper) -> frozenset[int]:
    """Steps that were never taken: those before a later one that was."""
    taken = {
        Stage.CIRCULATED: bool(shown.way.circulations),
        Stage.APPROVED: bool(shown.way.approval),
    }
    return frozenset(_STEPS.index(step) for step, done in taken.items() if not done)
