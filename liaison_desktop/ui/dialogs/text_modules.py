"""The committee's text modules: put into the text, kept, changed and removed."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.domain.text_modules import PLACEHOLDERS, TextModule, filled
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.articles import GrowingText
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import clear, column, row
from liaison_desktop.ui.widgets.text import TextKind, label


class TextModulesDialog(FormDialog):
    """The modules above, one press from the text; below them a new one, or one to be changed.

    Signals:
        chosen: Markdown to be written, with what is known of the meeting filled in.
    """

    chosen = Signal(str)

    def __init__(
        self,
        meeting: Meeting,
        values: Mapping[str, str],
        context: Context,
        parent: QWidget | None,
    ) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(_("Text modules"), _("&Keep"), context, parent, width=600)
        self._meeting, self._values = meeting, values
        self._service = context.services.meeting_work.text_modules
        self._kept = column(gap=6)
        self.body.addLayout(self._kept)
        self.name = QLineEdit()
        self.text = GrowingText("")
        self.add(_("Name"), self.name, answers=("text_module_empty",))
        told = _("The meeting fills in: {names}").format(
            names=context.look.formats.isolate(" ".join(f"{{{one}}}" for one in PLACEHOLDERS))
        )
        self.add(_("Text"), self.text, advice=told)
        self.finish()
        self._read()

    def work(self) -> Callable[[], Changes]:
        """Keep what was filled in."""
        from liaison_desktop.services.text_modules import KeepTextModule

        command = KeepTextModule(
            committee_id=self._meeting.committee_id,
            language=self._meeting.language,
            name=self.name.text(),
            text=self.text.toPlainText(),
        )
        service = self._service
        return lambda: service.keep(command)

    def _read(self) -> None:
        service, meeting = self._service, self._meeting
        self.context.jobs.read(
            lambda: service.of_language(meeting.committee_id, meeting.language),
            self._show,
            owner=self,
        )

    def _show(self, modules: tuple[TextModule, ...]) -> None:
        _ = self.look.catalogue.gettext
        clear(self._kept)
        if not modules:
            words = _("No text is kept in this language yet. Give one a name below.")
            self._kept.addWidget(label(words, TextKind.QUIET, wrap=True))
        for module in modules:
            self._kept.addLayout(self._line(module))
        # What was just laid out has a size only once it is shown.
        QTimer.singleShot(0, self, self.fit)

    def _line(self, module: TextModule) -> QHBoxLayout:
        _ = self.look.catalogue.gettext
        isolate = self.look.formats.isolate
        line = row(gap=8)
        line.addWidget(label(isolate(module.name), TextKind.STRONG, wrap=True), 1)
        for words, act in (
            (_("Insert"), partial(self._choose, module)),
            (_("Change"), partial(self._edit, module)),
            (_("Remove"), partial(self._remove, module)),
        ):
            made = button(words, act, self.look)
            made.setAutoDefault(False)
            made.setAccessibleName(f"{words} {isolate(module.name)}")
            line.addWidget(made)
        return line

    def _choose(self, module: TextModule) -> None:
        self.chosen.emit(filled(module.text, self._values))
        self.accept()

    def _edit(self, module: TextModule) -> None:
        self.name.setText(module.name)
        self.text.setPlainText(module.text)
        self.text.setFocus()

    def _remove(self, module: TextModule) -> None:
        service = self._service
        self.context.jobs.change(
            lambda: service.remove(module.id), owner=self, done=lambda _changes: self._read()
        )
