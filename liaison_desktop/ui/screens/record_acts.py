"""What the card of a person or an organisation can ask its screen for."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import row


@dataclass(frozen=True, slots=True)
class RecordActs:
    """Changing the record, and merging it with another one."""

    change: Callable[[], None]
    merge: Callable[[], None]


def headed(head: QVBoxLayout, acts: RecordActs, look: Look) -> QHBoxLayout:
    """The head of a card with its buttons at the end."""
    _ = look.catalogue.gettext
    top = row(gap=8)
    top.addLayout(head, 1)
    top.addWidget(button(_("Merge …"), acts.merge, look))
    top.addWidget(button(_("&Change"), acts.change, look))
    return top
