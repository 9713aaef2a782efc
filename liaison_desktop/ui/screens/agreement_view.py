"""One agreement: how far it is, what comes next; its parts one beside the other."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget, QWidget

from liaison_desktop.domain.agreement_texts import Commitment
from liaison_desktop.domain.agreements import AgreementStatus
from liaison_desktop.domain.listings import OrganisationRow, PageRequest
from liaison_desktop.ui.context import Context, Place
from liaison_desktop.ui.dialogs.agreements import EditAgreementDialog
from liaison_desktop.ui.dialogs.commitments import CommitmentDialog, KeepDialog
from liaison_desktop.ui.dialogs.parties import PartiesDialog
from liaison_desktop.ui.forms.record_choice import Choice, action_words
from liaison_desktop.ui.screens.agreement_acts import AgreementActs, Offer
from liaison_desktop.ui.screens.agreement_cards import (
    parties_card,
    term_card,
    version_name,
    versions_card,
)
from liaison_desktop.ui.screens.agreement_paper import AgreementPaper
from liaison_desktop.ui.screens.agreement_text import AgreementText
from liaison_desktop.ui.screens.commitment_lines import CommitmentActs, commitments_card
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Card, Scroll, clear, column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.segments import Segments
from liaison_desktop.ui.widgets.stepper import Stepper
from liaison_desktop.ui.widgets.text import TextKind, label
from liaison_desktop.ui.wording import agreement_chip

if TYPE_CHECKING:
    from liaison_desktop.services.agreement_forms import EditAgreement
    from liaison_desktop.services.agreements import AgreementRecord

_GAP = 16
_OVERVIEW, _TEXT, _PAPER = range(3)
_ALL = 10_000
_STEPS = (
    AgreementStatus.DRAFT,
    AgreementStatus.APPROVED,
    AgreementStatus.SIGNED,
    AgreementStatus.IN_FORCE,
)
_DONE = {
    AgreementStatus.APPROVED: 2,
    AgreementStatus.SIGNED: 3,
    AgreementStatus.IN_FORCE: 4,
    AgreementStatus.EXPIRED: 4,
}


class AgreementView(QWidget):
    """Head with stepper and next step; below it overview, text or paper."""

    def __init__(self, context: Context, *, gutter: int) -> None:
        super().__init__()
        self._context = context
        self._record: AgreementRecord | None = None
        _ = context.look.catalogue.gettext
        self._about, self._steps = column(gap=14), row(gap=8)
        self.parts = Segments([_("Overview"), _("Text"), _("Paper")])
        self.overview = Scroll(gutter=gutter, gap=_GAP)
        self.text = AgreementText(context, gutter=gutter)
        self.paper = AgreementPaper(context)
        self._stack = QStackedWidget()
        paper = QWidget()
        paper.setLayout(row(self.paper, gutter, gap=0))
        for part in (self.overview, self.text, paper):
            self._stack.addWidget(part)
        self.parts.chosen.connect(self.show_part)
        box = column(row(self._head(), gutter, gap=0), self._stack, gap=_GAP)
        box.setStretch(1, 1)
        self.setLayout(box)

    def show_record(self, record: "AgreementRecord") -> None:
        """Show an agreement; the part that was chosen stays."""
        if self._record is None or self._record.agreement.id != record.agreement.id:
            self.parts.choose(_OVERVIEW)
            self._stack.setCurrentIndex(_OVERVIEW)
        self._record = record
        self._show_head(record)
        self._show_overview(record)
        self.text.show_record(record)
        if self.parts.current == _PAPER:
            self.paper.show_record(record)

    def show_part(self, part: int) -> None:
        """Show overview, text or paper."""
        self.parts.choose(part)
        self._stack.setCurrentIndex(part)
        if part == _PAPER and self._record is not None:
            self.paper.show_record(self._record)

    def _head(self) -> Card:
        head = Card(pad=20, gap=14)
        head.box.addLayout(self._about)
        line = row(gap=8)
        line.addWidget(self.parts, 1)
        line.addLayout(self._steps)
        head.box.addLayout(line)
        return head

    def _show_head(self, record: "AgreementRecord") -> None:
        look, agreement = self._context.look, record.agreement
        _ = look.catalogue.gettext
        clear(self._about)
        words = column(
            label(agreement.title, TextKind.TITLE, wrap=True),
            label(agreement.kind, TextKind.QUIET, wrap=True),
            gap=2,
        )
        top = row(gap=12)
        top.addLayout(words, 1)
        at_top = Qt.AlignmentFlag.AlignTop
        if record.amending:
            name = version_name(record.newest.number, look)
            top.addWidget(Chip(name, Tone.ACCENT, look), 0, at_top)
        word, tone = agreement_chip(agreement.status, record.standing, look)
        top.addWidget(Chip(word, tone, look), 0, at_top)
        self._about.addLayout(top)
        stepper = Stepper([look.labels.label(step) for step in _STEPS], look)
        stepper.reach(_steps_done(record))
        self._about.addWidget(stepper)
        self._show_steps(record)

    def _show_steps(self, record: "AgreementRecord") -> None:
        """The usual next step as a button, the others in a menu."""
        _ = self._context.look.catalogue.gettext
        clear(self._steps)
        acts = AgreementActs(record, self._context, self, lambda: self.show_part(_PAPER))
        first, *others = acts.offers() or (None,)
        if first is not None:
            act = partial(self._take, first)
            self._steps.addWidget(button(first.words, act, self._context.look))
        if others:
            self._steps.addWidget(self._more(others))

    def _take(self, offer: Offer) -> None:
        """Take a step, once what was written is saved."""
        self.text.flush()
        offer.act()

    def _more(self, offers: Sequence[Offer | None]) -> QPushButton:
        _ = self._context.look.catalogue.gettext
        made = button(_("More"), lambda: None, self._context.look)
        made.setAccessibleName(_("More steps of the agreement"))
        menu = QMenu(made)
        for offer in filter(None, offers):
            menu.addAction(offer.words).triggered.connect(
                lambda _checked=False, offer=offer: self._take(offer)
            )
        made.setMenu(menu)
        return made

    def _show_overview(self, record: "AgreementRecord") -> None:
        look = self._context.look
        clear(self.overview.box)
        desk = self._context.desk
        acts = CommitmentActs(
            self._promise,
            self._keep,
            self._change_promise,
            self._drop,
            lambda meeting_id: desk.go(Place.MEETINGS, meeting_id),
        )
        for card in (
            term_card(record, self._edit, look),
            parties_card(record, self._read_organisations, look),
            commitments_card(record, acts, look),
            versions_card(record, look),
        ):
            self.overview.box.addWidget(card)
        self.overview.box.addStretch(1)

    def _edit(self) -> None:
        EditAgreementDialog(
            self._the_record().agreement, self._command(), self._context, self
        ).open()

    def _read_organisations(self) -> None:
        people = self._context.services.people
        committee_id = self._the_record().agreement.committee_id
        request = PageRequest(committee_id=committee_id, limit=_ALL)
        self._context.jobs.read(
            lambda: people.organisations(request).rows, self._edit_parties, owner=self
        )

    def _edit_parties(self, organisations: tuple[OrganisationRow, ...]) -> None:
        PartiesDialog(self._command(), organisations, self._context, self).open()

    def _command(self) -> "EditAgreement":
        from liaison_desktop.services.agreement_forms import edit_of

        record = self._the_record()
        return edit_of(record.agreement, record.newest)

    def _promise(self) -> None:
        CommitmentDialog(self._the_record().agreement, self._context, self).open()

    def _change_promise(self, commitment: Commitment) -> None:
        record = self._the_record()
        row = record.actions.get(commitment.action_id) if commitment.action_id else None
        CommitmentDialog(
            record.agreement,
            self._context,
            self,
            commitment=commitment,
            action=Choice(row.id, action_words(row)) if row else None,
        ).open()

    def _keep(self, commitment: Commitment) -> None:
        KeepDialog(commitment, self._context, self).open()

    def _drop(self, commitment: Commitment) -> None:
        from liaison_desktop.services.commitments import DropCommitment

        commitments = self._context.services.agreement_work.commitments
        command = DropCommitment(commitment_id=commitment.id)
        self._context.jobs.change(lambda: commitments.drop(command), owner=self)

    def _the_record(self) -> "AgreementRecord":
        assert self._record is not None  # noqa: S101 - the view is hidden while nothing is shown
        return self._record


def _steps_done(record: "AgreementRecord") -> int:
    """Steps done of draft, approved, signed, in force."""
    if record.agreement.signed_on is None and record.agreement.status not in _DONE:
        return 0
    return _DONE.get(record.agreement.status, len(_DONE))
