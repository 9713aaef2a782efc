"""Parts of the screens, each on its own."""

from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from liaison_desktop.paths import resources
from liaison_desktop.services.services import Services
from liaison_desktop.ui.application import make_look
from liaison_desktop.ui.dialogs.crash import CrashDialog, log_text
from liaison_desktop.ui.forms.editors import ClockEdit, DayEdit
from liaison_desktop.ui.forms.field import Field, PassphraseEdit
from liaison_desktop.ui.jobs import Job, JobProgress, Jobs
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.screens.verify import DropZone
from liaison_desktop.ui.theme import LIGHT, Tone
from liaison_desktop.ui.widgets.card import column
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.notice_bar import NoticeBar
from liaison_desktop.ui.widgets.pdf_view import PdfView
from liaison_desktop.ui.widgets.progress_strip import ProgressStrip
from liaison_desktop.ui.widgets.quorum_ring import QuorumFigures, QuorumRing
from liaison_desktop.ui.widgets.reading_text import ReadingText
from liaison_desktop.ui.widgets.search_field import SearchField
from liaison_desktop.ui.widgets.stepper import Stepper
from liaison_desktop.ui.widgets.text import elided, initials, label

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def shown(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    return shown


def colours(widget: QWidget) -> set[str]:
    picture = widget.grab().toImage()
    return {
        picture.pixelColor(x, y).name().upper()
        for x in range(picture.width())
        for y in range(picture.height())
    }


def test_a_chip_says_its_state_by_word_and_colour(look: Look, show: Show) -> None:
    chip = Chip("Excused", Tone.CARE, look)
    show(chip)
    assert chip.accessibleName() == "Excused"
    assert LIGHT.care_ground in colours(chip)


@pytest.mark.parametrize(
    ("present", "colour"), [(8, LIGHT.good), (6, LIGHT.good), (5, LIGHT.wrong)]
)
def test_the_ring_turns_when_the_quorum_is_missed(
    look: Look, show: Show, present: int, colour: str
) -> None:
    ring = QuorumRing(QuorumFigures(present, 10, 6), look)
    show(ring)
    assert ring.accessibleName() == f"{present} of 10 present, 6 needed"
    assert colour in colours(ring)


def test_a_ring_without_seats_can_be_drawn(look: Look, show: Show) -> None:
    ring = QuorumRing(QuorumFigures(0, 0, 1), look)
    show(ring)
    assert LIGHT.good not in colours(ring)


def test_the_stepper_says_what_is_done(look: Look, show: Show) -> None:
    stepper = Stepper(["Draft", "Final", "Signed"], look)
    show(stepper)
    stepper.reach(1)
    assert stepper.accessibleName() == "Done: Draft. Still to come: Final, Signed."
    assert LIGHT.good_ground in colours(stepper)


def test_searching_waits_for_a_pause(look: Look, qtbot: QtBot, show: Show) -> None:
    field = SearchField("Search", look)
    show(field)
    heard: list[str] = []
    field.searched.connect(heard.append)
    QTest.keyClicks(field, "quorum")
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["quorum"])
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert heard == ["quorum", "quorum"]


def test_a_notice_stays_until_it_is_closed(look: Look, show: Show) -> None:
    bar = NoticeBar(look)
    bar.show_sentence("Saved.", Tone.GOOD)
    show(bar)
    assert bar.sentence == "Saved."
    assert LIGHT.good_ground in colours(bar)


def test_progress_shows_how_far_and_asks_to_stop(look: Look, show: Show) -> None:
    strip = ProgressStrip(look)
    show(strip)
    job = Job("Importing …", None, lambda call: call())
    strip.begin(job)
    strip.advance(job, JobProgress(1, 4, "it.json"))
    assert "Importing … it.json" in [label.text() for label in strip.findChildren(QLabel)]
    strip.stop()
    assert job.cancelled
    strip.end(job)
    assert not strip.isVisible()


def test_a_field_says_what_is_wrong_until_it_is_mended(look: Look, show: Show) -> None:
    editor = PassphraseEdit(look)
    field = Field("Passphrase", editor, advice="Long")
    show(field)
    assert (editor.accessibleName(), editor.accessibleDescription()) == ("Passphrase", "Long")
    field.refuse("Too short.")
    assert field.error == "Too short."
    assert LIGHT.wrong in colours(field)
    field.accept()
    assert field.error == ""


def test_reading_text_shows_markdown_and_no_html(look: Look, show: Show) -> None:
    text = ReadingText("Some **bold** words\n\n<img src='file:///etc/hostname'>", "Discussion")
    show(text)
    assert text.toPlainText().startswith("Some bold words")
    assert "<img" in text.toPlainText()


