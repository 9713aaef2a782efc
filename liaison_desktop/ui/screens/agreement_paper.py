"""The paper of an agreement: its pages, who has signed and what comes next."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFileDialog, QVBoxLayout

from liaison_desktop.domain.agreement_texts import as_of
from liaison_desktop.domain.agreements import AgreementStatus
from liaison_desktop.domain.archive import PaperStory
from liaison_desktop.domain.changes import Changes, Kind
from liaison_desktop.domain.papers import Paper
from liaison_desktop.domain.signatures import SignatureReport
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.sign import SignDialog, Signer
from liaison_desktop.ui.dialogs.verdict import VerdictDialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.screens.agreement_cards import version_name
from liaison_desktop.ui.screens.minutes_paper import verify_paper
from liaison_desktop.ui.screens.paper_story import PaperStoryPart
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Card, Scroll, clear, row
from liaison_desktop.ui.widgets.facts import Facts
from liaison_desktop.ui.widgets.pdf_view import PdfView
from liaison_desktop.ui.widgets.signature_lines import add_file_facts, signature_lines
from liaison_desktop.ui.widgets.text import TextKind, hairline, label, upright

if TYPE_CHECKING:
    from liaison_desktop.services.agreements import AgreementRecord
    from liaison_desktop.services.services import Services

_PAD = 20
_WIDTH = 280


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """One version's paper, read on a worker; ``paper`` is ``None`` while it is not filed."""

    record: "AgreementRecord"
    number: int
    paper: Paper | None
    content: bytes
    reports: tuple[SignatureReport, ...]
    story: PaperStory

    @property
    def can_be_filed(self) -> bool:
        newest = self.record.newest
        if self.paper is not None or self.number != newest.number:
            return False
        return as_of(self.record.agreement, newest).status is AgreementStatus.APPROVED


