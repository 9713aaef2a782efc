"""No two buttons of a meeting answer to the same key: Alt and a letter would press neither."""

from collections import Counter
from collections.abc import Callable
from datetime import time

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton

from liaison_desktop.i18n.catalogue import WINDOW_LANGUAGES
from liaison_desktop.services.services import Services
from liaison_desktop.services.session import Mark, MarkSeat
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.widgets.mnemonics import with_another_key
from tests.ui.conftest import Bench
from tests.ui.meetings import stored

PLANNED = "borgolume/borgolume-2026-5"


def answering_twice(bench: Bench) -> list[str]:
    """What visible buttons say whose key another has too."""
    shown = [b for b in bench.window.findChildren(QAbstractButton) if b.isVisible()]
    keys = [(QKeySequence.mnemonic(button.text()).toString(), button.text()) for button in shown]
    often = Counter(key for key, _text in keys if key)
    return sorted(text for key, text in keys if often[key] > 1)


@pytest.mark.parametrize("language", WINDOW_LANGUAGES)
def test_the_buttons_of_a_meeting_have_keys_of_their_own(
    services: Services, open_bench: Callable[..., Bench], language: str
) -> None:
    meeting = services.meetings.by_ref(PLANNED)
    bench = open_bench(services, language)
    bench.window.go(Place.MEETINGS, meeting.id)
    bench.settle()
    assert answering_twice(bench) == []
    session = services.meeting_work.session
    session.begin_roll_call(meeting.id)
    seat = services.meetings.record(meeting.id).meeting.attendees[0].seat_id
    session.mark(MarkSeat(meeting_id=meeting.id, seat_id=seat, mark=Mark.PRESENT, at=time(17)))
    bench.window.go(Place.MEETINGS, meeting.id)
    bench.settle()
    assert answering_twice(bench) == []
    session.open(meeting.id, time(17), chair_seat_id=seat)
    bench.window.go(Place.MEETINGS, meeting.id)
    bench.settle()
    assert stored(bench).opened
    assert answering_twice(bench) == []


def test_a_key_that_is_taken_moves_to_the_next_letter_that_is_free() -> None:
    assert with_another_key("&Remove", {"R"}) == "R&emove"
    assert with_another_key("&Άλλο", {"Λ"}) == "Άλλ&ο"
    assert with_another_key("&Ok && go", {"O", "K"}) == "Ok && &go"
    assert with_another_key("&A", {"A"}) == "A"
