"""Who signs a paper, what can be done with it next, and what it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout

from liaison_desktop.domain.assessment import Signatory
from liaison_desktop.domain.meetings import MinutesState
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.sign import Signer
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.screens.minutes_paper import MinutesPaper
from liaison_desktop.ui.screens.minutes_way import MinutesWay
from liaison_desktop.ui.screens.paper_story import PaperStoryPart
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Scroll, clear, column, row
from liaison_desktop.ui.widgets.facts import Facts
from liaison_desktop.ui.widgets.signature_lines import add_file_facts, signature_lines
from liaison_desktop.ui.widgets.text import TextKind, hairline, label

_PAD = 20
_WIDTH = 280


class SignaturePanel(Scroll):
    """The column beside the pages.

    Attributes:
        way: to the approval of the minutes.
        story: what became of the paper.

    Signals:
        finalise, file, sign, save, verify, correct: the person asked for it.
        choose: id of the correction note to be shown, ``None`` = the minutes.
    """

    finalise = Signal()
    file = Signal()
    sign = Signal()
    save = Signal()
    verify = Signal()
    correct = Signal()
    choose = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(start=_PAD, above=_PAD, gutter=_PAD, gap=0, least=_WIDTH)
        self._look = context.look
        self.way = MinutesWay(context)
        self.way.finalise.connect(self.finalise)
        self._parts = column(gap=12)
        self.story = PaperStoryPart(context)
        self._about = column(gap=12)
        self.box.addWidget(self.way)
        self.box.addLayout(self._parts)
        self.box.addWidget(self.story)
        self.box.addLayout(self._about)
        self.box.addStretch(1)

    def show_paper(self, shown: MinutesPaper) -> None:
        """Show the signatures, the next step and the facts of a paper."""
        clear(self._parts)
        clear(self._about)
        _ = self._look.catalogue.gettext
        self.way.show_minutes(shown)
        if self.way.isVisibleTo(self):
            self._parts.addSpacing(12)
        if shown.record.notes:
            self._parts.addWidget(self._papers(shown))
            self._parts.addSpacing(8)
        self._parts.addWidget(label(_("Signatures"), TextKind.SUBHEADING))
        for signatory in shown.record.signatories:
            self._parts.addWidget(hairline())
            self._parts.addLayout(self._signature(signatory, shown))
        self._parts.addSpacing(8)
        self._add_actions(shown)
        self._parts.addSpacing(8)
        self.story.setVisible(shown.paper is not None)
        if shown.paper is not None:
            self.story.show_paper(shown.paper, shown.story, signers_of(shown, self._look))
        self._about.addSpacing(16)
        self._about.addWidget(label(_("This paper"), TextKind.SUBHEADING))
        self._about.addWidget(self._facts(shown))

    def _papers(self, shown: MinutesPaper) -> QComboBox:
        """The minutes and the notes that correct them, to be chosen from."""
        _ = self._look.catalogue.gettext
        papers = QComboBox()
        papers.setAccessibleName(_("Paper that is shown"))
        papers.addItem(self._look.formats.isolate(shown.record.meeting.label), None)
        for note in shown.record.notes:
            papers.addItem(self._look.formats.isolate(note.paper.title), note.paper.id)
        papers.setCurrentIndex(papers.findData(shown.note.paper.id if shown.note else None))
        papers.activated.connect(lambda place: self.choose.emit(papers.itemData(place)))
        return papers

    def _signature(self, signatory: Signatory, shown: MinutesPaper) -> QVBoxLayout:
        names = (signatory.name, self._look.labels.label(signatory.function))
        report = shown.report(signatory.field)
        return signature_lines(signatory.field, names, shown.paper, report, self._look, shown.story)

    def _add_actions(self, shown: MinutesPaper) -> None:
        _ = self._look.catalogue.gettext
        primary = self._next_step(shown)
        if primary is not None:
            self._parts.addWidget(primary)
        if shown.paper is None:
            return
        copy = button(_("Save a &copy"), self.save.emit, self._look)
        check = button(_("&Verify"), self.verify.emit, self._look)
        self._parts.addLayout(row(copy, check, gap=8))
        if shown.note is None:
            emit = self.correct.emit
            self._parts.addWidget(button(_("C&orrect …"), emit, self._look, icon=Icon.MINUTES))

    def _next_step(self, shown: MinutesPaper) -> QPushButton | None:
        _ = self._look.catalogue.gettext
        look = self._look
        if shown.record.meeting.minutes_state is not MinutesState.FINAL:
            return None
        if shown.paper is None:
            emit = self.file.emit
            return button(_("&Enter in the register"), emit, look, icon=Icon.FILE, primary=True)
        waiting = [s for s in shown.record.signatories if s.field in shown.waiting]
        if not waiting:
            return None
        function = look.labels.label(waiting[0].function)
        text = _("&Sign as {function}").format(function=function.lower())
        return button(text, self.sign.emit, look, icon=Icon.SIGN, primary=True)

    def _facts(self, shown: MinutesPaper) -> Facts:
        _ = self._look.catalogue.gettext
        formats = self._look.formats
        facts = Facts(indent=12)
        language = shown.paper.language if shown.paper else shown.record.meeting.language
        facts.add(_("Language"), formats.language_name(language))
        if shown.paper is None:
            facts.add(_("Register"), _("not filed yet"))
            return facts
        facts.add(_("Register"), formats.isolate(shown.paper.register_number))
        if shown.note:
            correction = shown.note.correction
            facts.add(_("Decided on"), formats.long_date(correction.decided_on))
            facts.add(_("Decided in"), formats.isolate(correction.decided_in))
        else:
            facts.add(_("Edition"), self._look.labels.label(shown.paper.edition))
            facts.add(_("Corrected by"), _corrections(shown, formats))
        add_file_facts(facts, shown.paper, self._look)
        return facts


def _corrections(shown: MinutesPaper, formats: Formats) -> str:
    """The numbers of the corrections, each once, however many languages its notes are in."""
    labels = dict.fromkeys(note.correction.label for note in shown.record.notes)
    return formats.comma.join(map(formats.isolate, labels))


def signers_of(shown: MinutesPaper, look: Look) -> list[Signer]:
    """All who sign a paper, with the office they sign in."""
    label_of = look.labels.label
    return [
        Signer(field=one.field, name=one.name, office=label_of(one.function).lower())
        for one in shown.record.signatories
    ]
