"""Keys in the dialog for signing: made here, in files, on cards."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.signatures import KeyInfo
from liaison_desktop.domain.tokens import TokenKeyInfo
from liaison_desktop.services.keys import AddKey, CreateKey
from liaison_desktop.services.minutes import FileMinutes
from liaison_desktop.ui.context import Place
from liaison_desktop.ui.dialogs.sign import SignDialog
from tests.signing.pki import PASSPHRASE, holder
from tests.ui.conftest import HELD, Bench

MODULE = Path("/usr/lib/softhsm/libsofthsm2.so")
ON_CARD = "Noemi Castelverde"


@pytest.fixture
def dialog(bench: Bench) -> SignDialog:
    bench.services.minutes.file(FileMinutes(meeting_id=bench.meeting(HELD)))
    bench.window.go(Place.MINUTES, bench.meeting(HELD))
    bench.settle()
    bench.press("Sign as chair")
    return bench.part(SignDialog)


def key_on_card(label: str, days: int = 400) -> TokenKeyInfo:
    ends = datetime.now(UTC) + timedelta(days=days)
    info = KeyInfo(
        path=MODULE,
        name=ON_CARD,
        organisation="",
        issuer="",
        self_issued=False,
        not_before=ends - timedelta(days=1000),
        not_after=ends,
        fingerprint=label,
    )
    return TokenKeyInfo(
        module=MODULE, token="CNS", serial=b"7", label=label, key_id=label.encode(), info=info
    )


def offered(dialog: SignDialog) -> list[str]:
    key = dialog.keys.key
    words = (key.itemText(place) for place in range(key.count()))
    return ["".join(letter for letter in word if letter.isprintable()) for word in words]


def test_keys_that_were_brought_stay_when_another_signs(bench: Bench, dialog: SignDialog) -> None:
    dialog.choose_file(Path("/somewhere/firma.p12"))
    dialog.keys.offer_cards(MODULE, [key_on_card("Firma"), key_on_card("Accesso")])
    there = offered(dialog)
    assert there == ["firma.p12", f"{ON_CARD}, on CNS (Firma)", f"{ON_CARD}, on CNS (Accesso)"]
    dialog.keys.key.setCurrentIndex(2)
    dialog.who.setCurrentIndex(1 - dialog.who.currentIndex())
    bench.settle()
    assert offered(dialog) == there
    assert dialog.keys.key.currentIndex() == 2


def test_a_card_that_is_read_again_is_offered_once(bench: Bench, dialog: SignDialog) -> None:
    key = key_on_card("Firma")
    for _ in range(2):
        dialog.keys.offer_cards(MODULE, [key])
    assert len(offered(dialog)) == 1
    assert bench.window.settings.token_module == str(MODULE)


def test_a_key_made_here_is_chosen_for_whom_it_names(bench: Bench, dialog: SignDialog) -> None:
    name = dialog.who.currentText().split(",")[0].strip("\u2068\u2069")
    bench.services.keys.create(CreateKey(name=name, organisation="", passphrase=PASSPHRASE))
    dialog.keys.offer_cards(MODULE, [key_on_card("Firma")])
    dialog.keys.show_keys_for(name)
    bench.settle()
    assert dialog.keys.key.currentText() == name
    dialog.keys.show_keys_for(ON_CARD)
    bench.settle()
    assert "on CNS" in dialog.keys.key.currentText().replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize(
    ("days", "told"), [(400, ""), (20, "This certificate ends on"), (-1, "This certificate ended")]
)
def test_a_certificate_that_ends_is_told(
    bench: Bench, dialog: SignDialog, days: int, told: str
) -> None:
    bench.settle()
    before = dialog.height()
    dialog.keys.offer_cards(MODULE, [key_on_card("Firma", days)])
    bench.settle()
    labels = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    found = [text for text in labels if text.startswith("This certificate")]
    assert [text[: len(told)] for text in found] == ([told] if told else [])
    assert (dialog.height() > before) is bool(told)
    dialog.keys.offer_cards(MODULE, [replace(key_on_card("Accesso"), serial=b"8")])
    bench.settle()
    assert dialog.height() == before


@pytest.mark.parametrize("keep", [True, False])
def test_a_key_that_has_signed_is_kept_if_that_is_wanted(
    bench: Bench, dialog: SignDialog, tmp_path: Path, keep: bool
) -> None:
    key = holder(ON_CARD, holder("Radice", ca=True)).save(tmp_path / "firma.p12")
    bench.settle()
    assert not dialog.keys.keep.isVisible()
    dialog.choose_file(key)
    dialog.keys.keep.setChecked(keep)
    dialog.keys.secret.setText(PASSPHRASE)
    bench.press("Sign", dialog)
    kept = bench.services.keys.all()
    assert [one.name for one in kept] == ([ON_CARD] if keep else [])
    assert all(one.path.read_bytes() == key.read_bytes() for one in kept)


def test_a_key_that_is_there_already_is_told_and_the_signature_stays(
    bench: Bench, dialog: SignDialog, tmp_path: Path
) -> None:
    key = holder(ON_CARD, holder("Radice", ca=True)).save(tmp_path / "firma.p12")
    bench.services.keys.add(AddKey(path=key, passphrase=PASSPHRASE))
    dialog.choose_file(key)
    dialog.keys.keep.setChecked(True)
    dialog.keys.secret.setText(PASSPHRASE)
    failed: list[UserError] = []
    bench.jobs.failed.connect(failed.append)
    bench.press("Sign", dialog)
    assert [error.code for error in failed] == ["key_exists"]
    assert not bench.window.findChildren(SignDialog)
