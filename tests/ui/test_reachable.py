"""Every control has a name, fits its words and follows the reading direction."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.i18n.catalogue import WINDOW_LANGUAGES
from liaison_desktop.services.services import Services
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.navigation import Navigation
from liaison_desktop.ui.widgets.card import Scroll
from tests.ui.conftest import Bench

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QListView, QTextEdit)
LANGUAGES = pytest.mark.parametrize("language", WINDOW_LANGUAGES)


def visible(bench: Bench, kind: type[QObject]) -> list[QWidget]:
    found = bench.window.findChildren(kind)
    return [w for w in found if isinstance(w, QWidget) and w.isVisible()]


@LANGUAGES
def test_every_control_can_be_heard(
    services: Services, open_bench: Callable[..., Bench], language: str
) -> None:
    bench = open_bench(services, language)
    nameless = []
    for place in Place:
        bench.window.go(place)
        bench.settle()
        for control in (w for w in visible(bench, QWidget) if isinstance(w, CONTROLS)):
            named = control.accessibleName() or getattr(control, "text", str)()
            if not named and control.focusPolicy() != Qt.FocusPolicy.NoFocus:
                nameless.append((place.value, control))
    assert nameless == []


@LANGUAGES
def test_no_button_or_word_is_cut(
    services: Services, open_bench: Callable[..., Bench], language: str
) -> None:
    bench = open_bench(services, language)
    cut = []
    for place in Place:
        bench.window.go(place)
        bench.settle()
        for button in visible(bench, QPushButton):
            fits = button.width() >= button.sizeHint().width()
            if not fits:
                cut.append((place.value, button.property("text")))
        for label in visible(bench, QLabel):
            fits = label.width() >= label.minimumSizeHint().width()
            if type(label).__name__ == "Words" and not fits:
                cut.append((place.value, label.property("text")))
    assert cut == []


@LANGUAGES
def test_nothing_is_wider_than_its_place(
    services: Services, open_bench: Callable[..., Bench], language: str
) -> None:
    bench = open_bench(services, language)
    wide = []
    for place in Place:
        bench.window.go(place)
        bench.settle()
        wide += [(place.value, *widths) for widths in too_wide(bench)]
    assert wide == []


@LANGUAGES
def test_no_meeting_is_wider_than_its_place(
    services: Services, open_bench: Callable[..., Bench], language: str
) -> None:
    bench = open_bench(services, language)
    committee = services.committees.by_ref("borgolume")
    wide = []
    for meeting in services.meetings.page(PageRequest(committee_id=committee.id)).rows:
        bench.window.go(Place.MEETINGS, meeting.id)
        bench.settle()
        wide += [(str(meeting.date), *widths) for widths in too_wide(bench)]
    assert wide == []


def too_wide(bench: Bench) -> list[tuple[int, int]]:
    widths = []
    for scroll in visible(bench, Scroll):
        assert isinstance(scroll, QScrollArea)
        inner = scroll.widget()
        assert inner is not None
        if inner.width() > scroll.viewport().width():
            widths.append((inner.width(), scroll.viewport().width()))
    return widths


def test_a_right_to_left_window_is_a_mirror(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    def left_edge(bench: Bench) -> int:
        return bench.part(Navigation).x()

    assert left_edge(open_bench(services, "en")) == 0
    mirrored = open_bench(services, "ar")
    assert left_edge(mirrored) == mirrored.window.width() - mirrored.part(Navigation).width()


def test_tab_reaches_every_control_of_a_screen(bench: Bench) -> None:
    bench.window.activateWindow()
    bench.window.go(Place.SETTINGS)
    bench.settle()
    wanted = {w for w in visible(bench, QWidget) if isinstance(w, (QComboBox, QPushButton))}
    reached: set[QWidget] = set()
    for _ in range(60):
        bench.window.focusNextChild()
        focused = bench.window.focusWidget()
        if focused is not None:
            reached.add(focused)
    places = {b for b in wanted if b.objectName() == "place"}
    # Exclusive buttons are one stop; arrow keys move among them.
    assert wanted - places <= reached
    assert places & reached
