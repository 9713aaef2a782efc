"""Keeps current what the frame shows of the store: what waits where, its state, work under way."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from liaison_desktop.ui.context import Place
from liaison_desktop.ui.frame import Frame
from liaison_desktop.ui.jobs import Job, JobProgress, Jobs
from liaison_desktop.ui.wording import today

if TYPE_CHECKING:
    from liaison_desktop.services.services import Services
    from liaison_desktop.services.store import StoreStatus
    from liaison_desktop.services.today import Overview


class Gauges(QObject):
    """Reads counts and state; the frame may be replaced by another one meanwhile."""

    def __init__(self, jobs: Jobs, frame: Callable[[], Frame], parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._frame = frame
        self._services: Services | None = None
        jobs.started.connect(self._begun)
        jobs.advanced.connect(self._advanced)
        jobs.ended.connect(self._ended)

    def watch(self, services: "Services") -> None:
        """Read from this store from now on."""
        self._services = services
        self.read_status()

    def read_counts(self, committee_id: UUID | None) -> None:
        """Count what waits in one committee, or in all."""
        services = self._services
        if services is not None:
            self._jobs.read(
                lambda: services.today.overview(committee_id, today()), self._count, owner=self
            )

    def read_status(self) -> None:
        """Read the state of the store."""
        if self._services is not None:
            self._jobs.read(self._services.store.status, self._show_status, owner=self)

    def _count(self, overview: "Overview") -> None:
        minutes = sum(task.kind.value.startswith("minutes") for task in overview.tasks)
        navigation = self._frame().navigation
        navigation.count(Place.TODAY, len(overview.tasks))
        navigation.count(Place.MINUTES, minutes)

    def _show_status(self, status: "StoreStatus") -> None:
        self._frame().foot.show_status(status)

    def _begun(self, job: Job) -> None:
        self._frame().foot.progress.begin(job)

    def _advanced(self, job: Job, news: JobProgress) -> None:
        self._frame().foot.progress.advance(job, news)

    def _ended(self, job: Job) -> None:
        self._frame().foot.progress.end(job)
        self.read_status()
