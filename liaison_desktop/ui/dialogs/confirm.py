"""Asks once before something that cannot be undone."""

from PySide6.QtWidgets import QDialog, QWidget

from liaison_desktop.ui.dialogs.dialog import Dialog
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.text import label


class ConfirmDialog(Dialog):
    """Says what will happen; the button repeats the verb."""

    def __init__(
        self, look: Look, parent: QWidget | None, *, title: str, text: str, verb: str
    ) -> None:
        super().__init__(title, look, parent)
        _ = look.catalogue.gettext
        self.box.addWidget(label(text, wrap=True))
        cancel = button(_("Cancel"), self.reject, look)
        self.do = button(verb, self.accept, look, primary=True)
        self.add_buttons(cancel, self.do)


def confirm(parent: QWidget, look: Look, *, title: str, text: str, verb: str) -> bool:
    """Ask, and say whether the person agreed."""
    dialog = ConfirmDialog(look, parent, title=title, text=text, verb=verb)
    return dialog.exec() == QDialog.DialogCode.Accepted
