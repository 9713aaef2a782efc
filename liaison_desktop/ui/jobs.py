"""Work away from the window thread: one serial worker for writes, a small pool for reads.

Results come back by a queued signal to an object that lives on the window thread, so a callback
may touch widgets and a worker never does.
"""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.errors import UserError
from liaison_desktop.ui.garbage import GarbageCollector
from liaison_desktop.ui.piecework import Piecework

Result = TypeVar("Result")

_READERS = 3


@dataclass(frozen=True, slots=True)
class JobProgress:
    """How far a job is: ``total`` 0 = it cannot say."""

    done: int
    total: int
    what: str


@dataclass(eq=False, slots=True)
class Job:
    """A piece of work under way. Implements the services' ``Progress``.

    Attributes:
        label: what a person reads while it runs; empty for work too short to mention.
        owner: the widget that waits for it; nothing is delivered once it is gone.
        broken: what the owner does after a bug, so that it can be used and closed again.
    """

    label: str
    owner: QObject | None
    deliver: Callable[[Callable[[], None]], None]
    progressed: Callable[[JobProgress], None] | None = None
    broken: Callable[[], None] = lambda: None
    _cancelled: threading.Event = field(default_factory=threading.Event)

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask it to stop; nothing of it will be delivered."""
        self._cancelled.set()

    def step(self, done: int, total: int, what: str) -> None:
        """Say how far it is; called on the worker."""
        heard = self.progressed
        if heard is not None:
            news = JobProgress(done, total, what)
            self.deliver(lambda: heard(news))


class Jobs(QObject):
    """Runs work and brings its results home.

    Signals:
        store_changed: ``Changes`` of a write that succeeded.
        started, ended: a ``Job`` with a label began, or is over.
        advanced: a ``Job`` with a label and its ``JobProgress``.
        failed: a ``UserError`` that nobody else took care of.
        broke: any other exception: a bug.
    """

    store_changed = Signal(object)
    started = Signal(object)
    ended = Signal(object)
    advanced = Signal(object, object)
    failed = Signal(object)
    broke = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="write")
        self._readers = ThreadPoolExecutor(_READERS, thread_name_prefix="read")
        # PDFium may only ever be called by one thread at a time.
        self._renderer = ThreadPoolExecutor(1, thread_name_prefix="render")
        self._running: set[Job] = set()
        self._closed = False
        self._garbage = GarbageCollector(self)
        self._pieces = Piecework(self)
        self._arrived.connect(self._call, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._running) or self._pieces.busy

    def read(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        *,
        owner: QObject,
        failed: Callable[[UserError], None] | None = None,
    ) -> Job:
        """Read something in the pool and hand the result to ``done`` on the window thread."""
        job = Job("", owner, self._deliver)
        self._start(self._readers, job, work, done, failed)
        return job

    def read_long(
        self,
        work: Callable[[Job], Result],
        done: Callable[[Result], None],
        *,
        owner: QObject,
        label: str,
    ) -> Job:
        """Read something in the pool that takes long; ``work`` gets the job as its progress."""
        job = self._labelled(label, owner)
        self._start(self._readers, job, lambda: work(job), done, None)
        return job

    def render(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        *,
        owner: QObject,
        failed: Callable[[UserError], None] | None = None,
    ) -> Job:
        """Do something with PDFium on its own thread."""
        job = Job("", owner, self._deliver)
        self._start(self._renderer, job, work, done, failed)
        return job

    def write(
        self,
        work: Callable[[Job], Result],
        done: Callable[[Result], None],
        *,
        owner: QObject,
        label: str,
        changes: Callable[[Result], Changes] | None = None,
        failed: Callable[[UserError], None] | None = None,
        broken: Callable[[], None] = lambda: None,
    ) -> Job:
        """Run a use case on the serial worker.

        ``work`` gets the job as its progress; ``changes`` says what the result touched, for
        ``store_changed``, which is sent even when the owner is gone.
        """
        job = self._labelled(label, owner)
        job.broken = broken

        def finish(result: Result) -> None:
            if changes is not None and (touched := changes(result)):
                self.store_changed.emit(touched)

        self._start(self._writer, job, lambda: work(job), done, failed, finish)
        return job

    def change(
        self,
        work: Callable[[], Changes],
        *,
        owner: QObject,
        done: Callable[[Changes], None] = lambda _changes: None,
    ) -> Job:
        """Run a short use case of which the screens learn by what it changed."""
        return self.write(
            lambda _job: work(), done, owner=owner, label="", changes=lambda changes: changes
        )

    def build(self, pieces: Iterator[None], *, owner: QObject) -> None:
        """Build something of widgets here on the window thread, so that it never stands still."""
        self._pieces.begin(pieces, owner=owner)

    def close(self) -> None:
        """Ask long work to stop, and wait for what is being written or is to be written.

        Work without a label is what somebody has just typed or decided: none of it is left out.
        """
        self._closed = True
        for job in tuple(self._running):
            if job.label:
                job.cancel()
        for executor in (self._readers, self._renderer):
            executor.shutdown(wait=True, cancel_futures=True)
        self._writer.shutdown(wait=True)
        self._garbage.stop()

    def _labelled(self, label: str, owner: QObject) -> Job:
        """A job that people see and can stop, if it has a label."""
        job = Job(label, owner, self._deliver)
        job.progressed = lambda news: self.advanced.emit(job, news)
        if label:
            self.started.emit(job)
        return job

    def _start(
        self,
        executor: ThreadPoolExecutor,
        job: Job,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[UserError], None] | None,
        finish: Callable[[Result], None] = lambda _result: None,
    ) -> None:
        self._running.add(job)

        def run() -> None:
            if job.cancelled:
                self._deliver(lambda: self._end(job))
                return
            try:
                result = work()
            except BaseException as error:
                caught = error
                self._deliver(lambda: self._fail(job, caught, failed))
            else:
                self._deliver(lambda: self._finish(job, result, done, finish))

        executor.submit(run)

    def _deliver(self, call: Callable[[], None]) -> None:
        if not self._closed:
            self._arrived.emit(call)

    @Slot(object)
    def _call(self, call: Callable[[], None]) -> None:
        if not self._closed:
            call()

    def _finish(
        self,
        job: Job,
        result: Result,
        done: Callable[[Result], None],
        finish: Callable[[Result], None],
    ) -> None:
        self._end(job)
        if _awaited(job):
            done(result)
        finish(result)

    def _fail(
        self, job: Job, error: BaseException, failed: Callable[[UserError], None] | None
    ) -> None:
        from liaison_desktop.services.progress import Cancelled

        self._end(job)
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, UserError):
            if _awaited(job):
                job.broken()
            self.broke.emit(error)
        elif failed is None:
            self.failed.emit(error)
        elif _awaited(job):
            failed(error)

    def _end(self, job: Job) -> None:
        self._running.discard(job)
        if job.label:
            self.ended.emit(job)


def _awaited(job: Job) -> bool:
    alive = job.owner is None or shiboken6.isValid(job.owner)
    return alive and not job.cancelled
