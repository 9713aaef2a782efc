"""The figures of attendance in the window."""

from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtWidgets import QLabel

from liaison_desktop.services.services import Services
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.forms.editors import to_qt
from liaison_desktop.ui.screens.attendance import AttendanceScreen, _Span
from liaison_desktop.ui.screens.meetings import MeetingsScreen
from liaison_desktop.ui.widgets.empty_state import EmptyState
from tests.ui.conftest import HELD, Bench


def figures(bench: Bench) -> list[str]:
    screen = bench.part(AttendanceScreen)
    return [part.accessibleName() for part in screen.findChildren(QLabel) if part.isVisible()]


def test_the_figures_of_a_period_are_shown_and_saved(bench: Bench, tmp_path: Path) -> None:
    bench.window.go(Place.ATTENDANCE)
    bench.settle()
    screen = bench.part(AttendanceScreen)
    screen.spans.choose(_Span.ALL)
    bench.settle()
    assert "Rafiqul Hasnabad: 25%" in figures(bench)
    assert "Rafiqul Hasnabad, Meetings: 4" in figures(bench)
    screen.save(tmp_path / "figures.xlsx")
    bench.settle()
    rows = list(load_workbook(tmp_path / "figures.xlsx")["attendance_statistics"].values)
    assert ("person", "Rafiqul Hasnabad", 1, 4, 1, 0.25, 1, 0, 0, 1, 2, 0) in rows
    assert [row[1:3] for row in rows if row[0] == "constituency"] == [("other", 13)]
    screen.save(tmp_path / "figures.csv")
    bench.settle()
    text = (tmp_path / "figures.csv").read_text("utf-8-sig")
    assert "person;Rafiqul Hasnabad;1;4;1;0.25;1;0;0;1;2;0" in text


def test_a_period_can_be_chosen(bench: Bench) -> None:
    bench.window.go(Place.ATTENDANCE)
    bench.settle()
    screen = bench.part(AttendanceScreen)
    held = to_qt(bench.services.meetings.by_ref(HELD).date)
    screen.spans.choose(_Span.DAYS)
    screen.first.setDate(held)
    screen.last.setDate(held)
    bench.settle()
    assert "Rafiqul Hasnabad, Meetings: 1" in figures(bench)
    screen.last.setDate(held.addYears(-1))
    bench.settle()
    assert "before it begins" in bench.window.frame.notice.sentence
    screen.first.setDate(held.addYears(-20))
    screen.last.setDate(held.addYears(-19))
    bench.settle()
    bench.part(EmptyState)
    bench.press("To the meetings")
    bench.part(MeetingsScreen)


def test_without_a_committee_one_is_to_be_chosen(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services, committee="")
    bench.window.go(Place.ATTENDANCE)
    bench.settle()
    assert not bench.part(AttendanceScreen).spans.isVisible()
    bench.part(EmptyState)
