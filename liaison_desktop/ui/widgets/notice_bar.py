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


class NoticeBar(QWidget):
    """One sentence in a tone, hidden while there is none."""

    def __init__(self, look: Look, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> None:
        super().__init__()
        _ = look.catalogue.gettext
        self._look = look
        self._frame = QFrame()
        self._frame.setObjectName("notice")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._picture = label("")
        self._sentence = label("", wrap=True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box = QHBoxLayout(self._frame)
        box.setContentsMargins(12, 6, 6, 6)
        box.setSpacing(10)
        box.addWidget(self._picture)
        box.addWidget(self._sentence, 1)
        box.addWidget(icon_button(Icon.CLOSE, _("Close the message"), self.hide, look))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(*margins)
        outer.addWidget(self._frame)
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
        self._frame.setProperty("tone", tone.value)
        self._frame.style().unpolish(self._frame)
        self._frame.style().polish(self._frame)
        self.show()
