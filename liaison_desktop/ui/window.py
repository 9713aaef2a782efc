"""The window: places at the start, the screen in the middle, the state of the store at the foot."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow

from liaison_desktop.domain.changes import Changes, Kind
from liaison_desktop.domain.committees import Committee
from liaison_desktop.domain.errors import UserError
from liaison_desktop.i18n.errors import sentence
from liaison_desktop.settings import Settings
from liaison_desktop.ui.commands import commands
from liaison_desktop.ui.context import Context, Place
from liaison_desktop.ui.desk_work import DeskWork
from liaison_desktop.ui.frame import Frame
from liaison_desktop.ui.gauges import Gauges
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.jobs import Jobs
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.places import Places
from liaison_desktop.ui.search_panel import search
from liaison_desktop.ui.theme import Tone
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from liaison_desktop.services.services import Services

_SIZE = (1360, 860)
_SMALLEST = (1240, 640)


class MainWindow(QMainWindow):
    """The window; it is the desk its screens work at.

    Signals:
        settings_changed: the user's new ``Settings``; the application answers with ``dress``.
    """

    settings_changed = Signal(object)

    def __init__(self, jobs: Jobs, look: Look, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self._jobs = jobs
        self._look = look
        self._services: Services | None = None
        self._committees: tuple[Committee, ...] = ()
        self._committee_id: UUID | None = None
        self._place = Place.TODAY
        self._open: Callable[[], Services] | None = None
        self.work: DeskWork | None = None
        self.places: Places | None = None
        self.frame = Frame(look, ())
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))
        self._gauges = Gauges(jobs, lambda: self.frame, self)
        self._connect_jobs()
        self.dress(look)

    def start(self, open_services: "Callable[[], Services]") -> None:
        """Open the store on the worker; the window is there already."""
        self._open = open_services
        _ = self._look.catalogue.gettext
        self._jobs.write(
            lambda _job: open_services(),
            self._opened,
            owner=self,
            label=_("Opening the store …"),
            failed=self._not_opened,
        )

    def dress(self, look: Look) -> None:
        """Put on another language or other colours; place, committee and record stay."""
        self._look = look
        self.setWindowTitle("LIAISON Desktop")
        # Not the window's alone: styles paint the words of some widgets by the application's.
        QApplication.setLayoutDirection(look.direction)
        current = self.places.current(self._place) if self.places else None
        self.frame = Frame(look, commands(look, self))
        self.frame.navigation.gone.connect(self.go)
        self.frame.tabs.gone.connect(self.go)
        self.frame.navigation.switch.chosen.connect(self.switch_committee)
        old = self.takeCentralWidget()
        self.setCentralWidget(self.frame)
        if old is not None:
            old.deleteLater()
        self.frame.setFocus()
        if self._services is not None:
            self._furnish(self._services)
            self.go(self._place, current)

    def go(self, place: Place, target: UUID | None = None) -> None:
        """Open a place, and in it a record."""
        self._place = place
        self.frame.navigation.show_place(place)
        self.frame.tabs.show_place(place)
        if self.places is not None:
            self.frame.notice.hide()
            self.places.show(place, target)

    def switch_committee(self, committee_id: UUID | None) -> None:
        """Show one committee, or all of them, everywhere."""
        self._committee_id = committee_id
        key = next((c.key for c in self._committees if c.id == committee_id), "")
        self.settings = replace(self.settings, committee_key=key)
        self._show_committee()

    def tell(self, text: str, tone: Tone = Tone.GOOD) -> None:
        """Show a sentence above the screen."""
        self.frame.notice.show_sentence(text, tone)

    def fail(self, error: UserError) -> None:
        """Show what went wrong and can be mended."""
        self.tell(sentence(error, self._look.catalogue), Tone.WRONG)

    def import_file(self) -> None:
        """Ask for a committee file and take it in."""
        self._ask(DeskWork.ask_for_file)

    def found_committee(self) -> None:
        """Ask for a new committee's name, town and rules, set it up and go there."""
        self._ask(lambda work: work.found_committee(self.show_new_committee))

    def show_new_committee(self, committee: Committee) -> None:
        """Open the place of a committee that was just set up."""
        self._committee_id = committee.id
        self.settings = replace(self.settings, committee_key=committee.key)
        self.go(Place.COMMITTEE)

    def undo(self, *, again: bool = False) -> None:
        """Take back what was done last, or do again what was taken back last."""
        self._ask(DeskWork.redo if again else DeskWork.undo)

    def install_demonstration(self) -> None:
        """Put the demonstration committees into the store."""
        self._ask(DeskWork.install_demonstration)

    def back_up(self) -> None:
        """Back the store up now."""
        self._ask(DeskWork.back_up)

    def remember(self, settings: Settings) -> None:
        """Remember other choices of which nothing is seen."""
        self.settings = settings

    def choose(self, settings: Settings) -> None:
        """Take over other choices, once the control that made them is done."""
        self.settings = settings
        QTimer.singleShot(0, self, lambda: self.settings_changed.emit(settings))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size and place."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.settings = replace(self.settings, geometry=geometry)
        super().closeEvent(event)

    def _ask(self, act: Callable[[DeskWork], None]) -> None:
        """Do what any screen can ask for, once the store is open."""
        if self.work is not None:
            act(self.work)

    def _connect_jobs(self) -> None:
        self._jobs.store_changed.connect(self._hear)
        self._jobs.failed.connect(self.fail)
        for keys, act in (
            (QKeySequence("Ctrl+I"), self.import_file),
            (QKeySequence("Ctrl+Z"), self.undo),
            (QKeySequence("Ctrl+Shift+Z"), partial(self.undo, again=True)),
            (QKeySequence(QKeySequence.StandardKey.Refresh), self._refresh),
        ):
            QShortcut(keys, self, act)

    def _opened(self, services: "Services") -> None:
        self._services = services
        self._furnish(services)
        self._read_committees(first=True)

    def _not_opened(self, error: UserError) -> None:
        _ = self._look.catalogue.gettext
        open_services = self._open
        retry = button(
            _("&Try again"),
            lambda: self.start(open_services) if open_services else None,
            self._look,
            primary=True,
        )
        text = sentence(error, self._look.catalogue)
        state = EmptyState(Icon.WRONG, _("The store cannot be opened"), text, self._look, [retry])
        self.frame.screens.addWidget(state)
        self.frame.screens.setCurrentWidget(state)

    def _furnish(self, services: "Services") -> None:
        context = Context(services, self._jobs, self._look, self)
        self.work = DeskWork(context, self)
        self.places = Places(context, self.frame)
        self.frame.search.answer_with(
            lambda words, done: search(words, self._committee_id, context, self.frame, done)
        )
        self._gauges.watch(services)
        self._show_committee()

    def _read_committees(self, *, first: bool = False) -> None:
        assert self._services is not None  # noqa: S101 - called once the store is open
        self._jobs.read(
            self._services.committees.all,
            lambda committees: self._know(committees, first=first),
            owner=self,
        )

    def _know(self, committees: tuple[Committee, ...], *, first: bool) -> None:
        self._committees = committees
        if first:
            wanted = self.settings.committee_key
            self._committee_id = next((c.id for c in committees if c.key == wanted), None)
        self._show_committee()
        if first:
            self.go(self._place)

    def _show_committee(self) -> None:
        committee = next((c for c in self._committees if c.id == self._committee_id), None)
        self.frame.navigation.switch.show_committees(self._committees, self._committee_id)
        if self.places is not None:
            self.places.show_committee(committee, empty=not self._committees)
            self._gauges.read_counts(self._committee_id)

    def _hear(self, changes: Changes) -> None:
        if self.places is not None:
            self.places.hear(changes)
        if Kind.COMMITTEE in changes:
            self._read_committees()
        self._gauges.read_counts(self._committee_id)

    def _refresh(self) -> None:
        if self.places is not None:
            self.places.refresh()
