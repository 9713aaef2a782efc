"""What all screens have in common."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.changes import Changes, Kind
from liaison_desktop.domain.committees import Committee
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.icons import Icon


@dataclass(frozen=True, slots=True)
class PrimaryAction:
    """The one thing most people do next on a screen."""

    text: str
    icon: Icon
    run: Callable[[], None]


@dataclass(frozen=True, slots=True)
class MoreAction:
    """One of the things that are done now and then on a screen."""

    text: str
    run: Callable[[], None]


class Screen(QWidget):
    """A place of the window.

    Signals:
        headed: title, subtitle or actions have changed.
    """

    headed = Signal()
    touched_by: frozenset[Kind] = frozenset()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.context = context
        self.look = context.look
        self.committee: Committee | None = None
        self.subtitle = ""
        self.primary: PrimaryAction | None = None
        self.more: Sequence[MoreAction] = ()
        self._stale = True

    @property
    def title(self) -> str:
        """What the top of the window says."""
        raise NotImplementedError

    @property
    def current(self) -> UUID | None:
        """The record that is open, if there is one."""
        return None

    def show_committee(self, committee: Committee | None) -> None:
        """Show one committee, or all of them."""
        self.committee = committee
        self._stale = True
        if self.isVisible():
            self.enter()

    def open(self, target: UUID) -> None:
        """Open a record."""

    def enter(self) -> None:
        """The screen comes into view: read what is not fresh."""
        if self._stale:
            self._stale = False
            self.refresh()

    def refresh(self) -> None:
        """Read everything anew."""

    def hear(self, changes: Changes) -> None:
        """The store has changed: refresh if that touches this screen, at the latest when seen."""
        if any(kind in changes for kind in self.touched_by):
            self._stale = True
            if self.isVisible():
                self.enter()

    @property
    def committee_id(self) -> UUID | None:
        """The committee's id, ``None`` for all."""
        return self.committee.id if self.committee else None
