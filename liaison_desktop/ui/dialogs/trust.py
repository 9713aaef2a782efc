"""The certificates a committee trusts: seen, added from a file, taken away."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.trust_anchors import TrustAnchor
from liaison_desktop.i18n.errors import sentence
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.dialog import Dialog
from liaison_desktop.ui.dialogs.trust_offers import TrustOffersDialog
from liaison_desktop.ui.forms.editors import ChoiceEdit
from liaison_desktop.ui.forms.field import Field
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button, icon_button
from liaison_desktop.ui.widgets.card import Scroll, clear, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.file_drop import FileDrop
from liaison_desktop.ui.widgets.notice_bar import NoticeBar
from liaison_desktop.ui.widgets.text import TextKind, hairline, label
from liaison_desktop.ui.wording import today

if TYPE_CHECKING:
    from liaison_desktop.services.trust import AnchorFile

_HEIGHT = 300
_NEEDS_SIGNER = frozenset({"trusted_list_signer_missing", "trusted_list_forged"})


class TrustDialog(Dialog):
    """One line for each certificate.

    Signals:
        changed: what is trusted is not what it was.
    """

    changed = Signal()

    def __init__(self, context: Context, committee_id: UUID | None, parent: QWidget | None) -> None:
        """``committee_id``: whose trust is shown first; ``None`` = the first committee's."""
        _ = context.look.catalogue.gettext
        super().__init__(_("Trusted certificates"), context.look, parent, width=620)
        self._context = context
        self._committee_id = committee_id
        self._list: Path | None = None
        explanation = _(
            "Signatures count as trusted if one of these certificates vouches for the signer. They "
            "come from an authority, from a trusted list of the European Union, or from whoever "
            "made a key."
        )
        self.box.addWidget(label(explanation, TextKind.QUIET, wrap=True))
        self.committee = ChoiceEdit(())
        self._chooser = Field(_("Committee"), self.committee)
        self._chooser.hide()
        self.box.addWidget(self._chooser)
        self.notice = NoticeBar(self.look)
        self.box.addWidget(self.notice)
        self._lines = column(gap=10)
        scroll = Scroll(gap=0)
        scroll.box.addLayout(self._lines)
        scroll.box.addStretch(1)
        scroll.setMinimumHeight(_HEIGHT)
        self.box.addWidget(scroll, 1)
        self._signer = button(_("Choose the &signer’s certificate …"), self._ask_signer, self.look)
        self._signer.hide()
        add = button(_("&Add from a file …"), self._ask, self.look, icon=Icon.ADD)
        self.add_buttons(
            self._signer, add, button(_("&Close"), self.accept, self.look, primary=True)
        )
        self.committee.activated.connect(lambda _index: self._choose())
        FileDrop(self).dropped.connect(lambda paths: self.read(paths[0]))
        services = context.services
        context.jobs.read(services.committees.all, self._know, owner=self)

    def read(self, path: Path, signers: Sequence[Path] = ()) -> None:
        """Read a file and offer what is in it."""
        self.notice.hide()
        self._signer.hide()
        services, committee_id = self._context.services, self._committee_id
        if committee_id is None:
            return
        self._list = path
        self._context.jobs.read(
            lambda: services.signing_work.trust.read(path, committee_id, signers),
            self._offer,
            owner=self,
            failed=self._refuse,
        )

    def refresh(self) -> None:
        """Show what is trusted now."""
        services, committee_id = self._context.services, self._committee_id
        if committee_id is None:
            self._show(())
            return
        self._context.jobs.read(
            lambda: services.signing_work.trust.of_committee(committee_id), self._show, owner=self
        )

    def _know(self, committees: Sequence[Committee]) -> None:
        isolate = self.look.formats.isolate
        if self._committee_id is None and committees:
            self._committee_id = committees[0].id
        self.committee.offer(
            ((isolate(each.name), each.id) for each in committees), self._committee_id
        )
        self._chooser.setVisible(len(committees) > 1)
        self.refresh()

    def _choose(self) -> None:
        self._committee_id = self.committee.values[self.committee.currentIndex()]
        self.notice.hide()
        self.refresh()

    def _show(self, anchors: Sequence[TrustAnchor]) -> None:
        _ = self.look.catalogue.gettext
        clear(self._lines)
        for anchor in anchors:
            self._lines.addLayout(self._line(anchor))
            self._lines.addWidget(hairline())
        if not anchors:
            advice = _(
                "Nobody is trusted yet, save the keys made here. Add the certificate of the "
                "authority that issued the signers’ certificates, or drop its file here."
            )
            self._lines.addWidget(label(advice, TextKind.QUIET, wrap=True))

    def _line(self, anchor: TrustAnchor) -> QHBoxLayout:
        _ = self.look.catalogue.gettext
        look, isolate = self.look, self.look.formats.isolate
        until = _("valid until {day}").format(day=look.formats.long_date(anchor.valid_until))
        source = _("from {source}").format(source=isolate(anchor.source))
        about = label(f"{until} · {source}", TextKind.QUIET, wrap=True)
        about.setToolTip(anchor.fingerprint)
        name = label(isolate(anchor.name), TextKind.STRONG, wrap=True)
        line = row(gap=10)
        line.addLayout(column(name, about, gap=0), 1)
        if anchor.valid_until < today():
            line.addWidget(Chip(_("Expired"), Tone.CARE, look))
        line.addWidget(Chip(look.labels.label(anchor.purpose), Tone.NEUTRAL, look))
        words = _("No longer trust {name}").format(name=isolate(anchor.name))
        line.addWidget(icon_button(Icon.CLOSE, words, lambda: self._remove(anchor.id), look))
        return line

    def _remove(self, anchor_id: UUID) -> None:
        services = self._context.services
        self._context.jobs.change(
            lambda: services.signing_work.trust.remove(anchor_id),
            owner=self,
            done=lambda _changes: self._changed(),
        )

    def _ask(self) -> None:
        _ = self.look.catalogue.gettext
        kinds = _("Certificates and trusted lists (*.pem *.crt *.cer *.der *.xml)")
        path, _chosen = QFileDialog.getOpenFileName(
            self, _("Choose a certificate to trust"), str(Path.home()), kinds
        )
        if path:
            self.read(Path(path))

    def _ask_signer(self) -> None:
        _ = self.look.catalogue.gettext
        kinds = _("Certificates (*.pem *.crt *.cer *.der)")
        path, _chosen = QFileDialog.getOpenFileName(
            self, _("Choose the certificate of who signed the list"), str(Path.home()), kinds
        )
        if path and self._list is not None:
            self.read(self._list, [Path(path)])

    def _offer(self, found: "AnchorFile") -> None:
        assert self._committee_id is not None  # noqa: S101 - a file is read for a committee
        dialog = TrustOffersDialog(found, self._committee_id, self._context, self)
        dialog.accomplished.connect(lambda _changes: self._changed())
        dialog.open()

    def _changed(self) -> None:
        self.refresh()
        self.changed.emit()

    def _refuse(self, error: UserError) -> None:
        problem = error.parameters.get("problem")
        code = problem.code if isinstance(problem, UserError) else error.code
        self._signer.setVisible(code in _NEEDS_SIGNER)
        self.notice.show_sentence(sentence(error, self.look.catalogue), Tone.WRONG)
