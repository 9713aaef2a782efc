"""Settings on trust: whose certificates count."""

from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.trust import TrustDialog
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Card, row
from liaison_desktop.ui.widgets.text import TextKind, label


class TrustCard(Card):
    """What it is about, and the way to the list."""

    def __init__(self, context: Context) -> None:
        super().__init__(pad=20, gap=16)
        _ = context.look.catalogue.gettext
        self._context = context
        self.box.addWidget(label(_("Trusted certificates"), TextKind.SUBHEADING))
        advice = _(
            "Whoever is vouched for by one of them counts as trusted when a PDF is verified."
        )
        self.box.addWidget(label(advice, TextKind.QUIET, wrap=True))
        show = button(_("Show trusted &certificates …"), self._show, context.look, icon=Icon.VERIFY)
        self.box.addLayout(row(show, None))

    def _show(self) -> None:
        TrustDialog(self._context, None, self).open()
