"""The members are called in the window, answer, and the roll call begins with that."""

from collections.abc import Callable
from datetime import time, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from liaison_desktop.domain.calling import Answer, Medium
from liaison_desktop.domain.mail_account import MailSecurity
from liaison_desktop.domain.meetings import MeetingState
from liaison_desktop.domain.sheet import AttendanceStatus
from liaison_desktop.services.invitations import Invitations
from liaison_desktop.services.planning import EditPlan, MeetingPlan, PlanMeeting
from liaison_desktop.services.services import Services
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.dialogs.letters import LettersDialog
from liaison_desktop.ui.dialogs.replies_taken import RepliesTakenDialog
from liaison_desktop.ui.dialogs.send_invitations import SendInvitationsDialog
from liaison_desktop.ui.dialogs.session import SubstituteDialog
from liaison_desktop.ui.screens.invitations_card import InvitationsCard
from liaison_desktop.ui.screens.mail_card import MailCard
from liaison_desktop.ui.screens.meeting_session import MeetingSessionView
from liaison_desktop.ui.screens.meetings import MeetingsScreen
from liaison_desktop.ui.wording import today
from tests.services.mail_server import Postmaster, serving
from tests.ui.conftest import Bench

PLAN = MeetingPlan(date=today() + timedelta(days=2), starts=time(17), place="Sala grande")


@pytest.fixture
def meeting_id(services: Services) -> UUID:
    committee = services.committees.by_ref("borgolume")
    command = PlanMeeting(committee_id=committee.id, plan=PLAN)
    return services.meeting_work.planning.plan(command).meeting_id


@pytest.fixture
def card(bench: Bench, meeting_id: UUID) -> InvitationsCard:
    bench.window.go(Place.MEETINGS, meeting_id)
    bench.settle()
    return bench.part(InvitationsCard)


def view(bench: Bench, meeting_id: UUID) -> Invitations:
    return bench.services.calling_work.invitations.of_meeting(meeting_id)


def told(widget: object) -> str:
    parts = widget.findChildren(QLabel)  # type: ignore[attr-defined]
    return "\n".join(part.text() for part in parts if part.isVisible())


def send_dialog(bench: Bench) -> SendInvitationsDialog:
    bench.press("Send the convocation …")
    dialog = bench.part(SendInvitationsDialog)
    dialog.sender_name.setText("Ufficio")
    dialog.sender_address.setText("office@example.org")
    return dialog


def test_drafts_are_written_and_proved(
    bench: Bench, card: InvitationsCard, meeting_id: UUID, tmp_path: Path
) -> None:
    dialog = send_dialog(bench)
    dialog.write_drafts(tmp_path)
    bench.settle()
    drafts = sorted(tmp_path.glob("*.eml"))
    letters = view(bench, meeting_id).letters
    assert len(drafts) == len(letters) > 6
    assert view(bench, meeting_id).meeting.state is MeetingState.CONVENED
    assert bench.window.settings.mail_address == "office@example.org"
    bench.press("Proof of sending …")
    proof = bench.part(LettersDialog)
    bench.press("Copy", proof)
    assert letters[0].digest in QGuiApplication.clipboard().text()


def test_only_who_is_ticked_gets_it(
    bench: Bench, card: InvitationsCard, meeting_id: UUID, tmp_path: Path
) -> None:
    dialog = send_dialog(bench)
    for place in range(dialog.recipients.count()):
        dialog.recipients.item(place).setCheckState(Qt.CheckState.Unchecked)
    dialog.write_drafts(tmp_path)
    bench.settle()
    assert "at least one person" in dialog.error
    dialog.recipients.setCurrentRow(0)
    QTest.keyClick(dialog.recipients, Qt.Key.Key_Space)
    dialog.write_drafts(tmp_path)
    bench.settle()
    assert len(view(bench, meeting_id).letters) == 1


