"""Finding the way: places, committees, search, language, first start."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.paths import resources
from liaison_desktop.services.services import Services
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.dialogs.import_result import ImportResultDialog
from liaison_desktop.ui.screens.first_start import FirstStartScreen
from liaison_desktop.ui.screens.meeting_record import MeetingRecordView
from liaison_desktop.ui.screens.meetings import MeetingsScreen
from liaison_desktop.ui.screens.organisations import OrganisationsScreen
from liaison_desktop.ui.screens.people import PeopleScreen
from liaison_desktop.ui.screens.settings import SettingsScreen
from liaison_desktop.ui.screens.today import TodayScreen
from liaison_desktop.ui.search_panel import SearchPanel
from liaison_desktop.ui.widgets.listing import Listing
from tests.ui.conftest import DRAFT, HELD, Bench


def texts(bench: Bench) -> list[str]:
    return [label.text() for label in bench.window.findChildren(QLabel) if label.isVisible()]


def title(bench: Bench) -> str:
    return bench.window.frame.top.title


@pytest.mark.parametrize(
    ("key", "name"),
    [("1", "Today"), ("2", "Meetings"), ("3", "Minutes"), ("4", "Agreements"), ("5", "People")],
)
def test_places_are_reached_by_keyboard(bench: Bench, key: str, name: str) -> None:
    bench.window.go(Place.SETTINGS)
    bench.settle()
    QTest.keyClick(bench.window, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)
    bench.settle()
    assert title(bench) == name


def test_a_committee_is_chosen_for_all_places(bench: Bench) -> None:
    bench.window.go(Place.PEOPLE)
    bench.settle()
    own = bench.part(PeopleScreen).model.rowCount()
    bench.window.switch_committee(None)
    bench.settle()
    assert bench.part(PeopleScreen).model.rowCount() > own
    assert bench.window.settings.committee_key == ""


def test_a_held_meeting_shows_who_was_there_and_what_was_decided(bench: Bench) -> None:
    bench.window.go(Place.MEETINGS, bench.meeting(HELD))
    bench.settle()
    shown = texts(bench)
    record = bench.services.meetings.record(bench.meeting(HELD))
    for attendee in record.meeting.attendees:
        assert attendee.present_name in shown
    for item in record.meeting.items:
        assert item.title in shown
        if item.decision and item.decision.number:
            assert f"Decision {item.decision.number}" in shown


def test_a_record_that_did_not_change_is_not_built_anew(bench: Bench) -> None:
    bench.window.go(Place.MEETINGS, bench.meeting(HELD))
    bench.settle()
    parts = bench.part(MeetingRecordView).findChildren(QLabel)
    bench.part(MeetingsScreen).refresh()
    bench.settle()
    assert bench.part(MeetingRecordView).findChildren(QLabel) == parts
    bench.window.go(Place.MEETINGS, bench.meeting(DRAFT))
    bench.settle()
    assert bench.part(MeetingRecordView).findChildren(QLabel) != parts


def test_numbers_of_a_draft_look_provisional(bench: Bench) -> None:
    bench.window.go(Place.MEETINGS, bench.meeting(DRAFT))
    bench.settle()
    assert "number pending" in texts(bench)


def test_arrow_keys_move_through_the_list(bench: Bench) -> None:
    bench.window.go(Place.MEETINGS)
    bench.settle()
    screen = bench.part(MeetingsScreen)
    first = screen.current
    QTest.keyClick(bench.part(Listing, screen), Qt.Key.Key_Down)
    bench.settle()
    assert screen.current is not None
    assert screen.current != first
    bench.part(MeetingRecordView, screen)


def test_search_finds_a_person_and_goes_there(bench: Bench) -> None:
    bench.window.activateWindow()
    field = bench.window.frame.top.search
    QTest.keyClick(bench.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    bench.qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "Cartabianca")
    panel = bench.window.findChild(SearchPanel)
    assert panel is not None
    bench.qtbot.waitUntil(
        lambda: panel.isVisible() and panel.model.index(0).data() == "Elisa Cartabianca"
    )
    QTest.keyClick(field, Qt.Key.Key_Return)
    bench.settle()
    assert title(bench) == "People"
    assert "Elisa Cartabianca" in texts(bench)
    assert not panel.isVisible()


def test_search_offers_things_to_do_and_escape_leaves_it(bench: Bench) -> None:
    bench.window.activateWindow()
    field = bench.window.frame.top.search
    field.setFocus()
    panel = bench.window.findChild(SearchPanel)
    assert panel is not None
    bench.qtbot.waitUntil(panel.isVisible)
    names = [panel.model.index(row).data() for row in range(panel.model.rowCount())]
    assert "Back up now" in names
    QApplication.sendEvent(
        field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    )
    assert not panel.isVisible()


def test_language_is_switched_while_running_and_the_place_stays(bench: Bench) -> None:
    bench.window.go(Place.MEETINGS, bench.meeting(HELD))
    bench.window.go(Place.SETTINGS)
    bench.settle()
    settings = bench.part(SettingsScreen)
    settings.language.setCurrentIndex(settings.language.findData("it"))
    settings.language.activated.emit(settings.language.currentIndex())
    bench.settle()
    assert title(bench) == "Impostazioni"
    assert bench.window.settings.language == "it"
    assert bench.window.settings.committee_key == "borgolume"


def test_the_open_record_survives_a_change_of_language(bench: Bench) -> None:
    bench.window.go(Place.MEETINGS, bench.meeting(HELD))
    bench.settle()
    bench.window.choose(replace(bench.window.settings, language="it"))
    bench.settle()
    assert title(bench) == "Sedute"
    assert bench.part(MeetingsScreen).current == bench.meeting(HELD)


def test_an_empty_store_offers_two_ways_to_begin(
    empty_services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(empty_services, committee="")
    bench.part(FirstStartScreen)
    bench.press("Install the demonstration committees")
    bench.part(TodayScreen)
    assert len(empty_services.committees.all()) == 5


def test_a_file_is_imported_and_its_result_told(
    empty_services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(empty_services, committee="")
    assert bench.window.work is not None
    bench.window.work.import_file(resources() / "demo" / "de.json")
    bench.settle()
    dialog = bench.part(ImportResultDialog)
    assert "Interkulturelles Bürgerkomitee Haselbrück" in [
        label.text() for label in dialog.findChildren(QLabel)
    ]
    bench.press("Close", dialog)
    bench.part(TodayScreen)


def test_a_bad_file_is_refused_in_one_sentence(bench: Bench) -> None:
    assert bench.window.work is not None
    bench.window.work.import_file(resources() / "icons" / "sun.svg")
    bench.settle()
    assert bench.window.frame.notice.isVisible()
    assert "sun.svg" in bench.window.frame.notice.sentence


def test_a_backup_is_made_and_the_foot_says_so(bench: Bench) -> None:
    bench.window.back_up()
    bench.settle()
    assert any(text.startswith("Last backup today") for text in texts(bench))
    assert bench.services.store.status().last_backup is not None


def test_today_leads_to_where_things_are_solved(bench: Bench) -> None:
    bench.window.go(Place.TODAY)
    bench.settle()
    tasks = bench.services.today.overview(
        bench.services.committees.by_ref("borgolume").id,
        date.today(),  # noqa: DTZ011
    ).tasks
    assert any(task.kind.value == "minutes_to_finalise" for task in tasks)
    draft = "Review: The minutes: still a draft"
    review = [
        b for b in bench.part(TodayScreen).findChildren(QPushButton) if b.accessibleName() == draft
    ]
    review[0].click()
    bench.settle()
    assert title(bench) == "Minutes"


def test_size_and_place_are_remembered(bench: Bench) -> None:
    bench.window.resize(1300, 700)
    bench.window.close()
    assert bench.window.settings.geometry


def test_people_and_organisations_stand_side_by_side(bench: Bench) -> None:
    bench.window.go(Place.PEOPLE)
    bench.settle()
    bench.press("Organisations")
    screen = bench.part(OrganisationsScreen)
    first = bench.services.people.organisations(PageRequest(committee_id=screen.committee_id)).rows[
        0
    ]
    assert first.name in texts(bench)
    bench.window.go(Place.MEETINGS)
    bench.settle()
    assert not bench.window.frame.tabs.isVisible()
