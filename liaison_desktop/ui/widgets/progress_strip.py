"""What is being done, how far it is, and a way to stop it."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.jobs import Job, JobProgress
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.buttons import icon_button
from liaison_desktop.ui.widgets.text import ElidedLabel, TextKind

_STEPS = 1000


class ProgressStrip(QWidget):
    """Shows the job begun last; hidden while nothing runs."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        _ = look.catalogue.gettext
        self._look = look
        self._jobs: list[Job] = []
        self._what = ElidedLabel("", TextKind.QUIET)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._bar.setAccessibleName(_("Progress"))
        self._button = icon_button(Icon.CLOSE, _("Stop this"), self.stop, look)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        for part in (self._what, self._bar, self._button):
            box.addWidget(part)
        self.hide()

    def begin(self, job: Job) -> None:
        """Show a job that has just begun."""
        self._jobs.append(job)
        self._what.setText(job.label)
        self._bar.setRange(0, 0)
        self._button.setEnabled(True)
        self.show()

    def advance(self, job: Job, news: JobProgress) -> None:
        """Show how far a job is."""
        if not self._jobs or job is not self._jobs[-1]:
            return
        self._bar.setRange(0, _STEPS if news.total else 0)
        if news.total:
            self._bar.setValue(round(_STEPS * news.done / news.total))
        self._what.setText(f"{job.label} {news.what}".strip())

    def end(self, job: Job) -> None:
        """A job is over."""
        if job in self._jobs:
            self._jobs.remove(job)
        self.setVisible(bool(self._jobs))

    def stop(self) -> None:
        """Ask the job shown to stop."""
        self._jobs[-1].cancel()
        self._button.setEnabled(False)
