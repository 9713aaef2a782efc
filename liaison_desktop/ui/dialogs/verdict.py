"""The verdict on a paper of the register."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from liaison_desktop.ui.dialogs.dialog import Dialog
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.verdict_card import VerdictCard

if TYPE_CHECKING:
    from liaison_desktop.services.verification import VerifiedFile


class VerdictDialog(Dialog):
    """Each signature in plain words."""

    def __init__(self, verified: "VerifiedFile", look: Look, parent: QWidget | None) -> None:
        _ = look.catalogue.gettext
        super().__init__(_("Verification"), look, parent, width=560)
        self.box.addWidget(VerdictCard(verified, look))
        self.add_buttons(button(_("&Close"), self.accept, look, primary=True))
