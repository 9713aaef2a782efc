"""An agreement with six parties, by the buttons and keys of the window, from draft to signed."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QPushButton, QScrollArea, QWidget

from liaison_desktop.domain.agreement_texts import Article, CommitmentStatus, Recurrence
from liaison_desktop.domain.agreements import AgreementStatus, Renewal
from liaison_desktop.domain.listings import PageRequest
from liaison_desktop.services.agreements import AgreementRecord
from liaison_desktop.services.commitments import AddCommitment, CommitmentTold
from liaison_desktop.services.committee_setup import FoundCommittee
from liaison_desktop.services.services import Services
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.dialogs.agreement_steps import (
    AdoptDialog,
    AmendDialog,
    EndAgreementDialog,
    SignedDialog,
)
from liaison_desktop.ui.dialogs.agreements import EditAgreementDialog, NewAgreementDialog
from liaison_desktop.ui.dialogs.commitments import CommitmentDialog, KeepDialog
from liaison_desktop.ui.dialogs.parties import PartiesDialog
from liaison_desktop.ui.forms.editors import to_qt
from liaison_desktop.ui.forms.record_choice import Choice, action_words
from liaison_desktop.ui.screens.agreement_view import AgreementView
from liaison_desktop.ui.screens.agreements import AgreementsScreen
from liaison_desktop.ui.screens.task_lines import TaskLine
from liaison_desktop.ui.widgets.card import Scroll
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.wording import today
from tests.services.test_committee_setup import PROFILE
from tests.ui.conftest import Bench
from tests.ui.test_main_job import answer, sign
from tests.ui.test_reachable import CONTROLS, LANGUAGES, visible

TITLE = "Sala dei Mercati"
DAY = timedelta(days=1)


@pytest.fixture
def view(bench: Bench) -> AgreementView:
    """A new draft, open in the window."""
    bench.window.go(Place.AGREEMENTS)
    bench.settle()
    bench.press("New agreement")
    dialog = bench.part(NewAgreementDialog)
    dialog.heading.setText(TITLE)
    bench.press("Draft", dialog)
    return bench.part(AgreementView)


def agreement_id(bench: Bench) -> UUID:
    return bench.services.agreements.page(PageRequest(search=TITLE)).rows[0].id


def record(bench: Bench) -> AgreementRecord:
    return bench.services.agreements.record(agreement_id(bench), today())


def texts(bench: Bench) -> str:
    view = bench.part(AgreementView)
    return "\n".join(part.text() for part in view.findChildren(QLabel) if part.isVisible())


def chips(bench: Bench) -> list[str]:
    view = bench.part(AgreementView)
    return [chip.text for chip in view.findChildren(Chip) if chip.isVisible()]


def choose(bench: Bench, name: str, entry: str) -> None:
    """Choose an entry of the menu of the button that is called so."""
    buttons = bench.part(AgreementView).findChildren(QPushButton)
    (opener,) = (b for b in buttons if b.isVisible() and b.accessibleName().startswith(name))
    menu = opener.menu()
    assert isinstance(menu, QMenu)
    (action,) = (a for a in menu.actions() if a.text().replace("&", "") == entry)
    action.trigger()
    bench.settle()


def press_called(bench: Bench, name: str) -> None:
    buttons = bench.part(AgreementView).findChildren(QPushButton)
    (wanted,) = (b for b in buttons if b.isVisible() and b.accessibleName() == name)
    wanted.click()
    bench.settle()


def name_parties(bench: Bench, count: int = 6) -> None:
    press_called(bench, "Change the parties")
    dialog = bench.part(PartiesDialog)
    for place in range(count):
        if place:
            bench.press("Add a party", dialog)
        row = dialog.parties.rows[place]
        row.organisation.setCurrentIndex(place)
        row.signatory.setText(f"Signer {place + 1}")
        row.capacity.setText("presidente")
    bench.press("Save", dialog)


def approve(bench: Bench) -> None:
    choose(bench, "More steps", "Approved by the committee …")
    dialog = bench.part(AdoptDialog)
    dialog.decision.setCurrentIndex(0)
    bench.press("Approved", dialog)


def test_six_parties_from_draft_to_signed(
    bench: Bench, view: AgreementView, tmp_path: Path
) -> None:
    assert chips(bench)[0] == "Draft"
    name_parties(bench)
    assert texts(bench).count("signed for by Signer") == 6
    bench.press("Begin negotiation")
    assert chips(bench)[0] == "In negotiation"
    bench.press("Approved by the committee …")
    dialog = bench.part(AdoptDialog)
    bench.press("Approved", dialog)
    assert dialog.error == "Name the decision of the committee that adopted the agreement."
    dialog.decision.setCurrentIndex(0)
    bench.press("Approved", dialog)
    bench.press("To the signatures")
    assert view.paper.pages.pages > 0
    bench.press("File in the register")
    assert chips(bench)[1:] == ["Waiting"] * 6
    for signed in range(1, 7):
        sign(bench, "Sign")
        assert chips(bench)[1:] == ["Valid"] * signed + ["Waiting"] * (6 - signed)
    assert chips(bench)[0] == "Signed"
    assert record(bench).agreement.signed_on == today()
    copy = tmp_path / "copy.pdf"
    view.paper.save_copy(copy)
    bench.settle()
    assert bench.services.verification.verify(copy).verification.valid
    bench.press("In force")
    assert chips(bench)[0] == "In force"


def test_the_days_that_follow_are_told_while_the_term_is_filled_in(
    bench: Bench, view: AgreementView
) -> None:
    press_called(bench, "Change term and notice")
    dialog = bench.part(EditAgreementDialog)
    assert dialog.outlook.text() == "It has no end."
    dialog.start.setDate(to_qt(today().replace(year=2027, month=1, day=31)))
    dialog.duration.setValue(1)
    dialog.notice.setValue(10)
    assert dialog.outlook.text() == (
        "It runs from 31 January 2027 to 28 February 2027. "
        "The last day of notice is 18 February 2027."
    )
    dialog.notice.setValue(40)
    bench.press("Save", dialog)
    assert dialog.error == "A notice of 40 days is longer than the agreement itself; shorten it."
    dialog.notice.setValue(10)
    dialog.renewal.setCurrentIndex(list(Renewal).index(Renewal.TACIT))
    assert dialog.renewal_months.isEnabled()
    bench.press("Save", dialog)
    assert dialog.error == (
        "An agreement that renews itself needs the number of months by which it does."
    )
    dialog.renewal_months.setValue(12)
    bench.press("Save", dialog)
    agreement = record(bench).agreement
    assert (agreement.duration_months, agreement.renewal_months, agreement.notice_days) == (
        1,
        12,
        10,
    )
    assert "until 18 February 2027" in texts(bench)


def test_parties_change_places_by_keyboard(bench: Bench, view: AgreementView) -> None:
    name_parties(bench, 3)
    press_called(bench, "Change the parties")
    dialog = bench.part(PartiesDialog)
    bench.window.activateWindow()
    dialog.activateWindow()
    last = dialog.parties.rows[2]
    last.signatory.setFocus()
    for _ in range(3):
        QTest.keyClick(last.signatory, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row.signatory.text() for row in dialog.parties.rows] == [
        "Signer 3",
        "Signer 1",
        "Signer 2",
    ]
    assert last.signatory.accessibleName() == "Party 1, signatory"
    bench.settle()
    heights = [row.mapTo(dialog, QPoint(0, 0)).y() for row in dialog.parties.rows]
    assert heights == sorted(heights)
    dialog.parties.remove_row(dialog.parties.rows[1])
    bench.press("Save", dialog)
    assert [r.name for r in record(bench).newest.representatives] == ["Signer 3", "Signer 2"]


def test_a_party_is_named_once(bench: Bench, view: AgreementView) -> None:
    press_called(bench, "Change the parties")
    dialog = bench.part(PartiesDialog)
    bench.press("Add a party", dialog)
    for row in dialog.parties.rows:
        row.organisation.setCurrentIndex(0)
    bench.press("Save", dialog)
    assert dialog.error.endswith("is a party already.")
    assert record(bench).agreement.parties == ()


def test_what_is_written_is_saved_by_itself(bench: Bench, view: AgreementView) -> None:
    bench.press("Text")
    row = view.text.articles.rows[0]
    row.text.setPlainText("Si lavora **insieme**.\n")
    assert view.text.state == "Not saved yet …"
    bench.qtbot.waitUntil(lambda: view.text.state == "Saved.", timeout=10_000)
    bench.settle()
    assert record(bench).newest.articles[0].text == "Si lavora **insieme**."
    assert view.text.articles.rows[0] is row
    assert row.text.toPlainText() == "Si lavora **insieme**.\n"


def test_whoever_closes_the_window_while_typing_loses_nothing(
    bench: Bench, view: AgreementView
) -> None:
    bench.press("Text")
    view.text.articles.rows[0].text.setPlainText("Typed in the last second.")
    bench.window.close()
    bench.jobs.close()
    version = bench.services.agreements.record(agreement_id(bench), today()).newest
    assert version.articles[0].text == "Typed in the last second."


def test_whoever_goes_elsewhere_loses_nothing(bench: Bench, view: AgreementView) -> None:
    bench.press("Text")
    view.text.articles.rows[0].heading.setText("Scopo")
    view.text.articles.rows[0].heading.textEdited.emit("Scopo")
    bench.window.go(Place.TODAY)
    bench.settle()
    assert record(bench).newest.articles[0].heading == "Scopo"


def test_news_from_elsewhere_never_overwrites_what_is_being_written(
    bench: Bench, view: AgreementView
) -> None:
    bench.press("Text")
    row = view.text.articles.rows[0]
    row.text.setPlainText("Ancora da finire")
    bench.services.agreement_work.commitments.add(
        AddCommitment(agreement_id=agreement_id(bench), told=CommitmentTold(text="Apre la sala"))
    )
    bench.part(AgreementsScreen).refresh()
    bench.settle()
    assert view.text.articles.rows[0] is row
    assert row.text.toPlainText() == "Ancora da finire"


def test_an_article_without_heading_is_kept_in_the_window_until_it_has_one(
    bench: Bench, view: AgreementView
) -> None:
    target = agreement_id(bench)
    other = bench.services.agreements.page(PageRequest(search="Lingue")).rows[0].id
    bench.press("Text")
    bench.press("Add an article")
    view.text.articles.rows[-1].text.setPlainText("Senza titolo.")
    view.text.save()
    bench.settle()
    assert view.text.state == "Article 12 needs a heading."
    bench.window.go(Place.AGREEMENTS, other)
    bench.settle()
    assert len(view.text.articles.rows) != 12
    bench.window.go(Place.AGREEMENTS, target)
    bench.settle()
    last = view.text.articles.rows[-1]
    assert last.text.toPlainText() == "Senza titolo."
    last.heading.setText("Titolo")
    view.text.save()
    bench.settle()
    assert record(bench).newest.articles[-1] == Article(heading="Titolo", text="Senza titolo.")


def test_usual_articles_can_be_added_again_and_moved(bench: Bench, view: AgreementView) -> None:
    bench.press("Text")
    articles = view.text.articles
    articles.remove_row(articles.rows[3])
    menu = view.text.findChildren(QMenu)[0]
    menu.aboutToShow.emit()
    (costs,) = (action for action in menu.actions() if action.isEnabled())
    costs.trigger()
    articles.move_row(articles.rows[-1], -7)
    view.text.save()
    bench.settle()
    headings = [article.heading for article in record(bench).newest.articles]
    assert headings[3] == costs.text() == "Oneri"
    assert len(headings) == 11


def test_what_was_written_last_is_approved_too(bench: Bench, view: AgreementView) -> None:
    name_parties(bench, 2)
    bench.press("Text")
    view.text.articles.rows[0].text.setPlainText("Fino all’ultimo.")
    approve(bench)
    shown = record(bench)
    assert shown.agreement.status is AgreementStatus.APPROVED
    assert shown.newest.articles[0].text == "Fino all’ultimo."


def test_an_approved_text_can_only_be_read(bench: Bench, view: AgreementView) -> None:
    name_parties(bench, 2)
    approve(bench)
    bench.press("Text")
    row = view.text.articles.rows[0]
    assert row.heading.isReadOnly()
    assert row.text.isReadOnly()
    assert view.text.state == "This text is approved. To change it, take it back first."
    choose(bench, "More steps", "Back to negotiation")
    assert not view.text.articles.rows[0].heading.isReadOnly()


def test_what_was_done_is_taken_back_by_keyboard_and_named(
    bench: Bench, view: AgreementView
) -> None:
    bench.press("Begin negotiation")
    bench.window.activateWindow()
    bench.qtbot.waitUntil(bench.window.isActiveWindow)
    QTest.keyClick(bench.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    bench.settle()
    assert chips(bench)[0] == "Draft"
    assert bench.window.frame.notice.sentence == "Undone: the step of the agreement."


def test_promises_are_made_kept_changed_and_dropped(bench: Bench, view: AgreementView) -> None:
    name_parties(bench, 2)
    bench.press("Add a commitment")
    dialog = bench.part(CommitmentDialog)
    bench.press("Save", dialog)
    assert dialog.error == "Say what was promised."
    dialog.text.setPlainText("Apre la sala")
    dialog.party.setCurrentIndex(1)
    dialog.due.setDate(to_qt(today() - DAY))
    dialog.recurrence.setCurrentIndex(list(Recurrence).index(Recurrence.YEARLY))
    bench.press("Save", dialog)
    assert "Overdue" in chips(bench)
    press_called(bench, "Kept: Apre la sala")
    bench.press("Kept", bench.part(KeepDialog))
    (promise,) = record(bench).commitments
    assert promise.kept_on == (today(),)
    assert promise.organisation_id == record(bench).agreement.parties[0].organisation_id
    assert "Overdue" not in chips(bench)
    choose(bench, "More about", "Change")
    dialog = bench.part(CommitmentDialog)
    dialog.text.setPlainText("Apre la sala grande")
    bench.press("Save", dialog)
    assert "Apre la sala grande" in texts(bench)
    choose(bench, "More about", "Drop")
    assert record(bench).commitments[0].status is CommitmentStatus.DROPPED
    assert "Dropped" in chips(bench)


def sign_on_paper(bench: Bench) -> None:
    choose(bench, "More steps", "Signed on paper …")
    bench.press("Signed by all", bench.part(SignedDialog))


def test_a_promise_is_carried_out_by_an_action_of_a_meeting(
    bench: Bench, view: AgreementView
) -> None:
    name_parties(bench, 2)
    committee = bench.services.committees.by_ref("borgolume")
    action = bench.services.meetings.actions(PageRequest(committee_id=committee.id)).rows[0]
    bench.press("Add a commitment")
    dialog = bench.part(CommitmentDialog)
    dialog.text.setPlainText("Aprire la sala il sabato")
    dialog.action.choose(Choice(action.id, action_words(action)))
    bench.press("Save", dialog)
    assert action.text in texts(bench)
    (commitment,) = record(bench).commitments
    assert commitment.action_id == action.id
    promised = bench.services.meetings.record(action.meeting_id).promised
    assert promised == {action.id: TITLE}
    bench.window.go(Place.MEETINGS, action.meeting_id)
    bench.settle()
    told = [label.text() for label in bench.window.findChildren(QLabel) if label.isVisible()]
    assert any(f"promised in “{TITLE}”" in text for text in told)


def test_an_agreement_signed_on_paper_is_amended_and_a_party_withdraws(
    bench: Bench, view: AgreementView
) -> None:
    name_parties(bench, 2)
    approve(bench)
    sign_on_paper(bench)
    assert chips(bench)[0] == "Signed"
    choose(bench, "More steps", "Amend …")
    dialog = bench.part(AmendDialog)
    dialog.reason.setText("Una biblioteca in più")
    bench.press("Begin the amendment", dialog)
    assert chips(bench)[:2] == ["Amendment 1", "Signed"]
    bench.press("Text")
    view.text.articles.rows[0].text.setPlainText("Anche in biblioteca.")
    view.text.save()
    bench.settle()
    bench.press("Amendment approved …")
    adopt = bench.part(AdoptDialog)
    adopt.decision.setCurrentIndex(0)
    bench.press("Approved", adopt)
    choose(bench, "More steps", "Amendment signed on paper …")
    bench.press("Signed by all", bench.part(SignedDialog))
    first, second = record(bench).versions
    assert second.agreed_on == today()
    assert second.articles[0].text == "Anche in biblioteca."
    assert first.articles[0].text != second.articles[0].text
    choose(bench, "More steps", "A party withdraws …")
    end = bench.part(EndAgreementDialog)
    end.day.setDate(to_qt(today() - DAY))
    bench.press("Withdrawn", end)
    assert end.error.startswith("The last day lies before")
    end.day.setDate(to_qt(today()))
    bench.press("Withdrawn", end)
    assert chips(bench)[0] == "Withdrawn"


def test_a_draft_is_given_up_after_a_question(bench: Bench, view: AgreementView) -> None:
    answer(accept=False)
    choose(bench, "More steps", "Give up …")
    assert chips(bench)[0] == "Draft"
    answer(accept=True)
    choose(bench, "More steps", "Give up …")
    assert chips(bench)[0] == "Withdrawn"
    assert record(bench).agreement.status is AgreementStatus.WITHDRAWN


def test_an_amendment_is_dropped_after_a_question(bench: Bench, view: AgreementView) -> None:
    name_parties(bench, 2)
    approve(bench)
    sign_on_paper(bench)
    choose(bench, "More steps", "Amend …")
    dialog = bench.part(AmendDialog)
    dialog.reason.setText("Orari")
    bench.press("Begin the amendment", dialog)
    answer(accept=True)
    choose(bench, "More steps", "Drop the amendment …")
    assert len(record(bench).versions) == 1


def test_today_leads_to_what_is_promised_and_what_waits_for_signatures(
    bench: Bench, view: AgreementView
) -> None:
    name_parties(bench, 2)
    approve(bench)
    bench.window.go(Place.TODAY)
    bench.settle()
    lines = [line for line in bench.window.findChildren(TaskLine) if line.isVisible()]
    told = ["\n".join(part.text() for part in line.findChildren(QLabel)) for line in lines]
    (place,) = (at for at, words in enumerate(told) if TITLE in words)
    assert "waits for a signature" in told[place]
    assert "0 of 2 signatures" in told[place]
    bench.press("Sign", lines[place])
    assert bench.part(AgreementsScreen).current == agreement_id(bench)


def test_an_empty_list_says_what_to_do_first(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    founded = services.committee_setup.found(
        FoundCommittee(profile=PROFILE, preset="it", valid_from=today())
    )
    bench = open_bench(services, committee=founded.key)
    bench.window.go(Place.AGREEMENTS)
    bench.settle()
    bench.press("Draft an agreement")
    dialog = bench.part(NewAgreementDialog)
    dialog.heading.setText(TITLE)
    dialog.template.setChecked(False)
    bench.press("Draft", dialog)
    assert "No party yet." in texts(bench)
    assert record(bench).newest.articles == ()


def test_with_all_committees_in_view_one_is_chosen(
    services: Services, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(services, committee="")
    bench.window.go(Place.AGREEMENTS)
    bench.settle()
    bench.press("New agreement")
    dialog = bench.part(NewAgreementDialog)
    wanted = services.committees.by_ref("haselbrueck")
    names = [dialog.committee.itemText(at) for at in range(dialog.committee.count())]
    (place,) = (at for at, name in enumerate(names) if wanted.city in name)
    dialog.committee.setCurrentIndex(place)
    assert dialog.language.currentData() == wanted.language
    bench.press("Draft", dialog)
    assert dialog.error == "An agreement needs a title."
    dialog.heading.setText(TITLE)
    bench.press("Draft", dialog)
    assert record(bench).agreement.committee_id == wanted.id


def test_the_paper_of_each_version_can_be_seen(bench: Bench, view: AgreementView) -> None:
    bench.press("Paper")
    assert "Add the parties first; each gets a place to sign." in texts(bench)
    name_parties_of_draft(bench, view)
    assert "It can be signed here once the committee has approved it." in texts(bench)
    approve(bench)
    sign_on_paper(bench)
    assert "It was signed on paper." in texts(bench)
    choose(bench, "More steps", "Amend …")
    dialog = bench.part(AmendDialog)
    dialog.reason.setText("Orari")
    bench.press("Begin the amendment", dialog)
    versions = bench.part(QComboBox, view.paper.panel)
    assert [versions.itemText(at) for at in range(2)] == ["Amendment 1", "The agreement"]
    versions.setCurrentIndex(1)
    versions.activated.emit(1)
    bench.settle()
    assert "It was signed on paper." in texts(bench)


def name_parties_of_draft(bench: Bench, view: AgreementView) -> None:
    bench.press("Overview")
    name_parties(bench, 2)
    bench.press("Paper")


@LANGUAGES
def test_every_part_can_be_heard_and_fits(
    services: Services, open_bench: Callable[..., Bench], language: str
) -> None:
    bench = open_bench(services, language)
    bench.window.go(Place.AGREEMENTS)
    bench.settle()
    view = bench.part(AgreementView)
    for part in range(3):
        view.show_part(part)
        bench.settle()
        controls = (w for w in visible(bench, QWidget) if isinstance(w, CONTROLS))
        nameless = [
            control
            for control in controls
            if not (control.accessibleName() or getattr(control, "text", str)())
            and control.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]
        assert nameless == []
        cut = [b for b in visible(bench, QPushButton) if b.width() < b.sizeHint().width()]
        assert [each.property("text") for each in cut] == []
        scrolls = [s for s in visible(bench, Scroll) if isinstance(s, QScrollArea)]
        inner = [(scroll.widget(), scroll.viewport()) for scroll in scrolls]
        wide = [held for held, room in inner if held is not None and held.width() > room.width()]
        assert wide == []