class AgreementPaper(Card):
    """Pages at the start, signatures and actions at the end."""

    def __init__(self, context: Context) -> None:
        super().__init__(pad=0, gap=0)
        self._context = context
        self._record: AgreementRecord | None = None
        self._shown: _Shown | None = None
        self._number: int | None = None
        self.pages = PdfView(context.jobs, context.look)
        self.panel = Scroll(start=_PAD, above=_PAD, gutter=_PAD, gap=12, least=_WIDTH)
        body = row(gap=0)
        body.addWidget(self.pages, 1)
        body.addWidget(upright())
        body.addWidget(self.panel)
        self.box.addLayout(body)
        self.box.setContentsMargins(1, 1, 1, 1)

    def show_record(self, record: "AgreementRecord") -> None:
        """Show an agreement's newest paper, or the version that was chosen."""
        before = self._record
        same = before is not None and before.agreement.id == record.agreement.id
        if before is None or not same or before.newest.number != record.newest.number:
            self._number = None
        self._record = record
        number = self._number or record.newest.number
        services = self._context.services
        self._context.jobs.read(lambda: _read(services, record, number), self._show, owner=self)

    def file(self) -> None:
        """Enter the newest version in the register."""
        from liaison_desktop.services.agreement_papers import FileAgreement

        _ = self._context.look.catalogue.gettext
        papers = self._context.services.agreement_work.papers
        command = FileAgreement(agreement_id=self._the_shown().record.agreement.id)

        def done(paper: Paper) -> None:
            number = self._context.look.formats.isolate(paper.register_number)
            self._context.desk.tell(_("Filed in the register as {number}.").format(number=number))

        self._context.jobs.write(
            lambda job: papers.file(command, job),
            done,
            owner=self,
            label=_("Filing the agreement …"),
            changes=lambda paper: Changes({Kind.PAPER: frozenset({paper.id})}),
        )

    def save_copy(self, path: Path) -> None:
        """Write the paper, or what it will be, to a place of the user's choice."""
        _ = self._context.look.catalogue.gettext
        shown, services = self._the_shown(), self._context.services
        agreement_id, paper = shown.record.agreement.id, shown.paper

        def save() -> Path:
            if paper is not None:
                return services.register.save_copy(paper.id, path)
            return services.agreement_work.papers.save_preview(agreement_id, path, shown.number)

        self._context.jobs.write(
            lambda _job: save(),
            lambda saved: self._context.desk.tell(
                _("Saved as {path}.").format(path=self._context.look.formats.isolate(str(saved)))
            ),
            owner=self,
            label=_("Saving a copy …"),
        )

    def _show(self, shown: _Shown) -> None:
        self._shown = shown
        self.pages.show_pdf(shown.content)
        clear(self.panel.box)
        _ = self._context.look.catalogue.gettext
        look = self._context.look
        if len(shown.record.versions) > 1:
            self.panel.box.addWidget(self._versions(shown))
        self._add_actions(shown)
        self.panel.box.addSpacing(8)
        self.panel.box.addWidget(label(_("Signatures"), TextKind.SUBHEADING))
        for signer in _signers(shown):
            self.panel.box.addWidget(hairline())
            self.panel.box.addLayout(self._signature(signer, shown))
        self.panel.box.addSpacing(16)
        self.panel.box.addWidget(label(_("This paper"), TextKind.SUBHEADING))
        facts = Facts(indent=12)
        language = shown.paper.language if shown.paper else shown.record.newest.language
        facts.add(_("Language"), look.formats.language_name(language))
        if shown.paper is None:
            facts.add(_("Register"), _("not filed yet"))
        else:
            facts.add(_("Register"), look.formats.isolate(shown.paper.register_number))
            add_file_facts(facts, shown.paper, look)
        self.panel.box.addWidget(facts)
        self._add_story(shown)
        self.panel.box.addStretch(1)

    def _add_story(self, shown: _Shown) -> None:
        """Where a filed paper went."""
        if shown.paper is None:
            return
        part = PaperStoryPart(self._context)
        part.show_paper(shown.paper, shown.story, _signers(shown))
        self.panel.box.addSpacing(8)
        self.panel.box.addWidget(part)

    def _signature(self, signer: Signer, shown: _Shown) -> QVBoxLayout:
        names = (signer.name or signer.office, signer.office if signer.name else "")
        report = next((each for each in shown.reports if each.field == signer.field), None)
        look, paper = self._context.look, shown.paper
        return signature_lines(signer.field, names, paper, report, look, shown.story)

    def _versions(self, shown: _Shown) -> QComboBox:
        _ = self._context.look.catalogue.gettext
        versions = QComboBox()
        versions.setAccessibleName(_("Version that is shown"))
        for version in reversed(shown.record.versions):
            versions.addItem(version_name(version.number, self._context.look), version.number)
        versions.setCurrentIndex(versions.findData(shown.number))
        versions.activated.connect(lambda place: self._choose(versions.itemData(place)))
        return versions

    def _choose(self, number: int) -> None:
        self._number = number
        if self._record is not None:
            self.show_record(self._record)

    def _add_actions(self, shown: _Shown) -> None:
        _ = self._context.look.catalogue.gettext
        look, box = self._context.look, self.panel.box
        if shown.can_be_filed:
            file = button(_("&File in the register"), self.file, look, icon=Icon.FILE, primary=True)
            box.addWidget(file)
        elif shown.paper is not None and shown.story.waiting(shown.paper):
            box.addWidget(button(_("&Sign"), self._sign, look, icon=Icon.SIGN, primary=True))
        elif shown.paper is None and not _signers(shown):
            words = _("Add the parties first; each gets a place to sign.")
            box.addWidget(label(words, TextKind.QUIET, wrap=True))
        elif shown.paper is None:
            words = _("It can be signed here once the committee has approved it.")
            agreed = any(v.agreed_on for v in shown.record.versions if v.number == shown.number)
            told = _("It was signed on paper.") if agreed else words
            box.addWidget(label(told, TextKind.QUIET, wrap=True))
        line = row(button(_("Save a &copy"), self._ask_where_to_save, look), gap=8)
        if shown.paper is not None:
            line.addWidget(button(_("&Verify"), self._verify, look))
        box.addLayout(line)

    def _sign(self) -> None:
        shown = self._the_shown()
        if shown.paper is not None:
            waiting = shown.story.waiting(shown.paper)
            signers = [each for each in _signers(shown) if each.field in waiting]
            SignDialog(shown.paper, signers, self._context, self).open()

    def _verify(self) -> None:
        paper, services = self._the_shown().paper, self._context.services
        if paper is None:
            return
        self._context.jobs.read(
            lambda: verify_paper(services, paper.id),
            lambda verified: VerdictDialog(verified, self._context, self).open(),
            owner=self,
        )

    def _ask_where_to_save(self) -> None:
        _ = self._context.look.catalogue.gettext
        shown = self._the_shown()
        name = shown.paper.register_number if shown.paper else shown.record.agreement.key
        path, _chosen = QFileDialog.getSaveFileName(
            self, _("Save a copy"), str(Path.home() / f"{name}.pdf"), _("PDF files (*.pdf)")
        )
        if path:
            self.save_copy(Path(path))

    def _the_shown(self) -> _Shown:
        assert self._shown is not None  # noqa: S101 - the buttons are only there with a paper
        return self._shown


def _read(services: "Services", record: "AgreementRecord", number: int) -> _Shown:
    papers = [paper for paper in record.papers if paper.agreement_version == number]
    paper = record.paper if number == record.newest.number else next(iter(papers), None)
    if paper is None or (not paper.signatures and _is_stale(record, number)):
        content = services.agreement_work.papers.preview(record.agreement.id, number)
        return _Shown(
            record=record,
            number=number,
            paper=None,
            content=content,
            reports=(),
            story=PaperStory(),
        )
    reports = verify_paper(services, paper.id).verification.signatures if paper.signatures else ()
    return _Shown(
        record=record,
        number=number,
        paper=paper,
        content=services.register.content(paper.id),
        reports=reports,
        story=services.archive_work.archiving.story(paper.id),
    )


def _is_stale(record: "AgreementRecord", number: int) -> bool:
    """Whether what was filed was taken back since."""
    newest = record.newest
    return number == newest.number and newest.decision_id is None


def _signers(shown: _Shown) -> list[Signer]:
    version = next(v for v in shown.record.versions if v.number == shown.number)
    terms = version.terms()
    signers = []
    own = as_of(shown.record.agreement, version)
    for number, party in enumerate(own.parties, 1):
        told = terms.representative(party)
        signers.append(
            Signer(field=f"party-{number}", name=told.name if told else "", office=party.name)
        )
    return signers
