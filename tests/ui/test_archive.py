"""What becomes of a paper in the window: refused, by hand, filed, handed over, taken back."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from liaison_desktop.domain.archive import DispatchMedium, PaperStory, Recipient
from liaison_desktop.domain.levels import Level
from liaison_desktop.domain.papers import Edition, Paper
from liaison_desktop.services.minutes import FileMinutes
from liaison_desktop.services.signing import SignFile, WithKey
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.dialogs.hand_over import HandOverDialog
from liaison_desktop.ui.dialogs.paper_story import (
    FilingDialog,
    ReceiptDialog,
    RefusalDialog,
    SignedByHandDialog,
)
from liaison_desktop.ui.dialogs.renew import RenewDialog
from liaison_desktop.ui.dialogs.sign import SignDialog
from liaison_desktop.ui.screens.minutes_view import MinutesView
from tests.signing.authorities import Authorities, answering
from tests.signing.pki import PASSPHRASE, holder
from tests.ui.conftest import PATIENCE_MS, Bench

FINAL = "borgolume/3-2026"


@pytest.fixture
def paper(bench: Bench) -> Paper:
    command = FileMinutes(meeting_id=bench.meeting(FINAL))
    made = bench.services.minutes.file(command)
    bench.window.go(Place.MINUTES, bench.meeting(FINAL))
    bench.settle()
    return made


def story(bench: Bench, paper: Paper) -> PaperStory:
    return bench.services.archive_work.archiving.story(paper.id)


def panel(bench: Bench) -> MinutesView:
    return bench.part(MinutesView)


def told(bench: Bench) -> list[str]:
    return [label.text() for label in panel(bench).panel.findChildren(QLabel)]


def test_refusing_and_signing_by_hand_complete_a_paper(
    bench: Bench, paper: Paper, tmp_path: Path
) -> None:
    part = panel(bench).panel.story
    part.note_refusal()
    refusal = bench.part(RefusalDialog)
    bench.press("Note", refusal)
    assert refusal.error == "Say why it was not signed."
    refusal.reason.setPlainText("Manca il punto 4.")
    bench.press("Note", refusal)
    assert "Manca il punto 4." in told(bench)
    part.note_signed_by_hand()
    by_hand = bench.part(SignedByHandDialog)
    bench.press("Keep", by_hand)
    assert by_hand.error == "Choose the scan first."
    scan = tmp_path / "scan.png"
    scan.write_bytes(b"\x89PNG")
    by_hand.scan.choose(scan)
    bench.press("Keep", by_hand)
    assert story(bench, paper).waiting(paper) == ()
    assert panel(bench).stepper.accessibleName().startswith("Done: Draft, Signed.")


def test_filing_is_the_end_of_the_way(bench: Bench, paper: Paper) -> None:
    panel(bench).panel.story.note_filing()
    bench.settle()
    dialog = bench.part(FilingDialog)
    bench.press("Note", dialog)
    assert dialog.error == "An authority and its number are needed."
    dialog.number.setText("0000123")
    bench.press("Note", dialog)
    (filing,) = story(bench, paper).filings
    assert filing.number == "0000123"


def test_a_paper_is_handed_over_and_its_receipt_noted(
    bench: Bench, paper: Paper, tmp_path: Path
) -> None:
    bench.press("Hand over …")
    dialog = bench.part(HandOverDialog)
    for line in tuple(dialog.recipients.rows):
        dialog.recipients.remove_row(line)
    dialog.add_recipient()
    dialog.recipients.rows[0].name.setText("Comune")
    dialog.recipients.rows[0].edition.choose(Edition.FULL)
    dialog.medium.choose(DispatchMedium.FOLDER)
    dialog.write_drafts(tmp_path)
    bench.settle()
    (dispatch,) = story(bench, paper).dispatches
    assert dispatch.name == "Comune"
    assert len(list((tmp_path / "Comune").iterdir())) == 2
    bench.press("Receipt …")
    receipt = bench.part(ReceiptDialog)
    receipt.receipt.setText("Prot. 7")
    bench.press("Note", receipt)
    assert story(bench, paper).dispatches[0].receipt == "Prot. 7"
    assert Recipient(name="Comune") in bench.services.archive_work.distributing.known(paper.id)


def test_a_file_that_was_signed_elsewhere_is_taken_back(
    bench: Bench, paper: Paper, tmp_path: Path
) -> None:
    out = bench.services.register.save_copy(paper.id, tmp_path / "paper.pdf")
    key = holder("Rosalba Cantaluna").save(tmp_path / "key.p12")
    signing = bench.services.signing_work.signing
    with_key = WithKey(path=key, secret=PASSPHRASE)
    signing.sign_file(SignFile(path=out, field="chair", key=with_key, out=out))
    panel(bench).panel.story.take_back(out)
    bench.settle()
    after = bench.services.register.paper(paper.id)
    assert [file.signer for file in after.signatures] == ["Rosalba Cantaluna"]
    assert bench.services.register.content(paper.id) == out.read_bytes()


@pytest.fixture
def authorities() -> Iterator[Authorities]:
    with answering() as found:
        yield found


def test_signing_with_the_time_of_an_authority_and_renewing_it(
    bench: Bench, paper: Paper, authorities: Authorities, tmp_path: Path
) -> None:
    key = authorities.issued("Rosalba Cantaluna").save(tmp_path / "key.p12", authorities.root)
    bench.press("Sign as chair")
    dialog = bench.part(SignDialog)
    bench.settle()
    dialog.choose_file(key)
    dialog.keys.secret.setText(PASSPHRASE)
    dialog.endurance.level.choose(Level.B_T)
    bench.press("Sign", dialog)
    assert dialog.error == "B-T needs a time-stamp authority: give its address."
    dialog.endurance.authority.setText(authorities.stamp_address)
    bench.press("Sign", dialog)
    assert [file.field for file in bench.services.register.paper(paper.id).signatures] == ["chair"]
    assert bench.window.settings.time_authority == authorities.stamp_address
    panel(bench).panel.story.renew()
    renewing = bench.part(RenewDialog)
    bench.press("Renew", renewing)
    assert renewing.error.startswith("The certificate of Rosalba Cantaluna leads to none")


def test_signing_is_given_up_while_an_authority_is_silent(
    bench: Bench, paper: Paper, authorities: Authorities, tmp_path: Path
) -> None:
    asked, released = Event(), Event()

    def silent(_request: bytes) -> tuple[str, bytes]:
        asked.set()
        released.wait(PATIENCE_MS / 1000)
        return "", b""

    authorities.instead["/tsa"] = silent
    key = authorities.issued("Rosalba Cantaluna").save(tmp_path / "key.p12", authorities.root)
    bench.press("Sign as chair")
    dialog = bench.part(SignDialog)
    bench.settle()
    dialog.choose_file(key)
    dialog.keys.secret.setText(PASSPHRASE)
    dialog.endurance.level.choose(Level.B_T)
    dialog.endurance.authority.setText(authorities.stamp_address)
    dialog.sign()
    bench.qtbot.waitUntil(asked.is_set)
    assert not dialog.keys.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    bench.settle()
    released.set()
    assert bench.services.register.paper(paper.id) == paper
    assert not bench.window.findChildren(SignDialog)
