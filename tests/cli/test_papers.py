"""Minutes, signatures, verification on the command line; poppler's pdfsig is the second judge."""

import json
import subprocess
from pathlib import Path

import pytest

from liaison_desktop.services.keys import CreateKey, KeyService
from tests.cli.conftest import Command

PASSPHRASE = "correct horse battery staple"


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Self-issued keys of chair and secretary, in a folder."""
    folder = tmp_path_factory.mktemp("keys")
    service = KeyService(folder)
    for name in ("Ottavia Belcampo", "Noemi Castelverde"):
        service.create(CreateKey(name=name, organisation="Comitato", passphrase=PASSPHRASE))
    return folder


@pytest.fixture
def signed(
    portochiaro: Command, keys: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """The Italian sample's minutes, signed by chair and secretary."""
    monkeypatch.setenv("PASSPHRASE", PASSPHRASE)
    file = tmp_path / "minutes.pdf"
    assert portochiaro("minutes", "it/3-2026", "--out", file).status == 0
    for field, key in (("chair", "ottavia-belcampo"), ("secretary", "noemi-castelverde")):
        result = portochiaro(
            "sign", file, "--field", field, "--key", keys / f"{key}.p12",
            "--passphrase-env", "PASSPHRASE",
        )  # fmt: skip
        assert result.status == 0, result.err
    return file


def trust(keys: Path) -> list[object]:
    return [word for pem in sorted(keys.glob("*.pem")) for word in ("--trust", pem)]


def test_signed_twice_and_verified(liaison: Command, signed: Path, keys: Path) -> None:
    result = liaison("verify", signed, *trust(keys), "--json")
    assert result.status == 0, result.out
    verdict = json.loads(result.out)
    assert verdict["valid"] is True
    assert [s["field"] for s in verdict["signatures"]] == ["chair", "secretary"]
    assert [s["signer"] for s in verdict["signatures"]] == ["Ottavia Belcampo", "Noemi Castelverde"]


def test_without_trust_it_is_intact_but_not_valid(liaison: Command, signed: Path) -> None:
    result = liaison("verify", signed)
    assert result.status == 1
    assert "vouches" in result.out


def test_pdfsig_agrees(signed: Path) -> None:
    report = subprocess.run(
        ["pdfsig", "-nocert", str(signed)], capture_output=True, text=True, check=True
    ).stdout
    assert report.count("Signature is Valid.") == 2


def test_one_flipped_byte_is_caught(liaison: Command, signed: Path, keys: Path) -> None:
    content = bytearray(signed.read_bytes())
    content[len(content) // 3] ^= 1
    signed.write_bytes(content)
    assert liaison("verify", signed, *trust(keys)).status in (1, 2)


def test_a_field_is_signed_once(liaison: Command, signed: Path, keys: Path) -> None:
    before = signed.read_bytes()
    result = liaison(
        "sign", signed, "--field", "chair", "--key", keys / "ottavia-belcampo.p12",
        "--passphrase-env", "PASSPHRASE",
    )  # fmt: skip
    assert result.status == 2
    assert "chair" in result.err
    assert signed.read_bytes() == before


def test_minutes_speak_the_language_they_are_asked_for(
    portochiaro: Command, tmp_path: Path
) -> None:
    for language, words in (("it", "Ordine del giorno"), ("en", "Agenda"), ("el", "Ημερήσια")):
        file = tmp_path / f"{language}.pdf"
        result = portochiaro("minutes", "it/3-2026", "--language", language, "--out", file)
        assert result.status == 0, result.err
        text = subprocess.run(
            ["pdftotext", str(file), "-"], capture_output=True, text=True, check=True
        ).stdout
        assert words in text


def test_the_same_record_gives_the_same_file(portochiaro: Command, tmp_path: Path) -> None:
    files = [tmp_path / "a.pdf", tmp_path / "b.pdf"]
    for file in files:
        assert portochiaro("minutes", "it/3-2026", "--out", file).status == 0
    assert files[0].read_bytes() == files[1].read_bytes()


def test_the_register_counts_on_without_gaps(portochiaro: Command, tmp_path: Path) -> None:
    for language in ("it", "en", "it"):
        portochiaro("minutes", "it/3-2026", "--language", language, "--out", tmp_path / "m.pdf")
    papers = json.loads(portochiaro("show", "minutes", "it/3-2026", "--json").out)["papers"]
    numbers = sorted(paper["register_number"] for paper in papers)
    assert [number[-3:] for number in numbers] == ["118", "119"]


def test_signing_in_place_keeps_mode_and_link(
    portochiaro: Command, keys: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PASSPHRASE", PASSPHRASE)
    file = tmp_path / "minutes.pdf"
    assert portochiaro("minutes", "it/3-2026", "--out", file).status == 0
    unsigned = file.read_bytes()
    file.chmod(0o600)
    link = tmp_path / "link.pdf"
    link.symlink_to(file)
    key = keys / "ottavia-belcampo.p12"
    result = portochiaro(
        "sign", link, "--field", "chair", "--key", key, "--passphrase-env", "PASSPHRASE"
    )
    assert result.status == 0, result.err
    assert link.is_symlink()
    assert file.read_bytes().startswith(unsigned)
    assert file.read_bytes() != unsigned
    assert file.stat().st_mode & 0o777 == 0o600
