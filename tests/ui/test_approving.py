"""Minutes brought to their approval in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.invitees import Invitee
from liaison_desktop.domain.meetings import MinutesState
from liaison_desktop.domain.minutes import CirculationMedium, Ruling
from liaison_desktop.services.posting import Delivery
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.dialogs.approve import ApproveDialog
from liaison_desktop.ui.dialogs.circulate import CirculateDialog
from liaison_desktop.ui.dialogs.objections import ObjectionDialog, RulingDialog
from liaison_desktop.ui.dialogs.revise import ReviseDialog
from liaison_desktop.ui.screens.minutes_view import MinutesView
from tests.ui.conftest import Bench

DRAFT = "borgolume/borgolume-2026-4"


@pytest.fixture
def view(bench: Bench) -> MinutesView:
    bench.window.go(Place.MINUTES, bench.meeting(DRAFT))
    bench.settle()
    return bench.part(MinutesView)


def state(bench: Bench) -> MinutesState:
    return bench.services.meetings.record(bench.meeting(DRAFT)).meeting.minutes_state


def told(view: MinutesView) -> list[str]:
    return [label.text() for label in view.panel.way.findChildren(QLabel)]


def hand_out(bench: Bench) -> None:
    bench.press("Circulate …")
    dialog = bench.part(CirculateDialog)
    dialog.medium.choose(CirculationMedium.BY_HAND)
    bench.settle()
    bench.press("Note", dialog)


def object_to(bench: Bench, text: str) -> None:
    bench.press("Objection …")
    dialog = bench.part(ObjectionDialog)
    dialog.item.setCurrentIndex(2)
    dialog.text.setPlainText(text)
    bench.press("Note", dialog)


def test_from_the_draft_to_the_approval(bench: Bench, view: MinutesView) -> None:
    assert "Nobody has got this draft yet." in told(view)
    hand_out(bench)
    assert state(bench) is MinutesState.CIRCULATED
    object_to(bench, "Erano sette.")
    assert "Erano sette." in told(view)
    bench.press("Decide …")
    ruling = bench.part(RulingDialog)
    ruling.ruling.choose(Ruling.REJECTED)
    bench.press("Keep", ruling)
    assert ruling.error == "Say why the objection is rejected."
    ruling.answer.setPlainText("Erano sei.")
    bench.press("Keep", ruling)
    bench.press("Approved …")
    bench.press("Approve", bench.part(ApproveDialog))
    assert state(bench) is MinutesState.APPROVED
    assert "Approved: alla fine della seduta stessa" in told(view)
    assert view.stepper.accessibleName().startswith("Done: Draft, Circulated, Approved.")


def test_changing_the_text_after_it_went_out_is_told(bench: Bench, view: MinutesView) -> None:
    hand_out(bench)
    bench.press("Change text …")
    dialog = bench.part(ReviseDialog)
    item = bench.services.meetings.record(bench.meeting(DRAFT)).meeting.items[0]
    dialog.text.show_markdown("")
    dialog.text.textCursor().insertText("Tutto è cambiato.")
    bench.press("Save", dialog)
    record = bench.services.meetings.record(bench.meeting(DRAFT))
    assert record.meeting.items[0].id == item.id
    assert record.meeting.items[0].discussion == "Tutto è cambiato."
    bench.services.undo.undo()
    bench.window.go(Place.MINUTES, bench.meeting(DRAFT))
    bench.settle()
    again = bench.services.meetings.record(bench.meeting(DRAFT)).meeting.items[0]
    assert again.discussion == item.discussion


def test_drafts_are_written_for_those_who_have_an_address(
    bench: Bench, view: MinutesView, tmp_path: Path
) -> None:
    bench.press("Circulate …")
    dialog = bench.part(CirculateDialog)
    dialog.sender_name.setText("Ufficio")
    dialog.sender_address.setText("ufficio@example.org")
    dialog.write_drafts(tmp_path / "drafts")
    bench.settle()
    way = bench.services.minutes_work.approving.way(bench.meeting(DRAFT))
    (circulation,) = way.circulations
    assert len(list((tmp_path / "drafts").glob("*.eml"))) == len(circulation.addressees)


def test_an_open_objection_keeps_minutes_from_being_approved(
    bench: Bench, view: MinutesView
) -> None:
    hand_out(bench)
    object_to(bench, "Erano sette.")
    bench.press("Approved …")
    dialog = bench.part(ApproveDialog)
    bench.press("Approve", dialog)
    bench.settle()
    assert dialog.error == "Objections that are not ruled on yet: 1."
    assert state(bench) is MinutesState.CIRCULATED


def test_the_cursor_stays_beside_the_pages(bench: Bench, view: MinutesView) -> None:
    (circulate,) = (b for b in view.findChildren(QPushButton) if b.text() == "C&irculate …")
    circulate.setFocus()
    hand_out(bench)
    cursor = bench.window.focusWidget()
    assert cursor is not None
    assert view.panel is cursor or view.panel.isAncestorOf(cursor)


def test_nobody_is_offered_a_draft_twice(bench: Bench, view: MinutesView) -> None:
    bench.press("Circulate …")
    dialog = bench.part(CirculateDialog)
    invitees = bench.services.minutes_work.circulating.recipients(bench.meeting(DRAFT))
    first, second, third = [each for each in invitees if not each.substitute][:3]
    dialog.recipients.item(invitees.index(first)).setCheckState(Qt.CheckState.Unchecked)
    before = dialog.recipients.ticked
    lost = UserError("mail_server_missing")
    dialog.show_deliveries([delivery(second), delivery(third, lost)])
    assert before - dialog.recipients.ticked == {(second.seat_id, second.person_id)}
    dialog.show_deliveries([delivery(third)])
    dialog.medium.choose(CirculationMedium.BY_HAND)
    reached = {(each.seat_id, each.person_id) for each in (first, second, third)}
    assert not dialog.recipients.ticked & reached


def delivery(invitee: Invitee, problem: UserError | None = None) -> Delivery:
    return Delivery(name=invitee.name, address=invitee.address, problem=problem)
