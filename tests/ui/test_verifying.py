"""Verifying by hand: files dropped anywhere, several at once, details, reports, lasting trust."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from liaison_desktop.services.signing import SignFile, WithKey
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.dialogs.certificate_sheet import SaveSheetDialog
from liaison_desktop.ui.dialogs.save_paper import SavePaperDialog
from liaison_desktop.ui.dialogs.trust import TrustDialog
from liaison_desktop.ui.dialogs.trust_offers import TrustOffersDialog
from liaison_desktop.ui.screens.today import TodayScreen
from liaison_desktop.ui.screens.verify import VerifyScreen
from liaison_desktop.ui.widgets.chip import Chip
from liaison_desktop.ui.widgets.signature_card import SignatureCard
from tests.signing.lists import CA, GRANTED, trusted_list
from tests.signing.papers import paper
from tests.signing.pki import PASSPHRASE, Holder, holder
from tests.ui.conftest import Bench


@pytest.fixture(scope="module")
def root() -> Holder:
    return holder("Prova Root", ca=True)


@pytest.fixture
def signed(bench: Bench, root: Holder, tmp_path: Path) -> Path:
    file = tmp_path / "signed.pdf"
    file.write_bytes(paper())
    key = holder("Ottavia", root).save(tmp_path / "key.p12")
    return bench.services.signing_work.signing.sign_file(
        SignFile(path=file, field="chair", key=WithKey(path=key, secret=PASSPHRASE), out=file)
    )


def drop(target: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    # A drop reaches a window only after something was dragged into it.
    entering = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(target, entering)
    dropping = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(target, dropping)


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def trust_dialog(bench: Bench) -> TrustDialog:
    bench.press("Trust a certificate")
    return bench.part(TrustDialog)


def test_files_are_dropped_anywhere(bench: Bench, signed: Path, tmp_path: Path) -> None:
    bench.window.go(Place.TODAY)
    bench.settle()
    bench.part(TodayScreen)
    unsigned, letter = tmp_path / "unsigned.pdf", tmp_path / "letter.txt"
    unsigned.write_bytes(paper())
    letter.write_text("Dear committee")
    drop(bench.window.frame, signed, letter, unsigned)
    bench.settle()
    screen = bench.part(VerifyScreen)
    assert [result.path for result in screen.results] == [unsigned, signed]
    verdicts = [result.verdict for result in screen.results]
    assert "Not signed" in texts(verdicts[0] or screen)
    assert "Not valid" in texts(verdicts[1] or screen)


def test_one_bad_file_does_not_hide_the_others(bench: Bench, signed: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_text("Dear committee")
    bench.window.go(Place.VERIFY)
    bench.settle()
    screen = bench.part(VerifyScreen)
    screen.verify_all([signed, letter])
    bench.settle()
    assert [result.path for result in screen.results] == [signed]
    assert screen.notice.sentence == f"{letter}: The file is not a PDF."


def test_details_are_folded_away(bench: Bench, signed: Path) -> None:
    drop(bench.window.frame, signed)
    bench.settle()
    card = bench.part(SignatureCard)
    assert not card.details.opened
    card.details.head.click()
    shown = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert "B-B: the signature alone" in shown
    assert "CN=Ottavia,O=Città di Prova" not in shown  # subject: as the certificate orders it
    assert "O=Città di Prova,CN=Ottavia" in shown


def test_the_report_is_saved(bench: Bench, signed: Path, tmp_path: Path) -> None:
    drop(bench.window.frame, signed)
    bench.settle()
    bench.press_named("Save the report on signed.pdf")
    dialog = bench.part(SavePaperDialog)
    out = tmp_path / "report.pdf"
    dialog.save(out)
    bench.settle()
    assert out.read_bytes().startswith(b"%PDF-1.7")


def test_trust_that_is_added_counts_at_once_and_stays(
    bench: Bench, signed: Path, root: Holder, tmp_path: Path
) -> None:
    drop(bench.window.frame, signed)
    bench.settle()
    certificate = tmp_path / "root.pem"
    certificate.write_bytes(root.pem)
    dialog = trust_dialog(bench)
    dialog.read(certificate)
    bench.settle()
    offers = bench.part(TrustOffersDialog)
    bench.press("Trust", offers)
    assert "Prova Root" in texts(dialog)
    verdict = bench.part(VerifyScreen).verdict
    assert verdict is not None
    assert "Valid" in texts(verdict)
    committee = bench.services.committees.by_ref("borgolume")
    trusted = bench.services.signing_work.trust.of_committee(committee.id)
    assert [each.name for each in trusted] == ["Prova Root"]
    remove = next(
        each
        for each in dialog.findChildren(QToolButton)
        if each.accessibleName() == "No longer trust Prova Root"
    )
    remove.click()
    bench.settle()
    assert bench.services.signing_work.trust.of_committee(committee.id) == ()
    verdict = bench.part(VerifyScreen).verdict
    assert verdict is not None
    assert "Not valid" in texts(verdict)


def test_a_trusted_list_asks_for_its_signer(
    bench: Bench, signed: Path, root: Holder, tmp_path: Path
) -> None:
    operator = holder("Scheme Operator", starts=timedelta(days=-60))
    listed, signer = tmp_path / "list.xml", tmp_path / "operator.pem"
    services = [(CA, GRANTED, "A", root), (CA, GRANTED, "B", holder("Second Root", ca=True))]
    listed.write_bytes(trusted_list(services, operator))
    signer.write_bytes(operator.pem)
    drop(bench.window.frame, signed)
    bench.settle()
    dialog = trust_dialog(bench)
    dialog.read(listed)
    bench.settle()
    assert "only if its signature holds" in dialog.notice.sentence
    dialog.read(listed, [signer])
    bench.settle()
    offers = bench.part(TrustOffersDialog)
    assert not offers.purpose.isVisible()
    bench.press("Trust", offers)
    assert offers.error == "Choose at least one certificate."
    offers.offers.item(0).setCheckState(Qt.CheckState.Checked)
    bench.press("Trust", offers)
    assert "Signatures" in [chip.text for chip in dialog.findChildren(Chip)]


def test_the_sheet_of_a_key_is_saved(bench: Bench, tmp_path: Path) -> None:
    from liaison_desktop.services.keys import CreateKey

    bench.services.keys.create(
        CreateKey(name="Ottavia", organisation="Comitato", passphrase=PASSPHRASE)
    )
    bench.window.go(Place.SETTINGS)
    bench.settle()
    sheet = next(
        each
        for each in bench.window.findChildren(QToolButton)
        if each.accessibleName() == "Sheet with the certificate of Ottavia"
    )
    sheet.click()
    bench.settle()
    dialog = bench.part(SaveSheetDialog)
    out = tmp_path / "sheet.pdf"
    dialog.save(out)
    bench.settle()
    assert out.read_bytes().startswith(b"%PDF-1.7")
