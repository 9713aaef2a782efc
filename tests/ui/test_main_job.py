"""From the draft to the verified paper, by the buttons of the window."""

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from liaison_desktop.domain.meetings import MinutesState
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.dialogs.confirm import ConfirmDialog
from liaison_desktop.ui.dialogs.create_key import CreateKeyDialog
from liaison_desktop.ui.dialogs.sign import SignDialog
from liaison_desktop.ui.dialogs.verdict import VerdictDialog
from liaison_desktop.ui.screens.minutes_view import MinutesView
from liaison_desktop.ui.screens.verify import VerifyScreen
from liaison_desktop.ui.widgets.chip import Chip
from tests.ui.conftest import DRAFT, HELD, Bench

PASSPHRASE = "a long passphrase"


def chips(bench: Bench) -> list[str]:
    return [chip.text for chip in bench.part(MinutesView).panel.findChildren(Chip)]


def open_minutes(bench: Bench, reference: str) -> MinutesView:
    bench.window.go(Place.MINUTES, bench.meeting(reference))
    bench.settle()
    return bench.part(MinutesView)


def answer(accept: bool) -> None:
    """Answer the question that comes up next."""

    def click() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ConfirmDialog)
        (dialog.do.click if accept else dialog.reject)()

    QTimer.singleShot(100, click)


def create_key(bench: Bench, dialog: SignDialog) -> None:
    bench.press("Create a key", dialog)
    creating = bench.part(CreateKeyDialog, dialog)
    creating.passphrase.setText(PASSPHRASE)
    creating.again.setText(PASSPHRASE)
    bench.press("Create", creating)


def sign(bench: Bench, verb: str) -> None:
    bench.press(verb)
    dialog = bench.part(SignDialog)
    create_key(bench, dialog)
    dialog.keys.secret.setText(PASSPHRASE)
    bench.press("Sign", dialog)


def test_the_whole_job(bench: Bench, tmp_path: Path) -> None:
    view = open_minutes(bench, DRAFT)
    assert view.pages.pages > 0
    answer(accept=True)
    bench.press("Make final")
    record = bench.services.meetings.record(bench.meeting(DRAFT))
    assert record.meeting.minutes_state is MinutesState.FINAL
    assert len(record.papers) == 1
    assert chips(bench) == ["Waiting", "Waiting"]
    sign(bench, "Sign as chair")
    assert chips(bench) == ["Valid", "Waiting"]
    sign(bench, "Sign as secretary")
    assert chips(bench) == ["Valid", "Valid"]
    copy = tmp_path / "copy.pdf"
    bench.part(MinutesView).save_copy(copy)
    bench.settle()
    with pikepdf.open(copy) as pdf:
        assert len(pdf.pages) == view.pages.pages
    verdict = verified(bench, copy)
    assert "Valid" in verdict
    assert any("in our register as" in text for text in verdict)


def verified(bench: Bench, file: Path) -> list[str]:
    bench.window.go(Place.VERIFY)
    bench.settle()
    bench.part(VerifyScreen).verify(file)
    bench.settle()
    card = bench.part(VerifyScreen).verdict
    assert card is not None
    return [label.text() for label in card.findChildren(QLabel)]


def test_making_final_asks_once_and_can_be_refused(bench: Bench) -> None:
    open_minutes(bench, DRAFT)
    answer(accept=False)
    bench.press("Make final")
    meeting = bench.services.meetings.record(bench.meeting(DRAFT)).meeting
    assert meeting.minutes_state is MinutesState.DRAFT


@pytest.fixture
def sign_dialog(bench: Bench) -> SignDialog:
    open_minutes(bench, HELD)
    bench.press("Enter in the register")
    bench.press("Sign as chair")
    return bench.part(SignDialog)


def test_a_wrong_passphrase_is_said_in_its_place(bench: Bench, sign_dialog: SignDialog) -> None:
    create_key(bench, sign_dialog)
    sign_dialog.keys.secret.setText("not this one")
    bench.press("Sign", sign_dialog)
    assert "passphrase" in sign_dialog.error.casefold()
    assert sign_dialog.keys.secret.hasSelectedText()
    assert sign_dialog.keys.secret.isEnabled()
    sign_dialog.keys.secret.setText(PASSPHRASE)
    bench.press("Sign", sign_dialog)
    assert chips(bench)[0] == "Valid"


def test_what_is_missing_is_said_before_anything_is_tried(
    bench: Bench, sign_dialog: SignDialog
) -> None:
    sign_dialog.sign()
    assert sign_dialog.error == "Choose a key or create one first."
    sign_dialog.choose_file(Path("/nowhere/key.p12"))
    sign_dialog.sign()
    assert sign_dialog.error == "Enter the passphrase of this key."
    sign_dialog.keys.secret.setText(PASSPHRASE)
    bench.press("Sign", sign_dialog)
    assert "/nowhere/key.p12" in sign_dialog.error


@pytest.mark.parametrize(
    ("name", "passphrase", "again", "wrong"),
    [
        ("", PASSPHRASE, PASSPHRASE, "name"),
        ("Ada", "short", "short", "8 characters"),
        ("Ada", PASSPHRASE, "another one", "differ"),
    ],
)
def test_a_key_is_not_made_of_half_an_answer(
    bench: Bench, name: str, passphrase: str, again: str, wrong: str
) -> None:
    bench.window.go(Place.SETTINGS)
    bench.settle()
    bench.press("Create a committee key")
    dialog = bench.part(CreateKeyDialog)
    dialog.name.setText(name)
    dialog.passphrase.setText(passphrase)
    dialog.again.setText(again)
    bench.press("Create", dialog)
    assert wrong in dialog.error
    assert bench.services.keys.all() == ()


def test_the_register_paper_is_verified_in_place(bench: Bench, sign_dialog: SignDialog) -> None:
    create_key(bench, sign_dialog)
    sign_dialog.keys.secret.setText(PASSPHRASE)
    bench.press("Sign", sign_dialog)
    bench.press("Verify")
    dialog = bench.part(VerdictDialog)
    assert "Not signed yet" in [chip.text for chip in dialog.findChildren(Chip)]


def test_a_file_that_is_no_pdf_is_refused_in_one_sentence(bench: Bench, tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_text("Dear committee")
    bench.window.go(Place.VERIFY)
    bench.settle()
    screen = bench.part(VerifyScreen)
    screen.verify(letter)
    bench.settle()
    assert screen.verdict is None
    assert screen.notice.sentence == f"{letter}: The file is not a PDF."


def test_a_certificate_can_be_trusted(bench: Bench, tmp_path: Path) -> None:
    out = tmp_path / "shown"
    job = bench.services.demonstration.main_job(out)
    assert "Not valid" in verified(bench, job.file)
    screen = bench.part(VerifyScreen)
    for certificate in job.certificates:
        screen.trust(certificate)
        bench.settle()
    assert screen.verdict is not None
    assert "Valid" in [label.text() for label in screen.verdict.findChildren(QLabel)]
