"""The register in the window: the book of a year, its check, its copies."""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Event

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from liaison_desktop.domain.papers import Paper
from liaison_desktop.services.archiving import FileWithAuthority, RefuseSignature
from liaison_desktop.services.minutes import FileMinutes
from liaison_desktop.services.services import Services
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.dialogs.save_paper import SavePaperDialog
from liaison_desktop.ui.screens.minutes import MinutesScreen
from liaison_desktop.ui.screens.register_book import RegisterBookScreen
from liaison_desktop.ui.widgets.empty_state import EmptyState
from liaison_desktop.ui.widgets.progress_strip import ProgressStrip
from tests.ui.conftest import HELD, Bench

TODAY = datetime.now().astimezone().date()


@pytest.fixture
def paper(services: Services) -> Paper:
    """Minutes that the chair refused to sign, filed with the town."""
    meeting = services.meetings.by_ref(HELD)
    made = services.minutes.file(FileMinutes(meeting_id=meeting.id))
    archiving = services.archive_work.archiving
    archiving.refuse(
        RefuseSignature(paper_id=made.id, field="chair", reason="No.", refused_on=TODAY)
    )
    archiving.file(
        FileWithAuthority(paper_id=made.id, authority="Comune", number="123", filed_on=TODAY)
    )
    return made


def shown(bench: Bench) -> RegisterBookScreen:
    bench.window.go(Place.REGISTER)
    bench.settle()
    return bench.part(RegisterBookScreen)


def cells(screen: RegisterBookScreen, row: int) -> list[str]:
    model = screen.model
    return [model.index(row, place).data() for place in range(model.columnCount())]


def told(screen: RegisterBookScreen) -> str:
    labels = screen.health.findChildren(QLabel)
    return "\n".join(part.text() for part in labels if part.isVisible())


def test_the_book_tells_what_became_of_a_paper_and_leads_to_it(
    services: Services, paper: Paper, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services)
    screen = shown(bench)
    last = screen.model.rowCount() - 1
    number, name, _day, signed, filed, handed = cells(screen, last)
    assert number == paper.register_number
    assert name.startswith(f"{paper.title}\nFull edition")
    chair, secretary = signed.split("\n")
    assert (chair.endswith(" refused"), secretary.endswith(": not yet")) == (True, True)
    assert (filed, handed) == ("Comune · 123", "")
    screen.table.setFocus()
    screen.table.setCurrentIndex(screen.model.index(last, 0))
    QTest.keyClick(screen.table, Qt.Key.Key_Return)
    bench.settle()
    assert bench.part(MinutesScreen).current == paper.meeting_id


def test_the_book_is_saved_as_paper_and_as_table(
    services: Services, paper: Paper, open_bench: Callable[..., Bench], tmp_path: Path
) -> None:
    bench = open_bench(services)
    screen = shown(bench)
    screen.export(tmp_path / "register")
    bench.settle()
    (sheet,) = load_workbook(tmp_path / "register.xlsx").worksheets
    assert paper.register_number in [row[0] for row in sheet.values]
    bench.press("Save as PDF …", screen)
    dialog = bench.part(SavePaperDialog)
    dialog.save(tmp_path / "register.pdf")
    bench.settle()
    assert (tmp_path / "register.pdf").read_bytes().startswith(b"%PDF")


def test_the_check_says_whole_or_what_is_wrong_and_forgets_it_when_the_register_grows(
    services: Services, paper: Paper, open_bench: Callable[..., Bench], tmp_path: Path
) -> None:
    bench = open_bench(services)
    screen = shown(bench)
    bench.press("Check the register")
    assert "The register is intact" in told(screen)
    with sqlite3.connect(tmp_path / "store.sqlite3") as other:
        named = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'paper_file'"
        for (trigger,) in other.execute(named).fetchall():
            other.execute(f'DROP TRIGGER "{trigger}"')
        other.execute("UPDATE paper_file SET content = CAST(content || 'x' AS BLOB)")
    bench.press("Check the register")
    assert "The register was altered" in told(screen)
    assert f"{paper.register_number}: file 0 is not the one that was filed" in told(screen)
    bench.jobs.change(
        lambda: services.archive_work.archiving.file(
            FileWithAuthority(paper_id=paper.id, authority="Land", number="9", filed_on=TODAY)
        ),
        owner=screen,
    )
    bench.settle()
    assert not screen.health.isVisible()
    assert cells(screen, screen.model.rowCount() - 1)[4] == "Comune · 123\nLand · 9"


def test_a_check_can_be_stopped_and_begun_again(
    services: Services,
    paper: Paper,
    open_bench: Callable[..., Bench],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench = open_bench(services)
    screen = shown(bench)
    checking, go_on = services.archive_work.checking, Event()
    check = checking.check
    with monkeypatch.context() as patched:
        patched.setattr(checking, "check", lambda *what: go_on.wait(10) and check(*what))
        screen.check()
        bench.part(ProgressStrip).stop()
        go_on.set()
        bench.settle()
    assert not screen.health.isVisible()
    screen.check()
    bench.settle()
    assert "The register is intact" in told(screen)


def test_without_a_paper_or_a_committee_it_says_what_to_do(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services, committee="")
    shown(bench)
    bench.part(EmptyState)
    bench.window.switch_committee(services.committees.by_ref("rebenbrunn").id)
    bench.settle()
    bench.press("To the minutes")
    bench.part(MinutesScreen)
