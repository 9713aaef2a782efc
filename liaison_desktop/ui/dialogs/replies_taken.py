"""What became of answers that were read from files."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from liaison_desktop.i18n.errors import sentence
from liaison_desktop.ui.dialogs.dialog import Dialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Scroll, row
from liaison_desktop.ui.widgets.text import label, picture, selectable

if TYPE_CHECKING:
    from liaison_desktop.services.answering import RepliesTaken, TakenReply

_HIGHEST = 360


class RepliesTakenDialog(Dialog):
    """A line for each answer that was taken in, and one for each that was not, with the reason."""

    def __init__(self, taken: "RepliesTaken", look: Look, parent: QWidget | None) -> None:
        _ = look.catalogue.gettext
        super().__init__(_("Answers from files"), look, parent, width=600)
        isolate = look.formats.isolate
        scroll = self._scroll = Scroll(gap=10, gutter=10)
        for one in taken.taken:
            scroll.box.addLayout(self._line(self._told(one), Icon.CHECK, Tone.GOOD))
        for path, problem in taken.refused:
            words = _("{file}: {what}").format(
                file=isolate(path.name), what=sentence(problem, look.catalogue)
            )
            scroll.box.addLayout(self._line(words, Icon.CARE, Tone.CARE))
        scroll.box.addStretch(1)
        self.box.addWidget(scroll)
        self.add_buttons(button(_("&Close"), self.accept, look, primary=True))

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the list asks for, within reason."""
        self._scroll.fit_height(self.width(), _HIGHEST)
        super().showEvent(event)

    def _told(self, one: "TakenReply") -> str:
        _ = self.look.catalogue.gettext
        formats, reply = self.look.formats, one.reply
        words = _("{name}, {day}: {answer}").format(
            name=formats.isolate(one.name),
            day=formats.long_date(one.meeting.date),
            answer=self.look.labels.label(reply.answer),
        )
        if reply.substitute:
            words = f"{words} ({formats.isolate(reply.substitute)})"
        if one.other_sender:
            sender = _("sent from {address}").format(address=formats.isolate(one.other_sender))
            words = f"{words} · {sender}"
        return words

    def _line(self, words: str, icon: Icon, tone: Tone) -> QHBoxLayout:
        sign = picture(self.look.icons.pixmap(icon, self.look.tokens.ink_of(tone), 16))
        line = row(sign, gap=10)
        line.addWidget(selectable(label(words, wrap=True)), 1)
        return line