def test_a_dropped_file_is_taken(look: Look, show: Show, tmp_path: Path) -> None:
    zone = DropZone(look)
    show(zone)
    heard: list[Path] = []
    zone.dropped.connect(heard.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.pdf"))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    zone.dropEvent(drop)
    assert heard == [tmp_path / "a.pdf"]


def test_a_bug_is_shown_in_full_but_logged_without_names(look: Look, show: Show) -> None:
    name = " ".join(["Ottavia", "Belcampo"])
    try:
        raise ValueError(name)
    except ValueError as error:
        dialog = CrashDialog(error, look, None)
        logged = log_text(error)
    show(dialog)
    dialog.copy()
    assert name in QApplication.clipboard().text()
    assert name not in logged
    assert "test_widgets.py" in logged


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Ottavia Belcampo", "OB"), ("Cher", "C"), ("", ""), ("يوسف البحريان", "يا")],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("direction", "side"),
    [
        (Qt.LayoutDirection.LeftToRight, Qt.AlignmentFlag.AlignLeft),
        (Qt.LayoutDirection.RightToLeft, Qt.AlignmentFlag.AlignRight),
    ],
)
def test_names_in_any_script_stand_at_the_reading_start(
    dressed: QApplication, qtbot: QtBot, direction: Qt.LayoutDirection, side: Qt.AlignmentFlag
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    name, centred = label("Ottavia Belcampo"), label("Centre")
    centred.setAlignment(Qt.AlignmentFlag.AlignCenter)
    page.setLayout(column(name, centred))
    page.setLayoutDirection(direction)
    assert name.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask & side
    assert centred.alignment() == Qt.AlignmentFlag.AlignCenter


@pytest.mark.parametrize(
    ("name", "end"),
    [("Comitato Interculturale", "…\u200e"), ("اللجنة المشتركة بين الثقافات", "…")],
)
def test_an_ellipsis_stands_at_the_end_of_the_words(
    dressed: QApplication, name: str, end: str
) -> None:
    metrics = QFontMetrics(dressed.font())
    assert elided(name, metrics, 60).endswith(end)
    assert elided(name, metrics, 600) == name


@pytest.fixture
def jobs(dressed: QApplication) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def test_pages_are_drawn_as_they_come_into_view(
    look: Look, jobs: Jobs, services: Services, qtbot: QtBot, show: Show
) -> None:
    content = services.minutes.preview(services.meetings.by_ref("borgolume/3-2026").id)
    view = PdfView(jobs, look)
    view.resize(500, 600)
    show(view)
    view.show_pdf(content)
    qtbot.waitUntil(lambda: view.pages > 1 and LIGHT.accent in colours(view), timeout=20_000)
    assert view.drawn_pages == {0}
    QTest.keyClick(view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: view.pages - 1 in view.drawn_pages, timeout=20_000)
    view.larger()
    assert view.zoom > 1
    assert view.horizontalScrollBar().maximum() > 0
    view.smaller()
    assert view.zoom == 1
    view.clear()
    assert view.pages == 0


def test_a_shorter_paper_after_a_longer_one(
    look: Look, jobs: Jobs, services: Services, qtbot: QtBot, show: Show
) -> None:
    final = services.meetings.by_ref("borgolume/3-2026")
    long, short = services.minutes.preview(final.id), services.papers.excerpt(final.id, "1")
    bugs: list[BaseException] = []
    jobs.broke.connect(bugs.append)
    view = PdfView(jobs, look)
    view.resize(500, 600)
    show(view)
    view.show_pdf(long)
    qtbot.waitUntil(lambda: view.pages > 1)
    QTest.keyClick(view, Qt.Key.Key_End)
    view.show_pdf(short)
    view.larger()
    view.grab()  # before the pages of the shorter paper are known
    qtbot.waitUntil(lambda: view.pages == 1 and view.drawn_pages == {0} and not jobs.busy)
    view.show_pdf(long)
    view.show_pdf(short)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert (view.pages, bugs) == (1, [])


def test_days_and_times_stand_in_their_order_from_right_to_left_too(
    dressed: QApplication, qtbot: QtBot
) -> None:
    dressed.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    look = make_look("ar", LIGHT, resources())
    clock, day = ClockEdit(time(17, 30)), DayEdit(look, date(2026, 12, 5))
    qtbot.addWidget(clock)
    qtbot.addWidget(day)
    assert clock.text() == "17:30"
    assert day.text().startswith("5 ")
    assert day.text().endswith(" 2026")
    dressed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
