"""The proof of sending: which message went to whom and when, with its digest."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.calling import Letter
from liaison_desktop.ui.dialogs.dialog import Dialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Scroll, column
from liaison_desktop.ui.widgets.text import TextKind, hairline, label, selectable
from liaison_desktop.ui.wording import day_and_time

_HIGHEST = 420


class LettersDialog(Dialog):
    """One entry for each message, the newest first; all of it can be copied."""

    def __init__(self, letters: Sequence[Letter], look: Look, parent: QWidget | None) -> None:
        _ = look.catalogue.gettext
        super().__init__(_("Proof of sending"), look, parent, width=660)
        explanation = _(
            "The digest (SHA-256) is that of the whole message, the second one that of the"
            " convocation inside. Whoever has the message can check it against them."
        )
        self.box.addWidget(label(explanation, TextKind.QUIET, wrap=True))
        self._letters = tuple(reversed(letters))
        scroll = self._scroll = Scroll(gap=10, gutter=10)
        for letter in self._letters:
            scroll.box.addWidget(hairline())
            head, *digests = self._lines(letter)
            told = [selectable(label(line, TextKind.MONO, wrap=True)) for line in digests]
            scroll.box.addLayout(column(selectable(label(head, wrap=True)), *told, gap=2))
        scroll.box.addStretch(1)
        self.box.addWidget(scroll)
        self.add_buttons(
            button(_("&Copy"), self.copy, look, icon=Icon.COPY),
            button(_("C&lose"), self.accept, look, primary=True),
        )

    @property
    def words(self) -> str:
        """All of it as plain text."""
        return "\n\n".join("\n".join(self._lines(letter)) for letter in self._letters)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the list asks for, within reason."""
        self._scroll.fit_height(self.width(), _HIGHEST)
        super().showEvent(event)

    def copy(self) -> None:
        """Put it on the clipboard."""
        QGuiApplication.clipboard().setText(self.words)

    def _lines(self, letter: Letter) -> list[str]:
        _ = self.look.catalogue.gettext
        isolate, label_of = self.look.formats.isolate, self.look.labels.label
        head = _("{purpose} · {when} · {name}, {address} · {medium}").format(
            purpose=label_of(letter.purpose),
            when=day_and_time(letter.sent_at, self.look),
            name=isolate(letter.name),
            address=isolate(letter.address) if letter.address else _("address erased"),
            medium=label_of(letter.medium),
        )
        lines = [head, isolate(letter.digest)]
        if letter.paper_digest:
            lines.append(_("PDF {digest}").format(digest=isolate(letter.paper_digest)))
        return lines
