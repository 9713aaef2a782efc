"""The verdict on a paper of the register."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.dialog import Dialog
from liaison_desktop.ui.dialogs.save_report import save_report
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Scroll
from liaison_desktop.ui.widgets.verdict_card import VerdictCard

if TYPE_CHECKING:
    from liaison_desktop.services.verification import VerifiedFile

_HEIGHT = 440


class VerdictDialog(Dialog):
    """Each signature in plain words, and the report on them."""

    def __init__(self, verified: "VerifiedFile", context: Context, parent: QWidget | None) -> None:
        _ = context.look.catalogue.gettext
        super().__init__(_("Verification"), context.look, parent, width=620)
        scroll = Scroll()
        scroll.box.addWidget(VerdictCard(verified, context.look))
        scroll.box.addStretch(1)
        scroll.setMinimumHeight(_HEIGHT)
        self.box.addWidget(scroll, 1)
        report = button(
            _("Save the &report"),
            lambda: save_report(verified, context, self),
            context.look,
            icon=Icon.PAPER,
        )
        self.add_buttons(report, button(_("&Close"), self.accept, context.look, primary=True))