def test_mail_is_sent_and_who_was_refused_is_told_and_can_be_gone_on_with(
    bench: Bench, card: InvitationsCard, meeting_id: UUID
) -> None:
    addresses = [
        one.invitee.address
        for one in view(bench, meeting_id).recipients
        if not one.invitee.substitute
    ]
    postmaster = Postmaster(refused=frozenset({addresses[1]}))
    with serving(postmaster, MailSecurity.NONE) as account:
        bench.window.go(Place.SETTINGS)
        bench.settle()
        mail = bench.part(MailCard)
        mail.server.setText(account.server)
        mail.server.editingFinished.emit()
        mail.port.setValue(account.port)
        mail.security.choose(MailSecurity.NONE)
        mail.security.activated.emit(0)
        bench.window.go(Place.MEETINGS, meeting_id)
        bench.settle()
        dialog = send_dialog(bench)
        dialog.medium.choose(Medium.SMTP)
        bench.press("Send", dialog)
        assert "1 person has not got one yet" in told(dialog)
        assert "No such user here" in dialog.recipients.currentItem().text()
        assert len(dialog.recipients.ticked) == 1
        postmaster.refused = frozenset()
        bench.press("Send", dialog)
    assert sorted(postmaster.recipients) == sorted(addresses)
    assert "1 message went out" in bench.window.frame.notice.sentence


def test_answers_are_noted_by_one_key_and_counted(
    bench: Bench, card: InvitationsCard, meeting_id: UUID
) -> None:
    card.window().activateWindow()
    card.seats.setFocus()
    for key in "adm":
        QTest.keyClicks(card.seats, key)
        bench.settle()
    QTest.keyClicks(card.seats, "s")
    bench.settle()
    dialog = bench.part(SubstituteDialog)
    dialog.name.setText("Ada Fabbri")
    dialog.send()
    bench.settle()
    seats = view(bench, meeting_id).seats[:4]
    assert [seat.reply.answer for seat in seats if seat.reply] == [
        Answer.ACCEPTED,
        Answer.DECLINED,
        Answer.TENTATIVE,
        Answer.DELEGATED,
    ]
    assert "Between 2 and 11 of 12 seats, 7 needed" in told(card)
    bench.window.go(Place.TODAY)
    bench.settle()
    bench.window.go(Place.MEETINGS, meeting_id)
    bench.settle()
    bench.press("Roll call")
    begun = bench.services.meetings.record(meeting_id).meeting
    assert begun.attendee(seats[1].holder.seat_id).status is AttendanceStatus.EXCUSED
    roll = bench.part(MeetingSessionView).roll.seats
    roll.setFocus()
    roll.setCurrentRow(3)
    QTest.keyClicks(roll, "s")
    bench.settle()
    assert bench.part(SubstituteDialog).name.text() == "Ada Fabbri"


def test_a_change_asks_for_an_update_and_cancelling_offers_to_tell(
    bench: Bench, card: InvitationsCard, meeting_id: UUID, tmp_path: Path
) -> None:
    send_dialog(bench).write_drafts(tmp_path)
    bench.settle()
    assert "out of date" not in told(card)
    moved = MeetingPlan(date=PLAN.date, starts=time(18), place=PLAN.place)
    planning = bench.services.meeting_work.planning
    planning.edit(EditPlan(meeting_id=meeting_id, plan=moved))
    card.show_meeting(bench.services.meetings.record(meeting_id).meeting)
    bench.settle()
    assert "out of date" in told(card)
    bench.press("Send an update …")
    update = bench.part(SendInvitationsDialog)
    assert update.windowTitle() == "Send an update"
    update.reject()
    planning.cancel(meeting_id)
    screen = bench.part(MeetingsScreen)
    screen.refresh()
    bench.settle()
    (tell,) = (each for each in screen.more if each.text == "Tell those who were called …")
    tell.run()
    bench.settle()
    assert bench.part(SendInvitationsDialog).windowTitle() == "Call the meeting off"


def test_what_was_not_an_answer_is_told(
    bench: Bench, card: InvitationsCard, tmp_path: Path
) -> None:
    file = tmp_path / "photo.eml"
    file.write_bytes(b"From: a@example.org\r\n\r\nCiao")
    card.take_in([file])
    bench.settle()
    assert "There is no answer to an invitation in it." in told(bench.part(RepliesTakenDialog))


def test_the_card_fits_an_arabic_window(
    services: Services, open_bench: Callable[..., Bench], meeting_id: UUID
) -> None:
    bench = open_bench(services, "ar")
    bench.window.go(Place.MEETINGS, meeting_id)
    bench.settle()
    shown = bench.part(InvitationsCard)
    assert shown.seats.count() > 6
    assert shown.layoutDirection() is Qt.LayoutDirection.RightToLeft
