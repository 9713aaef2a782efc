"""The screens of one frame: made when they are first seen, told what has changed."""

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.committees import Committee
from liaison_desktop.ui.context import Context, Place
from liaison_desktop.ui.frame import Frame
from liaison_desktop.ui.screens.first_start import FirstStartScreen
from liaison_desktop.ui.screens.meetings import MeetingsScreen
from liaison_desktop.ui.screens.minutes import MinutesScreen
from liaison_desktop.ui.screens.screen import Screen
from liaison_desktop.ui.screens.settings import SettingsScreen
from liaison_desktop.ui.screens.today import TodayScreen
from liaison_desktop.ui.screens.verify import VerifyScreen
from liaison_desktop.ui.widgets.file_drop import FileDrop
from liaison_desktop.ui.widgets.mnemonics import keep_mnemonics_apart


def _agreements(context: Context) -> Screen:
    """Imported when first seen: the window is shown without waiting for its forms."""
    from liaison_desktop.ui.screens.agreements import AgreementsScreen

    return AgreementsScreen(context)


def _committee(context: Context) -> Screen:
    from liaison_desktop.ui.screens.committee import CommitteeScreen

    return CommitteeScreen(context)


def _people(context: Context) -> Screen:
    from liaison_desktop.ui.screens.people import PeopleScreen

    return PeopleScreen(context)


def _organisations(context: Context) -> Screen:
    from liaison_desktop.ui.screens.organisations import OrganisationsScreen

    return OrganisationsScreen(context)


def _attendance(context: Context) -> Screen:
    from liaison_desktop.ui.screens.attendance import AttendanceScreen

    return AttendanceScreen(context)


def _data_protection(context: Context) -> Screen:
    from liaison_desktop.ui.screens.data_protection import DataProtectionScreen

    return DataProtectionScreen(context)


def _skills(context: Context) -> Screen:
    from liaison_desktop.ui.screens.skills import SkillsScreen

    return SkillsScreen(context)


def _register(context: Context) -> Screen:
    from liaison_desktop.ui.screens.register_book import RegisterBookScreen

    return RegisterBookScreen(context)


_SCREENS: dict[Place, Callable[[Context], Screen]] = {
    Place.TODAY: TodayScreen,
    Place.MEETINGS: MeetingsScreen,
    Place.MINUTES: MinutesScreen,
    Place.REGISTER: _register,
    Place.AGREEMENTS: _agreements,
    Place.PEOPLE: _people,
    Place.ORGANISATIONS: _organisations,
    Place.SKILLS: _skills,
    Place.COMMITTEE: _committee,
    Place.ATTENDANCE: _attendance,
    Place.DATA_PROTECTION: _data_protection,
    Place.VERIFY: VerifyScreen,
    Place.SETTINGS: SettingsScreen,
}


class Places:
    """Knows the screens and which one is in view."""

    def __init__(self, context: Context, frame: Frame) -> None:
        self._context = context
        self._frame = frame
        self._screens: dict[Place, Screen] = {}
        self._welcome = FirstStartScreen(context)
        frame.screens.addWidget(self._welcome)
        self._committee: Committee | None = None
        self._empty = False
        # PDFs are verified wherever they are dropped, unless something there takes them.
        FileDrop(frame, kinds=(".pdf", ".p7m")).dropped.connect(self.verify)

    def screen(self, place: Place) -> Screen:
        """The screen of a place; in an empty store the first one welcomes."""
        if place is Place.TODAY and self._empty:
            return self._welcome
        if place not in self._screens:
            made = _SCREENS[place](self._context)
            made.show_committee(self._committee)
            made.headed.connect(lambda: self._head(made))
            self._frame.screens.addWidget(made)
            self._screens[place] = made
        return self._screens[place]

    def current(self, place: Place) -> UUID | None:
        """The record open in a place."""
        screen = self._screens.get(place)
        return screen.current if screen else None

    def show(self, place: Place, target: UUID | None = None) -> None:
        """Bring a place into view, and in it a record."""
        screen = self.screen(place)
        self._frame.screens.setCurrentWidget(screen)
        if target is not None:
            screen.open(target)
        screen.enter()
        self._head(screen)

    def verify(self, paths: Sequence[Path]) -> None:
        """Go to the place for it and verify files."""
        self._context.desk.go(Place.VERIFY)
        screen = self.screen(Place.VERIFY)
        assert isinstance(screen, VerifyScreen)  # noqa: S101 - it is the place's screen
        screen.verify_all(paths)

    def show_committee(self, committee: Committee | None, *, empty: bool) -> None:
        """Show one committee everywhere; ``empty`` = there is none at all."""
        was_welcome = self._frame.screens.currentWidget() is self._welcome
        self._committee, self._empty = committee, empty
        for screen in self._screens.values():
            screen.show_committee(committee)
        if was_welcome and not empty:
            self.show(Place.TODAY)

    def hear(self, changes: Changes) -> None:
        """Tell every screen what has changed."""
        for screen in self._screens.values():
            screen.hear(changes)

    def refresh(self) -> None:
        """Read the screen in view anew."""
        screen = self._frame.screens.currentWidget()
        if isinstance(screen, Screen):
            screen.refresh()

    def _head(self, screen: Screen) -> None:
        if self._frame.screens.currentWidget() is screen:
            self._frame.top.show_screen(screen)
            keep_mnemonics_apart(self._frame)
