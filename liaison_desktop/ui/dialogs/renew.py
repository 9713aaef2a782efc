"""Keeping a signed paper provable: a further time stamp over the whole file."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.changes import Changes, Kind
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.levels import Level
from liaison_desktop.domain.papers import Paper
from liaison_desktop.i18n.errors import sentence
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.form import FormDialog
from liaison_desktop.ui.forms.endurance import EnduranceForm


class RenewDialog(FormDialog):
    """Which authority stamps the file."""

    def __init__(self, paper: Paper, context: Context, parent: QWidget | None) -> None:
        _ = context.look.catalogue.gettext
        told = _(
            "Time stamps age like the certificates behind them. A new one over the whole file,"
            " before the last one ends, keeps all signatures in it provable."
        )
        title = _("Renew the time stamp")
        super().__init__(title, _("&Renew"), context, parent, explanation=told)
        self._paper = paper
        self.endurance = EnduranceForm(context.look, context.desk, least=Level.B_LTA)
        self.body.addWidget(self.endurance)
        self.endurance.resized.connect(self.fit)
        self.finish()
        self.endurance.authority.setFocus()

    @property
    def error(self) -> str:
        """What is said to be wrong, empty if nothing is."""
        return self.endurance.error or super().error

    def work(self) -> Callable[[], Paper]:
        """Have it stamped."""
        from liaison_desktop.services.outside import RenewPaper

        self.endurance.remember()
        command = RenewPaper(paper_id=self._paper.id, lasting=self.endurance.value)
        outside = self.context.services.archive_work.outside
        return lambda: outside.renew(command)

    def changes(self, result: Paper) -> Changes:
        """The paper has a state more."""
        return Changes({Kind.PAPER: frozenset({result.id})})

    def refuse(self, error: UserError) -> None:
        """Say what is wrong beside the address, where it is about the authority."""
        if self.endurance.answers(error.code):
            self._send.setEnabled(True)
            self.endurance.refuse(sentence(error, self.look.catalogue))
            self.fit()
        else:
            super().refuse(error)
