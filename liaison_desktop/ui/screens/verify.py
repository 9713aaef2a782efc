"""Verify PDFs: drop them or choose them, read the verdicts."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout

from liaison_desktop.domain.changes import Changes, Kind
from liaison_desktop.domain.errors import UserError
from liaison_desktop.i18n.errors import sentence
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.trust import TrustDialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.screens.file_result import FileResult
from liaison_desktop.ui.screens.list_screen import GUTTER
from liaison_desktop.ui.screens.screen import MoreAction, PrimaryAction, Screen
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Scroll, clear, column, row
from liaison_desktop.ui.widgets.notice_bar import NoticeBar
from liaison_desktop.ui.widgets.text import TextKind, label, picture
from liaison_desktop.ui.widgets.verdict_card import VerdictCard

if TYPE_CHECKING:
    from liaison_desktop.services.verification import VerifiedFile

_WIDTH = 760


class DropZone(QFrame):
    """A place to drop PDFs on.

    Signals:
        dropped: the ``Path`` of each file, one after the other.
    """

    dropped = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("drop")
        self.setAcceptDrops(True)
        _ = look.catalogue.gettext
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 28, 24, 28)
        box.setSpacing(6)
        sign = picture(look.icons.pixmap(Icon.PAPER, look.tokens.quiet, 32))
        box.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        for text, kind in (
            (_("Drop a signed PDF here"), TextKind.SUBHEADING),
            (_("Nothing leaves this computer."), TextKind.QUIET),
        ):
            box.addWidget(label(text, kind), 0, Qt.AlignmentFlag.AlignHCenter)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Light up for a file."""
        if event.mimeData().hasUrls():
            self._light(over=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """Go dark again."""
        self._light(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files."""
        self._light(over=False)
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
        for path in paths:
            self.dropped.emit(Path(path))

    def _light(self, *, over: bool) -> None:
        self.setProperty("over", over)
        self.style().unpolish(self)
        self.style().polish(self)


class VerifyScreen(Screen):
    """Drop zone above, a verdict for each file below; the newest comes first."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        _ = self.look.catalogue.gettext
        self._anchors: list[Path] = []
        self._results: list[FileResult] = []
        self.primary = PrimaryAction(_("Choose PDFs"), Icon.OPEN, self._ask_for_files)
        self.more = (MoreAction(_("Trusted certificates …"), self._show_trust),)
        self._zone = DropZone(self.look)
        self._zone.dropped.connect(self.add)
        self.notice = NoticeBar(self.look)
        self._trust = button(_("&Trust a certificate"), self._show_trust, self.look, icon=Icon.KEY)
        self._trust.hide()
        self._scroll = Scroll(gutter=GUTTER)
        self._scroll.box.addWidget(self._zone)
        self._scroll.box.addWidget(self.notice)
        self._scroll.box.addLayout(row(self._trust, None))
        self._found = column(gap=16)
        self._scroll.box.addLayout(self._found)
        self._scroll.box.addStretch(1)
        self._scroll.setMaximumWidth(_WIDTH + GUTTER)
        box = row(None, gap=0)
        box.insertWidget(0, self._scroll, 4)
        box.setContentsMargins(24, 22, 24, 22)
        self.setLayout(box)

    @property
    def title(self) -> str:
        """The place."""
        return self.look.catalogue.gettext("Verify a PDF")

    @property
    def verdict(self) -> VerdictCard | None:
        """The verdict on the newest file; ``None`` = there is none, or not yet."""
        return self._results[0].verdict if self._results else None

    @property
    def results(self) -> Sequence[FileResult]:
        """What became of each file, the newest first."""
        return tuple(self._results)

    def verify(self, path: Path) -> None:
        """Verify a file in place of those before it."""
        self.verify_all([path])

    def verify_all(self, paths: Iterable[Path]) -> None:
        """Verify files in place of those before them."""
        clear(self._found)
        self._results.clear()
        self.notice.hide()
        self._trust.hide()
        for path in paths:
            self.add(path)

    def add(self, path: Path) -> None:
        """Verify one file more."""
        result = FileResult(path, self.context, self.committee_id)
        self._results.insert(0, result)
        self._found.insertWidget(0, result)
        self._run(result)

    def trust(self, certificate: Path) -> None:
        """Trust a certificate (PEM or DER) for the files verified from now on, until the window is
        closed.
        """
        self._anchors.append(certificate)
        self._again()

    def hear(self, changes: Changes) -> None:
        """Other certificates are trusted: verify again what is in view."""
        if Kind.TRUST_ANCHOR in changes:
            self._again()
        super().hear(changes)

    def _again(self) -> None:
        for result in self._results:
            self._run(result)

    def _run(self, result: FileResult) -> None:
        services, anchors = self.context.services, tuple(self._anchors)
        path, committee_id = result.path, self.committee_id
        result.wait()
        self.context.jobs.read(
            lambda: services.verification.verify(path, anchors, committee_id=committee_id),
            lambda verified: self._show(result, verified),
            owner=result,
            failed=lambda error: self._refuse(result, error),
        )

    def _show(self, result: FileResult, verified: "VerifiedFile") -> None:
        result.show_verdict(verified)
        signatures = verified.verification.signatures
        if any(not report.trusted for report in signatures):
            self._trust.show()
        elif len(self._results) == 1:
            self._trust.hide()

    def _refuse(self, result: FileResult, error: UserError) -> None:
        self._anchors.clear()
        if result in self._results:
            self._results.remove(result)
        result.hide()
        result.deleteLater()
        self.notice.show_sentence(sentence(error, self.look.catalogue), Tone.WRONG)

    def _show_trust(self) -> None:
        TrustDialog(self.context, self.committee_id, self).open()

    def _ask_for_files(self) -> None:
        _ = self.look.catalogue.gettext
        paths, _chosen = QFileDialog.getOpenFileNames(
            self, _("Choose PDFs"), str(Path.home()), _("PDF files and signatures (*.pdf *.p7m)")
        )
        if paths:
            self.verify_all(Path(path) for path in paths)
