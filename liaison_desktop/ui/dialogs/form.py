"""A dialog that is filled in and sent; what is wrong is said beside its field."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.errors import UserError
from liaison_desktop.i18n.errors import sentence
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.dialog import Dialog
from liaison_desktop.ui.forms.field import Field
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Scroll, row
from liaison_desktop.ui.widgets.text import TextKind, label

_AROUND = 180
"""Pixels of the screen that are left for what stands around the fields."""


class FormDialog(Dialog):
    """Fields, a button that says the verb, and the use case behind it.

    The fields scroll where the screen is not high enough for them.

    Signals:
        accomplished: the use case went through; it carries its result.
    """

    accomplished = Signal(object)

    def __init__(
        self,
        title: str,
        verb: str,
        context: Context,
        parent: QWidget | None,
        *,
        explanation: str = "",
        width: int = 520,
    ) -> None:
        super().__init__(title, context.look, parent, width=width)
        self.context = context
        self._verb = verb
        self._fields: dict[str, Field] = {}
        if explanation:
            self.box.addWidget(label(explanation, TextKind.QUIET, wrap=True))
        self._scroll = Scroll(gap=16)
        self.body = self._scroll.box
        self.box.addWidget(self._scroll, 1)

    def add(
        self,
        name: str,
        editor: QWidget,
        *,
        advice: str = "",
        answers: tuple[str, ...] = (),
        beside: QWidget | None = None,
    ) -> Field:
        """Put a field below the others; errors with these codes are said in it.

        ``beside``: what stands next to the editor, such as a button.
        """
        field = self._field(name, editor, advice, answers, beside)
        self.body.addWidget(field)
        return field

    def add_beside(self, *fields: tuple[str, QWidget, tuple[str, ...]]) -> None:
        """Put fields on one line: their names, editors and the codes they answer for."""
        line = row(gap=16)
        for name, editor, answers in fields:
            line.addWidget(self._field(name, editor, "", answers), 1)
        self.body.addLayout(line)

    def finish(self) -> None:
        """Put the buttons below; the first field gets the cursor."""
        _ = self.look.catalogue.gettext
        cancel = button(_("Cancel"), self.reject, self.look)
        self._send = button(self._verb, self.send, self.look, icon=Icon.CHECK, primary=True)
        self._refusal = label("", TextKind.ERROR, wrap=True)
        self._refusal.hide()
        self.box.addWidget(self._refusal)
        self.add_buttons(cancel, self._send)
        # A dialog that is higher than its fields keeps each editor below its name.
        self.body.addStretch(1)
        first = next(iter(self._unique()), None)
        (first.editor if first else self._send).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as large as the fields ask for."""
        self.fit()
        super().showEvent(event)

    def fit(self) -> None:
        """Be as large as the fields ask for now, as far as the screen allows."""
        for field in self._unique():
            # What an editor asks for reaches the column only with the next event.
            field.updateGeometry()
        margins = self.box.contentsMargins()
        beside = margins.left() + margins.right()
        self.setMinimumWidth(max(self.minimumWidth(), self._scroll.needed_width() + beside))
        width = max(self.width(), self.minimumWidth()) - beside
        room = self.screen().availableGeometry().height() - _AROUND
        # A column in which no text is wrapped has no height for a width.
        wanted = max(self.body.totalHeightForWidth(width), self.body.totalSizeHint().height())
        self._scroll.setMinimumHeight(min(wanted, room))
        if self.isVisible():
            self.resize(self.width(), self.box.totalHeightForWidth(self.width()))

    def field_of(self, editor: QWidget) -> Field:
        """The field in which an editor stands."""
        return next(field for field in self._unique() if field.editor is editor)

    @property
    def error(self) -> str:
        """What is said to be wrong, empty if nothing is."""
        told = next((field.error for field in self._unique() if field.error), "")
        return told or self._refusal.text()

    def work(self) -> Callable[[], Any]:
        """What to do with what was filled in; it runs on the worker."""
        raise NotImplementedError

    def changes(self, result: Any) -> Changes:
        """What the result touched."""
        return result if isinstance(result, Changes) else Changes()

    def send(self) -> None:
        """Do it; what is wrong is said in its place."""
        for field in self._unique():
            field.accept()
        self._refusal.hide()
        self._refusal.clear()
        work = self.work()
        self._send.setEnabled(False)
        self.context.jobs.write(
            lambda _job: work(),
            self._finished,
            owner=self,
            label="",
            changes=self.changes,
            failed=self.refuse,
            broken=self.recover,
        )

    def _field(
        self,
        name: str,
        editor: QWidget,
        advice: str,
        answers: tuple[str, ...],
        beside: QWidget | None = None,
    ) -> Field:
        field = Field(name, editor, advice=advice, beside=beside)
        self._fields |= dict.fromkeys(answers or (name,), field)
        return field

    def _unique(self) -> Mapping[Field, None]:
        return dict.fromkeys(self._fields.values())

    def _finished(self, result: Any) -> None:
        self.accomplished.emit(result)
        self.accept()

    def recover(self) -> None:
        """After a bug, which the window tells: what was filled in can be kept and tried again."""
        self._send.setEnabled(True)

    def refuse(self, error: UserError) -> None:
        """Say what is wrong in the field that answers for it, else above the buttons."""
        self._send.setEnabled(True)
        words = sentence(error, self.look.catalogue)
        field = self._fields.get(error.code) or next(iter(self._unique()), None)
        if field is None:
            self._refusal.setText(words)
            self._refusal.show()
        else:
            field.refuse(words)
        self.fit()
