"""The bar below the screen: is all saved, protected, backed up; and what is being done."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.card import clear, row
from liaison_desktop.ui.widgets.progress_strip import ProgressStrip
from liaison_desktop.ui.widgets.text import ElidedLabel, TextKind, label, picture
from liaison_desktop.ui.wording import day_and_time

if TYPE_CHECKING:
    from liaison_desktop.services.store import StoreStatus

HEIGHT = 30


class FootBar(QWidget):
    """The honest state of the store."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("foot")
        self.setFixedHeight(HEIGHT)
        self._look = look
        self._facts = QHBoxLayout()
        self._facts.setSpacing(22)
        self.progress = ProgressStrip(look)
        box = QHBoxLayout(self)
        box.setContentsMargins(24, 0, 24, 0)
        box.setSpacing(22)
        box.addLayout(self._facts, 1)
        box.addWidget(self.progress)

    def show_status(self, status: "StoreStatus") -> None:
        """Show the state of the store."""
        _ = self._look.catalogue.gettext
        clear(self._facts)
        self._add(Icon.CHECK, _("All changes saved"))
        if status.encrypted:
            self._add(Icon.ENCRYPTED, _("Encrypted"))
        else:
            self._add(Icon.NOT_ENCRYPTED, _("Not encrypted"))
        if status.last_backup is not None:
            when = day_and_time(status.last_backup, self._look)
            self._add(Icon.BACKUP, _("Last backup {when}").format(when=when))
        else:
            self._add(Icon.BACKUP, _("No backup yet"), Tone.CARE)
        isolate = self._look.formats.isolate
        store = ElidedLabel(isolate(status.path.name), TextKind.SMALL)
        store.setToolTip(isolate(str(status.path)))
        self._facts.addWidget(store, 1)

    def _add(self, icon: Icon, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        colour = self._look.tokens.ink_of(tone)
        words = label(text, TextKind.QUIET)
        if tone is not Tone.NEUTRAL:
            words.setStyleSheet(f"color: {colour};")
        self._facts.addLayout(row(picture(self._look.icons.pixmap(icon, colour, 15)), words, gap=8))
