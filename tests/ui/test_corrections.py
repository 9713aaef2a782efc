"""Correcting minutes by the buttons of the window, to the signed note."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QPushButton

from liaison_desktop.services.minutes import FileMinutes
from liaison_desktop.services.services import Services
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.dialogs.correct import CorrectDialog
from liaison_desktop.ui.forms.passages import PassageRow
from liaison_desktop.ui.screens.minutes_view import MinutesView
from tests.ui.conftest import HELD, Bench
from tests.ui.test_main_job import chips, open_minutes, sign


@pytest.fixture
def filed(services: Services) -> Services:
    services.minutes.file(FileMinutes(meeting_id=services.meetings.by_ref(HELD).id))
    return services


@pytest.fixture
def window(filed: Services, open_bench: Callable[..., Bench]) -> Bench:
    bench = open_bench(filed)
    open_minutes(bench, HELD)
    return bench


@pytest.fixture
def dialog(window: Bench) -> CorrectDialog:
    window.press("Correct …")
    return window.part(CorrectDialog)


def fill(row: PassageRow, was: str = "quattro laboratori", now: str = "cinque") -> None:
    row.item.setCurrentIndex(2)
    row.was.setPlainText(was)
    row.now.setPlainText(now)


def decide(dialog: CorrectDialog) -> None:
    dialog.decided_on.setDate(QDate(2026, 6, 24))
    dialog.decided_in.setText("Verbale n. 4/2026, punto 1")


def enter(bench: Bench, dialog: CorrectDialog) -> None:
    bench.press("Enter the correction", dialog)


def papers(bench: Bench) -> QComboBox:
    return bench.part(QComboBox, bench.part(MinutesView).panel)


def test_minutes_are_corrected_and_the_note_is_signed(
    window: Bench, dialog: CorrectDialog, tmp_path: Path
) -> None:
    decide(dialog)
    fill(dialog.passages.rows[0])
    enter(window, dialog)
    record = window.services.meetings.record(window.meeting(HELD))
    (note,) = record.notes
    assert note.correction.decided_on == date(2026, 6, 24)
    assert [passage.item_no for passage in note.correction.passages] == [3]
    assert papers(window).currentData() == note.paper.id
    assert chips(window) == ["Waiting", "Waiting"]
    sign(window, "Sign as chair")
    assert papers(window).currentData() == note.paper.id
    assert chips(window) == ["Valid", "Waiting"]
    sign(window, "Sign as secretary")
    copy = tmp_path / "note.pdf"
    window.part(MinutesView).save_copy(copy)
    window.settle()
    verified = window.services.verification.verify(copy)
    assert verified.verification.valid
    assert verified.paper is not None
    assert verified.paper.id == note.paper.id
    assert "Correct …" not in [b.text().replace("&", "") for b in buttons(window)]


def buttons(bench: Bench) -> list[QPushButton]:
    found = bench.part(MinutesView).panel.findChildren(QPushButton)
    return [button for button in found if button.isVisible()]


def choose(bench: Bench, place: int) -> None:
    papers(bench).setCurrentIndex(place)
    papers(bench).activated.emit(place)
    bench.settle()


def test_one_goes_from_the_minutes_to_the_note_and_back(
    window: Bench, dialog: CorrectDialog
) -> None:
    decide(dialog)
    fill(dialog.passages.rows[0])
    enter(window, dialog)
    view = window.part(MinutesView)
    assert view.pages.pages == 1
    choose(window, 0)
    assert view.pages.pages > 1
    assert view.chosen is None
    choose(window, 1)
    assert view.pages.pages == 1
    open_minutes(window, "borgolume/2-2026")
    assert not window.part(MinutesView).panel.findChildren(QComboBox)


def test_only_minutes_in_the_register_can_be_corrected(bench: Bench) -> None:
    open_minutes(bench, HELD)
    assert "Correct …" not in [button.text().replace("&", "") for button in buttons(bench)]


def test_what_is_missing_is_said_in_its_place(window: Bench, dialog: CorrectDialog) -> None:
    row = dialog.passages.rows[0]
    enter(window, dialog)
    assert row.error == "Choose where the passage stands."
    fill(row, now="")
    enter(window, dialog)
    assert "both needed" in row.error
    assert row.now.property("wrong")
    fill(row, now="quattro laboratori")
    enter(window, dialog)
    assert "the one that stands there" in row.error
    fill(row)
    enter(window, dialog)
    assert not row.error
    assert dialog.error == "Say which meeting or resolution decided on the correction."
    assert window.services.meetings.record(window.meeting(HELD)).notes == ()
    decide(dialog)
    enter(window, dialog)
    assert len(window.services.meetings.record(window.meeting(HELD)).notes) == 1


def test_a_day_before_the_meeting_or_to_come_cannot_be_chosen(dialog: CorrectDialog) -> None:
    for day in (QDate(2020, 1, 1), QDate(2199, 1, 1)):
        dialog.decided_on.setDate(day)
        assert dialog.decided_on.date() != day


def test_passages_are_added_and_removed(window: Bench, dialog: CorrectDialog) -> None:
    window.press("Add a passage", dialog)
    window.press("Add a passage", dialog)
    assert len(dialog.passages.rows) == 3
    first, second, third = dialog.passages.rows
    fill(first)
    fill(second, was="otto", now="nove")
    fill(third, was="")
    third.item.setCurrentIndex(third.item.count() - 1)
    remove(dialog, "Remove passage 2")
    window.settle()
    assert dialog.passages.rows == [first, third]
    assert third.was.accessibleName() == "Passage 2, as it stands"
    decide(dialog)
    enter(window, dialog)
    assert third.error.startswith("Passage 2:")
    remove(dialog, "Remove passage 1")
    remove(dialog, "Remove passage 1")
    (left,) = dialog.passages.rows
    assert not left.chosen


def remove(dialog: CorrectDialog, name: str) -> None:
    found = dialog.findChildren(QAbstractButton)
    wanted = [button for button in found if button.accessibleName() == name and button.isVisible()]
    assert len(wanted) == 1
    wanted[0].click()
    QApplication.processEvents()


@pytest.mark.parametrize("language", ["en", "it", "ar"])
def test_the_dialog_can_be_heard_and_nothing_is_cut(
    filed: Services, open_bench: Callable[..., Bench], language: str
) -> None:
    bench = open_bench(filed, language)
    bench.window.go(Place.MINUTES, bench.meeting(HELD))
    bench.settle()
    bench.part(MinutesView).panel.correct.emit()
    bench.settle()
    dialog = bench.part(CorrectDialog)
    for button in dialog.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width()
    row = dialog.passages.rows[0]
    for editor in (*row.editors, dialog.decided_on, dialog.decided_in, dialog.language):
        assert editor.accessibleName()
    inner = dialog.passages.widget()
    assert inner is not None
    assert inner.width() <= dialog.passages.viewport().width()
