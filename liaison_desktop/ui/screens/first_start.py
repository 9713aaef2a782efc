"""The first start: an empty store and three ways to fill it."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from liaison_desktop.domain.changes import Kind
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.screens.screen import Screen
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Card, column, row
from liaison_desktop.ui.widgets.text import TextKind, label, picture

_CARD_WIDTH = 340


class FirstStartScreen(Screen):
    """Import a file, or look around with invented committees."""

    touched_by = frozenset({Kind.COMMITTEE})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        _ = self.look.catalogue.gettext
        desk = context.desk
        self.import_button = button(
            _("&Import a committee file"), desk.import_file, self.look, primary=True
        )
        self.demonstration_button = button(
            _("Install the &demonstration committees"), desk.install_demonstration, self.look
        )
        own = self._card(
            Icon.IMPORT,
            _("Your committee"),
            _("Set it up from nothing, or take in a committee file with all that belongs to it."),
        )
        own.box.addWidget(self.import_button)
        self.found_button = button(_("Set up a &new committee"), desk.found_committee, self.look)
        own.box.addWidget(self.found_button)
        invented = self._card(
            Icon.DEMONSTRATION,
            _("Look around first"),
            _("Five invented committees in five countries, to try everything on."),
        )
        invented.box.addWidget(self.demonstration_button)
        centred = Qt.AlignmentFlag.AlignHCenter
        words = column(gap=4)
        words.addWidget(label(_("Welcome to LIAISON Desktop"), TextKind.TITLE), 0, centred)
        advice = _("Committee work offline: seats, quorum, minutes, agreements and signed PDFs.")
        words.addWidget(label(advice, TextKind.QUIET), 0, centred)
        box = QVBoxLayout(self)
        box.addStretch(2)
        box.addLayout(words)
        box.addSpacing(24)
        box.addLayout(row(None, own, invented, None, gap=16))
        box.addStretch(3)

    @property
    def title(self) -> str:
        """The place."""
        return self.look.catalogue.gettext("Welcome")

    def open(self, target: UUID) -> None:
        """There is nothing to open yet."""

    def _card(self, icon: Icon, title: str, text: str) -> Card:
        card = Card(pad=24, gap=10)
        card.setMinimumWidth(_CARD_WIDTH)
        card.box.addWidget(picture(self.look.icons.pixmap(icon, self.look.tokens.accent, 28)))
        card.box.addWidget(label(title, TextKind.HEADING))
        words = label(text, TextKind.QUIET, wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        card.box.addWidget(words, 1)
        card.box.addSpacing(6)
        return card
