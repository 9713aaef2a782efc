"""How long a signature is to be provable, and with whose help."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from liaison_desktop.domain.levels import Level
from liaison_desktop.ui.context import Desk
from liaison_desktop.ui.forms.editors import choice_editor
from liaison_desktop.ui.forms.field import Field
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.card import column
from liaison_desktop.ui.widgets.text import TextKind, label

if TYPE_CHECKING:
    from liaison_desktop.services.signing import Lasting

_CODES = frozenset(
    {
        "authority_missing",
        "authority_malformed",
        "authority_silent",
        "authority_refused",
        "authority_answer_wrong",
        "issuer_silent",
        "certificate_revoked",
        "certificate_untrusted",
        "revocation_unknown",
    }
)


class EnduranceForm(QWidget):
    """A level in plain words; the authority's address where the level needs one.

    Signals:
        resized: a field came or went.
    """

    resized = Signal()

    def __init__(self, look: Look, desk: Desk, *, least: Level = Level.B_B) -> None:
        """``least``: the levels from this one on are offered."""
        super().__init__()
        _ = look.catalogue.gettext
        self._desk = desk
        levels = list(Level)[list(Level).index(least) :]
        known = desk.settings.sign_level
        chosen = Level(known) if known in levels else least
        self.level = choice_editor(((look.labels.label(each), each) for each in levels), chosen)
        self.authority = QLineEdit(desk.settings.time_authority)
        self.authority.setPlaceholderText("https://")
        self._level_field = Field(_("How long it is provable"), self.level)
        self._authority_field = Field(_("Address of the time-stamp authority"), self.authority)
        told = _(
            "The authority learns the digest of the paper, nothing of its content. Whoever issued"
            " the certificates is asked whether they were withdrawn."
        )
        self._told = label(told, TextKind.QUIET, wrap=True)
        self.setLayout(column(self._level_field, self._authority_field, self._told, gap=12))
        self.level.currentIndexChanged.connect(lambda _place: self._follow())
        self.authority.textEdited.connect(lambda _text: self._authority_field.accept())
        self._follow()

    @property
    def value(self) -> "Lasting":
        """What was chosen."""
        from liaison_desktop.services.signing import Lasting

        level = self.level.currentData()
        authority = self.authority.text().strip() if level.stamped else ""
        return Lasting(level=level, authority=authority)

    @property
    def error(self) -> str:
        """What is said to be wrong."""
        return self._authority_field.error

    def answers(self, code: str) -> bool:
        """Whether an error is about the authority or the issuers."""
        return code in _CODES

    def refuse(self, words: str) -> None:
        """Say what is wrong."""
        self._authority_field.refuse(words)

    def remember(self) -> None:
        """Offer the same the next time."""
        chosen = self.value
        settings = replace(self._desk.settings, sign_level=chosen.level.value)
        if chosen.authority:
            settings = replace(settings, time_authority=chosen.authority)
        self._desk.remember(settings)

    def _follow(self) -> None:
        stamped = self.level.currentData().stamped
        self._authority_field.setVisible(stamped)
        self._told.setVisible(stamped)
        self._authority_field.accept()
        self.resized.emit()
