"""How long the window stands still while a meeting is opened and held, after 1 and 20 years.

For each act: the longest stretch in which the window thread does not answer, on the clock and in
time of the processor (what else runs on the machine does not count there), and the time until all
that the act set off is on the screen.

``python -m benchmarks.desk 5`` measures after so many years; without a number after 1 and 20.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import time as clock
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.years import PARAGRAPH, TODAY, of_years
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.meetings import MeetingState
from liaison_desktop.paths import resources
from liaison_desktop.services.planning import MeetingPlan, PlanMeeting
from liaison_desktop.services.services import Services
from liaison_desktop.services.session import Mark, MarkSeat
from liaison_desktop.services.writing import WriteDiscussion
from liaison_desktop.settings import Settings
from liaison_desktop.ui.application import make_look, prepare, wear
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.jobs import Jobs
from liaison_desktop.ui.screens.meetings import MeetingsScreen
from liaison_desktop.ui.theme import LIGHT
from liaison_desktop.ui.window import MainWindow

YEARS = (1, 20)
RUNS = 40
FRAME_MS = 50
_REST_S = 0.0002
_WORK_MS = 1
"""What an event loop takes that has something to do."""
_ROUNDS_OF_REST = 10
_LONG_TEXT = PARAGRAPH * 150
"""Some twenty pages."""


@dataclass
class Figures:
    """Milliseconds of each run."""

    longest: list[float] = field(default_factory=list)
    computing: list[float] = field(default_factory=list)
    shown: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        shown = statistics.median(self.shown)
        clock, processor = _shares(self.longest), _shares(self.computing)
        return f"still for {clock}, processor {processor}, shown after {shown:.1f} ms"


class Desk:
    """A window over a store, watched while it works."""

    def __init__(self, application: QApplication, services: Services, committee: str) -> None:
        self.services = services
        self._application = application
        self.jobs = Jobs()
        self.jobs.broke.connect(_raise)
        settings = Settings(theme="light", language="it", committee_key=committee)
        self.window = MainWindow(self.jobs, make_look("it", LIGHT, resources()), settings)
        self.window.show()
        self.window.start(lambda: services)
        self.watch(lambda: None, Figures())

    @property
    def screen(self) -> MeetingsScreen:
        screen = self.window.frame.screens.currentWidget()
        assert isinstance(screen, MeetingsScreen)
        return screen

    def watch(self, act: Callable[[], object], figures: Figures) -> None:
        """Do something and wait until nothing of it is under way."""
        stretches: list[tuple[float, float]] = []
        begun = time.perf_counter()
        self._stretch(act, stretches)
        ended = time.perf_counter()
        still = 0
        while still < _ROUNDS_OF_REST:
            if self.jobs.busy:
                still, ended = 0, time.perf_counter()
            still += 1
            self._stretch(self._answer, stretches)
            if stretches[-1][0] > _WORK_MS:
                ended = time.perf_counter()
            time.sleep(_REST_S)
        figures.longest.append(max(wall for wall, _computing in stretches))
        figures.computing.append(max(computing for _wall, computing in stretches))
        figures.shown.append((ended - begun) * 1000)

    def _answer(self) -> None:
        """What an event loop does between two rests."""
        self._application.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _stretch(self, act: Callable[[], object], stretches: list[tuple[float, float]]) -> None:
        start, computed = time.perf_counter(), time.thread_time()
        act()
        stretches.append(
            ((time.perf_counter() - start) * 1000, (time.thread_time() - computed) * 1000)
        )

    def close(self) -> None:
        self.jobs.close()
        self.window.close()
        self.window.deleteLater()
        self._answer()


def report(years: tuple[int, ...] = YEARS) -> Iterator[str]:
    """A table of the acts for each number of years, and how the median grows."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    prepare(application, resources())
    wear(application, LIGHT, resources())
    measured: dict[int, dict[str, Figures]] = {}
    for count in years:
        with tempfile.TemporaryDirectory() as folder:
            measured[count] = _measured(application, of_years(Path(folder, "store"), count))
        yield f"after {count} years (p50 / p95 / p99 / slowest of {RUNS} in ms)"
        for name, figures in measured[count].items():
            over = " !" if _percentile(sorted(figures.longest), 95) > FRAME_MS else ""
            yield f"  {name}: {figures}{over}"
    if len(years) > 1:
        few, many = measured[years[0]], measured[years[-1]]
        for name, figures in few.items():
            computing = _growth(figures.computing, many[name].computing)
            shown = _growth(figures.shown, many[name].shown)
            yield f"  growth, {name}: processor ×{computing:.2f}, shown ×{shown:.2f}"


