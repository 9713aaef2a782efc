"""Hands for a meeting in the window."""

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton

from liaison_desktop.domain.meetings import Meeting
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.dialogs.officers import OpenMeetingDialog
from liaison_desktop.ui.dialogs.plan_meeting import PlanMeetingDialog
from liaison_desktop.ui.screens.meeting_session import MeetingSessionView
from liaison_desktop.ui.screens.meetings import MeetingsScreen
from tests.ui.conftest import Bench

Key, ALT, CTRL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def plan(bench: Bench) -> Meeting:
    """A meeting planned by the buttons; it is open in the window."""
    bench.window.go(Place.MEETINGS)
    bench.settle()
    screen = bench.part(MeetingsScreen)
    screen.plan()
    dialog = bench.part(PlanMeetingDialog)
    dialog.editors.place.setText("Sala grande")
    bench.press("Plan", dialog)
    return stored(bench)


def stored(bench: Bench) -> Meeting:
    current = bench.part(MeetingsScreen).current
    assert current is not None
    return bench.services.meetings.record(current).meeting


def keys(bench: Bench, widget: Any, *strokes: Any) -> None:
    widget.window().activateWindow()
    widget.setFocus()
    bench.settle()
    for stroke in strokes:
        if isinstance(stroke, str):
            QTest.keyClicks(widget, stroke)
        elif isinstance(stroke, tuple):
            QTest.keyClick(widget, stroke[0], stroke[1])
        else:
            QTest.keyClick(widget, stroke)
        bench.settle()


def in_session(bench: Bench) -> MeetingSessionView:
    """The roll call has begun."""
    plan(bench)
    bench.press("Roll call")
    return bench.part(MeetingSessionView)


def told(view: Any) -> str:
    return "\n".join(part.text() for part in view.findChildren(QLabel) if part.isVisible())


def open_meeting(bench: Bench, present: str = "pppppppp") -> MeetingSessionView:
    """A meeting that has been opened; ``present``: the letter for each seat of the roll call."""
    view = in_session(bench)
    keys(bench, view.roll.seats, present)
    bench.press("Open the meeting …")
    bench.press("Open", bench.part(OpenMeetingDialog))
    return view


def choose(bench: Bench, words: str) -> None:
    """Choose from the menu of what is done less often, by keyboard."""
    shown = (b for b in bench.window.findChildren(QPushButton) if b.isVisible())
    (more,) = (b for b in shown if "&" in b.text() and b.text().replace("&", "") == "More")
    menu = more.menu()
    assert isinstance(menu, QMenu)
    (action,) = (each for each in menu.actions() if each.text().replace("&", "") == words)
    menu.popup(QPoint(0, 0))
    menu.setActiveAction(action)
    QTest.keyClick(menu, Key.Key_Return)
    bench.settle()
