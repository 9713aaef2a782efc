"""One signature of a verified file: who, sound or not, and the rest folded away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison_desktop.domain.assessment import SignatoryFunction
from liaison_desktop.domain.signatures import Modification, SignatureKind, SignatureReport
from liaison_desktop.i18n.signatures import SignatureSentences
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.card import column, row
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.facts import Facts
from liaison_desktop.ui.widgets.fold import Fold
from liaison_desktop.ui.widgets.text import TextKind, label, selectable


class SignatureCard(QWidget):
    """Name and function, three words on how sound it is, sentences; details on request."""

    def __init__(self, report: SignatureReport, look: Look) -> None:
        super().__init__()
        self._look = look
        self._report = report
        self._sentences = SignatureSentences(look.catalogue, look.formats)
        words = label(" ".join(self._sentences.describe(report)), TextKind.QUIET, wrap=True)
        box = column(self._head(), selectable(words), gap=4)
        self.setLayout(box)
        if report.signer:
            self.details = Fold(look.catalogue.gettext("Details"), self._details(), look)
            name = look.catalogue.gettext("Details of the signature of {name}")
            self.details.head.setAccessibleName(name.format(name=report.signer))
            box.addWidget(self.details)

    def _head(self) -> QVBoxLayout:
        _ = self._look.catalogue.gettext
        report, isolate = self._report, self._look.formats.isolate
        good, care, wrong = Tone.GOOD, Tone.CARE, Tone.WRONG
        name = label(isolate(report.signer) or _("Unknown signer"), TextKind.STRONG, wrap=True)
        top = row(gap=6)
        top.addWidget(name, 1)
        intact = (_("Intact"), good) if report.intact else (_("Damaged"), wrong)
        trusted = (_("Trusted"), good) if report.trusted else (_("Not trusted"), care)
        unchanged = report.modified_after is not Modification.NOT_ALLOWED
        changed = (_("Unchanged since"), good) if unchanged else (_("Changed since"), wrong)
        for word, tone in (intact, trusted, changed):
            chip = Chip(word, tone, self._look)
            top.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        return column(top, label(self._place(), TextKind.SMALL, wrap=True), gap=0)

    def _place(self) -> str:
        """As what it stands there."""
        if self._report.kind is SignatureKind.TIME_STAMP:
            return self._look.catalogue.gettext("Time stamp over the whole file")
        if self._report.kind is SignatureKind.BESIDE:
            return self._look.catalogue.gettext("In a file beside it (.p7m)")
        return function_of(self._report.field, self._look)

    def _details(self) -> QWidget:
        _ = self._look.catalogue.gettext
        report, isolate = self._report, self._look.formats.isolate
        facts = Facts()
        if report.field:
            facts.add(_("Field"), isolate(report.field))
        facts.add(_("Reason given"), isolate(report.reason))
        facts.add(_("Level"), self._sentences.level(report))
        facts.add(_("Certificate"), isolate(report.subject))
        if not report.self_issued:
            facts.add(_("Issued by"), isolate(report.issuer))
        shown = QWidget()
        proofs = label(" ".join(self._sentences.proofs(report)), TextKind.QUIET, wrap=True)
        shown.setLayout(column(selectable(proofs), facts, gap=8))
        return shown


def function_of(field: str, look: Look) -> str:
    """In which function a field is signed, as far as its name tells."""
    name = field.partition("-")[0]
    if name in set(SignatoryFunction):
        return look.labels.label(SignatoryFunction(name))
    return look.formats.isolate(field)
