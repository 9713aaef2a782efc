"""How far the sending of messages is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar

from liaison_desktop.ui.jobs import Job, JobProgress, Jobs
from liaison_desktop.ui.look import Look

if TYPE_CHECKING:
    from liaison_desktop.services.progress import Progress

_STEPS = 100


class SendingBar(QProgressBar):
    """How far sending is; whoever wants it to stop is heard after the message under way."""

    def __init__(self, jobs: Jobs, look: Look) -> None:
        super().__init__()
        self._job: Job | None = None
        self._stopped = False
        self.setAccessibleName(look.catalogue.gettext("Progress"))
        self.setRange(0, _STEPS)
        self.hide()
        jobs.advanced.connect(self._advance)

    def begin(self) -> None:
        """Messages begin to go out."""
        self._stopped = False
        self.setValue(0)
        self.show()

    def follow(self, job: Job) -> "Progress":
        """What the sending tells how far it is."""
        self._job = job
        return _Listener(job, lambda: self._stopped)

    def stop(self) -> None:
        """Let nothing more go out."""
        self._stopped = True

    def _advance(self, job: Job, news: JobProgress) -> None:
        if job is self._job and news.total:
            self.setValue(round(_STEPS * news.done / news.total))


class _Listener:
    """Tells how far sending is, and whether somebody wants it to stop."""

    def __init__(self, job: Job, stopped: Callable[[], bool]) -> None:
        self._job = job
        self._stopped = stopped

    @property
    def cancelled(self) -> bool:
        return self._stopped() or self._job.cancelled

    def step(self, done: int, total: int, what: str) -> None:
        self._job.step(done, total, what)
