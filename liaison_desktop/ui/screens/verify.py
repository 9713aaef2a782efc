"""Verify a PDF: drop it or choose it, read the verdict."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout

from liaison_desktop.domain.errors import UserError
from liaison_desktop.i18n.errors import sentence
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.screens.list_screen import GUTTER
from liaison_desktop.ui.screens.screen import PrimaryAction, Screen
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Scroll, row
from liaison_desktop.ui.widgets.notice_bar import NoticeBar
from liaison_desktop.ui.widgets.text import TextKind, label, picture
from liaison_desktop.ui.widgets.verdict_card import VerdictCard

if TYPE_CHECKING:
    from liaison_desktop.services.verification import VerifiedFile

_WIDTH = 760


class DropZone(QFrame):
    """A place to drop a PDF on.

    Signals:
        dropped: the file's ``Path``.
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
        """Take the first file."""
        self._light(over=False)
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(Path(paths[0]))

    def _light(self, *, over: bool) -> None:
        self.setProperty("over", over)
        self.style().unpolish(self)
        self.style().polish(self)


class VerifyScreen(Screen):
    """Drop zone above, verdict below."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        _ = self.look.catalogue.gettext
        self._anchors: list[Path] = []
        self._path: Path | None = None
        self.primary = PrimaryAction(_("Choose a PDF"), Icon.OPEN, self._ask_for_file)
        self._zone = DropZone(self.look)
        self._zone.dropped.connect(self.verify)
        self.notice = NoticeBar(self.look)
        self.verdict: VerdictCard | None = None
        self._trust = button(
            _("&Trust a certificate"), self._ask_for_anchor, self.look, icon=Icon.KEY
        )
        self._trust.hide()
        self._scroll = Scroll(gutter=GUTTER)
        self._scroll.box.addWidget(self._zone)
        self._scroll.box.addWidget(self.notice)
        self._scroll.box.addLayout(row(self._trust, None))
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

    def verify(self, path: Path) -> None:
        """Verify a file with the certificates trusted so far."""
        self._path = path
        services, anchors = self.context.services, tuple(self._anchors)
        self.context.jobs.read(
            lambda: services.verification.verify(path, anchors),
            self._show,
            owner=self,
            failed=self._refuse,
        )

    def trust(self, certificate: Path) -> None:
        """Trust a certificate (PEM or DER) for the files verified from now on."""
        self._anchors.append(certificate)
        if self._path is not None:
            self.verify(self._path)

    def _show(self, verified: "VerifiedFile") -> None:
        self._take_away()
        self.notice.hide()
        self.verdict = VerdictCard(verified, self.look)
        self._scroll.box.insertWidget(1, self.verdict)
        signatures = verified.verification.signatures
        self._trust.setVisible(any(not report.trusted for report in signatures))

    def _refuse(self, error: UserError) -> None:
        self._take_away()
        self._anchors.clear()
        self._trust.hide()
        self.notice.show_sentence(sentence(error, self.look.catalogue), Tone.WRONG)

    def _take_away(self) -> None:
        if self.verdict is not None:
            self.verdict.hide()
            self.verdict.deleteLater()
            self.verdict = None

    def _ask_for_file(self) -> None:
        _ = self.look.catalogue.gettext
        path, _chosen = QFileDialog.getOpenFileName(
            self, _("Choose a PDF"), str(Path.home()), _("PDF files (*.pdf)")
        )
        if path:
            self.verify(Path(path))

    def _ask_for_anchor(self) -> None:
        _ = self.look.catalogue.gettext
        path, _chosen = QFileDialog.getOpenFileName(
            self,
            _("Choose a certificate to trust"),
            str(Path.home()),
            _("Certificates (*.pem *.crt *.cer *.der)"),
        )
        if path:
            self.trust(Path(path))
