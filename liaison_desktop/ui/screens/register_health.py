"""What the check of a register found, told on its page."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from liaison_desktop.i18n.health import finding_sentence
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import icon_button
from liaison_desktop.ui.widgets.card import Card, Scroll, clear, column, row
from liaison_desktop.ui.widgets.text import TextKind, label, picture

if TYPE_CHECKING:
    from liaison_desktop.services.register_check import RegisterHealth

_UNDER_WORDS = 38
_AT_ONCE = 6
_HIGHEST = 180


class RegisterHealthCard(Card):
    """The verdict in a word and a sentence; below it what is wrong, each with its place."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(pad=16, gap=10, parent=parent)
        self._look = look
        self.hide()

    def show_health(self, health: "RegisterHealth") -> None:
        """Show the result until it is closed, or nothing can be said of it any more."""
        clear(self.box)
        _ = self._look.catalogue.gettext
        tone = Tone.GOOD if health.sound else Tone.WRONG
        word = _("The register is intact") if health.sound else _("The register was altered")
        icon = Icon.VERIFY if health.sound else Icon.WRONG
        told = self._counted(health)
        sign = picture(self._look.icons.pixmap(icon, self._look.tokens.ink_of(tone), 24))
        words = column(
            label(word, TextKind.SUBHEADING), label(told, TextKind.QUIET, wrap=True), gap=2
        )
        line = row(sign, gap=14)
        line.addLayout(words, 1)
        line.addWidget(icon_button(Icon.CLOSE, _("Close the message"), self.hide, self._look))
        self.box.addLayout(line)
        if health.findings:
            self._add_findings(health)
        self.setAccessibleName(f"{word}. {told}")
        self.show()

    def _counted(self, health: "RegisterHealth") -> str:
        """What was read."""
        catalogue, number = self._look.catalogue, self._look.formats.number
        _ = catalogue.gettext
        files = catalogue.ngettext(
            "{count} file of the register", "{count} files of the register", health.files
        ).format(count=number(health.files))
        entries = catalogue.ngettext(
            "{count} entry of the log of changes",
            "{count} entries of the log of changes",
            health.entries,
        ).format(count=number(health.entries))
        if health.sound:
            words = _("{files} and {entries} were recomputed; all are as they were written.")
        else:
            words = _(
                "{files} and {entries} were recomputed. Keep the store as it is and compare it with"
                " a backup."
            )
        return words.format(files=files, entries=entries)

    def _add_findings(self, health: "RegisterHealth") -> None:
        """A line for each; many of them scroll, so that the book stays in view."""
        lines = column(gap=6)
        for finding in health.findings:
            words = label(finding_sentence(finding, self._look.catalogue), wrap=True)
            lines.addWidget(words)
        if len(health.findings) <= _AT_ONCE:
            beside = row(_UNDER_WORDS, gap=0)
            beside.addLayout(lines, 1)
            self.box.addLayout(beside)
            return
        scroll = Scroll(start=_UNDER_WORDS, gutter=10)
        scroll.box.addLayout(lines)
        scroll.box.addStretch(1)
        scroll.setFixedHeight(_HIGHEST)
        self.box.addWidget(scroll)
