"""A sentence in its place: what happened, or what is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import icon_button
from liaison_desktop.ui.widgets.text import label

_ICONS = {
    Tone.NEUTRAL: Icon.TELL,
    Tone.ACCENT: Icon.TELL,
    Tone.GOOD: Icon.CHECK,
    Tone.CARE: Icon.CARE,
    Tone.WRONG: Icon.WRONG,
}


class NoticeBar(QFrame):
    """One sentence in a tone, hidden while there is none."""

    def __init__(self, look: Look, *, closable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("notice")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._picture = label("")
        self._sentence = label("", wrap=True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 8, 8, 8)
        box.setSpacing(10)
        box.addWidget(self._picture)
        box.addWidget(self._sentence, 1)
        if closable:
            _ = look.catalogue.gettext
            box.addWidget(icon_button(Icon.CLOSE, _("Close the message"), self.hide, look))
        self.hide()

    @property
    def sentence(self) -> str:
        """The sentence shown last."""
        return self._sentence.text()

    def show_sentence(self, sentence: str, tone: Tone) -> None:
        """Show a sentence until it is closed or replaced."""
        colour = self._look.tokens.ink_of(tone)
        self._picture.setPixmap(self._look.icons.pixmap(_ICONS[tone], colour))
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