def _measured(application: QApplication, services: Services) -> dict[str, Figures]:
    committee = services.committees.all()[0]
    rows = services.meetings.page(PageRequest(committee_id=committee.id)).rows
    held = [row.id for row in rows if row.state is MeetingState.HELD]
    (planned,) = (row.id for row in rows if row.state is MeetingState.PLANNED)
    figures: dict[str, Figures] = {}
    figures["(writer) plan a meeting"] = _written(lambda: _plan(services, committee.id))
    _open_session(services, planned)
    desk = Desk(application, services, committee.key)
    desk.watch(lambda: desk.window.go(Place.MEETINGS, held[0]), Figures())

    def do(name: str, *acts: Callable[[], object]) -> None:
        """Do the acts in turn; the first round is not counted."""
        for act in acts:
            desk.watch(act, Figures())
        figures[name] = Figures()
        for run in range(RUNS):
            desk.watch(acts[run % len(acts)], figures[name])

    do("open a held meeting", *(_opener(desk, each) for each in held[:5]))
    figures["open a meeting in session"] = Figures()
    for _run in range(RUNS // 2):
        desk.watch(_opener(desk, held[0]), Figures())
        desk.watch(_opener(desk, planned), figures["open a meeting in session"])
    do("go to the next item", *_steps(desk))
    _act_in_session(desk, planned, do)
    figures["(writer) mark a seat"] = _written(lambda: _mark(services, planned))
    desk.close()
    return figures


def _act_in_session(desk: Desk, planned: UUID, do: Callable[..., None]) -> None:
    view = desk.screen.session_view
    text, seats = view.panel.editor.text, view.roll.seats
    do("type a letter", lambda: QTest.keyClick(text, Qt.Key.Key_A))
    do("what was typed becomes the record", lambda: _type_and_flush(desk))
    write = desk.services.meeting_work.writing.write
    item = view.item
    assert item is not None
    write(WriteDiscussion(meeting_id=planned, item_id=item.id, text=_LONG_TEXT))
    desk.watch(desk.screen.refresh, Figures())
    do("type a letter, 20 pages", lambda: QTest.keyClick(text, Qt.Key.Key_A))
    do("20 pages become the record", lambda: _type_and_flush(desk))
    do("go to the next item, 20 pages", *_steps(desk))
    seats.setCurrentRow(0)
    do(
        "mark a seat",
        lambda: _mark_here(desk, Qt.Key.Key_P),
        lambda: _mark_here(desk, Qt.Key.Key_E),
    )
    do(
        "go to the next seat",
        *[lambda: QTest.keyClick(seats, Qt.Key.Key_Down)] * 5,
        *[lambda: QTest.keyClick(seats, Qt.Key.Key_Up)] * 5,
    )


def _opener(desk: Desk, target: UUID) -> Callable[[], None]:
    return lambda: desk.screen.open(target)


def _steps(desk: Desk) -> list[Callable[[], None]]:
    view = desk.screen.session_view
    forth: list[Callable[[], None]] = [lambda: view.step(1)] * 4
    back: list[Callable[[], None]] = [lambda: view.step(-1)] * 4
    return forth + back


def _type_and_flush(desk: Desk) -> None:
    editor = desk.screen.session_view.panel.editor
    QTest.keyClick(editor.text, Qt.Key.Key_B)
    editor.flush()


def _mark_here(desk: Desk, key: Qt.Key) -> None:
    seats = desk.screen.session_view.roll.seats
    QTest.keyClick(seats, key)
    if seats.currentRow() == seats.count() - 1:
        seats.setCurrentRow(0)


def _open_session(services: Services, planned: UUID) -> None:
    """The meeting is opened with half of the seats there, and one item has a decision to show."""
    session = services.meeting_work.session
    session.begin_roll_call(planned)
    for attendee in services.meetings.record(planned).meeting.attendees[:10]:
        session.mark(
            MarkSeat(meeting_id=planned, seat_id=attendee.seat_id, mark=Mark.PRESENT, at=clock(17))
        )
    session.open(planned, clock(17))
    for item in services.meetings.record(planned).meeting.items:
        services.meeting_work.writing.write(
            WriteDiscussion(meeting_id=planned, item_id=item.id, text=PARAGRAPH * 4)
        )


def _plan(services: Services, committee_id: UUID) -> None:
    plan = MeetingPlan(date=TODAY.replace(year=TODAY.year + 1), starts=clock(17))
    services.meeting_work.planning.plan(PlanMeeting(committee_id=committee_id, plan=plan))
    services.undo.undo()


def _mark(services: Services, planned: UUID) -> None:
    meeting = services.meetings.record(planned).meeting
    seat = meeting.attendees[3]
    mark = Mark.ABSENT if seat.was_there else Mark.PRESENT
    command = MarkSeat(
        meeting_id=planned,
        seat_id=seat.seat_id,
        mark=mark,
        at=clock(18),
        item_id=meeting.items[0].id,
    )
    services.meeting_work.session.mark(command)


def _written(act: Callable[[], object]) -> Figures:
    """What the writer does alone; the window does not wait for it."""
    figures = Figures()
    act()
    for _run in range(RUNS // 2):
        start, computed = time.perf_counter(), time.thread_time()
        act()
        figures.longest.append((time.perf_counter() - start) * 1000)
        figures.computing.append((time.thread_time() - computed) * 1000)
        figures.shown.append(figures.longest[-1])
    return figures


def _growth(few: list[float], many: list[float]) -> float:
    return statistics.median(many) / statistics.median(few)


def _shares(values: list[float]) -> str:
    ordered = sorted(values)
    return " / ".join(f"{_percentile(ordered, share):.0f}" for share in (50, 95, 99, 100))


def _percentile(ordered: list[float], share: int) -> float:
    return ordered[min(len(ordered) - 1, round(share / 100 * len(ordered)))]


def _raise(error: BaseException) -> None:
    raise error


if __name__ == "__main__":
    for line in report(tuple(map(int, sys.argv[1:])) or YEARS):
        print(line, flush=True)
