"""The meeting of the Danish sample, typed in from planning to close by keys alone.

No button is clicked: each is reached by Tab and pressed by the space bar, in Danish and in Arabic.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from liaison_desktop.domain.decisions import Outcome
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.domain.meetings import Meeting, MeetingState
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.services.services import Services
from liaison_desktop.ui.dialogs.motion import MotionDialog
from liaison_desktop.ui.dialogs.officers import OpenMeetingDialog
from liaison_desktop.ui.dialogs.plan_meeting import ConvocationSentDialog, PlanMeetingDialog
from liaison_desktop.ui.dialogs.session import ActionDialog, ClockDialog
from liaison_desktop.ui.screens.meeting_plan import MeetingPlanView
from liaison_desktop.ui.screens.meeting_session import MeetingSessionView
from tests.ui.conftest import Bench

SAMPLE = Path(__file__).parents[1] / "data" / "committees" / "da_fjordkobing.json"
TABS = 120
"""Whoever needs more of them to get somewhere has lost patience."""

Key = Qt.Key
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class Hands:
    """Ten fingers on the keys of a window in some language."""

    def __init__(self, bench: Bench, language: str) -> None:
        self.bench = bench
        self._words = Catalogue(language).gettext

    def focus(self) -> QWidget:
        """Where a key goes to."""
        found = QApplication.focusWidget()
        if found is None:
            # Without a window manager nobody gives the window the keys back when a dialog closes.
            self.bench.window.activateWindow()
            self.bench.settle()
            found = QApplication.focusWidget()
        assert found is not None
        return found

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press one key."""
        QTest.keyClick(self.focus(), key, modifier)
        self.bench.settle()

    def type(self, words: str) -> None:
        """Type some words."""
        QTest.keyClicks(self.focus(), words)
        self.bench.settle()

    def tab_to(self, wanted: QWidget) -> None:
        """Go on by Tab until the cursor is there."""
        wanted.window().activateWindow()
        self.bench.settle()
        for _round in range(TABS):
            if self.focus() is wanted or self.focus() is wanted.focusProxy():
                return
            self.press(Key.Key_Tab)
        pytest.fail(f"{wanted} is not reached by Tab")

    def push(self, msgid: str, inside: QWidget | None = None) -> None:
        """Go to the button that says this and press it by the space bar."""
        said = self._words(msgid).replace("&", "")
        found = (inside or self.bench.window).findChildren(QPushButton)
        (button,) = (
            each for each in found if each.isVisible() and each.text().replace("&", "") == said
        )
        self.tab_to(button)
        self.press(Key.Key_Space)

    def choose_first(self) -> None:
        """Take the first of what a menu offers."""
        menu = QApplication.activePopupWidget()
        assert menu is not None
        QTest.keyClick(menu, Key.Key_Down)
        QTest.keyClick(menu, Key.Key_Return)
        self.bench.settle()

    def dialog(self, kind: Callable[..., Any]) -> Any:
        """The dialog that has come up."""
        return self.bench.part(kind)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["da", "ar"])
def test_the_danish_meeting_is_planned_called_held_and_closed_by_keys_alone(
    empty_services: Services, open_bench: Callable[..., Bench], language: str
) -> None:
    told = json.loads(SAMPLE.read_text(encoding="utf-8"))["meeting"]
    committee = empty_services.imports.import_file(SAMPLE).committee
    bench = open_bench(empty_services, language, committee.key)
    hands = Hands(bench, language)
    bench.window.activateWindow()
    bench.window.setFocus()
    hands.press(Key.Key_2, CTRL)
    hands.push("More")
    hands.choose_first()
    _plan(hands, told)
    _hold(hands, told)
    meeting = _newest(empty_services, committee.id)
    assert meeting.state is MeetingState.HELD
    titles = [item.title for item in meeting.items]
    assert [title for title in titles if title in {one["title"] for one in told["items"]}]
    record = empty_services.meetings.record(meeting.id)
    outcomes = [item.verdict.outcome for item in record.assessment.items if item.verdict]
    assert outcomes == [Outcome.ADOPTED]
    (action,) = (action for item in meeting.items for action in item.actions)
    assert action.text == "Indkalde frivillige"
    assert "Formanden bød velkommen" in meeting.items[0].discussion
    assert empty_services.minutes.preview(meeting.id).startswith(b"%PDF")


def _plan(hands: Hands, told: dict[str, Any]) -> None:
    """Date and hours stay as they are offered; the place and the agenda are typed."""
    dialog = hands.dialog(PlanMeetingDialog)
    hands.tab_to(dialog.editors.place)
    hands.type(told["place"])
    hands.push("&Plan", dialog)
    view = hands.bench.part(MeetingPlanView)
    hands.tab_to(view.agenda.title)
    for item in told["items"]:
        hands.type(item["title"])
        hands.press(Key.Key_Return)
    hands.push("Members were &called …")
    sent = hands.dialog(ConvocationSentDialog)
    hands.tab_to(sent.medium)
    hands.type(told["convocation"]["medium"])
    hands.push("&Note", sent)


def _hold(hands: Hands, told: dict[str, Any]) -> None:
    hands.push("&Roll call")
    view = hands.bench.part(MeetingSessionView)
    assert hands.focus() is view.roll.seats
    for entry in told["attendance"]:
        hands.type("e" if entry["status"] == "excused" else "p")
    hands.push("&Open the meeting …")
    hands.push("&Open", hands.dialog(OpenMeetingDialog))
    hands.press(Key.Key_E, CTRL)
    hands.type("Formanden bød velkommen.")
    hands.press(Key.Key_D, CTRL)
    motion = hands.dialog(MotionDialog)
    hands.tab_to(motion.text)
    hands.type(told["items"][0]["decision"]["text"])
    hands.push("&Keep", motion)
    hands.press(Key.Key_Down, CTRL)
    hands.press(Key.Key_T, CTRL)
    action = hands.dialog(ActionDialog)
    hands.tab_to(action.text)
    hands.type("Indkalde frivillige")
    hands.push("&Keep", action)
    hands.push("&Close the meeting …")
    hands.push("&Close", hands.dialog(ClockDialog))


def _newest(services: Services, committee_id: Any) -> Meeting:
    row = services.meetings.page(PageRequest(committee_id=committee_id)).rows[0]
    return services.meetings.record(row.id).meeting
