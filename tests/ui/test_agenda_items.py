"""Items in plan and session: postponed, with files, with titles in other languages."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from liaison_desktop.domain.people import NativeText
from liaison_desktop.services.agenda import EditItem, plan_of
from liaison_desktop.services.services import Services
from liaison_desktop.ui.dialogs.agenda_item import AgendaItemDialog
from liaison_desktop.ui.dialogs.item_files import ItemFilesDialog
from liaison_desktop.ui.forms.attachment_lines import AttachmentLines
from liaison_desktop.ui.models.paged import FACE_ROLE
from liaison_desktop.ui.screens.meeting_plan import MeetingPlanView
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.text import ElidedLabel
from tests.ui.conftest import Bench
from tests.ui.meetings import Key, choose, keys, open_meeting, plan, stored


class Opened(QObject):
    """Stands for the program that the system has for a file."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.paths.append(Path(url.toLocalFile()))


@pytest.fixture
def opened(dressed: QApplication) -> Iterator[Opened]:
    made = Opened()
    QDesktopServices.setUrlHandler("file", made, "take")  # type: ignore[arg-type]
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    made = tmp_path / "bozza.txt"
    made.write_bytes(b"Bozza del bando.")
    return made


def drop(target: QWidget, paths: list[Path]) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    keep, nothing = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind in (QDragEnterEvent, QDropEvent):
        action = Qt.DropAction.CopyAction
        QApplication.sendEvent(target, kind(QPoint(9, 9), action, carried, keep, nothing))


def names(lines: AttachmentLines) -> list[str]:
    return [part.text() for part in lines.findChildren(ElidedLabel) if part.isVisible()]


def shown_chips(part: QWidget) -> list[Chip]:
    return [chip for chip in part.findChildren(Chip) if chip.isVisible()]


def test_an_item_is_left_to_the_next_meeting_and_dealt_with_after_all(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services)
    view = open_meeting(bench)
    choose(bench, "Leave to the next meeting")
    assert stored(bench).items[0].postponed
    assert "postponed" in view.items.item(0).data(FACE_ROLE).subtitle
    assert [chip.text for chip in shown_chips(view.panel.head)] == ["postponed"]
    choose(bench, "Deal with it after all")
    assert not stored(bench).items[0].postponed
    assert "postponed" not in view.items.item(0).data(FACE_ROLE).subtitle
    assert shown_chips(view.panel.head) == []


def test_an_item_is_postponed_in_the_plan(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services)
    plan(bench)
    items = bench.part(MeetingPlanView).agenda.items
    items.setCurrentRow(1)
    bench.press("Leave to the next meeting")
    assert [item.postponed for item in stored(bench).items[:3]] == [False, True, False]
    assert items.currentRow() == 1
    bench.press("Deal with it after all")
    assert not stored(bench).items[1].postponed


def test_files_are_dropped_on_the_item_looked_at_and_taken_away(
    services: Services,
    open_bench: Callable[..., Bench],
    opened: Opened,
    paper: Path,
    tmp_path: Path,
) -> None:
    bench = open_bench(services)
    view = open_meeting(bench)
    drop(view.panel.editor.text.viewport(), [paper])
    bench.settle()
    assert "file:" not in view.panel.editor.text.toPlainText()
    assert names(view.panel.files) == ["bozza.txt"]
    keys(bench, view.items, Key.Key_Down)
    assert names(view.panel.files) == []
    keys(bench, view.items, Key.Key_Up)
    (kept,) = stored(bench).items[0].attachments
    view.panel.files.open(kept)
    bench.settle()
    (copy,) = opened.paths
    assert copy.read_bytes() == paper.read_bytes()
    assert copy != paper
    assert copy.stat().st_mode & 0o777 == 0o400
    view.panel.files.save(kept, tmp_path / "copia.txt")
    bench.settle()
    assert (tmp_path / "copia.txt").read_bytes() == paper.read_bytes()
    view.panel.files.remove(kept)
    bench.settle()
    assert stored(bench).items[0].attachments == ()
    bench.window.undo()
    bench.settle()
    assert names(view.panel.files) == ["bozza.txt"]


def test_files_are_kept_with_an_item_of_the_plan(
    services: Services, open_bench: Callable[..., Bench], paper: Path
) -> None:
    bench = open_bench(services)
    plan(bench)
    items = bench.part(MeetingPlanView).agenda.items
    items.setCurrentRow(0)
    bench.press("Files …")
    dialog = bench.part(ItemFilesDialog)
    drop(dialog, [paper])
    bench.settle()
    assert names(dialog.files) == ["bozza.txt"]
    bench.press("Close", dialog)
    assert "1 file" in items.item(0).data(FACE_ROLE).subtitle


def test_an_item_has_titles_in_other_languages(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services)
    meeting = plan(bench)
    turkish = NativeText(language="tr", text="Bildirimler")
    before = plan_of(meeting.items[0])
    services.meeting_work.agenda.edit(
        EditItem(
            meeting_id=meeting.id,
            item_id=meeting.items[0].id,
            plan=type(before)(title=before.title, kind=before.kind, titles=(turkish,)),
        )
    )
    screen = bench.part(MeetingPlanView)
    screen.agenda.show_meeting(stored(bench))
    screen.agenda.items.setCurrentRow(0)
    keys(bench, screen.agenda.items, Key.Key_Return)
    dialog = bench.part(AgendaItemDialog)
    assert "it" not in dialog.titles.lines
    if not dialog.more.opened:
        keys(bench, dialog.more.head, Key.Key_Space)
    keys(bench, dialog.titles.lines["de"], "Mitteilungen")
    bench.press("Save", dialog)
    german = NativeText(language="de", text="Mitteilungen")
    assert stored(bench).items[0].titles == (german, turkish)
