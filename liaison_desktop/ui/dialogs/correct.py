"""Correcting final minutes: which passages, who decided so, in which language the note is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from liaison_desktop.domain.changes import Changes, Kind
from liaison_desktop.domain.corrections import CorrectionNote
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.papers import Paper
from liaison_desktop.i18n.catalogue import LANGUAGES
from liaison_desktop.i18n.errors import sentence
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.dialog import Dialog
from liaison_desktop.ui.forms.editors import DayEdit, choice_editor, to_qt
from liaison_desktop.ui.forms.field import Field
from liaison_desktop.ui.forms.passages import Passages
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import row
from liaison_desktop.ui.widgets.text import TextKind, label
from liaison_desktop.ui.wording import today

_WIDTH = 920
_ROOM = 340
"""Pixels for the passages; more of them scroll."""


class CorrectDialog(Dialog):
    """Day and place of the decision, language of the note, passages.

    Signals:
        corrected: the ``CorrectionNote`` that was entered in the register.
    """

    corrected = Signal(object)

    def __init__(
        self, minutes: Paper, meeting: Meeting, context: Context, parent: QWidget | None
    ) -> None:
        _ = context.look.catalogue.gettext
        title = _("Correct {paper}").format(paper=context.look.formats.isolate(minutes.title))
        super().__init__(title, context.look, parent, width=_WIDTH)
        self._context = context
        self._minutes = minutes
        explanation = _(
            "The minutes stay as they were signed. A note with a number of its own says how the "
            "passages are to be read; it is entered in the register and signed like the minutes."
        )
        self.box.addWidget(label(explanation, TextKind.QUIET, wrap=True))
        self.decided_on = _day_between(meeting, context)
        self.decided_in = QLineEdit()
        self.language = _languages(meeting, context)
        self._day_field = Field(_("Decided on"), self.decided_on)
        self._decision_field = Field(_("Decided in"), self.decided_in)
        self.decided_in.setPlaceholderText(_("Meeting or resolution"))
        self.decided_in.textEdited.connect(lambda _text: self._decision_field.accept())
        self.passages = Passages(meeting.items, context.look)
        self._lay_out()
        self.decided_in.setFocus()

    @property
    def error(self) -> str:
        """What is said to be wrong."""
        wrong = (row.error for row in self.passages.rows if row.error)
        return self._day_field.error or self._decision_field.error or next(wrong, "")

    def correct(self) -> None:
        """Make the correction; what is wrong is said in its place."""
        from liaison_desktop.services.corrections import CorrectMinutes

        self._take_back()
        if not self._chosen():
            return
        command = CorrectMinutes(
            paper_id=self._minutes.id,
            on=today(),
            decided_on=self.decided_on.day or today(),
            decided_in=self.decided_in.text(),
            passages=self.passages.passages,
            language=self.language.currentData(),
        )
        self._wait(waiting=True)
        services = self._context.services
        self._context.jobs.write(
            lambda job: services.corrections.correct(command, job),
            self._made,
            owner=self,
            label=self.look.catalogue.gettext("Entering the correction …"),
            changes=_changes,
            failed=self._refuse,
        )

    def _lay_out(self) -> None:
        _ = self.look.catalogue.gettext
        language = Field(_("Language of the note"), self.language)
        line = row(gap=16)
        line.addWidget(self._day_field, 2)
        line.addWidget(self._decision_field, 5)
        line.addWidget(language, 2)
        self.box.addLayout(line)
        self.box.addWidget(label(_("Passages"), TextKind.SUBHEADING))
        self.box.addWidget(self.passages)
        add = button(_("&Add a passage"), self.passages.add_row, self.look)
        self.box.addLayout(row(add, None))
        self._cancel = button(_("Cancel"), self.reject, self.look)
        self._correct = button(
            _("&Enter the correction"), self.correct, self.look, icon=Icon.FILE, primary=True
        )
        self.add_buttons(self._cancel, self._correct)
        self.passages.resized.connect(self._give_room)
        self._give_room()

    def _give_room(self) -> None:
        self.passages.setFixedHeight(min(self.passages.wanted_height, _ROOM))
        if self.isVisible():
            self.resize(self.width(), self.box.totalHeightForWidth(self.width()))

    def _chosen(self) -> bool:
        """Whether each passage says where it stands."""
        for passage in self.passages.rows:
            if not passage.chosen:
                passage.refuse(self.look.catalogue.gettext("Choose where the passage stands."))
                self._give_room()
                return False
        return True

    def _take_back(self) -> None:
        self._day_field.accept()
        self._decision_field.accept()
        for passage in self.passages.rows:
            passage.accept()
        self._give_room()

    def _made(self, note: CorrectionNote) -> None:
        _ = self.look.catalogue.gettext
        told = _("Correction {number} is in the register as {entry}; it can be signed now.")
        isolate = self.look.formats.isolate
        self._context.desk.tell(
            told.format(
                number=isolate(note.correction.label), entry=isolate(note.paper.register_number)
            )
        )
        self.corrected.emit(note)
        self.accept()

    def _refuse(self, error: UserError) -> None:
        self._wait(waiting=False)
        words = sentence(error, self.look.catalogue)
        place = error.parameters.get("passage")
        if isinstance(place, int):
            self.passages.rows[place - 1].refuse(words)
            self._give_room()
        elif error.code == "correction_decision_missing":
            self._decision_field.refuse(words)
        else:
            self._day_field.refuse(words)

    def _wait(self, *, waiting: bool) -> None:
        for part in (self.passages, self._correct, self._cancel):
            part.setEnabled(not waiting)


def _day_between(meeting: Meeting, context: Context) -> DayEdit:
    """A day from the meeting's on, up to today."""
    latest = max(today(), meeting.date)
    made = DayEdit(context.look, latest)
    made.setDateRange(to_qt(meeting.date), to_qt(latest))
    return made


def _languages(meeting: Meeting, context: Context) -> QComboBox:
    names = ((context.look.formats.language_name(each), each) for each in LANGUAGES)
    return choice_editor(names, meeting.language)


def _changes(note: CorrectionNote) -> Changes:
    return Changes(
        {
            Kind.CORRECTION: frozenset({note.correction.id}),
            Kind.PAPER: frozenset({note.paper.id}),
        }
    )
